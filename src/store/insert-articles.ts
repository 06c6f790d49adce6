import type { ArticleDraft } from '../domain/draft.ts';
import { TelalError } from '../domain/error.ts';
import { writeAnnotations } from './annotation-rows.ts';
import { addStates, insertKeys, type Saving } from './article-parts.ts';
import { prepareText, type ShownText, sameText } from './article-text.ts';
import { addMarks } from './copy-marks.ts';

interface OutletRow {
  id: number;
  slug: string;
  country: string;
}

const columns = [
  'outlet_id',
  'url',
  'headline',
  'summary',
  'authors',
  'image',
  'language',
  'sections',
  'feed_topics',
  'word_count',
  'published_at',
  'published_at_source',
  'first_seen_at',
  'revised_at',
  'copy_of',
  'agency',
];

async function findOutlets({ rows, dialect }: Saving, drafts: readonly ArticleDraft[]) {
  const slugs = new Set(drafts.map((draft) => draft.outlet));
  const found = await rows.all<OutletRow>(`SELECT id, slug, country FROM outlet WHERE slug IN ${dialect.texts}`, [
    JSON.stringify([...slugs]),
  ]);
  const outlets = new Map(found.map((outlet) => [outlet.slug, outlet]));
  for (const slug of slugs)
    if (!outlets.has(slug)) throw new TelalError('BAD_USER_INPUT', `The store knows no outlet "${slug}".`);
  return outlets;
}

/** The states of an imported article, the current one last; none where it never changed. */
function importedStates(draft: ArticleDraft): (ShownText & { seenAt: number })[] {
  const earlier = draft.revisions ?? [];
  const last = earlier[earlier.length - 1];
  if (last === undefined) return [];
  return sameText(last, draft) ? (earlier.length > 1 ? earlier : []) : [...earlier, draft];
}

/** Stores articles that are not known yet, and tells their ids in the drafts' order. */
export async function insertArticles(saving: Saving, drafts: readonly ArticleDraft[]): Promise<number[]> {
  if (drafts.length === 0) return [];
  const { rows, dialect } = saving;
  const outlets = await findOutlets(saving, drafts);
  const states = drafts.map(importedStates);
  const texts = drafts.map((draft) => draft.prepared ?? prepareText(draft));
  const ids = await rows.createAll(
    'article',
    columns,
    drafts.map((draft, at) => [
      outlets.get(draft.outlet)!.id,
      draft.url,
      draft.headline,
      draft.summary,
      JSON.stringify(draft.authors),
      draft.image === null ? null : JSON.stringify(draft.image),
      draft.annotation.language,
      JSON.stringify(draft.sections),
      JSON.stringify(draft.feedTopics ?? []),
      texts[at]!.wordCount,
      draft.publishedAt,
      draft.publishedAtSource,
      draft.seenAt,
      states[at]!.at(-1)?.seenAt ?? null,
      draft.copyOf,
      draft.annotation.agency,
    ]),
  );
  const articles = drafts.map((draft, at) => ({ draft, id: ids[at]!, states: states[at]! }));
  const bodies = articles.flatMap(({ id, draft: { body, publishedAt, copyBands } }) =>
    body === null ? [] : [{ id, publishedAt, body, bands: copyBands }],
  );
  await rows.insert(
    'article_body',
    ['article_id', 'body', 'bands'],
    bodies.map(({ id, body, bands }) => [id, body, JSON.stringify(bands)]),
  );
  await addMarks(rows, bodies);
  await insertKeys(
    rows,
    articles.map(({ id, draft }) => [id, draft.keys]),
  );
  for (const { id, states } of articles) if (states.length > 0) await addStates(rows, id, 1, states);
  await dialect.articleText.put(
    rows,
    ids.map((id, at) => [id, texts[at]!]),
  );
  await writeAnnotations(
    rows,
    dialect,
    saving.tags,
    articles.map(({ id, draft }) => [
      { id, publishedAt: draft.publishedAt, outlet: outlets.get(draft.outlet)! },
      draft.annotation,
    ]),
  );
  return ids;
}
