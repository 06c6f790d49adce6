import type { ArticleDraft } from '../../src/domain/draft.ts';
import type { Catalog } from '../../src/domain/knowledge.ts';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { inventPress } from './press.ts';

const TOGETHER = 1_000;

/** Writes invented articles through the store's own saves, those after the first `there`. Articles a second. */
async function fillStore(store: Store, catalog: Catalog, count: number, there: number): Promise<number> {
  const began = performance.now();
  let made = 0;
  let batch: ArticleDraft[] = [];
  for (const draft of inventPress(catalog, count)) {
    made += 1;
    if (made <= there) continue;
    batch.push(draft);
    if (batch.length < TOGETHER && made < count) continue;
    await store.saveArticles(batch);
    batch = [];
    const rate = ((made - there) / (performance.now() - began)) * 1000;
    if (made % (TOGETHER * 50) === 0) console.error(`${made} of ${count} articles, ${Math.round(rate)} a second`);
  }
  return ((count - there) / (performance.now() - began)) * 1000;
}

/** Opens a store of that many articles, and writes what is missing of them. */
export async function openFilled(url: string, catalog: Catalog, count: number): Promise<Store> {
  const store = await openStore(url);
  await store.migrate();
  await store.syncCatalog(catalog, Date.now());
  const there = await store.countArticles({});
  if (there > count) throw new Error(`${url} holds ${there} articles, not ${count}`);
  if (there < count) {
    const rate = await fillStore(store, catalog, count, there);
    console.error(`${count - there} articles written, ${Math.round(rate)} a second`);
  }
  return store;
}
