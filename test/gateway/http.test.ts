import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gateway, QUERY } from './fixture/gateway-for-a-test.ts';
import type { Json } from './fixture/open-gateway.ts';

describe('limits of a client', () => {
  test('requests a minute, told with how long to wait', async () => {
    const open = await gateway({ rateLimit: 5 });
    const statuses = [];
    for (let index = 0; index < 7; index++) statuses.push((await open.post({ query: '{ __typename }' })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const refused = await fetch(`${open.url}feed.json`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await refused.json()) as Json).errors[0].extensions.code).toBe('RATE_LIMITED');
    expect((await fetch(`${open.url}health`)).status).toBe(200);
  });

  test('behind a proxy each client counts for itself', async () => {
    const open = await gateway({ rateLimit: 1, proxies: 1 });
    const from = (address: string) =>
      open.post({ query: '{ __typename }' }, { 'x-forwarded-for': `9.9.9.9, ${address}` });
    expect((await from('1.2.3.4')).status).toBe(200);
    expect((await from('1.2.3.4')).status).toBe(429);
    expect((await from('1.2.3.5')).status).toBe(200);
    expect((await from('2001:db8:1:2::1')).status).toBe(200);
    expect((await from('2001:db8:1:2:ffff::9')).status).toBe(429);
  });

  test('the time that a query may take', async () => {
    const open = await gateway({ timeLimitMs: 100 });
    open.store.before = (call) => (call === 'listArticles' ? new Promise((done) => setTimeout(done, 400)) : undefined);
    const begun = performance.now();
    const answer = await open.ask('{ articles(first: 2) { nodes { actors { actor { name } } } } }');
    expect(performance.now() - begun).toBeLessThan(350);
    expect(answer.errors![0].extensions.code).toBe('QUERY_TOO_COMPLEX');
    expect(answer.errors![0].message).toContain('0.1 seconds');
    await new Promise((done) => setTimeout(done, 400));
    expect(open.store.calls).not.toContain('actorMentions');
  });
});

describe('trusted documents', () => {
  const document = '{ topics { slug } }';
  const hash = createHash('sha256').update(document).digest('hex');

  async function withFile(content: string, run: (path: string) => Promise<void>) {
    const folder = await mkdtemp(join(tmpdir(), 'telal-documents-'));
    const path = join(folder, 'documents.json');
    await writeFile(path, content);
    await run(path).finally(() => rm(folder, { recursive: true }));
  }

  test('are the only ones that run, by hash or by text', async () => {
    await withFile(JSON.stringify({ [`sha256:${hash}`]: document }), async (documents) => {
      const open = await gateway({ documents });
      for (const body of [
        { documentId: `sha256:${hash}` },
        { query: document },
        { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
      ])
        expect(((await (await open.post(body)).json()) as Json).data.topics).toHaveLength(4);
      expect((await open.ask('{ countries { code } }')).errors![0].extensions.code).toBe('BAD_USER_INPUT');
      expect((await open.ask('{ __schema { description } }')).errors).toHaveLength(1);
    });
  });

  test('or run without limits beside others', async () => {
    await withFile(
      JSON.stringify({ deep: `{ topics { ${'parent {'.repeat(20)} slug ${'}'.repeat(20)} } }` }),
      async (documents) => {
        const open = await gateway({ documents, documentsOnly: false });
        expect(((await (await open.post({ documentId: 'deep' })).json()) as Json).errors).toBeUndefined();
        expect((await open.ask('{ countries { code } }')).errors).toBeUndefined();
      },
    );
  });

  test('that are wrong stop the start with a sentence', async () => {
    await withFile('{"a": "{ nothing }"}', async (documents) => {
      await expect(gateway({ documents })).rejects.toThrow(/TELAL_DOCUMENTS.*"a".*nothing/);
    });
    await expect(gateway({ documents: '/nowhere.json' })).rejects.toThrow('TELAL_DOCUMENTS');
  });
});

describe('pages', () => {
  test('/health, /ready and /metrics', async () => {
    const open = await gateway();
    expect(await (await fetch(`${open.url}health`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${open.url}ready`)).status).toBe(200);
    await open.ask(QUERY);
    await open.ask(QUERY);
    const text = await (await fetch(`${open.url}metrics`)).text();
    expect(text).toContain('telal_requests_total{operation="articles",code="OK"} 2');
    expect(text).toContain('telal_cache_hits_total 1');
    expect(text).toContain('telal_articles 30');
    expect(text).toContain('telal_outlet_status{outlet="danica",status="HEALTHY"} 1');
    expect(text).toContain('telal_polls_total{outlet="danica",result="new"} 3');
    expect(text).toContain('telal_feeds{state="due"} 2');
    expect(text).toContain('telal_feeds{state="polling"} 1');
    expect(text).toContain('telal_articles_without_story 4');
    expect(text).toContain('telal_store_bytes 4096');
    open.store.ready = async () => {
      throw new Error('locked');
    };
    expect((await fetch(`${open.url}ready`)).status).toBe(503);
  });

  test('without a dashboard / links what there is, and nothing else is there', async () => {
    const open = await gateway({ dashboard: join(tmpdir(), 'telal-no-dashboard') });
    const page = await fetch(open.url);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    for (const [, href] of (await page.text()).matchAll(/href="([^"]+)"/g))
      expect(
        (await fetch(new URL(href!.replaceAll('&amp;', '&'), open.url), { headers: { accept: 'text/html,*/*' } }))
          .status,
        href,
      ).toBe(200);
    expect((await fetch(`${open.url}nothing`)).status).toBe(404);
    expect((await fetch(open.url, { method: 'DELETE' })).status).toBe(405);
  });

  test('a dashboard’s files are served from its folder, and none beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'telal-dashboard-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html>Dashboard');
    await writeFile(join(folder, 'app-1234abcd.js'), 'x');
    const open = await gateway({ dashboard: folder });
    expect(await (await fetch(open.url)).text()).toContain('Dashboard');
    expect(await (await fetch(`${open.url}story/1`)).text()).toContain('Dashboard');
    expect((await fetch(`${open.url}app-1234abcd.js`)).headers.get('cache-control')).toContain('immutable');
    for (const path of [
      '..%2f..%2fetc%2fhosts.txt',
      '%2e%2e/%2e%2e/etc/hosts.txt',
      '.env',
      'missing.js',
      '%00.js',
      '%zz',
    ])
      expect((await fetch(`${open.url}${path}`)).status, path).toBe(404);
    await rm(folder, { recursive: true });
  });

  test('a gateway that is stopped finishes what it began', async () => {
    const open = await gateway();
    open.store.before = () => new Promise((done) => setTimeout(done, 150));
    const answer = open.ask(QUERY);
    await new Promise((done) => setTimeout(done, 50));
    await open.gateway.close();
    expect((await answer).data.articles.totalCount).toBe(30);
    await expect(fetch(`${open.url}health`)).rejects.toThrow();
  });

  test('bodies stay inside where they are not public', async () => {
    const open = await gateway({ publicBodies: false });
    expect((await open.ask('{ articles(first: 1) { nodes { body summary } } }')).data.articles.nodes[0]).toEqual({
      body: null,
      summary: 'Summary',
    });
  });

  test('an article of an outlet that has left the catalog is told all the same', async () => {
    const open = await gateway();
    open.store.add({ outlet: 'gone', url: 'https://gone.example/a/1' });
    const { data } = await open.ask(
      '{ articles(first: 1) { nodes { outlet { slug homepage country { code name } } } } }',
    );
    expect(data.articles.nodes[0].outlet).toEqual({
      slug: 'gone',
      homepage: 'https://gone.example/',
      country: { code: 'ZZ', name: 'Unknown' },
    });
  });
});

describe('list feeds', () => {
  test('are Atom, JSON Feed and CSV of the same list', async () => {
    const open = await gateway();
    open.store.add({ headline: 'Šta & <kako> "sad"', countries: ['XK'], summary: '=cmd()' });
    const get = async (name: string) => {
      const answer = await fetch(`${open.url}${name}`);
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    };
    const atom = await get('feed.atom?country=XK');
    expect(atom.type).toBe('application/atom+xml; charset=utf-8');
    expect(atom.text).toContain('<title>Šta &amp; &lt;kako&gt; &quot;sad&quot;</title>');
    expect(atom.text.match(/<entry>/g)).toHaveLength(1);
    expect(atom.text).toContain('<title>Telal: Kosovo</title>');
    const feed = JSON.parse((await get('feed.json?actor=Q101&topic=medtop:11000000&limit=5')).text);
    expect(feed.items).toHaveLength(5);
    expect(feed.items[0].tags).toContain('ana-anic');
    const csv = await get('feed.csv?limit=2');
    expect(csv.text.split('\r\n')[0]).toBe(
      'url,publishedAt,outlet,publisherCountry,language,headline,summary,authors,countries,actors,topics',
    );
    expect(csv.text).toContain('"Šta & <kako> ""sad""",\'=cmd()');
  });

  test('tell what is wrong with their address', async () => {
    const open = await gateway();
    for (const [search, word] of [
      ['outlet=danika', 'danica'],
      ['limit=0', '1 to 100'],
      ['colour=red', 'country, actor'],
    ]) {
      const answer = await fetch(`${open.url}feed.json?${search}`);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as Json).error).toContain(word);
    }
  });
});
