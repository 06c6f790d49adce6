import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Without the "development" condition: with it graphql would be loaded twice, once by us and once by its plugins.
  ssr: { resolve: { conditions: ['module', 'node'] } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/postgres/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    retry: process.env['CI'] ? 1 : 0,
  },
});
