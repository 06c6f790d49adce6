import { compare, type Weighed, weigh } from './stories/similarity.ts';
import { readHead } from './stories/terms.ts';
import { type Held, Window } from './stories/window.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An event is told for so long; an article further away begins another story. */
const REACH = 7 * DAY;
/** How alike an article must be to a story's articles, on average over the nearer half of them. */
const JOIN = 0.27;
/** How alike two stories' articles must be, when one article belongs to both. */
const MERGE = 0.27;
/** Likeness counts half after so many days. */
const HALF_LIFE_DAYS = 6;
/** What is told within hours is more likely one event. */
const SOON = 0.35;
const SOON_GAP = 8 * HOUR;
/** Two pieces of one outlet on different days with so many words in common are of a series. */
const SERIES_STEMS = 0.55;
const SERIES_GAP = 16 * HOUR;

const LOOKED_AT = 40;
/** Stories that an article is compared with. */
const MOST_STORIES = 8;
/** Articles of one story that are compared. */
const SAMPLE = 12;
const NEARER = 3;
/** Articles up to which a story's middle is looked for anew with each. */
const YOUNG = 6;

/** Held beyond the window where the store is small or takes in an archive. */
const LEAST_HELD = 20_000;
const MOST_HELD = 120_000;

/** An article to be given a story. */
export type Candidate = Omit<Held, 'story'> & {
  /** The article that it repeats, if it repeats one. */
  copyOf: number | null;
};

/** What is to be done with an article. */
export interface Decision {
  /** Null: it begins a story. */
  story: number | null;
  /** Stories that prove to be the one it joins. */
  absorbed: number[];
  /** How near to the rest of its story it is, and some of the others with it: 0 to 1. */
  centrality: [id: number, value: number][];
}

/** Finds which story an article belongs to, from what it holds of the last days. No clock, no world: data in, data out. */
export interface StoryFinder {
  /** Says what should become of an article; nothing is changed. An article held already is judged anew, without itself. */
  decide(article: Candidate): Decision;
  /** Takes in what has become of an article, whoever decided it. */
  hold(article: Held): void;
  /** Makes all articles held of some stories those of another. */
  merge(stories: readonly number[], into: number): void;
  /** The story of an article that is held; null of any other. */
  storyOf(id: number): number | null;
  size(): number;
}

export function createStoryFinder(): StoryFinder {
  const window = new Window();
  const members = new Map<number, Set<number>>();
  let newest = -Infinity;

  const leave = (id: number) => {
    const held = window.get(id);
    if (!held) return;
    const own = members.get(held.story);
    own?.delete(id);
    if (own?.size === 0) members.delete(held.story);
  };

  const hold = (article: Held) => {
    leave(article.id);
    window.add(article);
    const own = members.get(article.story);
    if (own) own.add(article.id);
    else members.set(article.story, new Set([article.id]));
    newest = Math.max(newest, article.publishedAt);
    for (const gone of window.forget(newest - REACH, LEAST_HELD, MOST_HELD)) {
      const left = members.get(gone.story);
      left?.delete(gone.id);
      if (left?.size === 0) members.delete(gone.story);
    }
  };

  /** Some articles of a story: the newest, and of many some of the rest. */
  const sample = (story: number, without: number): Held[] => {
    const ids = [...(members.get(story) ?? [])].filter((id) => id !== without);
    const step = Math.max(1, Math.floor(ids.length / SAMPLE));
    return ids
      .filter((_, index) => (ids.length - 1 - index) % step === 0)
      .slice(-SAMPLE)
      .map((id) => window.get(id)!);
  };

  const likeness = (one: Omit<Held, 'story'>, weighed: Weighed, other: Held): number => {
    const gap = Math.abs(one.publishedAt - other.publishedAt);
    if (gap > REACH || readHead(other.features[0]!).recurring) return 0;
    const { score, stems } = compare(window, weighed, other);
    if (one.outlet === other.outlet && gap > SERIES_GAP && stems > SERIES_STEMS) return 0;
    return (score * (1 + SOON * Math.exp(-gap / SOON_GAP))) / (1 + gap / DAY / HALF_LIFE_DAYS);
  };

  /** Mean over the nearer half: a story in many languages has articles that are far from one another. */
  const nearness = (values: number[]): number => {
    const sorted = values.sort((a, b) => b - a);
    const count = Math.min(NEARER, Math.ceil(sorted.length / 2));
    let sum = 0;
    for (let index = 0; index < count; index++) sum += sorted[index]!;
    return count === 0 ? 0 : sum / count;
  };

  /** Mean over all: some articles of two events are always alike. */
  const storyLikeness = (one: number, other: number): number => {
    const theirs = sample(other, -1);
    const values = sample(one, -1).map((held) => {
      const weighed = weigh(window, held.features);
      return nearness(theirs.map((article) => likeness(held, weighed, article)));
    });
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  };

  // A young story's articles are all weighed anew, a large one's centre no longer moves much.
  const centrality = (article: Candidate, weighed: Weighed, story: number): [number, number][] => {
    const others = sample(story, article.id);
    const near = others.map((other) => compare(window, weighed, other).score);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const own: [number, number] = [article.id, mean(near)];
    if (others.length > YOUNG) return [own];
    return [
      own,
      ...others.map((other, index): [number, number] => {
        const theirs = weigh(window, other.features);
        const rest = others.filter((one) => one !== other).map((one) => compare(window, theirs, one).score);
        return [other.id, mean([near[index]!, ...rest])];
      }),
    ];
  };

  return {
    hold,
    size: () => window.size,
    storyOf: (id) => window.get(id)?.story ?? null,

    merge(stories, into) {
      for (const story of stories) {
        const own = members.get(story);
        if (!own) continue;
        members.delete(story);
        const kept = members.get(into) ?? new Set();
        members.set(into, kept);
        for (const id of own) {
          window.get(id)!.story = into;
          kept.add(id);
        }
      }
    },

    decide(article) {
      const copied = article.copyOf === null ? undefined : window.get(article.copyOf);
      if (copied && Math.abs(copied.publishedAt - article.publishedAt) <= REACH)
        return { story: copied.story, absorbed: [], centrality: [[article.id, 0]] };
      if (readHead(article.features[0]!).recurring) return alone(article);
      const near = window.nearest(article, LOOKED_AT);
      const stories = [...new Set(near.map((id) => window.get(id)!.story))].slice(0, MOST_STORIES);
      const weighed = weigh(window, article.features);
      const found = stories
        .map((story) => ({
          story,
          score: nearness(sample(story, article.id).map((held) => likeness(article, weighed, held))),
        }))
        .filter(({ score }) => score >= JOIN)
        .sort((a, b) => b.score - a.score || a.story - b.story);
      if (found.length === 0) return alone(article);
      const best = found[0]!.story;
      const proved = found
        .slice(1, 5)
        .filter(({ score, story }) => score >= MERGE && storyLikeness(best, story) >= MERGE)
        .map(({ story }) => story);
      // The older id stays.
      const all = [best, ...proved].sort((a, b) => a - b);
      return { story: all[0]!, absorbed: all.slice(1), centrality: centrality(article, weighed, best) };
    },
  };
}

const alone = ({ id }: Candidate): Decision => ({ story: null, absorbed: [], centrality: [[id, 0]] });
