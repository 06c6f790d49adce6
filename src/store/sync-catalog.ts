import { createHash } from 'node:crypto';
import { freshFeedState } from '../domain/feed.ts';
import type { Catalog, Outlet } from '../domain/knowledge.ts';
import type { Instant } from '../domain/text.ts';
import { actorTagKind, syncActor } from './actor-rows.ts';
import type { Engine, Rows } from './engine.ts';
import { holdState, writeState } from './state.ts';
import { buildBlocks, tellChanged } from './tag-blocks.ts';
import { ensureTag, type TagIds } from './tags.ts';

function fingerprint(catalog: Catalog): string {
  const outlets = catalog.outlets.map(({ slug, country, kind, owner, languages, feeds }) => {
    return { slug, country, kind, owner, languages, feeds: feeds.map((feed) => [feed.url, feed.kind]) };
  });
  const topics = catalog.topics.map((topic) => [topic.slug, topic.parent]);
  const hash = createHash('sha256');
  hash.update(JSON.stringify([catalog.version, outlets, topics, catalog.actors]));
  return hash.digest('hex');
}

/** Gives the articles of an outlet that moved to another country their new publisher. */
async function movePublisher(rows: Rows, outletTag: number, from: number, to: number): Promise<void> {
  for (const table of ['posting', 'article_tag']) {
    await rows.run(
      `UPDATE ${table} SET tag_id = ? WHERE tag_id = ? AND article_id IN
       (SELECT article_id FROM posting WHERE tag_id = ?)`,
      [to, from, outletTag],
    );
  }
  for (const id of [from, to]) {
    await rows.run('UPDATE tag SET articles = (SELECT count(*) FROM posting WHERE tag_id = ?) WHERE id = ?', [id, id]);
  }
}

async function syncOutlet(rows: Rows, tags: TagIds, outlet: Outlet, now: Instant): Promise<boolean> {
  const former = await rows.get<{ country: string }>('SELECT country FROM outlet WHERE slug = ?', [outlet.slug]);
  const tagId = await ensureTag(rows, tags, 'outlet', outlet.slug);
  const publisher = await ensureTag(rows, tags, 'publisher', outlet.country);
  const row = await rows.get<{ id: number }>(
    `INSERT INTO outlet (slug, country, kind, owner, languages, listed, tag_id) VALUES (?, ?, ?, ?, ?, 1, ?)
     ON CONFLICT (slug) DO UPDATE SET country = excluded.country, kind = excluded.kind, owner = excluded.owner,
       languages = excluded.languages, listed = 1
     RETURNING id`,
    [outlet.slug, outlet.country, outlet.kind, outlet.owner, JSON.stringify(outlet.languages), tagId],
  );
  await rows.insert(
    'feed',
    ['outlet_id', 'url', 'kind', 'listed', 'status', 'next_fetch_at', 'failures', 'state'],
    outlet.feeds.map((feed) => [row!.id, feed.url, feed.kind, 1, 'NEW', now, 0, JSON.stringify(freshFeedState)]),
    // One that comes back begins anew; one that was there goes on as it was.
    `ON CONFLICT (outlet_id, url) DO UPDATE SET kind = excluded.kind, listed = 1,
       status = CASE feed.listed WHEN 1 THEN feed.status ELSE 'NEW' END,
       next_fetch_at = CASE feed.listed WHEN 1 THEN feed.next_fetch_at ELSE excluded.next_fetch_at END,
       failures = CASE feed.listed WHEN 1 THEN feed.failures ELSE 0 END,
       last_error = CASE feed.listed WHEN 1 THEN feed.last_error ELSE NULL END`,
  );
  if (former === undefined || former.country === outlet.country) return false;
  await movePublisher(rows, tagId, await ensureTag(rows, tags, 'publisher', former.country), publisher);
  return true;
}

async function unlist(engine: Engine, rows: Rows, catalog: Catalog): Promise<void> {
  const feeds = catalog.outlets.flatMap((outlet) => outlet.feeds.map((feed) => [outlet.slug, feed.url]));
  await rows.run(
    `UPDATE feed SET listed = 0, status = 'DISABLED', next_fetch_at = NULL WHERE listed = 1 AND id NOT IN (
       SELECT f.id FROM ${engine.dialect.pairs} w
       JOIN outlet o ON o.slug = w.a JOIN feed f ON f.outlet_id = o.id AND f.url = w.b)`,
    [JSON.stringify(feeds)],
  );
  const slugs = JSON.stringify(catalog.outlets.map((outlet) => outlet.slug));
  await rows.run(`UPDATE outlet SET listed = 0 WHERE slug NOT IN ${engine.dialect.texts}`, [slugs]);
  const actors = JSON.stringify(catalog.actors.map((actor) => actor.slug));
  await rows.run(`UPDATE actor SET curated = 0 WHERE curated = 1 AND slug NOT IN ${engine.dialect.texts}`, [actors]);
}

/** Makes outlets, feeds, topics and curated actors those of the catalog; one read where they are already. */
export async function syncCatalog(engine: Engine, catalog: Catalog, now: Instant): Promise<void> {
  const print = fingerprint(catalog);
  const stored = await engine.get<{ catalog: string }>('SELECT catalog FROM state');
  if (stored?.catalog === print) return;
  await engine.transaction(async (rows) => {
    const state = await holdState(rows, engine.dialect);
    if (state.catalog === print) return;
    const tags = new Map<string, number>();
    let moved = false;
    for (const outlet of catalog.outlets) moved = (await syncOutlet(rows, tags, outlet, now)) || moved;
    for (const actor of catalog.actors) {
      if (tags.size > 50_000) tags.clear();
      moved = (await syncActor(rows, tags, actor)) || moved;
      tags.delete(`${actorTagKind(actor.kind)}:${actor.slug}`);
    }
    await unlist(engine, rows, catalog);
    await rows.run('DELETE FROM topic');
    await rows.insert(
      'topic',
      ['slug', 'path'],
      catalog.topics.map((topic) => [topic.slug, JSON.stringify(catalog.topicPath(topic.slug).map((t) => t.slug))]),
    );
    if (moved) {
      await buildBlocks(rows, state.counted_to, state.generation + 1);
      await tellChanged(rows, state);
    }
    await writeState(rows, { ...state, catalog: print });
  });
}
