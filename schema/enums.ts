import { builder } from './builder.ts';

export const ArticleOrder = builder.enumType('ArticleOrder', {
  description: 'How a list of articles is ordered.',
  values: {
    NEWEST: { description: 'By publication, the newest first.' },
    OLDEST: { description: 'By publication, the oldest first.' },
    FIRST_SEEN: {
      description: 'By arrival in this store, the earliest first: a client goes on after its last cursor.',
    },
    RELEVANCE: { description: 'By how well the search matches; without a search the newest first.' },
  } as const,
});

export const StoryOrder = builder.enumType('StoryOrder', {
  description: 'How a list of stories is ordered.',
  values: {
    LATEST: { description: 'By their newest article, the latest first.' },
    LARGEST: { description: 'By their number of articles, the largest first; of equal ones the latest.' },
  } as const,
});

export const ActorKind = builder.enumType('ActorKind', {
  description: 'What an actor is.',
  values: {
    PERSON: { description: 'A human being.' },
    ORGANIZATION: { description: 'A party, ministry, court, company, alliance or other body.' },
  } as const,
});

export const Interval = builder.enumType('Interval', {
  description: 'Width of the buckets of a timeline.',
  values: {
    HOUR: { description: 'One hour.' },
    DAY: { description: 'One day of the time zone, also where it has 23 or 25 hours.' },
    WEEK: { description: 'Seven days from Monday.' },
    MONTH: { description: 'One month of the calendar.' },
  } as const,
});

export const TrendWindow = builder.enumType('TrendWindow', {
  description: 'How far a trend looks back.',
  values: {
    HOUR: { description: 'The last hour.' },
    DAY: { description: 'The last 24 hours.' },
    WEEK: { description: 'The last seven days.' },
  } as const,
});

export const DateSource = builder.enumType('DateSource', {
  description: 'Where a date of publication comes from.',
  values: {
    FEED: { description: 'The outlet’s feed.' },
    PAGE: { description: 'The article’s own page.' },
    FIRST_SEEN: { description: 'The outlet gave none that can be believed: when Telal first saw the article.' },
  } as const,
});

export const TextField = builder.enumType('TextField', {
  description: 'The part of an article that an offset points into.',
  values: {
    HEADLINE: { description: 'Article.headline' },
    SUMMARY: { description: 'Article.summary' },
    BODY: { description: 'Article.body' },
  } as const,
});

export const FeedKind = builder.enumType('FeedKind', {
  description: 'What is read to find articles.',
  values: {
    FEED: { description: 'RSS, Atom or JSON Feed.' },
    PAGE: { description: 'A page that lists articles.' },
    SITEMAP: { description: 'A news sitemap.' },
  } as const,
});

export const HealthStatus = builder.enumType('HealthStatus', {
  description: 'How polling goes.',
  values: {
    NEW: { description: 'Not polled yet.' },
    HEALTHY: { description: 'Reachable, and as busy as usual.' },
    SILENT: { description: 'Reachable, but quiet for more than twice its usual gap.' },
    FAILING: { description: 'The last polls failed.' },
    DISABLED: { description: 'No longer polled.' },
  } as const,
});
