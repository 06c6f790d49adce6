import type { Knowledge } from '../catalog/knowledge.ts';
import type { Config } from '../config.ts';
import type { ArticleSetting } from '../domain/annotation.ts';
import type { Article } from '../domain/article.ts';
import type { ToldArticle } from '../domain/story.ts';
import type { Instant } from '../domain/text.ts';
import { createStoryTeller } from '../understand/tell-stories.ts';
import { openPeople } from './open-people.ts';
import { openTelal, type Telal } from './open-telal.ts';
import { parseSince } from './parse-since.ts';
import { placeUnplaced } from './place-unplaced.ts';
import { openProgress } from './progress.ts';

const BATCH = 200;
/** Saved together: quicker by far than one by one, and short enough for others who write. */
const TOGETHER = 25;

/**
 * Annotates every article whose annotation was made with another version of the knowledge. What is saved carries the
 * version it was annotated with, so that an interrupted run goes on where it stopped.
 */
export async function annotateStale(config: Config, sinceText: string | undefined): Promise<void> {
  const since = parseSince(sinceText);
  const telal = await openTelal(config, { frugal: true });
  const progress = openProgress('annotated');
  try {
    await annotateAgain(telal, { since, onArticle: () => progress.step() });
  } finally {
    progress.end();
    await telal.close();
  }
  const { version } = telal.knowledge;
  console.log(`${progress.count()} articles annotated with version ${version} of the knowledge.`);
}

/** The same over an open Telal, until all is done or `signal` says stop. */
export async function annotateAgain(
  { store, knowledge, log }: Pick<Telal, 'store' | 'knowledge' | 'log'>,
  options: { since?: Instant; signal?: AbortSignal; onArticle: () => void },
): Promise<void> {
  const { since, signal, onArticle } = options;
  const people = openPeople(store, knowledge);
  const tellStory = createStoryTeller(store, knowledge, log);
  await people.settle();
  let after = 0;
  for (;;) {
    const articles = await store.staleArticles(knowledge.version, after, BATCH, since);
    for (let from = 0; from < articles.length; from += TOGETHER) {
      if (signal?.aborted) return;
      const told = articles.slice(from, from + TOGETHER).map((article): ToldArticle => {
        const { id, outlet, publishedAt, headline, summary, body, copyOf } = article;
        const text = { headline, summary, body };
        const annotation = people.annotate(text, settingOf(article, knowledge));
        return { id, outlet, publishedAt, text, annotation, copyOf };
      });
      await Promise.all(told.map(({ id, annotation }) => store.saveAnnotation(id, annotation)));
      for (const article of told) {
        await tellStory(article);
        after = article.id;
        onArticle();
      }
    }
    await people.settle();
    if (articles.length < BATCH) break;
  }
  await placeUnplaced(store, tellStory, since ?? -8.64e15);
}

/** What is known of a stored article beside its text. */
export function settingOf(article: Article, knowledge: Knowledge): ArticleSetting {
  const outlet = knowledge.outlet(article.outlet);
  return {
    outletLanguages: outlet?.languages,
    outletCountry: outlet?.country,
    topics: article.feedTopics,
    sections: article.sections,
    publishedAt: article.publishedAt,
  };
}
