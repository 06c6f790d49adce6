import type { Store } from '../domain/store.ts';
import type { TellStory } from '../domain/story.ts';
import type { Instant } from '../domain/text.ts';

const BATCH = 200;

/** Gives a story to every stored article published since then that has none, in the order in which they came. */
export async function placeUnplaced(
  store: Pick<Store, 'unplacedArticles' | 'storedArticles'>,
  tellStory: TellStory,
  since: Instant,
  onPlaced: () => void = () => {},
): Promise<void> {
  let after = 0;
  for (;;) {
    const ids = await store.unplacedArticles(after, since, BATCH);
    for (const id of ids) {
      after = id;
      const [stored] = await store.storedArticles(id - 1, 1);
      if (stored?.article.id !== id || stored.article.story !== null) continue;
      const { outlet, publishedAt, headline, summary, body, copyOf } = stored.article;
      const text = { headline, summary, body };
      await tellStory({ id, outlet, publishedAt, text, annotation: stored.annotation, copyOf });
      onPlaced();
    }
    if (ids.length < BATCH) return;
  }
}
