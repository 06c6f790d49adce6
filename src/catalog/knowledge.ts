import type { Catalog } from '../domain/knowledge.ts';
import type { CountryCode, LanguageTag } from '../domain/text.ts';

/** Words by language; the first is the one to show. */
export type WordsByLanguage = Record<LanguageTag, string[]>;

export type PlaceType = 'town' | 'region' | 'entity' | 'mountain' | 'river' | 'other';

/** A place below the level of a country. */
export interface Place {
  name: string;
  /** Null where it lies in several. */
  country: CountryCode | null;
  type: PlaceType;
  population: number;
  names: WordsByLanguage;
  adjectives: WordsByLanguage;
  /** Also an everyday word or a personal name. */
  common: boolean;
}

/** How a country is spoken of. */
export interface CountryWords {
  code: CountryCode;
  names: WordsByLanguage;
  adjectives: WordsByLanguage;
  demonyms: WordsByLanguage;
  capital: WordsByLanguage;
  also: string[];
  /** Longer names that hold one of the words and mean something else: Latin America. */
  not: WordsByLanguage;
}

/** The words for one office. */
export interface RoleWords {
  role: string;
  words: Record<LanguageTag, { m: string[]; f: string[] }>;
}

export interface GivenNames {
  language: LanguageTag;
  m: string[];
  f: string[];
}

/** What speaks for a topic and against it. */
export interface TopicWords {
  slug: string;
  /** Entries such as `word`, `stem*`, `two wor*`, `stem*=2`; also under hbs (sr, bs, hr, cnr), zls (all South Slavic), und (everyone). */
  words: WordsByLanguage;
  not: WordsByLanguage;
  /** What outlets call their section of it. */
  sections: string[];
  /** Slugs of actors that speak for it. */
  actors: string[];
  needs: TopicNeeds;
}

/** Without which a topic is not given, whatever else speaks for it. */
export interface TopicNeeds {
  /** Each of them in the article. */
  countries: CountryCode[];
  /** One of them in the article. */
  anyCountry: CountryCode[];
  /** So many different entries of its own. */
  words: number;
}

/** The catalog with all that the understanding needs beside it. */
export interface Knowledge extends Catalog {
  readonly places: readonly Place[];
  readonly countryWords: readonly CountryWords[];
  readonly roles: readonly RoleWords[];
  readonly givenNames: readonly GivenNames[];
  readonly topicWords: readonly TopicWords[];
  /** What is odd but no mistake: two actors with one full name. For a person's eyes. */
  readonly warnings: readonly string[];
}
