import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGateway } from '../../src/gateway/create-gateway.ts';
import type { Engine, Value } from '../../src/store/engine.ts';
import { storeOver } from '../../src/store/open-store.ts';
import { openPostgres } from '../../src/store/postgres-engine.ts';
import { openSqlite } from '../../src/store/sqlite-engine.ts';
import { limited } from '../../src/store/time-limit.ts';
import { engines } from './engines.ts';
import { catalogOf, draftOf, NOON } from './sample-world.ts';

/** Each engine would count for ever. */
const endless = `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT (n + 1) % 1000000007 FROM c)
  SELECT count(*) AS n FROM c WHERE n < 0`;
const LIMIT_MS = 400;
/** A loaded machine takes its time; asked is an end within 200 ms of the limit. */
const PATIENCE_MS = 3_000;

const quiet = () => {};

/** The same engine, on which a search for the word takes for ever. */
function withEndlessSearch(engine: Engine): Engine {
  const isEndless = (values?: readonly Value[]) => values?.some((value) => /endless/.test(String(value)));
  const slow: Pick<Engine, 'walk' | 'all'> = {
    walk: (sql, values) => (isEndless(values) ? engine.walk(endless) : engine.walk(sql, values)),
    all: (sql, values) => (isEndless(values) ? engine.walk(endless) : engine.all(sql, values)),
  };
  return new Proxy(engine, {
    get: (target, name) => {
      const found = name in slow ? slow[name as 'walk' | 'all'] : Reflect.get(target, name);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
}

/** How many statements are at it. */
async function atWork(name: string, url: string): Promise<number> {
  if (name === 'postgres') {
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query(
      "SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'WITH RECURSIVE%' AND datname = current_database()",
    );
    await client.end();
    return Number(rows[0].n);
  }
  const all = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  return all.split('\n').filter((line) => line.includes('sqlite-read-worker') && line.includes(url.slice(5))).length;
}

describe.each(engines)('A time limit on $name', ({ name, create }) => {
  const open = async () => {
    const database = await create();
    const engine = name === 'postgres' ? await openPostgres(database.url) : openSqlite(database.url);
    onTestFinished(async () => {
      await engine.close();
      await database.drop();
    });
    return { engine, url: database.url };
  };

  it('stops the statement that is at it, and leaves others alone', async () => {
    const { engine, url } = await open();
    const reason = new Error('too long');
    const begun = performance.now();
    const abort = new AbortController();
    const slow = limited(abort.signal, () => engine.walk(endless));
    const other = limited(new AbortController().signal, () => engine.walk<{ n: number }>('SELECT 7 AS n'));
    expect(await other).toEqual([{ n: 7 }]);
    expect(await atWork(name, url)).toBeGreaterThan(0);
    setTimeout(() => abort.abort(reason), LIMIT_MS);
    await expect(slow).rejects.toBe(reason);
    expect(performance.now() - begun).toBeLessThan(LIMIT_MS + PATIENCE_MS);
    await expect(limited(abort.signal, () => engine.walk('SELECT 1 AS n'))).rejects.toBe(reason);
    if (name === 'postgres') await expect.poll(() => atWork(name, url)).toBe(0);
    // One that is new stands ready.
    else await expect.poll(() => atWork(name, url)).toBeLessThanOrEqual(2);
    expect(await engine.walk('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('holds for a request: the rest of the world is answered meanwhile, however many are slow', async () => {
    const { engine, url } = await open();
    const store = storeOver(withEndlessSearch(engine));
    await store.migrate();
    await store.syncCatalog(catalogOf(), NOON);
    for (let i = 0; i < 5; i += 1) await store.saveArticle(draftOf());
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const gateway = createGateway({
      store,
      catalog: catalogOf(),
      settings: { timeLimitMs: LIMIT_MS, rateLimit: 0 },
      log,
    });
    onTestFinished(() => gateway.close());
    const address = await gateway.listen({ port: 0, host: '127.0.0.1' });
    const ask = async (query: string) => {
      const begun = performance.now();
      const answer = await fetch(`${address}graphql?query=${encodeURIComponent(query)}`);
      return { answer: await answer.json(), ms: performance.now() - begun };
    };
    await ask('{ articles(filter: { search: "naslov" }, first: 2) { totalCount nodes { url } } }');
    const slow = Array.from({ length: 6 }, (_, n) =>
      ask(`{ articles(filter: { search: "endless ${n}" }, first: 2) { nodes { url } } }`),
    );
    await sleep(50);
    for (let i = 0; i < 5; i += 1) {
      const { answer } = await ask(`{ articles(first: ${i + 1}) { totalCount } }`);
      expect(answer).toEqual({ data: { articles: { totalCount: 5 } } });
    }
    for (const { answer, ms } of await Promise.all(slow)) {
      expect((answer as { errors: { extensions: object }[] }).errors[0]!.extensions).toEqual({
        code: 'QUERY_TOO_COMPLEX',
      });
      expect(ms).toBeLessThan(LIMIT_MS + PATIENCE_MS);
    }
    const list = await fetch(`${address}feed.json?search=endless`);
    expect([list.status, await list.json()]).toEqual([503, { error: expect.stringMatching(/0\.4 seconds/) }]);
    const last = '{ articles(filter: { search: "naslov" }, first: 3) { totalCount nodes { url } } }';
    await expect
      .poll(async () => (await ask(last)).answer, { timeout: 10_000 })
      .toMatchObject({ data: { articles: { totalCount: 5 } } });
    if (name === 'postgres') await expect.poll(() => atWork(name, url)).toBe(0);
  });
});
