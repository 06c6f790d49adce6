import type { ActorName, KnownActor } from '../domain/knowledge.ts';
import { actorSchema } from './actor-schema.ts';
import { type Folder, readList } from './folder.ts';
import type { WordsByLanguage } from './knowledge.ts';
import type { Mistakes } from './mistakes.ts';
import type { SourceFile } from './source-file.ts';

/**
 * All actors, later folders replacing earlier ones by slug, with a warning for two of one full name. `slugs` are those of every
 * entry, also of actors that a later folder switches off.
 */
export function readActors(
  folders: readonly Folder[],
  mistakes: Mistakes,
): { actors: KnownActor[]; slugs: ReadonlySet<string>; warnings: string[] } {
  const slugs = new Set<string>();
  const bySlug = new Map<string, { actor: KnownActor; file: SourceFile; index: number; folder: number }>();
  readList(folders, 'actors', actorSchema, mistakes, (value, file, index, folder) => {
    slugs.add(value.slug);
    const earlier = bySlug.get(value.slug);
    if (earlier?.folder === folder) {
      mistakes.add(file, [index, 'slug'], `the slug "${value.slug}" is already taken in ${earlier.file.path}`);
    } else if (!('kind' in value) || value.enabled === false) bySlug.delete(value.slug);
    else bySlug.set(value.slug, { actor: toActor(value), file, index, folder });
  });
  const entries = [...bySlug.values()];
  for (const { actor, file, index } of entries)
    if (actor.parent !== undefined && !slugs.has(actor.parent))
      mistakes.add(file, [index, 'parent'], `"${actor.parent}" is no actor of sources/actors`);
  return { actors: entries.map((entry) => entry.actor), slugs, warnings: sharedNames(entries) };
}

type Checked = Extract<ReturnType<typeof actorSchema.parse>, { kind: string }>;

function toActor(value: Checked): KnownActor {
  return {
    slug: value.slug,
    kind: value.kind === 'person' ? 'PERSON' : 'ORGANIZATION',
    gender: value.kind === 'person' ? (value.gender ?? null) : null,
    type: value.kind === 'organization' ? (value.type ?? null) : null,
    names: toNames(value.names),
    acronyms: toNames(value.acronyms ?? {}),
    alone: value.alone ?? null,
    ...(value.kind === 'organization' && value.members && { members: toNames(value.members) }),
    ...(value.kind === 'organization' && value.adjectives && { adjectives: toNames(value.adjectives) }),
    ...(value.kind === 'organization' && value.parent !== undefined && { parent: value.parent }),
    countries: value.countries ?? [],
    wikidataId: value.wikidata ?? null,
    description: value.description ?? null,
    roles: (value.roles ?? []).map((role) => ({
      role: role.role,
      of: role.of ?? null,
      portfolio: role.portfolio ?? null,
      from: role.from ?? null,
      to: role.to ?? null,
    })),
  };
}

const toNames = (names: WordsByLanguage): ActorName[] =>
  Object.entries(names).flatMap(([language, texts]) =>
    texts.map((text) => ({ text, language: language === 'und' ? null : language })),
  );

function sharedNames(entries: readonly { actor: KnownActor; file: SourceFile }[]): string[] {
  const holders = new Map<string, string>();
  const told = new Set<string>();
  const warnings: string[] = [];
  for (const { actor, file } of entries) {
    for (const name of actor.names) {
      const key = `${name.language} ${name.text.toLowerCase()}`;
      const other = holders.get(key);
      const pair = `${other} ${actor.slug}`;
      if (other === undefined) holders.set(key, actor.slug);
      else if (other !== actor.slug && !told.has(pair)) {
        told.add(pair);
        warnings.push(`${file.path}: ${actor.slug} and ${other} share the name "${name.text}" (${name.language})`);
      }
    }
  }
  return warnings;
}
