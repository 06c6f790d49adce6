/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What an actor is. */
export type ActorKind =
  /** A party, ministry, court, company, alliance or other body. */
  | 'ORGANIZATION'
  /** A human being. */
  | 'PERSON';

/** All given fields must hold. */
export type ArticleFilter = {
  /** Actor slugs, Wikidata ids (Q…) or global ids. */
  actors?: CodeFilter | null | undefined;
  /** All of these hold as well. */
  and?: Array<ArticleFilter> | null | undefined;
  /** Countries that the article is about. */
  countries?: CodeFilter | null | undefined;
  /** When Telal first saw it. */
  firstSeenAt?: DateTimeRange | null | undefined;
  /** A bare language matches all its scripts: sr matches sr-Cyrl and sr-Latn. */
  languages?: CodeFilter | null | undefined;
  /** This does not hold. */
  not?: ArticleFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ArticleFilter> | null | undefined;
  /** Leave out word-for-word copies of another article in the store. */
  originalsOnly?: boolean | null | undefined;
  /** Outlet slugs. */
  outlets?: CodeFilter | null | undefined;
  /** When the outlet published it. */
  publishedAt?: DateTimeRange | null | undefined;
  /** Countries of the publishing outlet. */
  publisherCountries?: CodeFilter | null | undefined;
  /** Only articles that the outlet has changed since this instant. */
  revisedSince?: string | null | undefined;
  /** Web-style: words are required, "quoted phrases", OR, -excluded, prefix*. One query matches every script and any diacritics: Vučić = Вучић = Vucic. */
  search?: string | null | undefined;
  /** Actors quoted in the article, named in the same way. */
  speakers?: CodeFilter | null | undefined;
  /** Topic slugs or IPTC codes (medtop:…); a topic stands for all below it. */
  topics?: CodeFilter | null | undefined;
};

/** any: at least one of these; all: every one; none: not one. */
export type CodeFilter = {
  /** Every one of these. */
  all?: Array<string> | null | undefined;
  /** At least one of these; an empty list matches nothing. */
  any?: Array<string> | null | undefined;
  /** Not one of these. */
  none?: Array<string> | null | undefined;
};

/** from is inclusive, to is exclusive. */
export type DateTimeRange = {
  /** From this instant on. */
  from?: string | null | undefined;
  /** Before this instant. */
  to?: string | null | undefined;
};

/** How polling goes. */
export type HealthStatus =
  /** No longer polled. */
  | 'DISABLED'
  /** The last polls failed. */
  | 'FAILING'
  /** Reachable, and as busy as usual. */
  | 'HEALTHY'
  /** Not polled yet. */
  | 'NEW'
  /** Reachable, but quiet for more than twice its usual gap. */
  | 'SILENT';

/** Width of the buckets of a timeline. */
export type Interval =
  /** One day of the time zone, also where it has 23 or 25 hours. */
  | 'DAY'
  /** One hour. */
  | 'HOUR'
  /** One month of the calendar. */
  | 'MONTH'
  /** Seven days from Monday. */
  | 'WEEK';

export type ArrivalsSubscriptionVariables = Exact<{
  filter?: ArticleFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type ArrivalsSubscription = { articlePublished: { cursor: string, node: { id: string } } };

export type FrontQueryVariables = Exact<{
  filter?: ArticleFilter | null | undefined;
  trendFilter?: ArticleFilter | null | undefined;
  interval: Interval;
  timeZone: string;
  first: number;
  actor: string;
  withActor: boolean;
  outletsIn?: string | null | undefined;
}>;


export type FrontQuery = { articles: { totalCount: number, timeline: Array<{ start: string, count: number }>, facets: { countries: Array<{ count: number, country: { code: string, name: string } }>, publisherCountries: Array<{ count: number, country: { code: string, name: string } }>, persons: Array<{ count: number, actor: { slug: string, name: string, kind: ActorKind } }>, organizations: Array<{ count: number, actor: { slug: string, name: string, kind: ActorKind } }>, topics: Array<{ count: number, topic: { slug: string, label: string } }>, languages: Array<{ count: number, language: string }>, outlets: Array<{ count: number, outlet: { slug: string, name: string } }> }, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, url: string, headline: string, summary: string | null, language: string, publishedAt: string, outlet: { slug: string, name: string, country: { code: string, name: string } }, actors: Array<{ actor: { slug: string, name: string, kind: ActorKind } }>, countries: Array<{ country: { code: string, name: string } }>, topics: Array<{ topic: { slug: string, label: string } }>, copyOf: { outlet: { name: string } } | null }> }, stories: { totalCount: number, nodes: Array<{ id: string, title: string, articleCount: number, independentOutletCount: number, lastPublishedAt: string, publisherCountries: Array<{ count: number, country: { code: string, name: string } }>, silentCountries: Array<{ code: string, name: string }>, actors: Array<{ actor: { slug: string, name: string, kind: ActorKind } }>, articles: { nodes: Array<{ id: string, url: string, headline: string, language: string, publishedAt: string, outlet: { slug: string, name: string, country: { code: string, name: string } } }> } }> }, arrivals: { edges: Array<{ cursor: string }> }, trendingActors: Array<{ count: number, baseline: number, score: number, actor: { slug: string, name: string, kind: ActorKind } }>, coverageMatrix: Array<{ count: number, publisher: { code: string, name: string }, about: { code: string, name: string } }>, quotes: { totalCount: number, nodes: Array<{ id: string, text: string, speakerName: string | null, speaker: { slug: string, name: string, kind: ActorKind } | null, article: { url: string, headline: string, language: string, publishedAt: string, outlet: { slug: string, name: string, country: { code: string, name: string } } } }> }, outlets: { totalCount: number, nodes: Array<{ slug: string, name: string, homepage: string, languages: Array<string>, country: { code: string, name: string }, health: { status: HealthStatus, lastArticleAt: string | null, articlesLastDay: number, medianLagSeconds: number | null } }> }, subject?: { description: string | null, wikidataId: string | null, slug: string, name: string, kind: ActorKind, names: Array<{ text: string, language: string | null }>, countries: Array<{ code: string, name: string }> } | null };

export type MoreHeadlinesQueryVariables = Exact<{
  filter?: ArticleFilter | null | undefined;
  first: number;
  after: string;
}>;


export type MoreHeadlinesQuery = { articles: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, url: string, headline: string, summary: string | null, language: string, publishedAt: string, outlet: { slug: string, name: string, country: { code: string, name: string } }, actors: Array<{ actor: { slug: string, name: string, kind: ActorKind } }>, countries: Array<{ country: { code: string, name: string } }>, topics: Array<{ topic: { slug: string, label: string } }>, copyOf: { outlet: { name: string } } | null }> } };

export type PlaceFragment = { code: string, name: string };

export type NameFragment = { slug: string, name: string, kind: ActorKind };

export type VoiceFragment = { slug: string, name: string, country: { code: string, name: string } };

export type HeadlineFragment = { id: string, url: string, headline: string, summary: string | null, language: string, publishedAt: string, outlet: { slug: string, name: string, country: { code: string, name: string } }, actors: Array<{ actor: { slug: string, name: string, kind: ActorKind } }>, countries: Array<{ country: { code: string, name: string } }>, topics: Array<{ topic: { slug: string, label: string } }>, copyOf: { outlet: { name: string } } | null };

export type SayingFragment = { id: string, text: string, speakerName: string | null, speaker: { slug: string, name: string, kind: ActorKind } | null, article: { url: string, headline: string, language: string, publishedAt: string, outlet: { slug: string, name: string, country: { code: string, name: string } } } };

export type TaleFragment = { id: string, title: string, articleCount: number, independentOutletCount: number, lastPublishedAt: string, publisherCountries: Array<{ count: number, country: { code: string, name: string } }>, silentCountries: Array<{ code: string, name: string }>, actors: Array<{ actor: { slug: string, name: string, kind: ActorKind } }>, articles: { nodes: Array<{ id: string, url: string, headline: string, language: string, publishedAt: string, outlet: { slug: string, name: string, country: { code: string, name: string } } }> } };

export type AboutCountryQueryVariables = Exact<{
  code: string;
  first: number;
}>;


export type AboutCountryQuery = { country: { name: string, articles: { totalCount: number, facets: { publisherCountries: Array<{ count: number, country: { name: string } }> }, nodes: Array<{ id: string, headline: string, language: string, url: string, outlet: { name: string } }> } } | null };

export type ToldAcrossBordersQueryVariables = Exact<{
  minimumCountries: number;
  first: number;
}>;


export type ToldAcrossBordersQuery = { stories: { nodes: Array<{ title: string, independentOutletCount: number, silentCountries: Array<{ name: string }>, articles: { nodes: Array<{ headline: string, language: string, url: string, outlet: { name: string, country: { name: string } } }> } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PlaceFragmentDoc = new TypedDocumentString(`
    fragment Place on Country {
  code
  name
}
    `, {"fragmentName":"Place"}) as unknown as TypedDocumentString<PlaceFragment, unknown>;
export const VoiceFragmentDoc = new TypedDocumentString(`
    fragment Voice on Outlet {
  slug
  name
  country {
    ...Place
  }
}
    fragment Place on Country {
  code
  name
}`, {"fragmentName":"Voice"}) as unknown as TypedDocumentString<VoiceFragment, unknown>;
export const NameFragmentDoc = new TypedDocumentString(`
    fragment Name on Actor {
  slug
  name
  kind
}
    `, {"fragmentName":"Name"}) as unknown as TypedDocumentString<NameFragment, unknown>;
export const HeadlineFragmentDoc = new TypedDocumentString(`
    fragment Headline on Article {
  id
  url
  headline
  summary
  language
  publishedAt
  outlet {
    ...Voice
  }
  actors(first: 4) {
    actor {
      ...Name
    }
  }
  countries {
    country {
      ...Place
    }
  }
  topics {
    topic {
      slug
      label
    }
  }
  copyOf {
    outlet {
      name
    }
  }
}
    fragment Place on Country {
  code
  name
}
fragment Name on Actor {
  slug
  name
  kind
}
fragment Voice on Outlet {
  slug
  name
  country {
    ...Place
  }
}`, {"fragmentName":"Headline"}) as unknown as TypedDocumentString<HeadlineFragment, unknown>;
export const SayingFragmentDoc = new TypedDocumentString(`
    fragment Saying on Quote {
  id
  text
  speakerName
  speaker {
    ...Name
  }
  article {
    url
    headline
    language
    publishedAt
    outlet {
      ...Voice
    }
  }
}
    fragment Place on Country {
  code
  name
}
fragment Name on Actor {
  slug
  name
  kind
}
fragment Voice on Outlet {
  slug
  name
  country {
    ...Place
  }
}`, {"fragmentName":"Saying"}) as unknown as TypedDocumentString<SayingFragment, unknown>;
export const TaleFragmentDoc = new TypedDocumentString(`
    fragment Tale on Story {
  id
  title(language: "en")
  articleCount
  independentOutletCount
  lastPublishedAt
  publisherCountries {
    count
    country {
      ...Place
    }
  }
  silentCountries {
    ...Place
  }
  actors(first: 4) {
    actor {
      ...Name
    }
  }
  articles(first: 24) {
    nodes {
      id
      url
      headline
      language
      publishedAt
      outlet {
        ...Voice
      }
    }
  }
}
    fragment Place on Country {
  code
  name
}
fragment Name on Actor {
  slug
  name
  kind
}
fragment Voice on Outlet {
  slug
  name
  country {
    ...Place
  }
}`, {"fragmentName":"Tale"}) as unknown as TypedDocumentString<TaleFragment, unknown>;
export const ArrivalsDocument = new TypedDocumentString(`
    subscription Arrivals($filter: ArticleFilter, $after: String) {
  articlePublished(filter: $filter, after: $after) {
    cursor
    node {
      id
    }
  }
}
    `, {"hash":"sha256:070d10eeb5f9bad670a8dce132c24bcd136f9c3584f05563562984441c2fa179"}) as unknown as TypedDocumentString<ArrivalsSubscription, ArrivalsSubscriptionVariables>;
export const FrontDocument = new TypedDocumentString(`
    query Front($filter: ArticleFilter, $trendFilter: ArticleFilter, $interval: Interval!, $timeZone: String!, $first: Int!, $actor: String!, $withActor: Boolean!, $outletsIn: CountryCode) {
  articles(filter: $filter, first: $first) {
    totalCount
    timeline(interval: $interval, timeZone: $timeZone) {
      start
      count
    }
    facets {
      countries(first: 60) {
        count
        country {
          ...Place
        }
      }
      publisherCountries(first: 30) {
        count
        country {
          ...Place
        }
      }
      persons: actors(kind: PERSON, first: 12) {
        count
        actor {
          ...Name
        }
      }
      organizations: actors(kind: ORGANIZATION, first: 12) {
        count
        actor {
          ...Name
        }
      }
      topics(first: 14) {
        count
        topic {
          slug
          label
        }
      }
      languages(first: 20) {
        count
        language
      }
      outlets(first: 20) {
        count
        outlet {
          slug
          name
        }
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      ...Headline
    }
  }
  stories(filter: $filter, orderBy: LARGEST, minimumOutlets: 2, first: 6) {
    totalCount
    nodes {
      ...Tale
    }
  }
  arrivals: articles(filter: $filter, orderBy: FIRST_SEEN, last: 1) {
    edges {
      cursor
    }
  }
  trendingActors(filter: $trendFilter, window: DAY, first: 10) {
    count
    baseline
    score
    actor {
      ...Name
    }
  }
  coverageMatrix(filter: $filter) {
    count
    publisher {
      ...Place
    }
    about {
      ...Place
    }
  }
  quotes(filter: $filter, first: 14) {
    totalCount
    nodes {
      ...Saying
    }
  }
  outlets(country: $outletsIn, first: 100) {
    totalCount
    nodes {
      slug
      name
      homepage
      languages
      country {
        ...Place
      }
      health {
        status
        lastArticleAt
        articlesLastDay
        medianLagSeconds
      }
    }
  }
  subject: actor(by: { slug: $actor }) @include(if: $withActor) {
    ...Name
    description
    wikidataId
    names {
      text
      language
    }
    countries {
      ...Place
    }
  }
}
    fragment Place on Country {
  code
  name
}
fragment Name on Actor {
  slug
  name
  kind
}
fragment Voice on Outlet {
  slug
  name
  country {
    ...Place
  }
}
fragment Headline on Article {
  id
  url
  headline
  summary
  language
  publishedAt
  outlet {
    ...Voice
  }
  actors(first: 4) {
    actor {
      ...Name
    }
  }
  countries {
    country {
      ...Place
    }
  }
  topics {
    topic {
      slug
      label
    }
  }
  copyOf {
    outlet {
      name
    }
  }
}
fragment Saying on Quote {
  id
  text
  speakerName
  speaker {
    ...Name
  }
  article {
    url
    headline
    language
    publishedAt
    outlet {
      ...Voice
    }
  }
}
fragment Tale on Story {
  id
  title(language: "en")
  articleCount
  independentOutletCount
  lastPublishedAt
  publisherCountries {
    count
    country {
      ...Place
    }
  }
  silentCountries {
    ...Place
  }
  actors(first: 4) {
    actor {
      ...Name
    }
  }
  articles(first: 24) {
    nodes {
      id
      url
      headline
      language
      publishedAt
      outlet {
        ...Voice
      }
    }
  }
}`, {"hash":"sha256:98bfda6f3b63dcb89514ee7ead5a96729f86982d5e547b5878aad8d1422ec315"}) as unknown as TypedDocumentString<FrontQuery, FrontQueryVariables>;
export const MoreHeadlinesDocument = new TypedDocumentString(`
    query MoreHeadlines($filter: ArticleFilter, $first: Int!, $after: String!) {
  articles(filter: $filter, first: $first, after: $after) {
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      ...Headline
    }
  }
}
    fragment Place on Country {
  code
  name
}
fragment Name on Actor {
  slug
  name
  kind
}
fragment Voice on Outlet {
  slug
  name
  country {
    ...Place
  }
}
fragment Headline on Article {
  id
  url
  headline
  summary
  language
  publishedAt
  outlet {
    ...Voice
  }
  actors(first: 4) {
    actor {
      ...Name
    }
  }
  countries {
    country {
      ...Place
    }
  }
  topics {
    topic {
      slug
      label
    }
  }
  copyOf {
    outlet {
      name
    }
  }
}`, {"hash":"sha256:d4be8461f4c6e433e39d1fd54aed53fdda922cfeee3ad5e1b5076d1837d96084"}) as unknown as TypedDocumentString<MoreHeadlinesQuery, MoreHeadlinesQueryVariables>;
export const AboutCountryDocument = new TypedDocumentString(`
    query AboutCountry($code: CountryCode!, $first: Int!) {
  country(code: $code) {
    name
    articles(first: $first) {
      totalCount
      facets {
        publisherCountries(first: 5) {
          count
          country {
            name
          }
        }
      }
      nodes {
        id
        headline
        language
        url
        outlet {
          name
        }
      }
    }
  }
}
    `, {"hash":"sha256:c10d9cfe39704eea3210ce30deb1f3c94644492e4438196aa3ccc14c0e04946e"}) as unknown as TypedDocumentString<AboutCountryQuery, AboutCountryQueryVariables>;
export const ToldAcrossBordersDocument = new TypedDocumentString(`
    query ToldAcrossBorders($minimumCountries: Int!, $first: Int!) {
  stories(orderBy: LARGEST, minimumCountries: $minimumCountries, first: $first) {
    nodes {
      title(language: "en")
      independentOutletCount
      silentCountries {
        name
      }
      articles(first: 20) {
        nodes {
          headline
          language
          url
          outlet {
            name
            country {
              name
            }
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:16e29631c81aacd474f2fc582c8692d7076bd8f7814ec49f3557ee6ae77d0641"}) as unknown as TypedDocumentString<ToldAcrossBordersQuery, ToldAcrossBordersQueryVariables>;