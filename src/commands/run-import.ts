import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Config } from '../config.ts';
import type { Annotation } from '../domain/annotation.ts';
import { TelalError } from '../domain/error.ts';
import type { SaveOutcome } from '../domain/store.ts';
import { lookForCopies, signatureOf } from '../poll/copies.ts';
import { createStoryTeller } from '../understand/tell-stories.ts';
import { type ArticleLine, readArticleLine } from './article-line.ts';
import { openPeople, type People } from './open-people.ts';
import { openTelal, type Telal } from './open-telal.ts';
import { openProgress } from './progress.ts';

/** Saves under way at once; the store commits together what waits for it. */
const WINDOW = 64;
/** After so many lines, people whom several articles name are joined. */
const SETTLE_EVERY = 500;

/**
 * Takes in every line of `file`. A line that is known already changes nothing, so a run that was cut off is simply
 * run again. A wrong line is told by its number and kept in a rejects file; the rest go in.
 */
export async function importArticles(config: Config, file: string): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  if (file !== '-') await opened(input as ReturnType<typeof createReadStream>, file);
  const telal = await openTelal(config);
  const people = openPeople(telal.store, telal.knowledge);
  const take = createTaker(telal, people);
  const rejects = openRejects(file === '-' ? 'import.rejects.ndjson' : `${file}.rejects.ndjson`);
  const progress = openProgress('imported');
  const done: Record<SaveOutcome['outcome'], number> = { new: 0, changed: 0, unchanged: 0 };
  const pending = new Set<Promise<void>>();
  let number = 0;
  let lines = 0;
  try {
    await people.settle();
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (text.trim() === '') continue;
      const at = number;
      lines += 1;
      const work = take(text)
        .then((outcome) => {
          done[outcome] += 1;
          progress.step();
        })
        .catch((error) => {
          if (!(error instanceof TelalError) || error.code !== 'BAD_USER_INPUT') throw error;
          rejects.add(at, text, error.message);
        })
        .finally(() => pending.delete(work));
      pending.add(work);
      if (pending.size >= WINDOW) await Promise.race(pending);
      if (lines % SETTLE_EVERY === 0) await people.settle();
    }
    await Promise.all(pending);
    await people.settle();
  } finally {
    await Promise.allSettled(pending);
    progress.end();
    await rejects.close();
    await telal.close();
  }
  console.log(`${done.new} new, ${done.changed} changed, ${done.unchanged} unchanged, ${rejects.count()} rejected.`);
  if (rejects.count() === 0) return;
  const told = `${rejects.count()} lines were rejected; they stand in ${rejects.file}.`;
  if (rejects.count() === lines) throw new TelalError('BAD_USER_INPUT', `Nothing went in: ${told}`);
  console.error(told);
}

/** Stores one line; what becomes of it. */
function createTaker(
  { store, knowledge, log }: Telal,
  { annotate }: People,
): (text: string) => Promise<SaveOutcome['outcome']> {
  const tellStory = createStoryTeller(store, knowledge, log);
  // Copies whose original stands further down: the original will name them.
  const early = new Map<string, number[]>();
  // Plain articles go in one after another, so that a copy meets its original.
  let last: Promise<unknown> = Promise.resolve();

  return async (text) => {
    const line = readArticleLine(text, Date.now());
    if (!knowledge.outlet(line.draft.outlet))
      throw new TelalError('BAD_USER_INPUT', `"outlet": there is no outlet "${line.draft.outlet}".`);
    if (line.annotation) return exported(line, line.annotation);
    const mine = last.then(() => plain(line));
    last = mine.catch(() => undefined);
    return mine;
  };

  async function exported(line: ArticleLine, annotation: NonNullable<ArticleLine['annotation']>) {
    const { draft, copyOf } = line;
    const original = copyOf === null ? null : await store.articleByUrl(copyOf);
    const copiedBy = early.get(draft.url);
    const { bands } = signatureOf(draft.body);
    const saved = await store.saveArticle({
      ...draft,
      annotation,
      copyBands: bands,
      copyOf: original?.id ?? null,
      copiedBy,
    });
    await told(saved, draft, annotation, original?.id ?? null);
    early.delete(draft.url);
    if (copyOf !== null && original === null) early.set(copyOf, [...(early.get(copyOf) ?? []), saved.id]);
    return saved.outcome;
  }

  async function plain({ draft, language }: ArticleLine) {
    const outlet = knowledge.outlet(draft.outlet);
    const { headline, summary, body, sections, publishedAt } = draft;
    const annotation = annotate(
      { headline, summary, body },
      { language, outletLanguages: outlet?.languages, outletCountry: outlet?.country, sections, publishedAt },
    );
    const known = await store.knownArticles(draft.keys);
    const copies = await lookForCopies(store, draft, known.values().next().value?.id ?? null);
    const saved = await store.saveArticle({ ...draft, annotation, ...copies });
    await told(saved, draft, annotation, copies.copyOf);
    return saved.outcome;
  }

  async function told(saved: SaveOutcome, draft: ArticleLine['draft'], annotation: Annotation, copyOf: number | null) {
    if (saved.outcome === 'unchanged') return;
    const { outlet, publishedAt, headline, summary, body } = draft;
    await tellStory({ id: saved.id, outlet, publishedAt, text: { headline, summary, body }, annotation, copyOf });
  }
}

async function opened(stream: ReturnType<typeof createReadStream>, file: string): Promise<void> {
  try {
    await once(stream, 'open');
  } catch (cause) {
    throw new TelalError('BAD_USER_INPUT', `The file ${file} cannot be read.`, { cause });
  }
}

/** Wrong lines, each with its number and what is wrong; the file is made with the first. */
function openRejects(file: string) {
  let stream: WriteStream | undefined;
  let count = 0;
  return {
    file,
    count: () => count,
    add(line: number, text: string, error: string) {
      count += 1;
      stream ??= createWriteStream(file);
      stream.write(`${JSON.stringify({ line, error, text })}\n`);
      if (count <= 20) console.error(`line ${line}: ${error}`);
    },
    async close() {
      if (stream) await new Promise<void>((resolve) => stream?.end(resolve));
    },
  };
}
