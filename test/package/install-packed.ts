import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Packs what would be published and puts it into an empty folder with the packages that `npm install --omit=dev` would
 * bring, and no others: what Telal forgot to name as a dependency is missing there. Without a network.
 */
export function installPacked(folder: string): string {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'pipe' });
  if (!existsSync(join(root, 'dashboard', 'dist', 'index.html')))
    execFileSync('npm', ['run', '--silent', 'build:dashboard'], { cwd: root, stdio: 'pipe' });
  // What its scripts do is done: `prepack` is the build, `prepare` the dashboard.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: 'pipe',
  });
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!packed) throw new Error('npm pack wrote nothing');
  const modules = join(folder, 'node_modules');
  const installed = join(modules, 'telal');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, packed), '-C', installed, '--strip-components', '1']);
  for (const path of productionPackages()) {
    const from = join(root, path);
    // A package for another platform is not here.
    if (existsSync(from))
      cpSync(from, join(folder, path), { recursive: true, filter: (file) => !isNested(from, file) });
  }
  return installed;
}

/** Where the lock file puts what is installed without the development packages. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
    .map(([path]) => path);
}

const isNested = (from: string, file: string) => file.slice(from.length).startsWith('/node_modules');
