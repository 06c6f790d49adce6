import type { ActorTag, Annotation } from '../domain/annotation.ts';
import type { Dialect, Rows } from './engine.ts';

/** The slugs that some have now, by the slug they had. */
export async function presentSlugs(
  rows: Rows,
  dialect: Dialect,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const found = await rows.all<{ slug: string; present: string }>(
    `SELECT l.slug, r.slug AS present FROM actor_alias l JOIN actor r ON r.id = l.actor_id
     WHERE l.slug IN ${dialect.texts}`,
    [JSON.stringify(slugs)],
  );
  return new Map(found.map(({ slug, present }) => [slug, present]));
}

/** Former slugs of actors, each with the slug that they have now. */
export async function formerSlugs(
  rows: Rows,
  dialect: Dialect,
  present: readonly string[],
): Promise<{ slug: string; into: string }[]> {
  if (present.length === 0) return [];
  return rows.all<{ slug: string; into: string }>(
    `SELECT l.slug, r.slug AS "into" FROM actor r JOIN actor_alias l ON l.actor_id = r.id
     WHERE r.slug IN ${dialect.texts} ORDER BY l.slug`,
    [JSON.stringify(present)],
  );
}

/** Annotations with the actors under the slugs that they have now: whoever made them may not know yet. */
export async function withPresentSlugs(
  rows: Rows,
  dialect: Dialect,
  annotations: readonly Annotation[],
): Promise<Annotation[]> {
  const slugs = new Set(
    annotations.flatMap(({ actors }) => actors.flatMap(({ slug, curated }) => (curated ? [] : [slug]))),
  );
  const present = await presentSlugs(rows, dialect, [...slugs]);
  if (present.size === 0) return [...annotations];
  return annotations.map((annotation) => ({
    ...annotation,
    actors: joinedTags(annotation.actors, present),
    quotes: annotation.quotes.map((quote) =>
      quote.speaker === null ? quote : { ...quote, speaker: present.get(quote.speaker) ?? quote.speaker },
    ),
  }));
}

function joinedTags(tags: readonly ActorTag[], present: ReadonlyMap<string, string>): ActorTag[] {
  const bySlug = new Map<string, ActorTag>();
  for (const tag of tags) {
    const slug = present.get(tag.slug) ?? tag.slug;
    const same = bySlug.get(slug);
    if (!same) bySlug.set(slug, { ...tag, slug });
    else {
      bySlug.set(slug, {
        ...same,
        count: same.count + tag.count,
        salience: Math.max(same.salience, tag.salience),
        evidence: [...same.evidence, ...tag.evidence],
      });
    }
  }
  return [...bySlug.values()];
}
