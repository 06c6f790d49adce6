import type { PageDocument } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import type { FeedSource, Outlet } from '../domain/knowledge.ts';
import type { Clock, ReadPage } from '../domain/ports.ts';
import { fetchFailed } from './fault.ts';
import type { Fetch } from './fetch.ts';
import { barredPage } from './not-a-feed.ts';
import type { RobotsCheck } from './robots.ts';

/** A page as read, and where it was found in the end. */
export interface ReadArticle {
  page: PageDocument;
  finalUrl: string;
}

/** Fetches and reads an article's page; throws a TelalError in plain words. */
export async function readArticle(
  url: string,
  place: { outlet: Outlet; source: FeedSource },
  tools: { fetch: Fetch; robots: RobotsCheck; readPage: ReadPage; clock: Clock; signal?: AbortSignal },
): Promise<ReadArticle> {
  const { outlet, source } = place;
  await tools.robots(url, tools.signal);
  const answer = await tools.fetch({ url, kind: 'page', signal: tools.signal });
  const type = answer.contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type && !/html|xml|text\/plain|octet-stream/.test(type))
    throw fetchFailed(`${url} is no page but ${type}.`, { kind: 'CONTENT' });
  if (new URL(answer.url).pathname === '/' && new URL(url).pathname !== '/')
    throw fetchFailed(`${url} leads to the front page.`, { kind: 'CONTENT' });
  if (answer.bytes.length === 0) throw fetchFailed(`${url} is an empty page.`, { kind: 'CONTENT' });
  // Sites show a login box beside their articles too; only elsewhere is it what stands in an article's place.
  const barred = isElsewhere(url, answer.url) ? barredPage(answer.bytes, new URL(url).hostname) : null;
  if (barred) throw barred;
  try {
    const page = await tools.readPage(answer.bytes, {
      url: answer.url,
      contentType: answer.contentType,
      charset: outlet.charset,
      timeZone: outlet.timeZone,
      language: source.language ?? outlet.languages[0] ?? null,
      now: tools.clock.now(),
      body: outlet.article.body,
      remove: outlet.article.remove,
    });
    return { page, finalUrl: answer.url };
  } catch (error) {
    if (error instanceof TelalError) throw fetchFailed(`${url}: ${error.message}`, { kind: 'CONTENT' }, error);
    throw error;
  }
}

const isElsewhere = (asked: string, answered: string) =>
  asked !== answered && new URL(asked).pathname.split('/').at(-1) !== new URL(answered).pathname.split('/').at(-1);
