import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { LRUCache } from 'lru-cache';
import { type Answer, createAnswer } from './answer.ts';
import { PAGE_HEADERS } from './headers.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.geojson': 'application/geo+json',
};
const KEPT_BYTES = 32 * 1024 * 1024;

/** Finds a file of a folder by the path of an address; undefined where there is none. */
export type StaticFiles = (path: string) => Promise<Answer | undefined>;

/** Serves a built web page. A path without a file's name is one of the page's own and gets its index. */
export function createStaticFiles(folder: string): StaticFiles {
  const kept = new LRUCache<string, { answer: Answer; changed: number }>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ answer }) => answer.body.length * 2 + 500,
  });
  return async (path) => {
    let name: string;
    try {
      name = normalize(decodeURIComponent(path));
    } catch {
      return undefined;
    }
    if (name.includes('\0') || name.split(sep).some((part) => part.startsWith('.'))) return undefined;
    const type = TYPES[extname(name)];
    const file = join(folder, type ? name : 'index.html');
    if (!file.startsWith(folder + sep) || (!type && extname(name) !== '')) return undefined;
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return undefined;
    const known = kept.get(file);
    if (known?.changed === found.mtimeMs) return known.answer;
    const hashed = /-[\w-]{8,}\.\w+$/.test(name);
    const answer = createAnswer(await readFile(file), {
      type: type ?? TYPES['.html']!,
      headers: { ...PAGE_HEADERS, ...(hashed ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {}) },
      operation: 'page',
      keep: true,
    });
    kept.set(file, { answer, changed: found.mtimeMs });
    return answer;
  };
}
