/**
 * Articles a second that `telal import` takes in and `telal export` writes, with the processor's time and the most memory
 * of each. The lines are such as an export writes them, so that nothing is annotated; then the same as plain articles,
 * with --no-annotate, into another file.
 * `node bench/import.ts [ARTICLES] [WORDS OF A BODY]`; STORE=postgres://… measures with that (empty) store, else it is a
 * file in the folder for temporary files, which is removed. On Linux.
 */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { openTelal } from '../src/commands/open-telal.ts';
import { readConfig } from '../src/config.ts';
import { exportedLines } from './scale/exported-lines.ts';

const articles = Number(process.argv[2] ?? 50_000);
const words = Number(process.argv[3] ?? 60);
const folder = mkdtempSync(join(tmpdir(), 'telal-import-'));
const store = process.env['STORE'] ?? `file:${join(folder, 'telal.db')}`;
const telal = fileURLToPath(new URL('../bin/telal.js', import.meta.url));
const TICKS_A_SECOND = 100;

/** Runs a command to its end: seconds, those of the processor, the most memory in MB, and what it said last. */
async function measure(args: string[], into: string) {
  const begun = performance.now();
  const child = spawn(process.execPath, [telal, ...args], { env: { ...process.env, DATABASE_URL: into } });
  let said = '';
  let peak = 0;
  let cpu = 0;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const watch = setInterval(() => {
    try {
      const memory = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      if (memory) peak = Math.max(peak, Number(memory[1]) / 1024);
      const times = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      cpu = Math.max(cpu, (Number(times[11]) + Number(times[12])) / TICKS_A_SECOND);
    } catch {
      // It has just ended.
    }
  }, 20);
  const status = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`telal ${args[0]} ended with ${status}: ${said}`);
  return { seconds: (performance.now() - begun) / 1000, cpu, peak, said: said.trim().split('\n').at(-1) };
}

/** The lines of a file without what only an export knows. */
async function* plainLines(from: string): AsyncGenerator<string> {
  for await (const text of createInterface({ input: createReadStream(from) })) {
    const { url, outlet, headline, summary, body, language, publishedAt, sections } = JSON.parse(text);
    yield `${JSON.stringify({ url, outlet, headline, summary, body, language, publishedAt, sections })}\n`;
  }
}

const config = readConfig({ DATABASE_URL: store, LOG_LEVEL: 'warn' });
const file = join(folder, 'lines.ndjson');
try {
  const lines = exportedLines(await openKnowledge(config), articles, words);
  await pipeline(Readable.from(lines), createWriteStream(file));
  console.log(`${articles} articles of ${words} words, ${Math.round(statSync(file).size / articles)} bytes a line`);
  // What a first start does once, whatever is imported.
  await (await openTelal(config)).close();
  const runs: [title: string, args: string[], into: string][] = [
    ['import', ['import', file], store],
    ['import again, all of it known', ['import', file], store],
    ['export', ['export', join(folder, 'out.ndjson')], store],
  ];
  if (store.startsWith('file:')) {
    const plain = join(folder, 'plain.ndjson');
    await pipeline(Readable.from(plainLines(file)), createWriteStream(plain));
    const other = `file:${join(folder, 'plain.db')}`;
    await (await openTelal({ ...config, databaseUrl: other })).close();
    runs.push(['import of plain articles', ['import', '--no-annotate', plain], other]);
  }
  for (const [title, args, into] of runs) {
    const { seconds, cpu, peak, said } = await measure(args, into);
    const rate = (over: number) => Math.round(articles / over).toLocaleString('en');
    console.log(
      `${title}: ${seconds.toFixed(1)} s, ${rate(seconds)} a second (${rate(cpu)} a second of the processor's), ` +
        `at most ${Math.round(peak)} MB. ${said}`,
    );
  }
  if (store.startsWith('file:')) {
    const bytes = statSync(store.slice('file:'.length)).size;
    console.log(`the store: ${(bytes / articles / 1024).toFixed(1)} KiB an article`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
