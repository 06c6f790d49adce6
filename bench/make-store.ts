/**
 * A store of invented articles with the region's skew, through the store's own saves.
 * `node bench/make-store.ts ARTICLES [URL]`; the URL is file:… (by default in the temporary folder) or postgres://….
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKnowledge } from '../src/commands/open-knowledge.ts';
import { readConfig } from '../src/config.ts';
import { openFilled } from './scale/fill-store.ts';

const count = Number(process.argv[2] ?? 10_000);
const url = process.argv[3] ?? `file:${join(tmpdir(), `telal-bench-${count}.db`)}`;
const store = await openFilled(url, await openKnowledge(readConfig({ DATABASE_URL: url })), count);
await store.close();
console.log(url);
