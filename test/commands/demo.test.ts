import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('npm run demo tells where to look, answers, and ends cleanly when told to', { timeout: 120_000 }, async () => {
  const child = spawn('npm', ['run', 'demo', '--', '--port', '0'], { cwd: root, detached: true });
  let said = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const told = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Ctrl+C ends the demo')) resolve();
    });
    ended.then(() => reject(new Error(`the demo ended: ${errors}`)));
  });
  try {
    await told;
    const graphql = /GraphiQL\s+(http:\S+)/.exec(said)?.[1];
    // The first articles are there; the rest come in within moments.
    const query = '{ articles(filter: { countries: { any: ["XK"] } }) { totalCount } outlets { totalCount } }';
    await expect
      .poll(
        async () => {
          const response = await fetch(`${graphql}?query=${encodeURIComponent(query)}`);
          const { data } = (await response.json()) as Record<string, Record<string, { totalCount: number }>>;
          return (data?.['articles']?.totalCount ?? 0) > 10 && data?.['outlets']?.totalCount === 25;
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(true);
    expect(errors).toBe('');
  } finally {
    process.kill(-(child.pid ?? 0), 'SIGINT');
  }
  await ended;
});

test('tests and commands run on the Node that the checkout brings, not on the machine’s', () => {
  expect(process.versions.node.split('.')[0]).toBe('26');
});
