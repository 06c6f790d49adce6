import { TelalError } from '../src/domain/error.ts';
import type { Catalog, KnownActor } from '../src/domain/knowledge.ts';
import { nearest } from '../src/domain/nearest.ts';
import type { GraphContext } from './context.ts';
import { keyOfGlobalId, quoted, tryDecodeGlobalId } from './global-id.ts';
import { parseLanguageTag } from './scalars.ts';

/*
 * The names that clients call things by, resolved to the one the store knows. What is not known is refused with the
 * nearest that is, because a filter that silently matches nothing teaches nobody.
 */

function unknown(what: string, code: string, near: string[]): TelalError {
  const hint = near.length === 0 ? '' : ` The nearest known: ${near.join(', ')}.`;
  return new TelalError('BAD_USER_INPUT', `There is no ${what} ${quoted(code)}.${hint}`);
}

/** A country code in any case, or a global id. */
export function resolveCountry(catalog: Catalog, text: string): string {
  const id = tryDecodeGlobalId(text);
  const code = id ? keyOfGlobalId(text, 'Country') : text.toUpperCase();
  if (catalog.country(code)) return code;
  const byName = catalog.countries.filter((country) => country.names['en']?.toLowerCase() === text.toLowerCase());
  const near = byName.length > 0 ? byName : nearCountries(catalog, text);
  throw unknown(
    'country',
    text,
    near.map((country) => `${country.code} (${country.names['en'] ?? country.code})`),
  );
}

function nearCountries(catalog: Catalog, text: string) {
  const names = new Map(catalog.countries.map((country) => [country.names['en'] ?? country.code, country]));
  const byName = text.length > 2 ? nearest(text, names.keys()).map((name) => names.get(name)!) : [];
  if (byName.length > 0) return byName;
  return nearest(
    text,
    catalog.countries.map((country) => country.code),
    30,
  )
    .filter((code) => code[0] === text[0]?.toUpperCase())
    .slice(0, 3)
    .map((code) => catalog.country(code)!);
}

/** A topic's slug, IPTC code or global id. */
export function resolveTopic(catalog: Catalog, text: string): string {
  if (text.startsWith('medtop:')) {
    const topic = catalog.topicByMediaTopic(text);
    if (topic) return topic.slug;
    const codes = catalog.topics.flatMap((entry) => (entry.mediaTopicId ? [entry.mediaTopicId] : []));
    throw unknown('topic', text, nearest(text, codes));
  }
  const slug = tryDecodeGlobalId(text) ? keyOfGlobalId(text, 'Topic') : text;
  if (catalog.topic(slug)) return slug;
  const labels = catalog.topics.filter((topic) => topic.labels['en']?.toLowerCase() === slug.toLowerCase());
  const near = labels.map((topic) => topic.slug);
  throw unknown(
    'topic',
    text,
    near.length > 0
      ? near
      : nearest(
          slug,
          catalog.topics.map((topic) => topic.slug),
        ),
  );
}

/** An outlet's slug or global id. */
export function resolveOutlet(catalog: Catalog, text: string): string {
  const slug = tryDecodeGlobalId(text) ? keyOfGlobalId(text, 'Outlet') : text;
  if (catalog.outlet(slug)) return slug;
  throw unknown(
    'outlet',
    text,
    nearest(
      slug,
      catalog.outlets.map((outlet) => outlet.slug),
    ),
  );
}

/** A BCP 47 tag, in its usual case. */
export function resolveLanguage(text: string): string {
  const tag = parseLanguageTag(text);
  if (tag) return tag;
  throw new TelalError('BAD_USER_INPUT', `${quoted(text)} is not a language tag; one looks like sr, sr-Latn or mk.`);
}

const wikidataIndex = new WeakMap<Catalog, Map<string, KnownActor>>();

/** The curated actor of a Wikidata id. */
export function actorOfWikidata(catalog: Catalog, id: string): KnownActor | undefined {
  let index = wikidataIndex.get(catalog);
  if (!index) {
    index = new Map(catalog.actors.flatMap((actor) => (actor.wikidataId ? [[actor.wikidataId, actor] as const] : [])));
    wikidataIndex.set(catalog, index);
  }
  return index.get(id);
}

export const WIKIDATA_ID = /^Q[1-9]\d{0,11}$/;

/** Actor slugs, Wikidata ids or global ids; those that are in memory cost no statement, the others one together. */
export async function resolveActors(context: GraphContext, texts: string[]): Promise<string[]> {
  const { catalog, store } = context;
  const slugs = await Promise.all(
    texts.map(async (text) => {
      if (!WIKIDATA_ID.test(text)) return tryDecodeGlobalId(text) ? keyOfGlobalId(text, 'Actor') : text;
      const slug = actorOfWikidata(catalog, text)?.slug ?? (await store.actorByWikidataId(text))?.slug;
      if (slug === undefined) throw unknown('actor with the Wikidata id', text, []);
      return slug;
    }),
  );
  const unsure = slugs.filter((slug) => !catalog.actor(slug));
  if (unsure.length > 0) {
    const found = await store.actorsBySlugs(unsure);
    const wrong = unsure.find((_, index) => !found[index]);
    if (wrong !== undefined) throw unknown('actor', wrong, await store.nearestActors(wrong.slice(0, 100)));
    // Somebody who turned out to be another is asked for under the slug of old.
    const present = new Map(unsure.map((slug, index) => [slug, found[index]!.slug]));
    return slugs.map((slug) => present.get(slug) ?? slug);
  }
  return slugs;
}

export async function resolveActor(context: GraphContext, text: string): Promise<string> {
  return (await resolveActors(context, [text]))[0]!;
}
