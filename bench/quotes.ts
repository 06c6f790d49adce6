/**
 * How many of the sample articles' labelled quotations are found, and whose they are said to be. `npm run bench:quotes [LANGUAGE] [-v]`:
 * -v shows what is missed, wrong, or found beside the labels.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadCatalog } from '../src/catalog/load-catalog.ts';
import type { ActorMention } from '../src/understand/context.ts';
import { findActors } from '../src/understand/find-actors.ts';
import { findKnown } from '../src/understand/find-known.ts';
import { createLinker } from '../src/understand/link-actors.ts';
import { createNameIndex } from '../src/understand/name-index.ts';
import { createQuoteFinder } from '../src/understand/quotes.ts';
import { tokenize } from '../src/understand/text/tokenize.ts';

interface Label {
  text: string;
  speaker: string | null;
  name: string | null;
}

const root = new URL('../', import.meta.url).pathname;
const only = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
const verbose = process.argv.includes('-v');
const knowledge = await loadCatalog({ folders: [join(root, 'sources')] });
const index = createNameIndex(knowledge);
const link = createLinker(index);
const find = createQuoteFinder(knowledge);

const rows: Record<
  string,
  { labels: number; found: number; exact: number; named: number; speaker: number; beside: number }
> = {};
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const words = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

let chars = 0;
let spent = 0;
const events = join(root, 'sources/samples/events');
for (const file of readdirSync(events)) {
  const { articles } = parse(readFileSync(join(events, file), 'utf8'));
  for (const { language, headline, summary, body, labels } of articles) {
    if (only && only !== language) continue;
    const row = rows[language] ?? { labels: 0, found: 0, exact: 0, named: 0, speaker: 0, beside: 0 };
    rows[language] = row;
    const text = { headline, summary: summary ?? null, body: body ?? null };
    const document = { language, setting: { language }, ...tokenize(text) };
    const findings = { mentions: findActors(document, findKnown(document, index), index, link), countries: [] };
    const started = performance.now();
    const quotes = find(document, findings);
    spent += performance.now() - started;
    chars += (body ?? '').length;
    const used = new Set();
    for (const label of (labels?.quotes ?? []) as Label[]) {
      row.labels++;
      const start = (body as string).indexOf(label.text);
      const quote = quotes.find(
        ({ span }) => span.field === 'BODY' && span.start < start + label.text.length && span.end > start,
      );
      if (!quote) {
        if (verbose) console.log(`${language} missed: ${around(body, start, label.text.length)}`);
        continue;
      }
      used.add(quote);
      row.found++;
      if (trim(quote.text) === trim(label.text)) row.exact++;
      else if (verbose) console.log(`${language} inexact: [${quote.text}] [${label.text}]`);
      if (label.speaker === null && !label.name) continue;
      row.named++;
      const mention = findings.mentions.find(({ slug }: ActorMention) => slug === quote.speaker);
      const says = words([quote.speakerName ?? '', mention?.name ?? ''].join(' '));
      const right =
        label.speaker !== null
          ? quote.speaker === label.speaker
          : words(label.name!).some((word) => word.length > 2 && says.includes(word));
      if (right) row.speaker++;
      else if (verbose)
        console.log(
          `${language} speaker ${quote.speaker}/${quote.speakerName}, not ${label.speaker}/${label.name}: ${around(body, start, label.text.length)}`,
        );
    }
    for (const quote of quotes)
      if (quote.span.field === 'BODY' && !used.has(quote)) {
        row.beside++;
        if (verbose) console.log(`${language} beside the labels: ${around(body, quote.span.start, quote.text.length)}`);
      }
  }
}

const all = Object.values(rows).reduce(
  (sum, row) => {
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += row[key];
    return sum;
  },
  { labels: 0, found: 0, exact: 0, named: 0, speaker: 0, beside: 0 },
);
console.table({ ...rows, all });
console.log(
  `found ${(all.found / all.labels).toFixed(3)}, speaker ${(all.speaker / all.named).toFixed(3)}, ${Math.round(chars / spent)} characters a millisecond`,
);

function around(text: string, start: number, length: number): string {
  return (
    text.slice(Math.max(0, start - 110), start + 40).replace(/\n/g, '⏎') +
    ' … ' +
    text.slice(Math.max(start + 40, start + length - 15), start + length + 90).replace(/\n/g, '⏎')
  );
}
function trim(text: string): string {
  return text.replace(/^[\s,.!?…]+|[\s,.!?…]+$/g, '');
}
