/**
 * Everything that `npm test` holds, one after another: format and lint, types, import rules, unused code, tests.
 * Ends with the line `N passed, N failed` and exit status 1 where anything failed.
 * `npm test -- store gateway` runs only the test files whose path has one of these words.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const words = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'telal-checks-'));
const report = join(folder, 'vitest.json');
let passed = 0;
let failed = 0;

const checks: [title: string, command: string[]][] = [
  ['format and lint', ['biome', 'ci', '--reporter=summary', '.']],
  ['types', ['tsc', '--noEmit']],
  ['types of the dashboard', ['tsc', '--noEmit', '-p', 'dashboard']],
  ['import rules', ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'schema']],
  ['unused code', ['knip']],
];

if (words.length === 0) {
  for (const [title, command] of checks) {
    const started = performance.now();
    const run = spawnSync('npx', ['--no-install', ...command], { encoding: 'utf8' });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (run.status === 0) passed += 1;
    else {
      failed += 1;
      console.log(`${run.stdout}\n${run.stderr}`);
    }
    console.log(`${run.status === 0 ? '✓' : '✗'} ${title} (${seconds} s)`);
  }
}

spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words],
  {
    stdio: 'inherit',
  },
);
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  passed += result.numPassedTests;
  // A file that does not even load has no tests to fail, and fails all the same.
  const unloaded = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  failed += result.numFailedTests + unloaded.length;
} else failed += 1;
rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
