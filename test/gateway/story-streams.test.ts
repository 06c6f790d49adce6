import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { engines } from '../store/engines.ts';
import { follow } from './fixture/follow-stream.ts';
import { openReal, type RealGateway } from './fixture/open-real.ts';

const FOLLOW =
  'subscription ($filter: ArticleFilter) { storyUpdated(filter: $filter) { title articleCount articles(first: 5) { nodes { url } } } }';

describe.each(engines)('storyUpdated on $name', (engine) => {
  let open: RealGateway;
  beforeEach(async () => {
    open = await openReal({ graceMs: 500 }, engine);
  });
  afterEach(() => open.close());

  const place = async (index: number, story: number | null, absorbed: number[] = []) => {
    const articleId = await open.add(index, { headline: `Vest ${index}` });
    const expected = await open.store.storyPosition();
    const request = { articleId, features: '', story, absorbed, centrality: [], expected };
    return (await open.store.placeArticle(request))!.story;
  };
  const listen = (variables: object = {}, last?: string) =>
    follow(`${open.url}graphql?${new URLSearchParams({ query: FOLLOW, variables: JSON.stringify(variables) })}`, {
      headers: last === undefined ? {} : { 'last-event-id': last },
    });
  const pause = (ms = 300) => new Promise((done) => setTimeout(done, ms));
  /** The stream stands and has looked where the store is. */
  const begun = async () => {
    const streams = async () => /telal_streams (\d+)/.exec(await (await fetch(`${open.url}metrics`)).text())?.[1];
    await expect.poll(streams, { timeout: 5_000 }).toBe('1');
    await pause();
  };
  const told = (stream: ReturnType<typeof listen>) =>
    stream.events.map(({ data }) => [data.data.storyUpdated.title, data.data.storyUpdated.articleCount]);

  test('tells a story each time it has changed, once, and never one that is part of another', async () => {
    const stream = listen();
    await begun();
    const first = await place(40, null);
    await stream.until(() => stream.events.length === 1);
    const second = await place(41, null);
    await stream.until(() => stream.events.length === 2);
    await place(42, first);
    await stream.until(() => stream.events.length === 3);
    await place(43, first, [second]);
    await stream.until(() => stream.events.length === 4);
    await pause();
    expect(told(stream).map(([, count]) => count)).toEqual([1, 1, 2, 4]);
    expect(stream.events[3]!.data.data.storyUpdated.articles.nodes).toHaveLength(4);
    stream.stop();
  });

  test('tells only of stories that hold an article of the filter', async () => {
    const stream = listen({ filter: { outlets: { any: ['lajm'] } } });
    await begun();
    const first = await place(40, null);
    await place(41, null);
    await place(42, first);
    await stream.until(() => stream.events.length === 1);
    await pause();
    expect(told(stream).map(([, count]) => count)).toEqual([2]);
    stream.stop();
  });

  test('tells what changed while a reader was away, each story once', async () => {
    const stream = listen();
    await begun();
    const first = await place(40, null);
    await stream.until(() => stream.events.length === 1);
    stream.stop();
    await place(41, first);
    await place(42, first);
    await place(43, null);
    const again = listen({}, stream.ids.at(-1));
    await again.until(() => again.events.length === 2);
    await pause();
    expect(told(again)).toEqual([
      [expect.any(String), 3],
      ['Vest 43', 1],
    ]);
    again.stop();
  });

  test('refuses an event that is none of its own', async () => {
    const stream = listen({}, 'nonsense');
    await stream.until(() => stream.ended());
    expect(stream.events[0]!.data.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});
