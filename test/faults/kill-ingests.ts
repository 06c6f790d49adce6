import { expect } from 'vitest';
import { engines, openTestStore } from '../store/engines.ts';
import { killRounds } from './kill-rounds.ts';
import { isChanged, shown } from './shown.ts';

const PUBLISHED_EACH_TIME = 6;

/** Kills a process that takes articles in; those that were changed have one former state, all others none. */
export async function killIngests(engineName: string, kills: number): Promise<void> {
  const engine = engines.find(({ name }) => name === engineName)!;
  const prepared = await openTestStore(engine);
  let count = 20;
  const publish = () => {
    count += PUBLISHED_EACH_TIME;
    return String(count);
  };
  const published = () => shown(count).map(({ url }) => url);
  const store = await killRounds(
    { databaseUrl: prepared.url, script: new URL('./ingest-child.ts', import.meta.url), args: [], publish, published },
    kills,
  );
  const { edges } = await store.articles({}, 'OLDEST', { first: 100_000 });
  const revisions = Map.groupBy(await store.revisionsOf(edges.map(({ node }) => node.id)), (state) => state.articleId);
  // One that was changed before it was first met has no former state.
  const states = edges.map(({ node }, i) => [revisions.get(node.id)?.length ?? 0, isChanged(i, count)]);
  expect(states.filter(([length, changed]) => length !== 0 && !(length === 2 && changed))).toEqual([]);
  expect(states.some(([length]) => length === 2)).toBe(true);
  expect(edges.map(({ node }) => node.headline).reverse()).toEqual(shown(count).map(({ headline }) => headline));
  await store.close();
  await prepared.drop();
}
