import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Without the "development" condition: with it graphql would be loaded twice, once by us and once by its plugins.
  // And without "module", which Node passes on to packages whose files for bundlers it cannot load (@opentelemetry/api 1.9).
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/postgres/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    retry: process.env['CI'] ? 1 : 0,
  },
});
