import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectLines } from '../../src/commands/inspect-lines.ts';
import { type Inspector, openInspector } from '../../src/commands/inspector.ts';
import { readConfig } from '../../src/config.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await openInspector('text', readConfig({}));
});

const texts = [
  ['mk', 'Тренерот Валтер Хигинс изјави дека екипата е подготвена. „Ќе победиме ако играме како вчера“, рече Хигинс.'],
  [
    'sr-Latn',
    'Trener Valter Higins izjavio je da je ekipa spremna. „Pobedićemo ako igramo kao juče“, rekao je Higins.',
  ],
  [
    'en',
    'The coach, Walter Higgins, said that the team was ready. "We will win if we play as we did yesterday," Higgins said.',
  ],
  ['bg', 'Треньорът Уолтър Хигинс заяви, че отборът е готов. „Ще победим, ако играем като вчера“, каза Хигинс.'],
] as const;

describe('inspect text --ndjson', () => {
  it('finds one person in the spellings of many languages', async () => {
    const input = new PassThrough();
    const lines: string[] = [];
    const done = inspectLines(inspector, input, (line) => lines.push(line) > 0);
    input.end(texts.map(([id, text]) => JSON.stringify({ id, text })).join('\n'));
    await done;
    const results = lines.map((line) => JSON.parse(line));
    expect(results.map(({ id }) => id)).toEqual(texts.map(([id]) => id));
    for (const { actors, quotes } of results) {
      expect(actors).toMatchObject([{ slug: 'walter-higgins', name: 'Walter Higgins', curated: false }]);
      expect(quotes).toMatchObject([{ speaker: 'walter-higgins' }]);
    }
  });

  it('takes what a poll would know beside the text', async () => {
    const input = new PassThrough();
    const lines: string[] = [];
    const done = inspectLines(inspector, input, (line) => lines.push(line) > 0);
    const text = 'Predsednik je danas primio goste.';
    input.write(`${JSON.stringify({ id: 1, text, topics: ['religion'] })}\n`);
    input.write(`${JSON.stringify({ id: 2, text, topics: ['nothing'] })}\n`);
    input.write(`${JSON.stringify({ id: 3, text, outlet: 'nobody' })}\n`);
    input.end(JSON.stringify({ id: 4, text, outlet: 'danas', publishedAt: '2026-02-14T12:00:00Z' }));
    await done;
    const [fed, topic, outlet, office] = lines.map((line) => JSON.parse(line));
    expect(fed.topics).toMatchObject([{ slug: 'religion' }]);
    expect(topic.error).toBe('There is no topic "nothing".');
    expect(outlet.error).toBe('There is no outlet "nobody".');
    expect(office.actors).toMatchObject([{ slug: 'aleksandar-vucic' }]);
  });

  it('answers a line that nothing follows while the input stays open', async () => {
    const input = new PassThrough();
    const lines: string[] = [];
    const done = inspectLines(inspector, input, (line) => lines.push(line) > 0);
    for (const [turn, [id, text]] of texts.entries()) {
      input.write(`${JSON.stringify({ id, text })}\n`);
      await expect.poll(() => lines.length, { timeout: 5000 }).toBe(turn + 1);
    }
    input.end('no JSON\n');
    await done;
    expect(lines.length).toBe(texts.length + 1);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ id: null, error: expect.stringContaining('not JSON') });
  });
});
