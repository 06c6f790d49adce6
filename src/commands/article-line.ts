import { z } from 'zod';
import type { Annotation } from '../domain/annotation.ts';
import type { ArticleDraft } from '../domain/draft.ts';
import { TelalError } from '../domain/error.ts';
import type { ActorJoin } from '../domain/poll-store.ts';
import type { StoredArticle } from '../domain/store.ts';
import type { Instant } from '../domain/text.ts';
import { addressKeys } from '../poll/identity.ts';
import { canonicalUrl } from '../read/urls.ts';
import { cleanAll } from '../store/clean-text.ts';

const expected = 'an RFC 3339 instant such as 2026-02-14T09:30:00Z was expected';
const instant = z.iso
  .datetime({ offset: true, error: expected })
  .refine((text) => !Number.isNaN(Date.parse(text)), { error: expected });
const span = z.object({
  field: z.enum(['HEADLINE', 'SUMMARY', 'BODY']),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string(),
});
const tag = { count: z.number(), salience: z.number(), evidence: z.array(span) };
const annotation = z.object({
  version: z.string(),
  countries: z.array(z.object({ code: z.string(), ...tag })),
  actors: z.array(
    z.object({
      slug: z.string(),
      kind: z.enum(['PERSON', 'ORGANIZATION']),
      name: z.string(),
      spelling: z.string().optional(),
      wikidataId: z.string().nullable(),
      curated: z.boolean(),
      ...tag,
    }),
  ),
  topics: z.array(
    z.object({
      slug: z.string(),
      mediaTopicId: z.string().nullable().default(null),
      confidence: z.number(),
      evidence: z.array(span),
    }),
  ),
  quotes: z.array(
    z.object({ text: z.string(), speakerName: z.string().nullable(), speaker: z.string().nullable(), span }),
  ),
});

const line = z.object({
  url: z.string(),
  outlet: z.string().min(1),
  headline: z.string().trim().min(1, 'a headline was expected'),
  summary: z.string().nullish(),
  body: z.string().nullish(),
  language: z.string().nullish(),
  publishedAt: instant,
  publishedAtSource: z.enum(['FEED', 'PAGE', 'FIRST_SEEN']).optional(),
  firstSeenAt: instant.nullish(),
  authors: z.array(z.string()).nullish(),
  image: z
    .union([
      z.string().transform((url) => ({ url, caption: null })),
      z.object({ url: z.string(), caption: z.string().nullable().default(null) }),
    ])
    .nullish(),
  sections: z.array(z.string()).nullish(),
  feedTopics: z.array(z.string()).nullish(),
  // What an exported line has beside a plain article.
  keys: z.array(z.string()).optional(),
  agency: z.string().nullish(),
  copyOf: z.string().nullish(),
  revisions: z
    .array(
      z.object({ seenAt: instant, headline: z.string(), summary: z.string().nullable(), body: z.string().nullable() }),
    )
    .optional(),
  annotation: annotation.optional(),
  joined: z.array(z.object({ slug: z.string(), into: z.string(), name: z.string() })).optional(),
  story: z
    .object({
      id: z.number().int().min(1),
      first: z.string(),
      former: z.array(z.number().int().min(1)).default([]),
      features: z.string(),
      centrality: z.number().int().min(0).default(0),
    })
    .nullish(),
});

/** An article as a line of NDJSON holds it; `annotation` is there where the line was exported. */
export interface ArticleLine {
  draft: Omit<ArticleDraft, 'annotation' | 'copyBands' | 'copyOf'>;
  language: string | null;
  annotation: Annotation | null;
  /** Former slugs of the actors that it names. */
  joined: ActorJoin[];
  /** Whether the store that it comes from had looked for its story. */
  storyKnown: boolean;
}

/** What may stand for a letter that no text should hold. */
const ODD = /\\u(?:0000|d[89a-f])/i;

/** Reads one line, its texts clean as the store wants them; throws a TelalError that says what is wrong with it. */
export function readArticleLine(text: string, now: Instant): ArticleLine {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    throw new TelalError('BAD_USER_INPUT', 'The line is not JSON.', { cause });
  }
  const result = line.safeParse(ODD.test(text) ? cleanAll(given) : given);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new TelalError('BAD_USER_INPUT', `"${issue?.path.join('.') || 'the line'}": ${issue?.message}.`);
  }
  const article = result.data;
  const url = canonicalUrl(article.url);
  if (url === null) throw new TelalError('BAD_USER_INPUT', `"url": ${article.url} is no http or https address.`);
  const language = article.language ?? null;
  return {
    draft: {
      keys: [...new Set([...addressKeys(url), ...(article.keys ?? [])])],
      url,
      outlet: article.outlet,
      headline: article.headline,
      summary: article.summary || null,
      body: article.body || null,
      authors: article.authors ?? [],
      image: article.image ?? null,
      sections: article.sections ?? [],
      feedTopics: article.feedTopics ?? [],
      publishedAt: Date.parse(article.publishedAt),
      publishedAtSource: article.publishedAtSource ?? 'FEED',
      seenAt: article.firstSeenAt ? Date.parse(article.firstSeenAt) : now,
      copyOfUrl: article.copyOf ?? null,
      story: article.story ?? null,
      revisions: (article.revisions ?? []).map((state) => ({ ...state, seenAt: Date.parse(state.seenAt) })),
    },
    language,
    annotation: article.annotation
      ? { ...article.annotation, language: language ?? 'und', agency: article.agency ?? null }
      : null,
    joined: article.joined ?? [],
    storyKnown: article.story !== undefined,
  };
}

const time = (at: Instant) => new Date(at).toISOString();

/** The line that holds all that the store knows of an article, without a line break. */
export function writeArticleLine(stored: StoredArticle): string {
  const { article, keys, annotation: tags, revisions, copyOfUrl, story, joined } = stored;
  const { language: _language, agency: _agency, ...annotation } = tags;
  return JSON.stringify({
    url: article.url,
    outlet: article.outlet,
    headline: article.headline,
    summary: article.summary,
    body: article.body,
    language: article.language,
    publishedAt: time(article.publishedAt),
    publishedAtSource: article.publishedAtSource,
    firstSeenAt: time(article.firstSeenAt),
    revisedAt: article.revisedAt === null ? null : time(article.revisedAt),
    authors: article.authors,
    image: article.image,
    sections: article.sections,
    feedTopics: article.feedTopics,
    agency: article.agency,
    copyOf: copyOfUrl,
    keys,
    revisions: revisions.map(({ seenAt, headline, summary, body }) => ({
      seenAt: time(seenAt),
      headline,
      summary,
      body,
    })),
    annotation,
    story,
    ...(joined.length > 0 ? { joined } : {}),
  });
}
