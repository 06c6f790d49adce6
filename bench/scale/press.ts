import type { Annotation } from '../../src/domain/annotation.ts';
import type { ArticleDraft } from '../../src/domain/draft.ts';
import type { Catalog, KnownActor, Outlet } from '../../src/domain/knowledge.ts';
import type { TextSpan } from '../../src/domain/text.ts';
import { seeded } from '../../test/seeded.ts';
import { inventText } from './words.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** All stores cover the same year, however many articles they hold, so that timelines have the same length. */
const END = Date.UTC(2026, 9, 31);
const BEGIN = END - 365 * DAY;

/** How much of the region's news comes from where. */
const shares: Record<string, number> = {
  ...{ RS: 15, TR: 13, HR: 12, BG: 12, RO: 12, GR: 11, BA: 8, SI: 6, MK: 5, AL: 5, XK: 5, ME: 4 },
};
const UNKNOWN_PERSONS = 60_000;
const EVENTS_AT_ONCE = 40;

interface Event {
  country: string;
  actors: KnownActor[];
  topics: string[];
  words: string;
  until: number;
  weight: number;
}

/** More articles by day than by night, fewer at weekends: the share of a time's hour in what is published. */
function liveliness(at: number): number {
  const date = new Date(at + HOUR);
  const hour = date.getUTCHours();
  const day = date.getUTCDay();
  return (hour < 6 ? 0.15 : hour < 9 ? 0.7 : hour < 19 ? 1 : 0.55) * (day === 0 || day === 6 ? 0.6 : 1);
}

/**
 * A year of the region's press as the poller would hand it over, in order of arrival: outlets, actors and topics of the
 * catalog by Zipf's law, each country mostly about itself, and two of five articles about events that many outlets tell
 * within two days. The texts are invented words; the tags are real. The same seed and count give the same press.
 */
export function* inventPress(catalog: Catalog, count: number, seed = 1): Generator<ArticleDraft> {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  /** A place of a list of `n`, the first ones far more often. */
  const rank = (n: number): number => Math.min(n - 1, Math.floor(n ** random()) - 1);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const weighed = (weights: Record<string, number>): string => {
    let left = random() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
    for (const [key, weight] of Object.entries(weights)) {
      left -= weight;
      if (left < 0) return key;
    }
    return Object.keys(weights)[0]!;
  };
  const shuffled = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    for (let at = left.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [left[at], left[other]] = [left[other]!, left[at]!];
    }
    return left;
  };

  const outlets = Map.groupBy(shuffled(catalog.outlets), (outlet) => outlet.country);
  const sharing = Object.fromEntries(Object.entries(shares).filter(([code]) => outlets.has(code)));
  const ranked = shuffled(catalog.actors);
  const actorsOf = Map.groupBy(ranked, (actor) => actor.countries[0] ?? '');
  const topics = shuffled(catalog.topics.map((topic) => topic.slug));
  const anyActor = (country: string): KnownActor => {
    const own = actorsOf.get(country) ?? ranked;
    const from = random() < 0.7 ? own : ranked;
    return from[rank(from.length)]!;
  };
  const events: Event[] = [];
  const begin = (at: number): Event => {
    const country = weighed(sharing);
    const named = new Set(Array.from({ length: 1 + below(3) }, () => anyActor(country)));
    return {
      country,
      actors: [...named],
      topics: [topics[rank(topics.length)]!, ...(random() < 0.4 ? [pick(topics)] : [])],
      words: inventText('und', 4, random),
      until: at + (0.2 + 2 * random()) * DAY,
      weight: 1 / (1 + rank(EVENTS_AT_ONCE)),
    };
  };

  for (let i = 0; i < count; i += 1) {
    let at = BEGIN + ((i + random()) / count) * (END - BEGIN);
    // Within its day, an article of the night may have been one of the morning.
    while (random() > liveliness(at)) at = at - (at % DAY) + random() * DAY;
    const seenAt = Math.floor(Math.min(END, at));
    for (let place = 0; place < EVENTS_AT_ONCE; place += 1)
      if (events[place] === undefined || events[place]!.until < seenAt) events[place] = begin(seenAt);
    const event = random() < 0.4 ? events[rank(EVENTS_AT_ONCE)]! : null;
    const publisher = event !== null && random() < 0.5 ? event.country : weighed(sharing);
    const own = outlets.get(publisher)!;
    yield invent(i, own[rank(own.length)]!, event, seenAt);
  }

  function invent(i: number, outlet: Outlet, event: Event | null, seenAt: number): ArticleDraft {
    const language = random() < 0.9 ? outlet.languages[0]! : pick(outlet.languages);
    const headline = `${event === null || random() < 0.3 ? '' : `${event.words} `}${inventText(language, 6, random)}`;
    const summary = inventText(language, 20, random);
    const body = `${event?.words ?? ''} ${inventText(language, 24, random)}`.trim();
    const url = `${outlet.homepage.replace(/\/$/, '')}/bench/${i}`;
    return {
      keys: [`url:${url}`],
      url,
      outlet: outlet.slug,
      headline,
      summary,
      body,
      authors: [],
      image: null,
      sections: [],
      publishedAt: seenAt - Math.floor(-Math.log(1 - random()) * (random() < 0.02 ? DAY : HOUR / 6)),
      publishedAtSource: 'FEED',
      seenAt,
      annotation: annotationOf(outlet, language, event, headline, body),
      copyBands: [],
      copyOf: null,
    };
  }

  function annotationOf(outlet: Outlet, language: string, event: Event | null, headline: string, body: string) {
    const countries = new Set([event?.country ?? outlet.country]);
    if (random() < 0.35) countries.add(weighed(sharing));
    if (random() < 0.08) countries.add(pick(catalog.countries).code);
    const actors = new Set(event?.actors.filter(() => random() < 0.8) ?? []);
    for (let more = below(3); more > 0; more -= 1) actors.add(anyActor(pick([...countries])));
    const found = new Set<string>();
    for (let more = random() < 0.5 ? 1 : 0; more > 0; more -= random()) found.add(`found-${rank(UNKNOWN_PERSONS)}`);
    const about = new Set(event?.topics ?? [topics[rank(topics.length)]!]);
    if (random() < 0.4) about.add(topics[rank(topics.length)]!);
    const span = (of: string): TextSpan => ({ field: 'HEADLINE', start: 0, end: of.length, text: of });
    const first = headline.slice(0, headline.indexOf(' '));
    const known = [...actors].map(({ slug, kind, names, wikidataId }) => {
      return { slug, kind, name: names[0]!.text, wikidataId, curated: true };
    });
    const unknown = [...found].map((slug) => {
      return { slug, kind: 'PERSON' as const, name: `Found ${slug.slice(6)}`, wikidataId: null, curated: false };
    });
    const quoted = actors.size > 0 && random() < 0.15;
    const annotation: Annotation = {
      language,
      countries: [...countries].map((code, i) => ({ code, count: 2, salience: 1 / (i + 1), evidence: [span(first)] })),
      actors: [...known, ...unknown].map((actor, i) => {
        return { ...actor, count: 2, salience: 1 / (i + 1), evidence: [span(first)] };
      }),
      topics: [...about].map((slug, i) => {
        const mediaTopicId = catalog.topic(slug)?.mediaTopicId ?? null;
        return { slug, mediaTopicId, confidence: 1 / (i + 1), evidence: [span(first)] };
      }),
      quotes: quoted
        ? [{ text: body, speakerName: null, speaker: known[0]!.slug, span: { ...span(body), field: 'BODY' } }]
        : [],
      agency: null,
      version: catalog.version,
    };
    return annotation;
  }
}
