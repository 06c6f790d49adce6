import type { FeedEntry } from '../domain/document.ts';
import type { KnownArticle } from '../domain/draft.ts';
import type { FeedSource, Outlet } from '../domain/knowledge.ts';
import type { PollStore } from '../domain/poll-store.ts';
import type { Annotate } from '../domain/ports.ts';
import type { TellStory } from '../domain/story.ts';
import type { Instant, LanguageTag } from '../domain/text.ts';
import { lookForCopies } from './copies.ts';
import { annotateDraft, believable, type Draft, type EntryText, makeDraft } from './entry-to-draft.ts';
import { saysMore } from './evidence.ts';
import { addressKeys, type Identity, pageAddresses, resembles, settle } from './identity.ts';
import type { ReadArticle } from './read-article.ts';

/** All that one poll knows of one article. */
export interface Sighting {
  entry: FeedEntry;
  identity: Identity;
  text: EntryText;
  read: ReadArticle | null;
  outlet: Outlet;
  source: FeedSource;
  feedLanguage: LanguageTag | null;
  /** Address to fall back on for an entry without one. */
  fallbackUrl: string;
}

/** What became of it; `skipped` where there is nothing to store. */
export type Saved = 'new' | 'changed' | 'unchanged' | 'skipped';

/** Stores articles one after another, so that two feeds that bring the same one at the same moment make one of it. */
export function createSaver(
  store: PollStore,
  annotate: Annotate,
  tellStory?: TellStory,
): (seen: Sighting, now: Instant) => Promise<Saved> {
  let last: Promise<unknown> = Promise.resolve();
  return (seen, now) => {
    const mine = last.then(() => save(store, annotate, tellStory, seen, now));
    last = mine.catch(() => undefined);
    return mine;
  };
}

async function save(
  store: PollStore,
  annotate: Annotate,
  tellStory: TellStory | undefined,
  seen: Sighting,
  now: Instant,
): Promise<Saved> {
  const { entry, identity, text, outlet } = seen;
  let { read } = seen;
  const addresses =
    read && identity.url ? pageAddresses(identity.url, read.finalUrl, read.page.url, outlet.homepage) : [];
  const paged = addresses.flatMap(addressKeys);
  const candidates = { strong: identity.strong, soft: [...paged, ...identity.soft] };
  const known = await store.knownArticles([...new Set([...candidates.strong, ...candidates.soft])]);
  const fresh = {
    headline: text.headline ?? read?.page.headline ?? null,
    summary: text.summary,
    publishedAt: believable(entry.publishedAt ?? read?.page.publishedAt, now),
  };
  const { article, keys } = settle(candidates, known, (one) => resembles(one, fresh));
  if (keys.length === 0) return 'skipped';
  // The request ended on the page of another article, or on one that stands in for many: it is not this one's.
  if (read && addressKeys(read.finalUrl).some((key) => known.has(key) && !keys.includes(key))) read = null;
  // The page's own word on its address goes before the feed's, unless it belongs to another article.
  const main = addresses.find((address) => addressKeys(address).every((key) => keys.includes(key)));
  const mainKeys = main ? addressKeys(main) : [];
  const found = {
    entry,
    text,
    page: read?.page ?? null,
    known: article,
    outlet,
    source: seen.source,
    feedLanguage: seen.feedLanguage,
    url: main ?? identity.url ?? seen.fallbackUrl,
    keys: [...new Set([...mainKeys, ...keys])],
    now,
  };
  const draft = makeDraft(found);
  if (!draft) return 'skipped';
  const nothingNew = article !== null && isSame(article, draft) && !saysMore(article, draft);
  if (nothingNew && keys.every((key) => known.has(key))) return 'unchanged';

  const copies = await lookForCopies(store, draft, article?.id ?? null);
  const annotation = annotateDraft(draft, found, annotate);
  const outcome = await store.saveArticle({ ...draft, annotation, ...copies });
  const { publishedAt, headline, summary, body } = draft;
  await tellStory?.({
    id: outcome.id,
    outlet: outlet.slug,
    publishedAt,
    text: { headline, summary, body },
    annotation,
    copyOf: copies.copyOf,
  });
  return outcome.outcome;
}

function isSame(known: KnownArticle, draft: Draft): boolean {
  return (
    known.headline === draft.headline &&
    known.summary === draft.summary &&
    known.body === draft.body &&
    known.publishedAt === draft.publishedAt &&
    known.publishedAtSource === draft.publishedAtSource
  );
}
