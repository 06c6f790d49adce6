import type { Dialect, Rows } from './engine.ts';

/**
 * Everything that an article can be found by is a tag, and all tags share one dictionary and one index. The kind
 * stands in the upper bits of a tag's id, so that the tags of one kind lie side by side in every index.
 */
export const tagKind = {
  about: 1,
  publisher: 2,
  person: 3,
  organization: 4,
  topic: 5,
  outlet: 6,
  language: 7,
  /** The language without its script, which every article has beside its full one. */
  bareLanguage: 8,
  speaker: 9,
  /** `all` stands on every article, `quoted` on those with a quotation. */
  special: 10,
} as const;

export type TagKind = keyof typeof tagKind;

const KIND_SIZE = 2 ** 27;

/** The number of a tag's kind. */
export const kindOf = (tagId: number): number => Math.floor(tagId / KIND_SIZE);

/** The least id of a kind. */
export const firstTag = (kind: number): number => kind * KIND_SIZE;

/** The kinds of a range of ids. */
export function kindsIn([first, end]: readonly [number, number]): number[] {
  const kinds: number[] = [];
  for (let kind = kindOf(first); kind < kindOf(end); kind += 1) kinds.push(kind);
  return kinds;
}

/** The ids of kinds `first` to `last`, end exclusive. */
export function tagRange(first: TagKind, last: TagKind = first): [number, number] {
  return [tagKind[first] * KIND_SIZE, (tagKind[last] + 1) * KIND_SIZE];
}

/** Ids of tags by `kind:key`, as far as they were seen. */
export type TagIds = Pick<Map<string, number>, 'get' | 'set' | 'delete'>;

export interface Tag {
  id: number;
  kind: TagKind;
  key: string;
  /** Articles that have it. */
  articles: number;
}

/** Tags by `kind:key`, and the generation that they are of. */
export interface FoundTags {
  tags: ReadonlyMap<string, Tag>;
  generation: number;
}

const tagName = (kind: TagKind, key: string): string => `${kind}:${key}`;

/**
 * The stored tags among the wanted, by `kind:key`, and the generation that they are of. The slug of somebody who was
 * joined to another means the other. One statement.
 */
export async function findTags(
  rows: Rows,
  dialect: Dialect,
  wanted: readonly (readonly [TagKind, string])[],
): Promise<FoundTags> {
  const found = await rows.lookup<Tag & { wanted: string; generation: number }>(
    `SELECT t.id, t.kind, t.key, t.articles, w.b AS wanted, s.generation FROM ${dialect.pairs} w
     JOIN tag t ON t.kind = w.a AND t.key = CASE WHEN w.a IN ('person', 'organization', 'speaker') THEN coalesce(
       (SELECT r.slug FROM actor_alias l JOIN actor r ON r.id = l.actor_id WHERE l.slug = w.b), w.b) ELSE w.b END
     CROSS JOIN state s`,
    [JSON.stringify(wanted)],
  );
  const tags = new Map<string, Tag>();
  for (const { id, kind, key, articles, wanted: asked } of found)
    tags.set(tagName(kind, asked), { id, kind, key, articles });
  return { tags, generation: found[0]?.generation ?? 0 };
}

/** The ids of tags, made where they are missing. Only inside a transaction that holds the store's state. */
export async function ensureTag(rows: Rows, known: TagIds, kind: TagKind, key: string): Promise<number> {
  const name = tagName(kind, key);
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const row = await rows.get<{ id: number }>('SELECT id FROM tag WHERE kind = ? AND key = ?', [kind, key]);
  const id = row?.id ?? (await makeTag(rows, kind, key));
  known.set(name, id);
  return id;
}

async function makeTag(rows: Rows, kind: TagKind, key: string): Promise<number> {
  const [first, end] = tagRange(kind);
  const last = await rows.get<{ id: number }>('SELECT id FROM tag WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT 1', [
    first,
    end,
  ]);
  const id = last === undefined ? first : last.id + 1;
  await rows.run('INSERT INTO tag (id, kind, key, articles) VALUES (?, ?, ?, 0)', [id, kind, key]);
  return id;
}
