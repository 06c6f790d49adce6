import { readFile } from 'node:fs/promises';
import { loadCatalog } from '../catalog/load-catalog.ts';
import type { SubscriptionFile } from '../catalog/subscribe.ts';
import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import { readOpml } from '../read/opml.ts';
import { sentence } from './sentence.ts';

/** Everything that sources/ and the user's own folders and subscription lists say, checked. */
export async function openKnowledge(config: Config) {
  const folders = await Promise.all(
    config.sources.map((path) => (/\.opml$/i.test(path) ? openSubscriptions(path) : path)),
  );
  return loadCatalog({ folders, outletFolders: config.outletSources });
}

async function openSubscriptions(path: string): Promise<SubscriptionFile> {
  try {
    return { path, list: readOpml(await readFile(path)) };
  } catch (error) {
    if (error instanceof TelalError) throw new TelalError('BAD_SOURCE', `${path}:1: ${sentence(error)}`);
    throw new TelalError('BAD_SOURCE', `The subscription list ${path} cannot be read.`, { cause: error });
  }
}
