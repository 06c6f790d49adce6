import type { Config } from '../../config.ts';
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
  let url = '';
  let told = false;
  let timer: NodeJS.Timeout | undefined;
  try {
    await serve(demo.config, {
      poll: true,
      longestIntervalMs: POLL_EVERY_MS,
      onListening: (address) => {
        url = address;
      },
      onRound: (round) => {
        if (told || round.newArticles === 0) return;
        told = true;
        console.log(welcome(demo, url, round.newArticles));
        timer = setInterval(() => publishNext(demo), LATE_EVERY_MS);
      },
    });
  } finally {
    clearInterval(timer);
    await demo.close();
  }
}

function publishNext(demo: Demo): void {
  const next = demo.waiting.pop();
  next?.site.publish(next.article);
}

const welcome = (demo: Demo, url: string, articles: number) => `
Telal runs, with ${demo.sites.length} sample outlets on this machine and ${articles} articles of this week's (invented) news.

  Dashboard    ${url}
  GraphiQL     ${url}graphql
  Newest       ${url}feed.atom

A few more articles come in over the next minutes. Ctrl+C ends the demo and removes its store.
`;
