import type { CountryCode, LanguageTag } from './text.ts';

export type ActorKind = 'PERSON' | 'ORGANIZATION';
export type FeedKind = 'FEED' | 'PAGE' | 'SITEMAP';
export type OutletKind = 'broadcaster' | 'agency' | 'daily' | 'portal' | 'investigative' | 'local';

/** One address that an outlet's articles are found at. */
export interface FeedSource {
  url: string;
  kind: FeedKind;
  /** Topic slugs that hold for every item. */
  topics: string[];
  language: LanguageTag | null;
  /** CSS selector of the article links, for a PAGE. */
  links: string | null;
}

/** A publisher, as its file under sources/outlets/ says. */
export interface Outlet {
  slug: string;
  name: string;
  homepage: string;
  country: CountryCode;
  /** The first is the usual one. */
  languages: LanguageTag[];
  feeds: FeedSource[];
  article: { body: string | null; remove: string[] };
  /** Whether articles' own pages are fetched. */
  readPages: boolean;
  charset: string | null;
  /** IANA name. */
  timeZone: string;
  owner: string | null;
  kind: OutletKind | null;
}

/** A name with the language it is used in; null where it serves every language. */
export interface ActorName {
  text: string;
  language: LanguageTag | null;
}

/** An office held; `of` is a country code, an actor's slug or a town. Dates are ISO 8601, as precise as known. */
export interface ActorRole {
  role: string;
  of: string | null;
  portfolio: string | null;
  from: string | null;
  to: string | null;
}

/** A curated person or organisation. */
export interface KnownActor {
  slug: string;
  kind: ActorKind;
  gender: 'm' | 'f' | null;
  /** Organisations: party, ministry, court …; null for persons. */
  type: string | null;
  /** First of each language is the one to show. */
  names: ActorName[];
  acronyms: ActorName[];
  /** Persons: forms that name them without the given name; null for the surname. */
  alone: string[] | null;
  /** Parties: what their people are called (Democrats), which means the party where its country is spoken of. */
  members?: ActorName[];
  /** Parties: adjectives that mean the party beside a noun of politics (a Democratic senator); masculine singular. */
  adjectives?: ActorName[];
  /** Slug of the organisation that this one is an organ of, whose own name a text may say inside this one's. */
  parent?: string;
  countries: CountryCode[];
  wikidataId: string | null;
  /** English. */
  description: string | null;
  roles: ActorRole[];
}

/** A topic of the taxonomy. */
export interface Topic {
  slug: string;
  /** IPTC Media Topic code (medtop:11000000); null for a regional topic. */
  mediaTopicId: string | null;
  /** Slug of the parent. */
  parent: string | null;
  labels: Record<LanguageTag, string>;
}

/** A country, with its name by language. */
export interface Country {
  code: CountryCode;
  names: Record<LanguageTag, string>;
}

/** What sources/ says, checked and indexed. Everything is ready in memory. */
export interface Catalog {
  /** Changes when anything that tagging depends on changes. */
  readonly version: string;
  readonly outlets: readonly Outlet[];
  readonly actors: readonly KnownActor[];
  /** Parents before children. */
  readonly topics: readonly Topic[];
  readonly countries: readonly Country[];
  outlet(slug: string): Outlet | undefined;
  actor(slug: string): KnownActor | undefined;
  topic(slug: string): Topic | undefined;
  topicByMediaTopic(code: string): Topic | undefined;
  country(code: CountryCode): Country | undefined;
  /** The topic itself first, then its ancestors. */
  topicPath(slug: string): Topic[];
  topicChildren(slug: string): Topic[];
}
