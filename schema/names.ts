import type { StoredActor } from '../src/domain/article.ts';
import { englishName } from '../src/domain/english-name.ts';
import type { KnownActor } from '../src/domain/knowledge.ts';
import type { LanguageTag } from '../src/domain/text.ts';

/** Where a language gives no name, whose readers would know the next best. English stands last for all. */
const FALLBACK: Record<string, string[]> = {
  'sr-Cyrl': ['sr'],
  'sr-Latn': ['hr', 'bs'],
  bs: ['sr-Latn', 'hr'],
  cnr: ['sr-Latn', 'hr', 'bs'],
  hr: ['bs', 'sr-Latn'],
  mk: ['sr-Cyrl', 'sr'],
  bg: ['mk'],
};

const MOST_CHAINS = 500;
const chains = new Map<LanguageTag, readonly string[]>();

/** The languages to try, best first. */
export function languageChain(language: LanguageTag): readonly string[] {
  const known = chains.get(language);
  if (known) return known;
  const made = chainOf(language);
  if (chains.size < MOST_CHAINS) chains.set(language, made);
  return made;
}

function chainOf(language: LanguageTag): string[] {
  const base = language.split('-')[0]!;
  const chain = [language, ...(FALLBACK[language] ?? [])];
  // A Latin-script reader of Serbian is better served by English spelling than by Cyrillic.
  if (!(language === 'sr-Latn') && base !== language) chain.push(base, ...(FALLBACK[base] ?? []));
  return [...new Set([...chain, 'en'])];
}

/** The label in the language, or the nearest there is. */
export function labelIn(labels: Record<LanguageTag, string>, language: LanguageTag, otherwise: string): string {
  for (const tag of languageChain(language)) {
    const label = labels[tag];
    if (label) return label;
  }
  return otherwise;
}

/** An actor's name in the language; falls back to English, then to the most frequent form. */
export function actorNameIn(actor: StoredActor, language: LanguageTag): string {
  // Of the curated it is the name that they are shown by.
  if (language === 'en') return (actor.curated ? null : englishName(actor.names)) ?? actor.name;
  for (const tag of languageChain(language)) {
    const name = actor.names.find((form) => form.language === tag);
    if (name) return name.text;
  }
  return actor.name;
}

const stored = new WeakMap<KnownActor, StoredActor>();

/** A curated actor in the shape of a stored one: needs no statement. */
export function actorOfCatalog(actor: KnownActor): StoredActor {
  let shape = stored.get(actor);
  if (!shape) {
    shape = {
      slug: actor.slug,
      kind: actor.kind,
      curated: true,
      wikidataId: actor.wikidataId,
      description: actor.description,
      name: englishName(actor.names) ?? actor.names[0]?.text ?? actor.slug,
      names: [...actor.names, ...actor.acronyms],
      countries: actor.countries,
    };
    stored.set(actor, shape);
  }
  return shape;
}
