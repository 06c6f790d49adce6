import type { ActorKind } from './knowledge.ts';
import type { CountryCode, LanguageTag, TextSpan } from './text.ts';

/** A country the text is about. */
export interface CountryTag {
  code: CountryCode;
  count: number;
  /** 0 to 1; how much the article is about it. */
  salience: number;
  evidence: TextSpan[];
}

/** An actor named in the text: curated, or found by rule. */
export interface ActorTag {
  slug: string;
  kind: ActorKind;
  /** English name of a curated actor; the most complete form for one found by rule. */
  name: string;
  /** How the text spells the name of somebody on no list, where other articles spell it better; or the acronym that it explains. */
  spelling?: string;
  wikidataId: string | null;
  curated: boolean;
  count: number;
  salience: number;
  evidence: TextSpan[];
}

/** A topic the text is about. */
export interface TopicTag {
  slug: string;
  mediaTopicId: string | null;
  /** 0 to 1. */
  confidence: number;
  /** Empty where only the feed or the outlet's section says so. */
  evidence: TextSpan[];
}

/** A direct quotation. `span` holds the words between the marks. */
export interface QuoteTag {
  text: string;
  /** As the article names the speaker; null where it does not. */
  speakerName: string | null;
  /** Slug of the actor; null where unsure. */
  speaker: string | null;
  span: TextSpan;
}

/** What the understanding made of one article. Most salient first. */
export interface Annotation {
  language: LanguageTag;
  countries: CountryTag[];
  actors: ActorTag[];
  topics: TopicTag[];
  quotes: QuoteTag[];
  /** Slug of the news agency that the text credits. */
  agency: string | null;
  /** `Catalog.version` it was made with. */
  version: string;
}

/** What is known of an article beside its text. */
export interface ArticleSetting {
  /** Language that the outlet, feed or document names. */
  language?: LanguageTag | null;
  /** The outlet's languages, the usual one first: the prior for sr, hr, bs, cnr. */
  outletLanguages?: LanguageTag[];
  outletCountry?: CountryCode;
  /** Topics that the feed gives. */
  topics?: string[];
  /** The outlet's own sections and tags. */
  sections?: string[];
  /** For roles: who held the office then. */
  publishedAt?: number;
}
