import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/open-store.ts';
import { catalogOf, NOON } from '../store/sample-world.ts';
import { createDatabase } from './create-database.ts';
import { startServer } from './embedded-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server that all tests of one run share; each makes databases of its own. */
    postgresUrl: string;
    /** A database of it that holds a migrated store which knows the sample catalog, to be copied. */
    postgresTemplate: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  project.provide('postgresUrl', server.url);
  const { url } = await createDatabase(server.url);
  const store = await openStore(url);
  await store.migrate();
  await store.syncCatalog(catalogOf(), NOON);
  await store.close();
  project.provide('postgresTemplate', new URL(url).pathname.slice(1));
  return () => server.stop();
}
