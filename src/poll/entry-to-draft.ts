import type { DateSource } from '../domain/article.ts';
import type { FeedEntry, PageDocument } from '../domain/document.ts';
import type { ArticleDraft, KnownArticle } from '../domain/draft.ts';
import type { FeedSource, Outlet } from '../domain/knowledge.ts';
import type { Annotate } from '../domain/ports.ts';
import type { Instant, LanguageTag } from '../domain/text.ts';
import { articleEnd } from '../read/article-end.ts';
import { plainLine, plainText } from '../read/plain-text.ts';
import { allSaid } from './evidence.ts';
import { keepUnlessChanged } from './same-text.ts';

/** An entry's text as a reader sees it. */
export interface EntryText {
  headline: string | null;
  summary: string | null;
  /** The whole text, where the feed carries it. */
  body: string | null;
}

/** Everything known of one article at one poll. */
export interface Findings {
  entry: FeedEntry;
  text: EntryText;
  page: PageDocument | null;
  known: KnownArticle | null;
  outlet: Outlet;
  source: FeedSource;
  /** Language that the feed names for itself. */
  feedLanguage: LanguageTag | null;
  url: string;
  keys: string[];
  now: Instant;
}

/** A draft that still lacks what only the whole store can tell. */
export type Draft = Omit<ArticleDraft, 'copyBands' | 'copyOf' | 'annotation'>;

const longSummary = 1000;
const tenMinutes = 600_000;
/** Before this no outlet was on the web; such dates come from clocks that were never set. */
const webBegins = Date.UTC(1993, 0, 1);

/** Splits what a feed gives into headline, summary and body; a summary that is a whole article counts as its body. */
export function entryText(entry: FeedEntry): EntryText {
  const headline = entry.title ? plainLine(entry.title) : '';
  let summary = entry.summary ? plainText(entry.summary) : '';
  let body = entry.content ? ownText(plainText(entry.content)) : '';
  if (!body && summary.length > longSummary) body = summary;
  if (body && (body === summary || summary.length > longSummary)) {
    // The same text twice, or an excerpt that is none: the first paragraph says what it is about.
    const first = body.split('\n\n')[0]!;
    if (body.length <= longSummary && body === summary) body = '';
    else summary = first.length <= longSummary && first.length < body.length ? first : '';
  }
  if (summary === headline) summary = '';
  return {
    headline: headline || (summary ? opening(summary) : null),
    summary: summary.replace(/\n\n/g, '\n').trim() || null,
    body: body.length > Math.max(200, summary.length * 1.2) ? body : null,
  };
}

/** Without the outlet's own lines under the article. */
const ownText = (text: string) => text.slice(0, articleEnd(text));

/** An instant that can be believed to be the publication's; null otherwise. */
export function believable(at: Instant | null | undefined, now: Instant): Instant | null {
  return at !== null && at !== undefined && at <= now + tenMinutes && at > webBegins ? Math.min(at, now) : null;
}

/** Puts feed, page and what is stored together; null where there is not even a headline. */
export function makeDraft(found: Findings): Draft | null {
  const { entry, text, page, known, outlet, now } = found;
  const headline = bestHeadline(text.headline, page?.headline ?? null) ?? known?.headline ?? null;
  if (!headline) return null;
  const summary = text.summary ?? page?.summary ?? known?.summary ?? null;
  // Where pages are read, the feed's excerpt does not take the place of a page read before.
  const wantsPage = outlet.readPages || found.source.kind !== 'FEED';
  const fed = !page && wantsPage && known?.body ? null : text.body;
  const body = bestBody(fed, page, outlet.readPages) ?? known?.body ?? null;
  const [publishedAt, publishedAtSource] = publication(found);
  return {
    keys: found.keys,
    url: found.url,
    outlet: outlet.slug,
    headline: keepUnlessChanged(known?.headline, headline),
    summary: keepUnlessChanged(known?.summary, summary === headline ? null : summary),
    body: keepUnlessChanged(known?.body, body),
    authors: unique(entry.authors.length > 0 ? entry.authors : (page?.authors ?? [])),
    image: page?.image ?? entry.image,
    sections: sectionsOf(entry, page),
    feedTopics: found.source.topics,
    publishedAt,
    publishedAtSource,
    seenAt: now,
  };
}

export const sectionsOf = (entry: FeedEntry, page: PageDocument | null = null): string[] =>
  unique([...entry.sections, ...(page?.sections ?? [])]);

/** What the understanding makes of a draft. */
export function annotateDraft(draft: Draft, found: Findings, annotate: Annotate) {
  const { outlet, source, page, known } = found;
  const { sections, feedTopics: topics } = allSaid(known, draft);
  // Programs write en-US into feeds and pages of every language; what the outlet publishes in decides.
  const named = [page?.language, found.feedLanguage].find(
    (tag) => tag && outlet.languages.some((own) => own.split('-')[0] === tag.split('-')[0]),
  );
  return annotate(
    { headline: draft.headline, summary: draft.summary, body: draft.body },
    {
      language: source.language ?? named ?? null,
      outletLanguages: outlet.languages,
      outletCountry: outlet.country,
      topics,
      sections,
      publishedAt: draft.publishedAt,
    },
  );
}

function publication({ entry, page, known, now }: Findings): [Instant, DateSource] {
  if (known && known.publishedAtSource !== 'FIRST_SEEN') return [known.publishedAt, known.publishedAtSource];
  const fed = believable(entry.publishedAt, now);
  if (fed !== null) return [fed, 'FEED'];
  const shown = believable(page?.publishedAt, now);
  if (shown !== null) return [shown, 'PAGE'];
  return [known?.publishedAt ?? now, 'FIRST_SEEN'];
}

/** The feed's headline is the outlet's word, unless the feed cuts it short. */
function bestHeadline(fed: string | null, shown: string | null): string | null {
  if (!fed || !shown) return fed || shown;
  const cut = /\s*(?:…|\.\.\.|\[…\])$/.exec(fed);
  const start = cut ? fed.slice(0, cut.index) : fed;
  return cut && shown.length > start.length && shown.startsWith(start) ? shown : fed;
}

/** The page's text has been cleaned; the feed's stands in where the page shows only a part. */
function bestBody(fed: string | null, page: PageDocument | null, readPages: boolean): string | null {
  const shown = page?.body ?? null;
  if (!shown || !fed) return shown ?? fed;
  return !readPages || page?.paywalled || shown.length < fed.length / 2 ? fed : shown;
}

function opening(text: string): string {
  const line = text.split('\n')[0]!;
  if (line.length <= 120) return line;
  return `${line.slice(0, 120).replace(/\s+\S*$/, '')}…`;
}

const unique = (values: string[]) => [...new Set(values.map((value) => value.trim()).filter(Boolean))].slice(0, 50);
