import type { Catalog } from '../../src/domain/knowledge.ts';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { inventPress } from './press.ts';

const TOGETHER = 64;

/** Writes invented articles through the store's own saves; goes on where a former run was cut off. Articles a second. */
export async function fillStore(store: Store, catalog: Catalog, count: number, seed = 1): Promise<number> {
  const began = performance.now();
  let saved = 0;
  let batch: Promise<unknown>[] = [];
  for (const draft of inventPress(catalog, count, seed)) {
    batch.push(store.saveArticle(draft));
    saved += 1;
    if (batch.length < TOGETHER && saved < count) continue;
    await Promise.all(batch);
    batch = [];
    if (saved % 50_048 === 0) {
      const rate = Math.round((saved / (performance.now() - began)) * 1000);
      console.error(`${saved} of ${count} articles, ${rate} a second`);
    }
  }
  return (count / (performance.now() - began)) * 1000;
}

/** Opens a store of that many articles, filling it first where it is empty. */
export async function openFilled(url: string, catalog: Catalog, count: number): Promise<Store> {
  const store = await openStore(url);
  await store.migrate();
  await store.syncCatalog(catalog, Date.now());
  const there = await store.countArticles({});
  if (there === 0) {
    const rate = await fillStore(store, catalog, count);
    console.error(`${count} articles written, ${Math.round(rate)} a second`);
  } else if (there !== count) throw new Error(`${url} holds ${there} articles, not ${count}`);
  return store;
}
