/**
 * A store of invented articles with the region's skew, through the store's own saves.
 * `node bench/make-store.ts ARTICLES [URL] [FROM.db]`; the URL is file:… (by default in the temporary folder) or
 * postgres://…. From a smaller store each article is taken many times over, without its body: in minutes, not hours.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { readConfig } from '../src/config.ts';
import { sqlitePath } from '../src/store/sqlite-engine.ts';
import { openFilled } from './scale/fill-store.ts';
import { multiplyStore } from './scale/multiply-store.ts';

const count = Number(process.argv[2] ?? 10_000);
const url = process.argv[3] ?? `file:${join(tmpdir(), `telal-bench-${count}.db`)}`;
const from = process.argv[4];
if (from === undefined) {
  const store = await openFilled(url, await openKnowledge(readConfig({ DATABASE_URL: url })), count);
  await store.close();
} else await multiplyStore(from, sqlitePath(url), count);
console.log(url);
