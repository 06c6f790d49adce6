import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTelal } from './run-telal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telal-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Proba</title><link>https://proba.example/</link>
<item><title>Naslov</title><link>https://proba.example/1</link><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>`;

describe('the command line', () => {
  test('tells its commands and settings with --help and ends with 0', async () => {
    const { status, stdout } = await runTelal(['--help']);
    expect(status).toBe(0);
    for (const word of ['serve', 'poll', 'demo', 'inspect', 'outlets', 'migrate', 'DATABASE_URL', 'TELAL_SOURCES'])
      expect(stdout).toContain(word);
  });

  test('ends with 2 for a command, an option or a kind that it does not know', async () => {
    for (const args of [['fly'], ['serve', '--sail'], ['inspect', 'poem'], ['inspect']]) {
      const { status, stderr } = await runTelal(args);
      expect(status, args.join(' ')).toBe(2);
      expect(stderr).not.toBe('');
    }
  });

  test('names a wrong setting in one sentence and ends with 1', async () => {
    const { status, stderr } = await runTelal(['migrate'], { env: { DATABASE_URL: 'mysql://localhost' } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^DATABASE_URL is "mysql:\/\/localhost": must begin with file: or postgres:\/\//);
  });

  test('migrates an embedded store, twice', async () => {
    const env = { DATABASE_URL: `file:${join(folder, 'new', 'telal.db')}` };
    expect(await runTelal(['migrate'], { env })).toMatchObject({ status: 0 });
    const again = await runTelal(['migrate'], { env });
    expect(again.stdout).toContain('at this version already');
  });

  test('tells a mistake in an outlet file by file, line and expectation', async () => {
    const sources = join(folder, 'mine');
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(sources, 'outlets', 'RS'), { recursive: true });
    await writeFile(
      join(sources, 'outlets', 'RS', 'moj-list.yaml'),
      'name: Moj list\nhomepage: https://mojlist.example/\ncountry: Srbija\nlanguages: [sr-Latn]\nfeeds:\n  - url: https://mojlist.example/feed\n',
    );
    const { status, stderr } = await runTelal(['outlets'], { env: { TELAL_SOURCES: sources } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/outlets\/RS\/moj-list\.yaml:3: .*ISO 3166-1 alpha-2/);
  });

  test('lists an outlet of a folder of the user beside ours', async () => {
    const sources = join(folder, 'mine-too');
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(sources, 'outlets', 'ME'), { recursive: true });
    await writeFile(
      join(sources, 'outlets', 'ME', 'primorski-list.yaml'),
      'name: Primorski list\nhomepage: https://primorski.example/\ncountry: ME\nlanguages: [cnr]\nfeeds:\n  - url: https://primorski.example/feed\n',
    );
    const { status, stdout } = await runTelal(['outlets'], { env: { TELAL_SOURCES: sources } });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ME {2}primorski-list\s+Primorski list/m);
    expect(stdout.trim().split('\n').length).toBeGreaterThan(60);
  });
});

describe('inspect', () => {
  test('reads one feed from standard input as JSON', async () => {
    const { status, stdout } = await runTelal(['inspect', 'feed', '-'], { input: feed });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      feed: { title: 'Proba', link: 'https://proba.example/' },
      entries: [{ url: 'https://proba.example/1', title: 'Naslov', publishedAt: '2026-02-02T10:00:00.000Z' }],
    });
  });

  test('gives several files a line each, with the file, and ends with 1 where one cannot be read', async () => {
    const good = join(folder, 'good.xml');
    await writeFile(good, feed);
    const { status, stdout } = await runTelal(['inspect', 'feed', good, join(folder, 'gone.xml')]);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ file: good, feed: { title: 'Proba' } });
    expect(lines[1].error).toContain('cannot be read');
    expect(status).toBe(1);
  });

  test('answers every line of --ndjson in order, a bad one with its error', async () => {
    const lines = [
      { id: 1, xml: feed },
      { id: 'two', bytes: Buffer.from(feed).toString('base64'), contentType: 'text/xml' },
      { id: 3 },
      { id: 4, xml: '<html><body>no feed</body></html>' },
    ];
    const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`;
    const { status, stdout } = await runTelal(['inspect', 'feed', '--ndjson'], { input });
    expect(status).toBe(0);
    const out = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(out.map((one) => one.id)).toEqual([1, 'two', 3, 4, null]);
    expect(out[0].feed.title).toBe('Proba');
    expect(out[1].feed.title).toBe('Proba');
    for (const bad of out.slice(2)) expect(bad.error).toEqual(expect.any(String));
  });

  test('finds countries and actors of a text with evidence that slices out of it', async () => {
    const body = 'Predsednik Srbije Aleksandar Vučić razgovarao je u Prištini. „Nećemo odustati“, rekao je Vučić.';
    const { stdout } = await runTelal(['inspect', 'text', '--language', 'sr-Latn'], { input: body });
    const result = JSON.parse(stdout);
    expect(result.language).toBe('sr-Latn');
    expect(result.countries.map((one: { code: string }) => one.code)).toContain('RS');
    const vucic = result.actors.find((one: { slug: string }) => one.slug === 'aleksandar-vucic');
    expect(vucic).toMatchObject({ kind: 'PERSON', curated: true });
    for (const span of vucic.evidence) expect(body.slice(span.start, span.end)).toBe(span.text);
  });
});
