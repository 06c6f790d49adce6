import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsHelp } from '../../src/config.ts';
import { runTelal } from '../commands/run-telal.ts';

/*
 * What Docker and systemd would do with our files, as far as can be told without either: each file that is copied is
 * there and reaches the builder, each command is one that there is, each variable one that Telal knows.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { scripts, files } = JSON.parse(read('package.json')) as { scripts: Record<string, string>; files: string[] };
const ours = new Set(settingsHelp.map(({ name }) => name));
const others = ['NODE_ENV', 'POSTGRES_PASSWORD'];

const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    return { word, rest };
  });
const all = (word: string) => instructions.filter((one) => one.word === word).map((one) => one.rest);
const last = (word: string) => all(word).at(-1) ?? '';

/** What git would give a builder, so that nothing of this machine's own is counted on. */
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n');
const isTracked = (path: string) => tracked.some((file) => file === path || file.startsWith(`${path}/`));

/** Options and command of a command line that begins after `telal`. */
async function expectCommand(line: readonly string[]): Promise<void> {
  const [command = '', ...rest] = line;
  const { stdout, status } = await runTelal([command, '--help']);
  expect(status, command).toBe(0);
  for (const option of rest.filter((word) => word.startsWith('-'))) expect(stdout, line.join(' ')).toContain(option);
}

const expectSetting = (name: string) => expect([...ours, ...others], name).toContain(name);

test('every file that the image copies is in the repository, reaches the builder, or is made by the stage before', () => {
  const reaches = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const made = ['node_modules', 'dist', 'dashboard/dist'];
  for (const copy of all('COPY')) {
    const [, from, paths = ''] = /^(?:--from=(\w+) )?(.*)$/.exec(copy) ?? [];
    const sources = paths.split(' ').slice(0, -1);
    for (const source of sources) {
      if (from) {
        expect(made, copy).toContain(source.replace('/build/', ''));
        continue;
      }
      expect(isTracked(source), `${source} is in the repository`).toBe(true);
      expect(reaches, `${source} is not kept from the builder`).toContain(source);
    }
  }
});

test('the image holds what the package holds, so that the test of the packed package speaks for it', () => {
  const final =
    read('Dockerfile')
      .split(/^FROM /m)
      .at(-1) ?? '';
  const targets = [...final.matchAll(/^COPY (.*) (\S+)$/gm)].flatMap(([, sources = '', target = '']) =>
    target === './' ? sources.split(' ') : [target],
  );
  expect(targets).toEqual(expect.arrayContaining([...files, 'package.json', 'node_modules']));
});

test('each step of the build is a command that there is', () => {
  for (const step of all('RUN').flatMap((run) => run.split(' && '))) {
    const [program, word, name = ''] = step.split(' ');
    if (program !== 'npm') expect(['mkdir', 'chown'], step).toContain(program);
    else if (word === 'run') expect(Object.keys(scripts), step).toContain(name);
    else expect(['ci', 'prune'], step).toContain(word);
  }
  // `npm ci` takes a lock file that fits.
  execFileSync('npm', ['ci', '--dry-run', '--ignore-scripts', '--offline'], { cwd: root, stdio: 'pipe' });
});

test('the image starts Telal, not as root, and asks itself whether it lives', async () => {
  const [node, bin] = JSON.parse(last('ENTRYPOINT')) as string[];
  expect([node, bin]).toEqual(['node', '/app/bin/telal.js']);
  expect(last('WORKDIR')).toBe('/app');
  await expectCommand(JSON.parse(last('CMD')));
  expect(last('USER')).toBe('node');
  for (const [, name = ''] of all('ENV')
    .join(' ')
    .matchAll(/(\w+)=/g))
    expectSetting(name);
  const check = JSON.parse(/CMD (\[.*\])$/.exec(last('HEALTHCHECK'))?.[1] ?? '[]') as string[];
  const [, flag = '', script = ''] = check;
  const healthy = (port: string) => {
    try {
      execFileSync(process.execPath, [flag, script], { env: { ...process.env, PORT: port }, stdio: 'pipe' });
      return true;
    } catch {
      return false;
    }
  };
  expect(script).toContain('/health');
  expect(healthy('9')).toBe(false);
});

interface Service {
  build?: string;
  image: string;
  command?: string[];
  env_file?: string;
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
}

test('compose.yaml starts gateway, poller and a database that outlives them, with settings that Telal knows', async () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  expect(Object.keys(services)).toEqual(['postgres', 'gateway', 'poller']);
  for (const [name, service] of Object.entries(services)) {
    if (name === 'postgres') continue;
    expect(service).toMatchObject({ build: '.', image: 'telal', env_file: '.env' });
    await expectCommand(service.command ?? []);
    for (const setting of Object.keys(service.environment ?? {})) expectSetting(setting);
    expect(service.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  }
  expect(services['gateway']?.command).toEqual(['serve', '--no-poll']);
  expect(services['poller']).toMatchObject({ command: ['poll'], healthcheck: { disable: true } });
  const { environment, healthcheck, volumes: mounts } = services['postgres'] ?? {};
  const url = new URL(
    services['gateway']?.environment?.['DATABASE_URL']?.replace(/\$\{POSTGRES_PASSWORD\}/, 'secret') ?? '',
  );
  expect([url.username, url.hostname, url.pathname]).toEqual([environment?.['POSTGRES_USER'], 'postgres', '/telal']);
  expect(environment?.['POSTGRES_DB']).toBe('telal');
  expect(healthcheck?.test?.[1]).toBe('pg_isready');
  expect(mounts?.map((mount) => mount.split(':')[0])).toEqual(Object.keys(volumes));
  // Only this machine reaches the gateway until a proxy is put in front.
  expect(services['gateway']?.ports).toEqual(['127.0.0.1:4000:4000']);
});

test('.env.example names settings that Telal knows, and a file of that name is kept out of git', () => {
  for (const [, name = ''] of read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)) expectSetting(name);
  expect(read('.gitignore')).toMatch(/^\.env$/m);
});

test('the unit for systemd starts a command that there is, with settings that Telal knows', async () => {
  const unit = /```ini\n([\s\S]*?)```/.exec(read('docs/operations.md'))?.[1] ?? '';
  expect([...unit.matchAll(/^\[(\w+)\]$/gm)].map(([, section]) => section)).toEqual(['Unit', 'Service', 'Install']);
  for (const line of unit.split('\n')) if (line !== '') expect(line).toMatch(/^(\[\w+\]|[A-Z]\w+=.*)$/);
  const [program, ...command] = (/^ExecStart=(.*)$/m.exec(unit)?.[1] ?? '').split(' ');
  expect(program).toMatch(/^\/.*\/telal$/);
  await expectCommand(command);
  for (const [, name = ''] of (/^Environment=(.*)$/m.exec(unit)?.[1] ?? '').matchAll(/(\w+)=/g)) expectSetting(name);
  expect(existsSync(join(root, 'bin', 'telal.js'))).toBe(true);
});

test('docs/operations.md names metrics and settings that there are', () => {
  const text = read('docs/operations.md');
  const metrics = read('src/gateway/metrics.ts');
  for (const [, name = ''] of text.matchAll(/`(telal_[a-z_]+)/g))
    expect(metrics.includes(`'${name}'`) || /^telal_cache_\w+_total$/.test(name), name).toBe(true);
  for (const [, name = ''] of text.matchAll(/\b((?:TELAL|OTEL|DATABASE)_[A-Z_]+)\b/g)) expectSetting(name);
});
