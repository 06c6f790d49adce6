import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config.ts';
import { EXAMPLE_QUERIES } from '../../gateway/example-queries.ts';
import { serve } from '../run-serve.ts';
import { type Demo, openDemo } from './open-demo.ts';

/** How many articles come in while one looks on, and how far apart. */
const LATE_ARTICLES = 8;
const LATE_EVERY_MS = 20_000;
const POLL_EVERY_MS = 10_000;

/** Serves sample outlets and Telal over them until told to stop; says where to look once the first articles are in. */
export async function runDemo(config: Config): Promise<void> {
  const demo = await openDemo(
    { ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel },
    { keepBack: LATE_ARTICLES },
  );
  let timer: NodeJS.Timeout | undefined;
  try {
    await serve(demo.config, {
      poll: true,
      longestIntervalMs: POLL_EVERY_MS,
      onListening: async (url) => {
        await firstArticles(url);
        console.log(welcome(demo, url));
        void warmUp(url);
        timer = setInterval(() => publishNext(demo), LATE_EVERY_MS);
      },
      onRound: () => {},
    });
  } finally {
    clearInterval(timer);
    await demo.close();
  }
}

/** So many articles are something to look at. */
const ENOUGH = 25;

/** Resolves once there is something to look at. */
async function firstArticles(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}graphql?query={articles{totalCount}}`).catch(() => null);
    const { data } = ((await answer?.json().catch(() => null)) ?? {}) as {
      data?: { articles: { totalCount: number } };
    };
    if ((data?.articles.totalCount ?? 0) >= ENOUGH) return;
    await sleep(50);
  }
}

/** The first question of a process takes several times as long as the next; the reader's should not be it. */
async function warmUp(url: string): Promise<void> {
  for (const query of EXAMPLE_QUERIES.filter((one) => !one.includes('subscription')))
    await fetch(`${url}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }).then(
      (answer) => answer.text(),
      () => null,
    );
}

function publishNext(demo: Demo): void {
  const next = demo.waiting.pop();
  next?.site.publish(next.article);
}

const welcome = (demo: Demo, url: string) => `
Telal runs, with ${demo.sites.length} sample outlets on this machine; their ${demo.articleCount} articles of this week's (invented) news are coming in.

  Dashboard    ${url}
  GraphiQL     ${url}graphql
  Newest       ${url}feed.atom

A few more articles come in over the next minutes. Ctrl+C ends the demo and removes its store.
`;
