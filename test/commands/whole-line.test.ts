import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, openDemo } from '../../src/commands/demo/open-demo.ts';
import { openPoller } from '../../src/commands/open-poller.ts';
import { openTelal, type Telal } from '../../src/commands/open-telal.ts';
import { readConfig } from '../../src/config.ts';
import { createGateway, type Gateway } from '../../src/gateway/create-gateway.ts';
import type { OutletReport } from '../../src/poll/poller.ts';
import { groupQuotes } from '../../src/understand/stories/group-quotes.ts';

let demo: Demo;
let telal: Telal;
let gateway: Gateway;
let url: string;
let reports: OutletReport[];

beforeAll(async () => {
  demo = await openDemo(readConfig({ LOG_LEVEL: 'silent' }));
  telal = await openTelal(demo.config);
  const poller = openPoller(telal, {});
  reports = await poller.run();
  await poller.stop();
  gateway = createGateway({ store: telal.store, catalog: telal.knowledge, groupQuotes, log: telal.log });
  url = await gateway.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);

afterAll(async () => {
  await gateway?.close();
  await telal?.close();
  await demo?.close();
});

// biome-ignore lint/suspicious/noExplicitAny: answers of GraphQL are looked at field by field
async function ask(query: string, variables: Record<string, unknown> = {}): Promise<any> {
  const response = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

describe('from sample outlets over HTTP to GraphQL answers', () => {
  test('every outlet is polled without a failure, whatever its format, charset and faults', () => {
    expect(reports).toHaveLength(demo.sites.length);
    expect(reports.flatMap((report) => (report.failed || report.pagesFailed ? [report] : []))).toEqual([]);
  });

  test('every article that a feed shows is in the store once', async () => {
    const { articles } = await ask('{ articles { totalCount } }');
    expect(articles.totalCount).toBe(demo.articleCount);
  });

  test('bodies are the articles and nothing of the furniture around them', async () => {
    for (const site of demo.sites) {
      const { outlet } = await ask(
        'query ($slug: String!) { outlet(slug: $slug) { articles(first: 50) { nodes { url headline body } } } }',
        { slug: site.outlet.slug },
      );
      expect(outlet.articles.nodes.length).toBeGreaterThan(0);
      const { furniture } = site.outlet;
      for (const article of outlet.articles.nodes) {
        expect(article.body, article.url).toEqual(expect.any(String));
        for (const text of [furniture.newsletter, furniture.comments, furniture.footer, ...furniture.related])
          expect(article.body, `${site.outlet.slug}: ${article.headline}`).not.toContain(text);
      }
    }
  });

  test('a client walks from a country to its articles, their outlets and their actors', async () => {
    const { country } = await ask(`{ country(code: "XK") { name articles(first: 5) { totalCount nodes {
      headline outlet { name country { code } feeds { status lastError } } actors { actor { slug articles(first: 1) { totalCount } } evidence { field text } } } } } }`);
    expect(country.name).toBe('Kosovo');
    expect(country.articles.totalCount).toBeGreaterThan(5);
    for (const article of country.articles.nodes)
      for (const feed of article.outlet.feeds) expect(feed).toMatchObject({ status: 'HEALTHY', lastError: null });
  });

  test('one filter takes Vučić in every script and language', async () => {
    const { articles } = await ask(
      '{ articles(filter: { actors: { any: ["aleksandar-vucic"] } }, first: 100) { nodes { language } } }',
    );
    const languages = new Set(articles.nodes.map((article: { language: string }) => article.language));
    expect(languages.size).toBeGreaterThanOrEqual(4);
    for (const tag of ['sr-Cyrl', 'sr-Latn']) expect(languages).toContain(tag);
  });

  test('one search finds both scripts', async () => {
    const [latin, cyrillic] = await Promise.all(
      ['Beograd', 'Београд'].map((search) =>
        ask('query ($s: String) { articles(filter: { search: $s }) { totalCount } }', { s: search }),
      ),
    );
    expect(latin.articles.totalCount).toBeGreaterThan(3);
    expect(cyrillic.articles.totalCount).toBe(latin.articles.totalCount);
  });

  test('polling again changes nothing', async () => {
    const poller = openPoller(telal, {});
    const again = await poller.run(demo.sites.map((site) => site.outlet.slug));
    await poller.stop();
    expect(again.reduce((sum, report) => sum + report.new + report.changed, 0)).toBe(0);
  });

  test('a headline that an outlet changes is kept as a revision', async () => {
    const site = demo.sites.find((one) => one.outlet.serve.format === 'rss' && one.outlet.serve.charset === 'utf-8');
    if (!site) throw new Error('no plain RSS outlet among the samples');
    const { outlet } = await ask(
      'query ($slug: String!) { outlet(slug: $slug) { articles(first: 1) { nodes { id url headline revisions { number } } } } }',
      { slug: site.outlet.slug },
    );
    const article = outlet.articles.nodes[0];
    expect(article.revisions).toEqual([]);
    const id = Number(new URL(article.url).pathname.split('/')[1]);
    site.rename(id, `${article.headline} (dopunjeno)`);
    const poller = openPoller(telal, {});
    await poller.run([site.outlet.slug]);
    await poller.stop();
    const after = await ask(
      'query ($id: ID!) { node(id: $id) { ... on Article { headline revisedAt revisions { number headline } } } }',
      { id: article.id },
    );
    expect(after.node.headline).toBe(`${article.headline} (dopunjeno)`);
    expect(after.node.revisedAt).toEqual(expect.any(String));
    expect(after.node.revisions[0].headline).toBe(article.headline);
  });
});
