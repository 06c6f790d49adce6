import type { Quote, Revision } from '../domain/article.ts';
import type { Mention, Mentions } from '../domain/counts.ts';
import type { StoredMention } from './annotation-rows.ts';
import type { Engine } from './engine.ts';
import { unlimited } from './time-limit.ts';

/** Mentions as they are stored; null of an article that has no annotation yet. */
export interface MentionColumns {
  countries: string | null;
  actors: string | null;
  topics: string | null;
}

type AnnotationRow = { article_id: number } & MentionColumns;

function readMentions(articleId: number, stored: string | null | undefined): Mention[] {
  if (stored == null || stored === '[]') return [];
  return (JSON.parse(stored) as StoredMention[]).map(([key, count, weight, evidence, name, spelling]) => ({
    articleId,
    key,
    count,
    weight,
    evidence: evidence.map(([field, start, end, text]) => ({ field, start, end, text })),
    name,
    spelling,
  }));
}

/** The mentions of one article; each sort is read when it is asked for. */
export class ReadMentions implements Mentions {
  readonly #id: number;
  readonly #row: Partial<MentionColumns>;

  constructor(articleId: number, row: Partial<MentionColumns>) {
    this.#id = articleId;
    this.#row = row;
  }

  get countries(): Mention[] {
    return readMentions(this.#id, this.#row.countries);
  }

  get actors(): Mention[] {
    return readMentions(this.#id, this.#row.actors);
  }

  get topics(): Mention[] {
    return readMentions(this.#id, this.#row.topics);
  }
}

/** Statements under way, by the articles they ask for: all three sorts of mentions are wanted at one time, as a rule. */
const asking = new WeakMap<Engine, Map<string, Promise<AnnotationRow[]>>>();

function annotationsOf(engine: Engine, articleIds: readonly number[]): Promise<AnnotationRow[]> {
  const ids = JSON.stringify(articleIds);
  const own = asking.get(engine) ?? new Map<string, Promise<AnnotationRow[]>>();
  asking.set(engine, own);
  const running = own.get(ids);
  if (running !== undefined) return running;
  // One request may end while another waits for the same.
  const rows = unlimited(() =>
    engine.lookup<AnnotationRow>(
      `SELECT article_id, countries, actors, topics FROM annotation WHERE article_id IN ${engine.dialect.numbers}
       ORDER BY article_id`,
      [ids],
    ),
  ).finally(() => own.delete(ids));
  own.set(ids, rows);
  return rows;
}

/** Mentions of one sort of many articles, most salient first within each. */
export async function mentionsOf(
  engine: Engine,
  sort: keyof Mentions,
  articleIds: readonly number[],
): Promise<Mention[]> {
  const rows = await annotationsOf(engine, articleIds);
  return rows.flatMap((row) => readMentions(row.article_id, row[sort]));
}

interface RevisionRow {
  article_id: number;
  number: number;
  seen_at: number;
  headline: string;
  summary: string | null;
  body: string | null;
}

/** The states of articles that changed, oldest first, the current one last. */
export async function revisionsOf(
  engine: Engine,
  articleIds: readonly number[],
): Promise<(Revision & { articleId: number })[]> {
  const rows = await engine.lookup<RevisionRow>(
    `SELECT article_id, number, seen_at, headline, summary, body FROM revision
     WHERE article_id IN ${engine.dialect.numbers} ORDER BY article_id, number`,
    [JSON.stringify(articleIds)],
  );
  return rows.map(({ article_id: articleId, seen_at: seenAt, number, headline, summary, body }) => {
    return { articleId, number, seenAt, headline, summary, body };
  });
}

export interface QuoteRow {
  id: number;
  article_id: number;
  text: string;
  speaker_name: string | null;
  speaker: string | null;
  field: Quote['field'];
  start_at: number;
  end_at: number;
}

export const quoteColumns = 'q.id, q.article_id, q.text, q.speaker_name, q.speaker, q.field, q.start_at, q.end_at';

export const toQuote = (row: QuoteRow): Quote => ({
  id: row.id,
  articleId: row.article_id,
  text: row.text,
  speakerName: row.speaker_name,
  speaker: row.speaker,
  field: row.field,
  start: row.start_at,
  end: row.end_at,
});

export async function quotesOf(engine: Engine, articleIds: readonly number[]): Promise<Quote[]> {
  const rows = await engine.lookup<QuoteRow>(
    `SELECT ${quoteColumns} FROM quote q WHERE q.article_id IN ${engine.dialect.numbers} ORDER BY q.article_id, q.place`,
    [JSON.stringify(articleIds)],
  );
  return rows.map(toQuote);
}

export async function quotesByIds(engine: Engine, ids: readonly number[]): Promise<(Quote | null)[]> {
  const rows = await engine.lookup<QuoteRow>(
    `SELECT ${quoteColumns} FROM quote q WHERE q.id IN ${engine.dialect.numbers}`,
    [JSON.stringify(ids)],
  );
  const byId = new Map(rows.map((row) => [row.id, toQuote(row)]));
  return ids.map((id) => byId.get(id) ?? null);
}
