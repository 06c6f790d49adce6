import { spawn } from 'node:child_process';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Block, blocks } from './pages.ts';

/** What cannot be run here, by the first word that its block has, and why. */
const cannotRun: Record<string, string> = {
  docker: 'needs Docker',
  systemctl: 'needs systemd and a machine of its own',
  journalctl: 'needs systemd',
  sudo: 'changes the machine',
  psql: 'needs PostgreSQL’s own programs; the address that Telal takes is tried in other blocks',
  createdb: 'needs PostgreSQL’s own programs',
  pg_dump: 'needs PostgreSQL’s own programs',
  pg_restore: 'needs PostgreSQL’s own programs',
  pg_basebackup: 'needs PostgreSQL’s own programs',
  git: 'needs the network',
};

export const shells = blocks.filter(({ language }) => /^(sh|bash|shell|console)$/.test(language));
const wordsOf = (text: string) =>
  text.split('\n').flatMap((line) => /^\s*(?:\w+=\S*\s+)*([\w-]+)/.exec(line)?.[1] ?? []);
export const reasonOf = ({ text }: Block) =>
  wordsOf(text)
    .map((word) => cannotRun[word])
    .find(Boolean);

/** A folder with `npx`, `npm` and `telal` that stand for the real ones; see telal-shim.ts. */
export async function writeShims(): Promise<string> {
  const shims = await mkdtemp(join(tmpdir(), 'telal-shims-'));
  const shim = fileURLToPath(new URL('telal-shim.ts', import.meta.url));
  for (const name of ['npx', 'npm', 'telal']) {
    // npm itself is called by the shim, by a path without the shims.
    const script = `#!/bin/sh\nPATH="$REAL_PATH" exec "${process.execPath}" "${shim}" ${name} "$@"\n`;
    await writeFile(join(shims, name), script);
    await chmod(join(shims, name), 0o755);
  }
  return shims;
}

/** Runs a block as a reader's shell would, and stops at the first command that fails. */
export function runBlock(
  script: string,
  { cwd, shims }: { cwd: string; shims: string },
): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-e', '-c', script], {
      cwd,
      env: {
        ...process.env,
        PATH: `${shims}${delimiter}${process.env['PATH']}`,
        REAL_PATH: process.env['PATH'],
        DATABASE_URL: `file:${join(cwd, 'telal.db')}`,
        TELAL_ALLOW_HOSTS: '127.0.0.1',
        TELAL_MIN_HOST_DELAY_MS: '0',
        LOG_LEVEL: 'error',
        NODE_ENV: 'production',
      },
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.once('close', (status) => resolve({ status, said }));
    child.stdin.end();
  });
}
