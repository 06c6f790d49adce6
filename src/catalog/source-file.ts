import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseAllDocuments, parseDocument } from 'yaml';

/** A file under a sources folder, read. */
export interface SourceFile {
  /** As told in messages. */
  path: string;
  text: string;
  hash: string;
  value: unknown;
  /** What YAML or JSON itself finds wrong, as `path:line: …`. */
  mistakes: string[];
}

/** Less than this is parsed before a file with what was parsed could be found. */
const WORTH_KEEPING = 50_000;

/**
 * Reads and parses files of one folder. What YAML gave for a text is kept beside the system's temporary files, under
 * `keptAs`, by the text's digest: parsing all of sources/ takes seconds, reading the result milliseconds. So a file
 * that changes costs its own parsing alone, whatever other folders there are.
 */
export async function readSourceFiles(paths: readonly string[], keptAs: string): Promise<SourceFile[]> {
  const cachePath = join(tmpdir(), `telal-sources-${process.getuid?.() ?? 0}`, `${digest(keptAs)}.json`);
  const [cache, texts] = await Promise.all([
    readCache(cachePath),
    Promise.all(paths.map((path) => readFile(path, 'utf8'))),
  ]);
  let parsed = 0;
  const files = texts.map((text, index) => {
    const file: SourceFile = { path: paths[index]!, text, hash: digest(text), value: undefined, mistakes: [] };
    if (file.path.endsWith('.jsonl')) readLines(file);
    else if (Object.hasOwn(cache, file.hash)) file.value = cache[file.hash];
    else {
      parsed++;
      readYaml(file);
    }
    return file;
  });
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  if (parsed > 0 && size > WORTH_KEEPING) await writeCache(cachePath, files);
  return files;
}

/** Line of the place in the file that a validation message's path leads to. */
export function lineOf(file: SourceFile, path: readonly PropertyKey[]): number {
  if (file.path.endsWith('.jsonl')) {
    const index = Number(path[0] ?? 0);
    let seen = -1;
    return 1 + file.text.split('\n').findIndex((line) => line.trim() !== '' && ++seen === index);
  }
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const above = length > 0 ? document.getIn(path.slice(0, length - 1), true) : null;
    const key = isMap(above)
      ? above.items.find((pair) => isScalar(pair.key) && pair.key.value === path[length - 1])?.key
      : null;
    const place = isScalar(key) ? key : node;
    if (isNode(place) && place.range) return lines.linePos(place.range[0]).line;
  }
  return 1;
}

const digest = (text: string) => createHash('sha1').update(text).digest('base64url');

function readLines(file: SourceFile): void {
  const values: unknown[] = [];
  file.text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      values.push(JSON.parse(line));
    } catch (error) {
      file.mistakes.push(`${file.path}:${index + 1}: one JSON object was expected (${(error as Error).message})`);
    }
  });
  file.value = values;
}

function readYaml(file: SourceFile): void {
  const lines = new LineCounter();
  const documents = [...parseAllDocuments(file.text, { lineCounter: lines })];
  const document = documents[0];
  if (!document) return;
  for (const error of document.errors) {
    const what = error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    file.mistakes.push(`${file.path}:${lines.linePos(error.pos[0]).line}: ${what}`);
  }
  if (documents.length > 1)
    file.mistakes.push(`${file.path}:1: one YAML document was expected, not ${documents.length}`);
  if (file.mistakes.length === 0) file.value = document.toJS();
}

async function readCache(path: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return {}; // none yet, or half written
  }
}

async function writeCache(path: string, files: readonly SourceFile[]): Promise<void> {
  const good = files.filter((file) => !file.path.endsWith('.jsonl') && file.mistakes.length === 0);
  try {
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${process.pid}`;
    await writeFile(temporary, JSON.stringify(Object.fromEntries(good.map((file) => [file.hash, file.value ?? null]))));
    await rename(temporary, path);
  } catch {
    // a cache that cannot be written only costs time
  }
}
