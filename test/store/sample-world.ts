import type { Annotation } from '../../src/domain/annotation.ts';
import type { ArticleDraft } from '../../src/domain/draft.ts';
import type { Catalog, KnownActor, Outlet, Topic } from '../../src/domain/knowledge.ts';

/** Noon of a Sunday, so that weeks and months begin elsewhere. */
export const NOON = Date.UTC(2026, 1, 15, 12);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const outlet = (slug: string, country: string, languages: string[], feeds = 1): Outlet => ({
  slug,
  name: slug,
  homepage: `https://${slug}.example/`,
  country,
  languages,
  feeds: Array.from({ length: feeds }, (_, i) => ({
    url: `https://${slug}.example/feed/${i}`,
    kind: 'FEED' as const,
    topics: [],
    language: null,
    links: null,
  })),
  article: { body: null, remove: [] },
  readPages: true,
  charset: null,
  timeZone: 'Europe/Belgrade',
  owner: null,
  kind: 'daily',
});

export const outlets: Outlet[] = [
  outlet('dnevnik', 'RS', ['sr-Latn'], 2),
  outlet('novine', 'RS', ['sr-Cyrl']),
  outlet('lajme', 'XK', ['sq']),
  outlet('vesti', 'MK', ['mk']),
  outlet('glas', 'BA', ['bs']),
];

export const topics: Topic[] = [
  { slug: 'politics', mediaTopicId: 'medtop:11000000', parent: null, labels: { en: 'politics' } },
  { slug: 'election', mediaTopicId: null, parent: 'politics', labels: { en: 'election' } },
  { slug: 'local-election', mediaTopicId: null, parent: 'election', labels: { en: 'local election' } },
  { slug: 'sport', mediaTopicId: 'medtop:15000000', parent: null, labels: { en: 'sport' } },
];

const actor = (slug: string, kind: KnownActor['kind'], names: [string, string][], more: Partial<KnownActor> = {}) => ({
  slug,
  kind,
  gender: null,
  type: null,
  names: names.map(([language, text]) => ({ language, text })),
  acronyms: [],
  alone: null,
  countries: ['RS'],
  wikidataId: null,
  description: null,
  roles: [],
  ...more,
});

export const actors: KnownActor[] = [
  actor('ana-djoric', 'PERSON', [
    ['en', 'Ana Đorić'],
    ['sr', 'Ана Ђорић'],
  ]),
  actor(
    'bojan-vukic',
    'PERSON',
    [
      ['en', 'Bojan Vukić'],
      ['sr', 'Бојан Вукић'],
      ['mk', 'Бојан Вукиќ'],
      ['el', 'Μπόγιαν Βούκιτς'],
    ],
    { wikidataId: 'Q100', description: 'Mayor of a town', countries: ['RS', 'BA'] },
  ),
  actor('cvetan-tasev', 'PERSON', [['en', 'Cvetan Tasev']], { countries: ['MK'] }),
  actor('red-party', 'ORGANIZATION', [['en', 'Red Party']], {
    acronyms: [{ text: 'RP', language: 'en' }],
    wikidataId: 'Q200',
  }),
];

/** A catalog of the given knowledge. */
export function catalogOf(changes: Partial<Pick<Catalog, 'version' | 'outlets' | 'actors' | 'topics'>> = {}): Catalog {
  const known = { version: 'v1', outlets, actors, topics, ...changes };
  const topic = (slug: string): Topic | undefined => known.topics.find((one) => one.slug === slug);
  const topicPath = (slug: string): Topic[] => {
    const found = topic(slug);
    return found ? [found, ...(found.parent ? topicPath(found.parent) : [])] : [];
  };
  return {
    ...known,
    countries: [],
    outlet: (slug) => known.outlets.find((one) => one.slug === slug),
    actor: (slug) => known.actors.find((one) => one.slug === slug),
    topic,
    topicByMediaTopic: (code) => known.topics.find((one) => one.mediaTopicId === code),
    country: () => undefined,
    topicPath,
    topicChildren: (slug) => known.topics.filter((one) => one.parent === slug),
  };
}

/** An annotation of bare tags. */
export function annotationOf(
  tags: {
    language?: string;
    countries?: string[];
    actors?: string[];
    topics?: string[];
    quotes?: { text: string; speaker: string | null }[];
    version?: string;
  } = {},
): Annotation {
  const span = (text: string) => ({ field: 'BODY' as const, start: 0, end: text.length, text });
  return {
    language: tags.language ?? 'sr-Latn',
    countries: (tags.countries ?? []).map((code, i) => ({
      code,
      count: 1,
      salience: 1 / (i + 1),
      evidence: [span(code)],
    })),
    actors: (tags.actors ?? []).map((slug, i) => {
      const known = actors.find((one) => one.slug === slug);
      return {
        slug,
        kind: known?.kind ?? 'PERSON',
        name: known?.names[0]?.text ?? slug,
        wikidataId: known?.wikidataId ?? null,
        curated: known !== undefined,
        count: 2,
        salience: 1 / (i + 1),
        evidence: [span(slug)],
      };
    }),
    topics: (tags.topics ?? []).map((slug, i) => ({
      slug,
      mediaTopicId: null,
      confidence: 1 / (i + 1),
      evidence: [],
    })),
    quotes: (tags.quotes ?? []).map(({ text, speaker }) => ({ text, speakerName: speaker, speaker, span: span(text) })),
    agency: null,
    version: tags.version ?? 'v1',
  };
}

let serial = 0;

/** A draft with sensible values for all that a test does not name. */
export function draftOf(changes: Partial<ArticleDraft> = {}): ArticleDraft {
  serial += 1;
  const url = changes.url ?? `https://dnevnik.example/clanak-${serial}`;
  return {
    keys: [`url:${url}`],
    url,
    outlet: 'dnevnik',
    headline: `Naslov ${serial}`,
    summary: null,
    body: null,
    authors: [],
    image: null,
    sections: [],
    publishedAt: NOON,
    publishedAtSource: 'FEED',
    seenAt: NOON + MINUTE,
    annotation: annotationOf(),
    copyBands: [],
    copyOf: null,
    ...changes,
  };
}
