import { LRUCache } from 'lru-cache';
import type { Engine } from './engine.ts';
import { type SlotTags, turnShelf } from './slot-tags.ts';
import { readTimes, TIMES } from './tag-blocks.ts';
import { TagMemory } from './tag-memory.ts';
import { blockOf, readShelf, slotOf, type TagShelf, WORDS } from './tag-shelf.ts';
import { unlimited } from './time-limit.ts';

/** What one process keeps of the blocks. At a million articles all of them together are about 50 MB. */
const MOST_BYTES = 512 * 2 ** 20;
/** Of counts that were made from them. */
const MOST_COUNTED = 64 * 2 ** 20;
/** Of shelves the other way round. */
const MOST_TURNED = 256 * 2 ** 20;
const MOST_KINDS = 16;

/** When the articles of a block were published, with the first and the last of them. */
export interface BlockTimes {
  at: Float64Array;
  first: number;
  last: number;
}

/** An article whose rows count: it came or changed after its block was written. */
export interface LooseArticle {
  id: number;
  publishedAt: number;
  tags: ReadonlySet<number>;
}

/** Packed articles that have changed, or are gone. */
interface Changed {
  ids: ReadonlySet<number>;
  /** Bits of their slots, by block. */
  masks: ReadonlyMap<number, Uint32Array>;
}

interface LooseRow {
  generation: number;
  catalog: string;
  counted_to: number;
  changed_at: number;
  id: number | null;
  published_at: number | null;
  tag_id: number | null;
}

function changedOf(rows: readonly LooseRow[], packedTo: number): Changed {
  const ids = new Set<number>();
  const masks = new Map<number, Uint32Array>();
  for (const { id } of rows) {
    if (id === null || id > packedTo) continue;
    const mask = masks.get(blockOf(id)) ?? new Uint32Array(WORDS);
    masks.set(blockOf(id), mask);
    mask[slotOf(id) >> 5]! |= 1 << (slotOf(id) & 31);
    ids.add(id);
  }
  return { ids, masks };
}

function looseOf(rows: readonly LooseRow[]): LooseArticle[] {
  const loose = new Map<number, { id: number; publishedAt: number; tags: Set<number> }>();
  for (const { id, published_at, tag_id } of rows) {
    if (id === null || published_at === null || tag_id === null) continue;
    const known = loose.get(id);
    if (known === undefined) loose.set(id, { id, publishedAt: published_at, tags: new Set([tag_id]) });
    else known.tags.add(tag_id);
  }
  return [...loose.values()];
}

/** What all blocks and rows were at one generation. */
export interface Snapshot {
  generation: number;
  catalog: string;
  /** The generation that wrote a block last. */
  packed: number;
  /** The id of the last article that it knows. */
  newest: number;
  /** The same for as long as blocks, and which of their articles are loose, stay the same. */
  packing: string;
  /** The version of each shelf, by `keyOf`. */
  versions: ReadonlyMap<number, number>;
  /** Ascending. */
  blocks: readonly number[];
  loose: readonly LooseArticle[];
  /** Packed articles that do not count in their blocks. */
  changed: Changed;
  /** Bits of the packed articles that count, by block, as far as they were asked for. */
  everything: Map<number, Uint32Array>;
}

/** A block was written anew while it was being asked for; the question is asked again. */
class Moved extends Error {}

const keyOf = (block: number, kind: number): number => block * MOST_KINDS + kind;

interface Kept<T> {
  version: number;
  value: T;
  bytes: number;
}

function timesOf(stored: Uint8Array): BlockTimes {
  const at = readTimes(stored);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of at) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return { at, first, last };
}

/** The blocks of one store, read when first asked for and kept until they are written anew. */
export class BlockIndex {
  readonly engine: Engine;
  /** Counts by what was counted, each good for one packing. */
  readonly counted = new LRUCache<string, { packing: string; counts: Int32Array[] }>({
    maxSize: MOST_COUNTED,
    sizeCalculation: ({ counts }) => counts.reduce((sum, part) => sum + part.byteLength, 100),
  });
  readonly tags = new TagMemory();
  #kept = new LRUCache<number, Kept<TagShelf | BlockTimes>>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bytes }) => bytes + 100,
  });
  #turned = new LRUCache<number, { shelf: TagShelf; value: SlotTags }>({
    maxSize: MOST_TURNED,
    sizeCalculation: ({ value }) => value.starts.byteLength + value.places.byteLength + 100,
  });
  #snapshot: Snapshot | null = null;
  #refreshing: Promise<Snapshot> | null = null;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /**
   * Runs `work` on what the store is, at a generation or later; again where a block that it needs was written
   * meanwhile.
   */
  async ask<T>(generation: number, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    for (let left = 20; ; left -= 1) {
      try {
        return await work(await this.#since(generation, left < 20));
      } catch (error) {
        if (!(error instanceof Moved) || left === 0) throw error;
      }
    }
  }

  async #since(generation: number, anew: boolean): Promise<Snapshot> {
    if (!anew && this.#snapshot !== null && generation <= this.#snapshot.generation) return this.#snapshot;
    // Others wait for it too.
    this.#refreshing ??= unlimited(() => this.#refresh()).finally(() => {
      this.#refreshing = null;
    });
    // One that was begun earlier may have been too early.
    const snapshot = await this.#refreshing;
    return generation <= snapshot.generation ? snapshot : this.#since(generation, false);
  }

  /** Articles that are in no block, or no longer as it says: `after` an id, or all of them. One statement. */
  #readLoose(after: number | null): Promise<LooseRow[]> {
    const packed = after === null ? ' UNION ALL SELECT article_id FROM loose_article' : '';
    return this.engine.all<LooseRow>(
      `SELECT s.generation, s.catalog, s.counted_to, s.changed_at, l.id, a.published_at, x.tag_id FROM state s
       LEFT JOIN (SELECT n.id FROM article n WHERE n.id > ? AND n.id > (SELECT counted_to FROM state)${packed}) l ON 1 = 1
       LEFT JOIN article a ON a.id = l.id LEFT JOIN article_tag x ON x.article_id = a.id`,
      [after ?? 0],
    );
  }

  async #refresh(): Promise<Snapshot> {
    for (;;) {
      const before = this.#snapshot;
      let rows = await this.#readLoose(before?.newest ?? null);
      // Where only new articles have come, what was known of the others still holds.
      const follows = before !== null && rows[0]!.changed_at <= before.generation;
      if (before !== null && !follows) rows = await this.#readLoose(null);
      const { generation, catalog, counted_to: packedTo } = rows[0]!;
      const written = await this.engine.all<{ block: number; kind: number; version: number }>(
        'SELECT block, kind, version FROM tag_block WHERE version > ?',
        [before === null ? -1 : before.generation],
      );
      // Written after what is loose was read: both are read again.
      if (written.some((row) => row.version > generation)) continue;
      const versions = new Map(before?.versions);
      for (const { block, kind, version } of written) versions.set(keyOf(block, kind), version);
      const changed = follows ? before.changed : changedOf(rows, packedTo);
      const kept = follows ? before.loose.filter(({ id }) => id > packedTo || changed.ids.has(id)) : [];
      const packed = written.reduce((most, row) => Math.max(most, row.version), before?.packed ?? 0);
      this.#snapshot = {
        generation,
        catalog,
        packed,
        packing: `${packed} ${changed.ids.size}`,
        newest: rows.reduce((most, { id }) => Math.max(most, id ?? 0), Math.max(before?.newest ?? 0, packedTo)),
        versions,
        blocks: [...new Set([...versions.keys()].map((key) => Math.floor(key / MOST_KINDS)))].sort((a, b) => a - b),
        loose: [...kept, ...looseOf(rows)],
        changed,
        everything: new Map(),
      };
      return this.#snapshot;
    }
  }

  /** Makes sure of the shelves of some kinds (TIMES among them) in some blocks. */
  async load(snapshot: Snapshot, kinds: readonly number[], blocks: readonly number[]): Promise<void> {
    for (const kind of kinds) {
      const missing = blocks.filter((block) => {
        const version = snapshot.versions.get(keyOf(block, kind));
        return version !== undefined && this.#kept.get(keyOf(block, kind))?.version !== version;
      });
      if (missing.length === 0) continue;
      const rows = await this.engine.all<{ block: number; version: number; members: Uint8Array }>(
        `SELECT block, version, members FROM tag_block WHERE kind = ? AND block IN ${this.engine.dialect.numbers}`,
        [kind, JSON.stringify(missing)],
      );
      for (const { block, version, members } of rows) {
        if (version !== snapshot.versions.get(keyOf(block, kind))) throw new Moved();
        const value = kind === TIMES ? timesOf(members) : readShelf(members);
        this.#kept.set(keyOf(block, kind), { version, value, bytes: members.byteLength });
      }
    }
  }

  /** A shelf that was loaded; null where the block has none of that kind. */
  shelf(snapshot: Snapshot, block: number, kind: number): TagShelf | null {
    return this.#value(snapshot, block, kind) as TagShelf | null;
  }

  /** The other way round, the shelf that was loaded. */
  slotTags(block: number, kind: number, shelf: TagShelf): SlotTags {
    const kept = this.#turned.get(keyOf(block, kind));
    if (kept?.shelf === shelf) return kept.value;
    const value = turnShelf(shelf);
    this.#turned.set(keyOf(block, kind), { shelf, value });
    return value;
  }

  times(snapshot: Snapshot, block: number): BlockTimes | null {
    return this.#value(snapshot, block, TIMES) as BlockTimes | null;
  }

  #value(snapshot: Snapshot, block: number, kind: number): TagShelf | BlockTimes | null {
    const version = snapshot.versions.get(keyOf(block, kind));
    if (version === undefined) return null;
    const kept = this.#kept.get(keyOf(block, kind));
    // Another question has read it anew since, or there was no room for it.
    if (kept?.version !== version) throw new Moved();
    return kept.value;
  }
}
