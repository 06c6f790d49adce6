import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Store } from '../../src/domain/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createDatabase } from '../postgres/create-database.ts';
import { catalogOf, NOON } from './sample-world.ts';

/** An empty database of one engine. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

export interface TestEngine {
  name: string;
  create(): Promise<TestDatabase>;
  /** One that may hold a migrated store with the sample catalog already, where that is quicker. */
  createReady(): Promise<TestDatabase>;
}

async function createFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'telal-store-'));
  return {
    url: `file:${join(folder, 'test.db')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The engines that every test of the store runs on. */
export const engines: TestEngine[] = [
  { name: 'sqlite', create: createFile, createReady: createFile },
  {
    name: 'postgres',
    create: () => createDatabase(inject('postgresUrl')),
    createReady: () => createDatabase(inject('postgresUrl'), inject('postgresTemplate')),
  },
];

export interface TestStore {
  store: Store;
  url: string;
  /** Another connection to the same database. */
  open(options?: Parameters<typeof openStore>[1]): Promise<Store>;
  drop(): Promise<void>;
}

/** A migrated store that knows the sample outlets, topics and actors. */
export async function openTestStore(engine: TestEngine): Promise<TestStore> {
  const database = await engine.createReady();
  const opened: Store[] = [];
  const open = async (options?: Parameters<typeof openStore>[1]): Promise<Store> => {
    const store = await openStore(database.url, options);
    opened.push(store);
    return store;
  };
  const store = await open();
  await store.migrate();
  await store.syncCatalog(catalogOf(), NOON);
  return {
    store,
    url: database.url,
    open,
    async drop() {
      await Promise.all(opened.map((one) => one.close()));
      await database.drop();
    },
  };
}
