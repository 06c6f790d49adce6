#!/usr/bin/env node
// Plain JavaScript that any Node can read: an older one is told what is missing, or hands over to the checkout's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

if (Number(process.versions.node.split('.')[0]) < 24) {
  const own = path('../node_modules/node/bin/node');
  if (existsSync(own)) {
    const run = spawnSync(own, [path('telal.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exit(run.status ?? 1);
  }
  console.error(
    `Telal needs Node 24 or newer; this is Node ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
  process.exit(1);
}

// GraphQL checks far more in development mode; it decides when it is first loaded.
process.env.NODE_ENV ??= 'production';
const inCheckout = existsSync(path('../src/main.ts'));
const { main } = await import(inCheckout ? '../src/main.ts' : '../dist/src/main.js');
await main(process.argv);
