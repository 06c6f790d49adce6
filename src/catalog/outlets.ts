import { basename } from 'node:path';
import type { FeedSource, Outlet } from '../domain/knowledge.ts';
import type { CountryCode } from '../domain/text.ts';
import type { Folder } from './folder.ts';
import type { Mistakes } from './mistakes.ts';
import { disabledOutletSchema, outletSchema } from './outlet-schema.ts';
import type { SourceFile } from './source-file.ts';
import { subscribe } from './subscribe.ts';
import { timeZoneOf } from './time-zones.ts';

/** All outlets that are not switched off, a later folder's replacing an earlier one's of the same slug. */
export function readOutlets(
  folders: readonly Folder[],
  topics: ReadonlySet<string>,
  countryNamed: (name: string) => CountryCode | undefined,
  mistakes: Mistakes,
): Outlet[] {
  const outlets = new Map<string, Outlet>();
  for (const folder of folders) {
    const own = new Map<string, string>();
    for (const file of folder.outlets) {
      const slug = basename(file.path).replace(/\.ya?ml$/, '');
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
        mistakes.add(file, [], `the file's name is the slug: a–z, 0–9 and single hyphens were expected, not "${slug}"`);
      }
      const earlier = own.get(slug);
      if (earlier) mistakes.add(file, [], `the slug "${slug}" is already taken by ${earlier}`);
      own.set(slug, file.path);
      const outlet = readOutlet(file, slug, topics, mistakes);
      if (outlet === 'off') outlets.delete(slug);
      else if (outlet) outlets.set(slug, outlet);
    }
    if (folder.subscriptions) subscribe(outlets, folder.subscriptions, mistakes, countryNamed);
  }
  return [...outlets.values()];
}

function readOutlet(
  file: SourceFile,
  slug: string,
  topics: ReadonlySet<string>,
  mistakes: Mistakes,
): Outlet | 'off' | undefined {
  if (disabledOutletSchema.safeParse(file.value).success) return 'off';
  const value = mistakes.check(outletSchema, file.value, file, []);
  if (!value) return undefined;
  const feeds: FeedSource[] = [];
  const take = (key: 'feeds' | 'pages' | 'sitemaps', kind: FeedSource['kind']) => {
    (value[key] ?? []).forEach((source, index) => {
      (source.topics ?? []).forEach((topic, place) => {
        if (topics.size > 0 && !topics.has(topic))
          mistakes.add(file, [key, index, 'topics', place], `"${topic}" is no topic of topics.yaml`);
      });
      feeds.push({
        url: source.url,
        kind,
        topics: source.topics ?? [],
        language: source.language ?? null,
        links: 'links' in source && typeof source.links === 'string' ? source.links : null,
      });
    });
  };
  take('feeds', 'FEED');
  take('pages', 'PAGE');
  take('sitemaps', 'SITEMAP');
  return {
    slug,
    name: value.name,
    homepage: value.homepage,
    country: value.country,
    languages: value.languages,
    feeds,
    article: { body: value.article?.body ?? null, remove: value.article?.remove ?? [] },
    readPages: value.readPages ?? true,
    charset: value.charset ?? null,
    timeZone: value.timeZone ?? timeZoneOf(value.country),
    owner: value.owner ?? null,
    kind: value.kind ?? null,
  };
}
