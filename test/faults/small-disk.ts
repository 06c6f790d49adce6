import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  folder: string;
  grow(megabytes: number): void;
  remove(): Promise<void>;
}

/** A disk of so many megabytes; null where this user may not mount one. */
export async function openSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'telal-disk-'));
  const mount = (options: string) =>
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  try {
    mount(`size=${megabytes}m,mode=700`);
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    grow: (to) => mount(`remount,size=${to}m`),
    async remove() {
      execFileSync('/bin/umount', ['-l', folder]);
      await rm(folder, { recursive: true });
    },
  };
}
