import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { TelalError } from '../domain/error.ts';
import { readActors } from './actors.ts';
import { countryFinder } from './country-names.ts';
import { createKnowledge } from './create-knowledge.ts';
import { type Folder, readList } from './folder.ts';
import type { GivenNames, Knowledge, Place, RoleWords } from './knowledge.ts';
import { Mistakes } from './mistakes.ts';
import { readOutlets } from './outlets.ts';
import { readCountries, readTopics } from './readers.ts';
import { givenNamesSchema, placeSchema, roleWordsSchema } from './schemas.ts';
import { readSourceFiles, type SourceFile } from './source-file.ts';
import { sparingly } from './sparingly.ts';
import type { SubscriptionFile } from './subscribe.ts';

/**
 * Reads the knowledge of every folder; a later one adds to the earlier ones or replaces by slug, `enabled: false` removes.
 * Throws TelalError BAD_SOURCE with every mistake as `file:line: what was expected`.
 */
export const loadCatalog = (request: CatalogRequest): Promise<Knowledge> => sparingly(() => load(request));

export interface CatalogRequest {
  /** A subscription list takes a folder's place. */
  folders: readonly (string | SubscriptionFile)[];
  /** Those of `folders`, by path, whose outlets count; the demo knows all actors and polls only its own outlets. */
  outletFolders?: readonly string[];
}

async function load({ folders, outletFolders = folders.map(pathOf) }: CatalogRequest): Promise<Knowledge> {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      if (typeof folder !== 'string') return [];
      const files = await listFolder(folder);
      if (outletFolders.includes(folder)) return readSourceFiles(files, `${folder} with outlets`);
      return readSourceFiles(
        files.filter((file) => !file.startsWith(join(folder, 'outlets'))),
        `${folder} without outlets`,
      );
    }),
  );
  const files = lists.flat();
  const mistakes = new Mistakes();
  for (const file of files) for (const message of file.mistakes) mistakes.addRaw(message);
  const sorted = lists.map((list, index) =>
    sortFolder(
      folders[index]!,
      list.filter((file) => file.mistakes.length === 0),
      outletFolders,
    ),
  );
  const { actors, slugs, warnings } = readActors(sorted, mistakes);
  const { topics, topicWords } = readTopics(sorted, slugs, mistakes);
  const countryWords = readCountries(sorted, mistakes);
  const countryNamed = countryFinder(countryWords);
  const outlets = readOutlets(sorted, new Set(topics.map((topic) => topic.slug)), countryNamed, mistakes);
  const knowledge = createKnowledge({
    version: versionOf(files),
    outlets,
    actors,
    topics,
    countryWords,
    topicWords,
    places: readPlaces(sorted, mistakes),
    roles: readList(sorted, 'roles', roleWordsSchema, mistakes) as RoleWords[],
    givenNames: readGivenNames(sorted, mistakes),
    warnings,
  });
  mistakes.raise();
  return knowledge;
}

/** The digest of what tagging depends on; where outlets are found has no part in it. */
function versionOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) if (!/[\\/]outlets[\\/]/.test(file.path)) hash.update(file.hash);
  return hash.digest('hex').slice(0, 12);
}

async function listFolder(folder: string): Promise<string[]> {
  let entries: string[];
  try {
    const wanted = /^(outlets|actors|places|given-names)[\\/].*\.(ya?ml|jsonl)$|^(roles|topics|countries)\.ya?ml$/;
    entries = (await readdir(folder, { recursive: true })).filter((path) => wanted.test(path));
  } catch (error) {
    throw new TelalError('BAD_SOURCE', `The sources folder ${folder} cannot be read.`, { cause: error });
  }
  return entries.sort().map((path) => join(folder, path));
}

const pathOf = (folder: string | SubscriptionFile) => (typeof folder === 'string' ? folder : folder.path);

function sortFolder(
  folder: string | SubscriptionFile,
  files: readonly SourceFile[],
  outletFolders: readonly string[],
): Folder {
  const under = (start: string) => files.filter((file) => file.path.startsWith(join(pathOf(folder), start)));
  return {
    subscriptions: typeof folder !== 'string' && outletFolders.includes(folder.path) ? folder : null,
    outlets: under('outlets/'),
    actors: under('actors/'),
    places: under('places/'),
    givenNames: under('given-names/'),
    roles: under('roles.y'),
    topics: under('topics.y'),
    countries: under('countries.y'),
  };
}

function readPlaces(folders: readonly Folder[], mistakes: Mistakes): Place[] {
  return readList(folders, 'places', placeSchema, mistakes).map((place) => ({
    name: place.name,
    country: place.country ?? null,
    type: place.type,
    population: place.population ?? 0,
    names: place.names ?? {},
    adjectives: place.adjectives ?? {},
    common: place.common ?? false,
  }));
}

function readGivenNames(folders: readonly Folder[], mistakes: Mistakes): GivenNames[] {
  return folders
    .flatMap((folder) => folder.givenNames)
    .flatMap((file) => {
      const names = mistakes.check(givenNamesSchema, file.value, file, []);
      return names
        ? [{ language: basename(file.path).replace(/\.ya?ml$/, ''), m: names.m ?? [], f: names.f ?? [] }]
        : [];
    });
}
