import { TelalError } from '../domain/error.ts';
import type { Page, PageRequest } from '../domain/filter.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** A page request with its cursors read: `limit` rows, from the end where `backward`. */
export interface Window {
  limit: number;
  backward: boolean;
  after: number[] | null;
  before: number[] | null;
}

/** Checks a page request against the list it asks for, whose cursors hold `length` numbers. */
export function readPage(list: string, length: number, page: PageRequest): Window {
  const { first, last } = page;
  const limit = first ?? last;
  if (limit === undefined || limit === null || (first != null && last != null)) {
    throw new TelalError('BAD_USER_INPUT', 'A list needs either `first` or `last`, and not both.');
  }
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw new TelalError(
      'BAD_USER_INPUT',
      `\`${first != null ? 'first' : 'last'}\` must be a whole number of 0 or more.`,
    );
  }
  return {
    limit,
    backward: first == null,
    after: page.after == null ? null : readCursor(list, length, page.after),
    before: page.before == null ? null : readCursor(list, length, page.before),
  };
}

/** Its cursor is written when it is asked for. */
class ReadEdge<T> {
  readonly node: T;
  readonly #list: string;
  readonly #place: readonly number[];

  constructor(node: T, list: string, place: readonly number[]) {
    this.node = node;
    this.#list = list;
    this.#place = place;
  }

  get cursor(): string {
    return writeCursor(this.#list, this.#place);
  }
}

/**
 * A page from rows that were read one further than asked, in the direction of reading. What lies on the other side is
 * told by the cursor: it stands on a row, so there is at least that one.
 */
export function toPage<R, T>(
  list: string,
  window: Window,
  rows: readonly R[],
  place: (row: R) => readonly number[],
  node: (row: R) => T,
): Page<T> {
  const kept = rows.slice(0, window.limit);
  if (window.backward) kept.reverse();
  const more = rows.length > window.limit;
  return {
    edges: kept.map((row) => new ReadEdge(node(row), list, place(row))),
    hasNextPage: window.backward ? window.before !== null : more,
    hasPreviousPage: window.backward ? more : window.after !== null,
  };
}
