import { describe, expect, test } from 'vitest';
import { createFetcher } from '../../src/poll/fetch.ts';
import { createPoliteness, hostKey } from '../../src/poll/politeness.ts';
import { createRobots } from '../../src/poll/robots.ts';
import { redirect, send } from './loopback.ts';
import { site } from './site.ts';

let now = Date.UTC(2026, 1, 2);
const clock = { now: () => now };

function open(minHostDelayMs: number, userAgent = 'Telal/0.1 (+https://example.org)') {
  const politeness = createPoliteness({ minHostDelayMs, slots: 20, now: clock.now });
  const { fetch } = createFetcher({ userAgent, allowHosts: ['127.0.0.1'], politeness, clock });
  return { politeness, fetch, robots: createRobots({ fetch, politeness, userAgent, clock }) };
}
const gaps = () => site.requests.slice(1).map((one, index) => one.at - site.requests[index]!.at);

describe('politeness', () => {
  test('asks a host one thing at a time, with a gap, however many feeds wait for it', async () => {
    const { fetch } = open(100);
    for (let at = 0; at < 5; at++)
      site.answers.set(`/${at}`, (_request, response) => setTimeout(() => response.end('x'), 30));
    await Promise.all(
      [0, 1, 2, 3, 4].map((at) => fetch({ url: `${site.origin}/${at}`, kind: at % 2 ? 'page' : 'feed' })),
    );
    expect(site.mostAtOnce).toBe(1);
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(100);
    expect(site.requests.map((one) => one.path)).toEqual(['/0', '/2', '/4', '/1', '/3']);
  });

  test('keeps the gap within redirects too', async () => {
    const { fetch } = open(80);
    site.answers.set('/a', redirect('/b'));
    site.answers.set('/b', send('x'));
    await fetch({ url: `${site.origin}/a`, kind: 'feed' });
    expect(gaps()[0]).toBeGreaterThanOrEqual(80);
  });

  test('does not let one host wait for another', async () => {
    const politeness = createPoliteness({ minHostDelayMs: 5_000, slots: 20, now: clock.now });
    const began = performance.now();
    await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        politeness.turn(new URL(`http://host${at}.example/`), async () => undefined),
      ),
    );
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('takes an outlet with and without www, http and https, for one host, and another port for another', () => {
    const keys = ['http://www.example.org/a', 'https://example.org/b', 'https://example.org:8443/'].map((one) =>
      hostKey(new URL(one)),
    );
    expect(keys).toEqual(['example.org', 'example.org', 'example.org:8443']);
  });

  test('lets waiting work go when polling stops', async () => {
    const politeness = createPoliteness({ minHostDelayMs: 60_000, slots: 1, now: clock.now });
    const url = new URL('http://example.org/');
    await politeness.turn(url, async () => undefined);
    const stop = new AbortController();
    const waiting = politeness.turn(url, async () => undefined, { signal: stop.signal });
    const other = politeness.turn(url, async () => undefined, { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toThrow('Polling was stopped.');
    await expect(other).rejects.toThrow('Polling was stopped.');
  });
});

describe('robots.txt', () => {
  test('is asked once a day, and heard', async () => {
    site.answers.set('/robots.txt', send('User-agent: *\nDisallow: /private\nDisallow: /*?print=\n'));
    const { robots } = open(0);
    await robots(`${site.origin}/news/1`);
    await expect(robots(`${site.origin}/private/1`)).rejects.toThrow(
      'The robots.txt of 127.0.0.1 forbids reading /private/1.',
    );
    await expect(robots(`${site.origin}/a?print=1`)).rejects.toThrow('forbids');
    expect(site.requests.length).toBe(1);
    now += 25 * 3_600_000;
    await robots(`${site.origin}/news/1`);
    expect(site.requests.length).toBe(2);
  });

  test('has rules for this program by its name', async () => {
    site.answers.set('/robots.txt', send('User-agent: *\nDisallow:\n\nUser-agent: telal\nDisallow: /\n'));
    await expect(open(0).robots(`${site.origin}/news/1`)).rejects.toThrow('forbids reading /news/1');
    await open(0, 'Other/1').robots(`${site.origin}/news/1`);
  });

  test('allows all where there is none, and nothing while the server fails', async () => {
    await open(0).robots(`${site.origin}/x`);
    site.answers.set('/robots.txt', send('', {}, 500));
    const { robots } = open(0);
    await expect(robots(`${site.origin}/x`)).rejects.toThrow(
      /could not be read, so its pages are left alone for an hour/,
    );
    site.answers.set('/robots.txt', send(''));
    await expect(robots(`${site.origin}/x`)).rejects.toThrow();
    now += 3_700_000;
    await robots(`${site.origin}/x`);
  });

  test('can widen the gap (Crawl-delay), within bounds', async () => {
    site.answers.set('/robots.txt', send('User-agent: *\nCrawl-delay: 0.2\n'));
    site.answers.set('/a', send('x'));
    const { robots, fetch } = open(10);
    await robots(`${site.origin}/a`);
    await fetch({ url: `${site.origin}/a`, kind: 'page' });
    await fetch({ url: `${site.origin}/a`, kind: 'page' });
    expect(gaps()[1]).toBeGreaterThanOrEqual(195);
  });
});
