import type { Knowledge } from '../catalog/knowledge.ts';
import type { Log } from '../domain/ports.ts';
import type { StoryStore, TellStory, ToldArticle } from '../domain/story.ts';
import { createFeatureExtractor } from './stories/extract-features.ts';
import { isCurrent } from './stories/terms.ts';
import { createStoryFinder } from './stories.ts';

/** So far back a start reads, beyond the days that a story reaches. */
const READ_BACK = 8 * 86_400_000;
const MOST_READ = 100_000;

const write = (features: Uint32Array): string =>
  Buffer.from(features.buffer, features.byteOffset, features.byteLength).toString('base64');

/** Features as the store keeps them. */
export function readFeatures(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  const features = new Uint32Array(new Uint8Array(bytes).buffer, 0, bytes.length >> 2);
  // Those of an older version say no more than that there was an article.
  return features.length === 0 || isCurrent(features[0]!) ? features : features.slice(0, 1);
}

/**
 * Gives articles their stories, one after another. What it knows is what the store holds: it begins from there, and
 * where another process has placed an article meanwhile, it reads that first and decides again.
 */
export function createStoryTeller(store: StoryStore, knowledge: Knowledge, log: Pick<Log, 'error'>): TellStory {
  const extractFeatures = createFeatureExtractor(knowledge);
  const finder = createStoryFinder();
  let position = -1;
  let last: Promise<unknown> = Promise.resolve();

  const follow = async () => {
    const newest = position < 0 ? await store.newestPlaced() : null;
    const since = newest === null ? -8.64e15 : newest - READ_BACK;
    const news = await store.placements(Math.max(0, position), since, MOST_READ);
    for (const { articleId: id, features, ...rest } of news.placements)
      finder.hold({ id, ...rest, features: readFeatures(features) });
    position = news.position;
  };

  const place = async ({ id, outlet, publishedAt, text, annotation, copyOf }: ToldArticle) => {
    if (position < 0) await follow();
    const features = extractFeatures(text, annotation);
    const article = { id, outlet, publishedAt, features };
    for (;;) {
      const known = finder.storyOf(id);
      const decision =
        known === null ? finder.decide({ ...article, copyOf }) : { story: known, absorbed: [], centrality: [] };
      const { story, absorbed, centrality } = decision;
      const request = { articleId: id, features: write(features), story, absorbed, centrality, expected: position };
      const placed = await store.placeArticle(request);
      if (placed) {
        if (story === placed.story) finder.merge(absorbed, placed.story);
        finder.hold({ ...article, story: placed.story });
        position = placed.position;
        return;
      }
      await follow();
    }
  };

  return (article) => {
    const mine = last.then(() => place(article));
    last = mine.catch(() => undefined);
    return mine.catch((error: unknown) => {
      // The store's answer is unsure: what it holds is read again before the next.
      position = -1;
      log.error({ err: error, article: article.id }, 'an article was not given a story');
    });
  };
}
