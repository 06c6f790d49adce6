import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Knowledge } from '../../src/catalog/knowledge.ts';
import { outletSchema } from '../../src/catalog/outlet-schema.ts';
import { exploreSite } from '../../src/commands/add-outlet/explore.ts';
import { renderOutlet } from '../../src/commands/add-outlet/render-outlet.ts';
import { openDemo } from '../../src/commands/demo/open-demo.ts';
import { openFetcher } from '../../src/commands/fetch-once.ts';
import { openKnowledge } from '../../src/commands/open-knowledge.ts';
import { readConfig } from '../../src/config.ts';
import { type Loopback, openLoopback, redirect, rss, send } from '../poll/loopback.ts';
import { runTelal } from './run-telal.ts';

const env = { TELAL_ALLOW_HOSTS: '127.0.0.1', TELAL_MIN_HOST_DELAY_MS: '0' };
let knowledge: Knowledge;
let site: Loopback;
beforeAll(async () => {
  knowledge = await openKnowledge(readConfig({}));
});
beforeEach(async () => {
  site = await openLoopback();
});
afterEach(() => site.close());

/** What the command writes for the loopback site. */
const look = ({ country, path = '/' }: { country?: string; path?: string } = {}) =>
  lookAt(`${site.origin}${path}`, country);

async function lookAt(url: string, country?: string) {
  const fetcher = openFetcher(readConfig(env));
  const seen: string[] = [];
  try {
    const found = await exploreSite(url, { fetcher, knowledge, says: (line) => seen.push(line), country });
    const text = renderOutlet(found, '2026-11-22');
    return { found, text, seen, value: outletSchema.safeParse(parse(text)) };
  } finally {
    await fetcher.close();
  }
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const xml = { 'content-type': 'application/rss+xml' };
const serbian = [
  'Skupština usvojila budžet za narednu godinu posle cele noći rasprave',
  'Gradonačelnik obećao nove autobuse do kraja meseca',
  'Uhapšena trojica osumnjičenih za pljačku menjačnice u Nišu',
  'Vozovi na pruzi prema Subotici opet kasne, putnici ogorčeni',
];
const macedonian = [
  'Собранието го усвои буџетот за следната година по долга расправа',
  'Градоначалникот вети нови автобуси до крајот на месецот',
  'Приведени тројца осомничени за грабеж на менувачница во Битола',
];
const feedOf = (titles: string[], section = 'vest') =>
  rss(
    titles.map((title, index) => ({
      title,
      link: `${site.origin}/${section}-${index}.html`,
      description: title,
      date: new Date(Date.now() - index * 3_600_000),
    })),
  ).replace('<title>Sample</title>', '');
const paragraph = `${serbian.join('. ')}. `;

describe('telal outlets add', () => {
  test('finds feed, sitemap, name, country, language and kind of a site that tells them', async () => {
    site.answers.set(
      '/',
      send(
        `<!doctype html><html lang="sr-RS"><head><title>Naslovna | Radio Primer: vesti</title>
<meta property="og:site_name" content="Radio Primer">
<link rel="alternate" type="application/rss+xml" title="Radio Primer" href="/feed/">
<link rel="alternate" type="application/rss+xml" title="Radio Primer » Komentari" href="/comments/feed/">
<link rel="alternate" type="application/rss+xml" title="Sport" href="/sport/feed/">
</head><body><h2><a href="/vest-0.html">${serbian[0]}</a></h2>
<footer><a href="/impresum">Impresum</a> Makedonska 1, Beograd, <a href="tel:+381 11 000 111">telefon</a></footer></body></html>`,
        html,
      ),
    );
    site.answers.set('/feed/', send(feedOf(serbian), xml));
    site.answers.set('/sport/feed/', send(feedOf(['Zvezda i Partizan bez pobednika u večitom derbiju'], 'sport'), xml));
    site.answers.set('/comments/feed/', send(feedOf(['Komentar']), xml));
    site.answers.set('/robots.txt', send(`User-agent: *\nDisallow: /admin\nSitemap: ${site.origin}/mape/index.xml\n`));
    site.answers.set(
      '/mape/index.xml',
      send(`<sitemapindex><sitemap><loc>${site.origin}/mape/posts.xml</loc></sitemap>
<sitemap><loc>${site.origin}/mape/news.xml</loc></sitemap></sitemapindex>`),
    );
    site.answers.set(
      '/mape/news.xml',
      send(`<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>${site.origin}/vest-0.html</loc>
<news:news><news:title>${serbian[0]}</news:title><news:publication_date>${new Date().toISOString()}</news:publication_date></news:news></url></urlset>`),
    );
    site.answers.set('/vest-0.html', send(`<article><h1>x</h1><p>${paragraph.repeat(3)}</p></article>`, html));
    const { text, value, seen } = await look();
    expect(value.data).toMatchObject({
      name: 'Radio Primer',
      homepage: `${site.origin}/`,
      country: 'RS',
      languages: ['sr-Latn'],
      feeds: [{ url: `${site.origin}/feed/` }],
      sitemaps: [{ url: `${site.origin}/mape/news.xml` }],
      kind: 'broadcaster',
    });
    expect(text).toMatch(/country: RS {2}# the telephone number \+381 11 000 111; Београд in its address/);
    expect(text).toMatch(/feed\/ {2}# "Radio Primer", 4 articles, the newest of \d{4}-/);
    expect(text).toMatch(/# Others that work.*\n {2}# - url: \S+sport\/feed\/ {2}# "Sport", 1 article,/);
    expect(text).not.toMatch(/comments|UNSURE|NOT FOUND/);
    expect(seen.join('\n')).toMatch(/vest-0\.html reads as \d{3,} characters of text/);
    expect(site.requests.some(({ path }) => path === '/comments/feed/')).toBe(false);
  });

  test('finds a feed at a usual address, guesses what is not said and marks where it is unsure', async () => {
    site.answers.set(
      '/',
      send('<html><head><title>Весник</title></head><body>Добредојдовте</body></html>', {
        'content-type': 'text/html; charset=utf-8',
      }),
    );
    site.answers.set('/rss.xml', send(iconv.encode(feedOf(macedonian).replace(/ encoding="UTF-8"/, ''), 'win1251')));
    const { text, value } = await look();
    expect(value.data).toMatchObject({
      name: 'Весник',
      country: 'MK',
      languages: ['mk'],
      feeds: [{ url: `${site.origin}/rss.xml` }],
      charset: 'windows-1251',
    });
    expect(text).toMatch(/country: MK {2}# UNSURE: its language mk/);
    expect(text).toMatch(/charset: windows-1251 {2}# UNSURE/);
    expect(text).toMatch(/# kind: portal {2}# not evident/);
  });

  test('names both languages of a site that writes in two', async () => {
    site.answers.set(
      '/',
      send('<html><head><link rel="alternate" type="application/atom+xml" href="f"></head></html>'),
    );
    const albanian = [
      'Kuvendi miratoi buxhetin për vitin e ardhshëm pas debatit të gjatë',
      'Kryetari i komunës premtoi autobusë të rinj deri në fund të muajit',
    ];
    site.answers.set('/f', send(feedOf([...macedonian, ...albanian]), xml));
    expect((await look({ country: 'MK' })).value.data?.languages).toEqual(['mk', 'sq']);
  });

  test('proposes the front page as a listing where there is no feed', async () => {
    const teasers = serbian.map((title, i) => `<article><h2><a href="/vest-${i}.html">${title}</a></h2></article>`);
    site.answers.set('/', send(`<html lang="sr"><title>List</title><body>${teasers.join('')}</body></html>`, html));
    const { text, value } = await look();
    expect(value.data).toMatchObject({ pages: [{ url: `${site.origin}/` }], languages: ['sr-Latn'] });
    expect(value.data?.feeds).toBeUndefined();
    expect(text).toMatch(/no feed was found; its front page lists 4 articles/);
  });

  test('says in plain words what is wrong', async () => {
    const wrong = (path: string) => look({ path }).catch((error: Error) => error.message);
    site.answers.set('/', send('<html><body>Soon here.</body></html>'));
    expect(await wrong('/')).toMatch(/names no feed, none stands at the usual addresses.*pages: with a CSS selector/);
    expect(await wrong('/gone')).toBe('127.0.0.1 answered with status 404: there is nothing at this address.');
    site.answers.set('/login', send('<html><form><input type="password"></form></html>'));
    expect(await wrong('/login')).toMatch(/a login page instead of the page/);
    site.answers.set('/round', redirect('/round'));
    expect(await wrong('/round')).toMatch(/redirects in circles/);
    site.answers.set('/robots.txt', send('User-agent: *\nDisallow: /private'));
    site.answers.set('/private', send('<html></html>'));
    expect(await wrong('/private')).toMatch(/robots\.txt of 127\.0\.0\.1 forbids reading \/private/);
  });

  test('asks no address that the guard refuses', async () => {
    const refused = await runTelal(['outlets', 'add', site.origin], { env: { TELAL_MIN_HOST_DELAY_MS: '0' } });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/127\.0\.0\.1/);
    expect(site.requests).toEqual([]);
  });

  test('asks over http where nobody named a scheme and https is not answered', async () => {
    site.answers.set('/', send('<html lang="mk"><title>Весник</title></html>', html));
    site.answers.set('/feed/', send(feedOf(macedonian), xml));
    const { value } = await lookAt(site.origin.replace('http://', ''));
    expect(value.data).toMatchObject({ homepage: `${site.origin}/`, feeds: [{ url: `${site.origin}/feed/` }] });
    await expect(lookAt(site.origin.replace('http:', 'https:'))).rejects.toThrow();
  });

  test('refuses what the catalog has, by page and by feed, and what is no address', async () => {
    const known = knowledge.outlets.find((outlet) => outlet.feeds[0]?.kind === 'FEED')!;
    for (const url of [known.homepage, known.homepage.replace(/^https:\/\/(www\.)?/, ''), known.feeds[0]!.url])
      await expect(lookAt(url)).rejects.toThrow(new RegExp(`is of "${known.slug}" .*which Telal knows already`));
    for (const url of ['ftp://x.example/', 'http://', 'not an address'])
      await expect(lookAt(url)).rejects.toThrow(`"${url}" is no address of a site`);
  });

  test('tells name, country and language of nearly all of the demo’s 25 outlets, and writes a file that loads', async () => {
    const demo = await openDemo(readConfig({ LOG_LEVEL: 'silent' }));
    const fetcher = openFetcher(demo.config);
    const right = { name: 0, country: 0, language: 0 };
    try {
      for (const { outlet, url } of demo.sites) {
        const found = await exploreSite(url, { fetcher, knowledge, says: () => {} });
        const text = renderOutlet(found, '2026-11-22');
        if (found.country.country) expect(outletSchema.safeParse(parse(text)).error, text).toBeUndefined();
        right.name += Number(found.name === outlet.name);
        right.country += Number(found.country.country === outlet.country);
        right.language += Number(found.languages[0] === outlet.languages[0]?.replace('sr-Cyrl', 'sr'));
      }
    } finally {
      await fetcher.close();
      await demo.close();
    }
    expect(right.name).toBeGreaterThanOrEqual(24);
    expect(right.country).toBeGreaterThanOrEqual(23);
    expect(right.language).toBeGreaterThanOrEqual(23);
  });

  test('writes into a folder that TELAL_SOURCES then takes, and never over a file', async () => {
    site.answers.set('/', send('<html lang="mk"><title>Наш весник</title></html>', html));
    site.answers.set('/feed/', send(feedOf(macedonian), xml));
    const into = join(await mkdtemp(join(tmpdir(), 'telal-add-')), 'mine');
    const add = () => runTelal(['outlets', 'add', site.origin, '--into', into, '--country', 'mk'], { env });
    const first = await add();
    expect(first.stderr).toMatch(/telal outlets check nash-vesnik|telal outlets check nas-vesnik/);
    const path = first.stdout.trim();
    expect(path).toMatch(/mine\/outlets\/MK\/nas\w*-vesnik\.yaml$/);
    const written = await readFile(path, 'utf8');
    const schema = /^# yaml-language-server: \$schema=(\S+)$/m.exec(written)?.[1] ?? '';
    expect(JSON.parse(await readFile(resolve(dirname(path), schema), 'utf8')).title).toBe('An outlet');
    expect(parse(written)).toMatchObject({ name: 'Наш весник', country: 'MK' });
    expect((await add()).stderr).toMatch(/is there already; --slug gives/);
    const slug = /([\w-]+)\.yaml$/.exec(path)?.[1] ?? '';
    const check = await runTelal(['outlets', 'check', slug], { env: { ...env, TELAL_SOURCES: into } });
    expect(check.stdout).toMatch(/works {2}MK .*3 articles/);
  });
});
