import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { expect } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { Feed } from '../../src/domain/feed.ts';
import { type Answer, type Loopback, openLoopback, redirect, rss, send } from './loopback.ts';
import { selfSigned } from './self-signed.ts';

export const hour = 3_600_000;
export const start = Date.now();
const ago = (ms: number) => new Date(start - ms);
const hours = (n: number) => ago(n * hour);
const html = { 'content-type': 'text/html' };
export const items = (count: number, origin: string) =>
  Array.from({ length: count }, (_, n) => ({
    title: `Vest broj ${n}`,
    link: `${origin}/vest/${n}`,
    guid: `g${n}`,
    description: `Sažetak vesti broj ${n}.`,
    date: hours(n / 10 + 0.1),
  }));

/** What is wrong with an outlet, and what its feed and articles must be after one poll. */
export interface Fault {
  /** What the outlet's site does. */
  site?: (site: Loopback) => void;
  /** Address of the feed, where it is not on a site of its own. */
  url?: string | (() => Promise<string>);
  readPages?: boolean;
  status: Feed['status'];
  /** What lastError says; null for nothing. */
  says: RegExp | null;
  /** Articles in the store afterwards, and what they must be like. */
  articles: number;
  like?: (articles: Article[]) => void;
}

const feed =
  (answer: (site: Loopback) => Answer) =>
  (site: Loopback): void => {
    site.answers.set('/feed', answer(site));
  };
const body = (make: (site: Loopback) => string | Uint8Array, headers: Record<string, string> = {}) =>
  feed((site) => send(make(site), headers));
const failing = (says: RegExp, site: (site: Loopback) => void): Fault => ({
  site,
  status: 'FAILING',
  says,
  articles: 0,
});
const guarded = (target: string) =>
  failing(
    /private or special address and is not fetched/,
    feed(() => redirect(target)),
  );
/** What is to be closed when all is over. */
export const closing: (() => unknown)[] = [];
const bomb = zlib.gzipSync(Buffer.alloc(300_000_000, ' '));
const nested = `<html><body><article><h1>Vest broj 0</h1>${'<div>'.repeat(100_000)}x</article></body></html>`;

export const faults: Record<string, Fault> = {
  'refuses connections': {
    url: async () => {
      const site = await openLoopback();
      await site.close();
      return `${site.origin}/feed`;
    },
    status: 'FAILING',
    says: /^127\.0\.0\.1 refused the connection\.$/,
    articles: 0,
  },
  'has no name': { url: 'http://no-such-outlet.invalid/feed', status: 'FAILING', says: /\(DNS/, articles: 0 },
  'has a bad certificate': {
    url: async () => {
      const server = createTlsServer(selfSigned, (_request, response) => response.end('x'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      closing.push(() => server.close());
      return `https://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
    },
    status: 'FAILING',
    says: /secure connection to 127\.0\.0\.1 failed: its certificate is signed by itself/,
    articles: 0,
  },
  'never answers': failing(
    /did not begin to answer within 3 s/,
    feed(() => () => {}),
  ),
  'sends a byte at a time': failing(
    /took longer than 5 s to answer/,
    feed(() => (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('<'), 100);
      response.on('close', () => clearInterval(drip));
    }),
  ),
  'never ends': failing(
    /larger than 10 MB/,
    feed(() => (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('<item></item>'.repeat(5000)));
      };
      response.on('drain', more);
      more();
    }),
  ),
  'is a gzip bomb': failing(
    /larger than 10 MB/,
    body(() => bomb, { 'content-encoding': 'gzip' }),
  ),
  'is 50 MB': failing(
    /larger than 10 MB/,
    body(() => Buffer.alloc(50_000_000, ' ')),
  ),
  'answers 500': failing(
    /status 500: the server has an internal error/,
    feed(() => send('', {}, 500)),
  ),
  'answers 429 with seconds': failing(
    /status 429: too many requests; it asks to come back after/,
    feed(() => send('', { 'retry-after': '7200' }, 429)),
  ),
  'answers 503 with a date': failing(
    /status 503.*asks to come back after/,
    feed(() => send('', { 'retry-after': new Date(start + 2 * hour).toUTCString() }, 503)),
  ),
  'is gone': { site: feed(() => send('', {}, 410)), status: 'DISABLED', says: /gone for good/, articles: 0 },
  'redirects in circles': failing(
    /redirects in circles/,
    feed(() => redirect('/feed')),
  ),
  'redirects too often': failing(/redirects more than 5 times/, (site) => {
    site.answers.set('/feed', redirect('/r0'));
    for (let n = 0; n < 20; n++) site.answers.set(`/r${n}`, redirect(`/r${n + 1}`));
  }),
  'redirects to 127.0.0.1': guarded('http://127.0.0.1:9/feed'),
  'redirects to metadata': guarded('http://169.254.169.254/latest/meta-data/'),
  'redirects to ::1': guarded('http://[::1]:9/'),
  'redirects to a number': guarded('http://2130706433:9/'),
  'redirects to localhost': guarded('http://localhost:9/'),
  'shows a login page': failing(
    /answered with a login page instead of a feed/,
    body(() => '<!DOCTYPE html><html><body><form><input type="password"></form></body></html>', html),
  ),
  'shows a robot check': failing(
    /answered with a check for robots instead of a feed/,
    body(() => '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>', html),
  ),
  'answers nothing': failing(
    /answered with nothing at all/,
    body(() => ''),
  ),
  'says not modified for ever': failing(
    /"not modified" although nothing was known/,
    feed(() => send('', {}, 304)),
  ),
  'is cut off': {
    site: body((site) => rss(items(10, site.origin)).slice(0, 1800)),
    status: 'HEALTHY',
    says: null,
    articles: Number.NaN,
    like: (articles) => expect(articles.length).toBeGreaterThanOrEqual(5),
  },
  'has an entity bomb': {
    site: body((site) => {
      const levels = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);
      return rss([{ ...items(1, site.origin)[0]! }])
        .replace('<rss', `<!DOCTYPE rss [<!ENTITY e0 "ha">${levels.join('')}]><rss`)
        .replace('Sažetak', 'Sažetak &e12;');
    }),
    status: 'HEALTHY',
    says: null,
    articles: 1,
    like: ([one]) => expect(one!.summary!.length).toBeLessThan(1000),
  },
  'has an external entity': {
    site: body((site) =>
      rss(items(1, site.origin))
        .replace('<rss', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss')
        .replace('Sažetak', 'Sažetak &x;'),
    ),
    status: 'HEALTHY',
    says: null,
    articles: 1,
    like: ([one]) => expect(one!.summary).not.toMatch(/root:/),
  },
  'has 10,000 items': {
    site: body((site) => rss(items(10_000, site.origin))),
    status: 'HEALTHY',
    says: null,
    articles: 10_000,
  },
  'has a wrong charset': {
    site: body(() => Buffer.from(rss([{ title: 'Čačak: šta dalje', link: 'http://x.example/1', date: hours(1) }])), {
      'content-type': 'text/xml; charset=iso-8859-1',
    }),
    status: 'HEALTHY',
    says: null,
    articles: 1,
    like: ([one]) => expect(one!.headline).toBe('Čačak: šta dalje'),
  },
  'lacks dates, links and titles': {
    site: body((site) =>
      rss([
        { title: 'Bez datuma', link: `${site.origin}/1` },
        { description: 'Bez naslova, ali sa rečenicom.', link: `${site.origin}/2` },
        { title: 'Bez adrese', guid: 'tag:x,2026:3' },
        { title: 'Bez adrese i bez imena' },
        { link: `${site.origin}/5` },
      ]),
    ),
    status: 'HEALTHY',
    says: null,
    articles: 3,
    like: (articles) => {
      expect(articles.map((one) => one.headline).sort()).toEqual([
        'Bez adrese',
        'Bez datuma',
        'Bez naslova, ali sa rečenicom.',
      ]);
      expect(articles.every((one) => one.publishedAtSource === 'FIRST_SEEN')).toBe(true);
    },
  },
  'has dates in the future': {
    site: body((site) =>
      rss(items(3, site.origin).map((one, n) => ({ ...one, date: new Date(start + (n + 1) * 48 * hour) }))),
    ),
    status: 'HEALTHY',
    says: null,
    articles: 3,
    like: (articles) => expect(articles.every((one) => one.publishedAt <= one.firstSeenAt)).toBe(true),
  },
  'has one guid for all': {
    site: body((site) => rss(items(5, site.origin).map((one) => ({ ...one, guid: 'same' })))),
    status: 'HEALTHY',
    says: null,
    articles: 5,
  },
  'has pages that hang the reader': {
    site: (site) => {
      site.answers.set('/feed', send(rss(items(1, site.origin))));
      site.answers.set(
        '/vest/0',
        send(`<html><body>${'<table><tr><td>'.repeat(40_000)}${'<b><i><p>'.repeat(40_000)}</body></html>`, html),
      );
    },
    readPages: true,
    status: 'HEALTHY',
    says: null,
    articles: 1,
    like: ([one]) => expect(one!.summary).toBe('Sažetak vesti broj 0.'),
  },
  'has pages of 100,000 nested divs': {
    site: (site) => {
      site.answers.set('/feed', send(rss(items(1, site.origin))));
      site.answers.set('/vest/0', send(nested, html));
    },
    readPages: true,
    status: 'HEALTHY',
    says: null,
    articles: 1,
    like: ([one]) => expect(one!.summary).toBe('Sažetak vesti broj 0.'),
  },
  'has pages that never answer': {
    site: (site) => {
      site.answers.set('/feed', send(rss(items(3, site.origin))));
      for (let n = 0; n < 3; n++) site.answers.set(`/vest/${n}`, () => {});
    },
    readPages: true,
    status: 'HEALTHY',
    says: /^3 pages of 3 could not be read; the last: 127\.0\.0\.1 did not begin to answer/,
    articles: 3,
  },
  'forbids its pages to robots': {
    site: (site) => {
      site.answers.set('/feed', send(rss(items(2, site.origin))));
      site.answers.set('/robots.txt', send('User-agent: *\nDisallow: /\n'));
    },
    readPages: true,
    status: 'HEALTHY',
    says: /robots\.txt of 127\.0\.0\.1 forbids/,
    articles: 2,
  },
};
