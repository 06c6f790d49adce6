import { TelalError } from '../src/domain/error.ts';
import type { Page, PageRequest } from '../src/domain/filter.ts';

/** Entries of a page where the client names no number. */
export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

export interface PageArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

/** A number of entries that must lie in 1–100. */
export function checkCount(value: number, name: string): number {
  if (value < 1 || value > MAX_PAGE)
    throw new TelalError('BAD_USER_INPUT', `\`${name}\` must be from 1 to ${MAX_PAGE}; ${value} was given.`);
  return value;
}

/** What the store is asked for; throws where the client asks for what cannot be. */
export function pageRequest(args: PageArgs): PageRequest {
  const { first, last } = args;
  if (first != null && last != null)
    throw new TelalError(
      'BAD_USER_INPUT',
      'Give `first` or `last`, not both: one walks forwards, the other backwards.',
    );
  const request: PageRequest =
    last != null ? { last: checkCount(last, 'last') } : { first: checkCount(first ?? DEFAULT_PAGE, 'first') };
  if (args.after != null) request.after = cursor(args.after, 'after');
  if (args.before != null) request.before = cursor(args.before, 'before');
  return request;
}

function cursor(text: string, name: string): string {
  if (text === '' || text.length > 400)
    throw new TelalError('BAD_USER_INPUT', `\`${name}\` must be a cursor that an edge or pageInfo gave.`);
  return text;
}

/** A list whose page, and whose count, are fetched only when a field asks for them, and then once. */
export class LazyPage<T> {
  readonly #load: () => Promise<Page<T>>;
  readonly #count: () => Promise<number>;
  #page: Promise<Page<T>> | undefined;
  #total: Promise<number> | undefined;

  constructor(load: () => Promise<Page<T>>, count: () => Promise<number>) {
    this.#load = load;
    this.#count = count;
  }

  get #loaded(): Promise<Page<T>> {
    this.#page ??= this.#load();
    return this.#page;
  }

  get edges(): Promise<{ cursor: string; node: T }[]> {
    return this.#loaded.then((page) => page.edges);
  }

  get pageInfo() {
    return this.#loaded.then((page) => ({
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.edges[0]?.cursor ?? null,
      endCursor: page.edges.at(-1)?.cursor ?? null,
    }));
  }

  get totalCount(): Promise<number> {
    this.#total ??= this.#count();
    return this.#total;
  }
}

/** A page of a list that is in memory, ordered by `keyOf`. */
export function pageOf<T>(all: readonly T[], request: PageRequest, keyOf: (item: T) => string): Page<T> {
  const place = (text: string) => {
    const key = Buffer.from(text, 'base64url').toString('utf8');
    if (Buffer.from(key, 'utf8').toString('base64url') !== text)
      throw new TelalError('BAD_USER_INPUT', 'That cursor is not one of this list.');
    return key;
  };
  const after = request.after === undefined ? null : place(request.after);
  const before = request.before === undefined ? null : place(request.before);
  const within = all.filter(
    (item) => (after === null || keyOf(item) > after) && (before === null || keyOf(item) < before),
  );
  const from = request.last === undefined ? 0 : Math.max(0, within.length - request.last);
  const slice = request.last === undefined ? within.slice(0, request.first) : within.slice(from);
  const startsAt = slice.length === 0 ? 0 : all.indexOf(slice[0]!);
  const endsAt = slice.length === 0 ? all.length - 1 : all.indexOf(slice.at(-1)!);
  return {
    edges: slice.map((node) => ({ cursor: Buffer.from(keyOf(node), 'utf8').toString('base64url'), node })),
    hasPreviousPage: startsAt > 0,
    hasNextPage: endsAt < all.length - 1,
  };
}
