import type { TestProject } from 'vitest/node';
import { startServer } from './embedded-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server that all tests of one run share; each makes databases of its own. */
    postgresUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
