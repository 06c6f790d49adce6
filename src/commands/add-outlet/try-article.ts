import type { FeedDocument } from '../../domain/document.ts';
import { faultOf } from '../../poll/fault.ts';
import { readPage } from '../../read/page.ts';
import { plainText } from '../../read/plain-text.ts';
import type { openFetcher } from '../fetch-once.ts';

/** What came of reading one article's page. */
export interface ArticleTrial {
  url: string;
  /** Characters of text found; 0 where the general reading finds none. */
  characters: number;
  /** robots.txt forbids reading it. */
  forbidden: boolean;
  /** The feed carries whole texts, so that pages need not be read. */
  wholeInFeed: boolean;
}

const WHOLE = 1500;

/** Reads the page of the newest article; null where there is none or it cannot be had now. */
export async function tryArticle(
  { entries }: FeedDocument,
  { fetch, robots }: ReturnType<typeof openFetcher>,
  says: (line: string) => void,
): Promise<ArticleTrial | null> {
  const url = entries.find((entry) => entry.url)?.url;
  if (!url) return null;
  const lengths = entries.map((entry) => plainText(entry.content ?? '').length).toSorted((a, b) => a - b);
  const wholeInFeed = (lengths[Math.floor(lengths.length / 2)] ?? 0) > WHOLE;
  const trial = { url, characters: 0, forbidden: false, wholeInFeed };
  try {
    await robots(url);
    const page = await fetch({ url, kind: 'page' });
    const { body } = readPage(page.bytes, { url: page.url, contentType: page.contentType, now: Date.now() });
    says(body ? `${url} reads as ${body.length} characters of text.` : `No text was found on ${url}.`);
    return { ...trial, characters: body?.length ?? 0 };
  } catch (error) {
    says(error instanceof Error ? error.message : String(error));
    return faultOf(error).kind === 'ROBOTS' ? { ...trial, forbidden: true } : null;
  }
}
