import type { Instant, LanguageTag } from './text.ts';

/** A picture with what the outlet wrote under it. */
export interface Image {
  url: string;
  caption: string | null;
}

/** One item of a feed, listing page or sitemap, cleaned. */
export interface FeedEntry {
  /** The feed's own identifier (guid, atom:id), else null. */
  id: string | null;
  /** Absolute address of the article, as the feed gives it (FeedBurner's origLink preferred); null where there is none. */
  url: string | null;
  title: string | null;
  /** HTML as the feed gives it. */
  summary: string | null;
  /** HTML of the whole text where the feed carries it. */
  content: string | null;
  /** Null where the feed gives none that can be believed. */
  publishedAt: Instant | null;
  authors: string[];
  image: Image | null;
  /** The outlet's own sections and tags. */
  sections: string[];
}

/** What was made of a feed's bytes. */
export interface FeedDocument {
  title: string | null;
  /** The site that the feed belongs to. */
  link: string | null;
  language: LanguageTag | null;
  entries: FeedEntry[];
  /** Addresses that announce changes (WebSub), as the feed names them. */
  hub: string | null;
  /** The feed's own wish for the time between polls, in minutes (ttl, sy:updatePeriod). */
  ttlMinutes: number | null;
}

/** What was made of an article's page. */
export interface PageDocument {
  /** Canonical address as the page names it, absolute; null where it names none. */
  url: string | null;
  headline: string | null;
  summary: string | null;
  /** Clean paragraphs separated by a blank line; null where none were found. */
  body: string | null;
  authors: string[];
  publishedAt: Instant | null;
  modifiedAt: Instant | null;
  image: Image | null;
  language: LanguageTag | null;
  sections: string[];
  /** True where the page shows only a part and offers the rest for money or a login. */
  paywalled: boolean;
}

/** What a document's place in the world tells about reading it. */
export interface ReadingHints {
  /** Address the bytes came from, for relative links. */
  url?: string;
  /** The HTTP Content-Type header. */
  contentType?: string | null;
  /** The outlet's charset, where neither bytes nor labels tell. */
  charset?: string | null;
  /** IANA zone of dates without a zone; UTC where missing. */
  timeZone?: string;
  language?: LanguageTag | null;
  /** Now, for dates that are relative or in the future. */
  now?: Instant;
}

/** One feed that a reader's subscription list (OPML) names. */
export interface Subscription {
  /** Where in the file it stands, from 1. */
  line: number;
  title: string | null;
  /** Address of the feed, absolute. */
  feed: string;
  /** Address of the site, where the list names one that is an address. */
  site: string | null;
  language: LanguageTag | null;
  /** Upper-case code as the outline or one around it says; null where none does. */
  country: string | null;
  /** Slug of the outlet, where the list was written by Telal. */
  outlet: string | null;
  /** The folders around it, outermost first. */
  folders: string[];
}

/** What was made of an OPML file: what can be subscribed to, and what cannot and why. */
export interface SubscriptionList {
  title: string | null;
  subscriptions: Subscription[];
  mistakes: { line: number; message: string }[];
}
