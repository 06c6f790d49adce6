import type { FeedDocument, FeedEntry, ReadingHints } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import type { ReadFeed } from '../domain/ports.ts';
import { countItems, looksClean } from './clean-feed.ts';
import { decode } from './decode.ts';
import { nodeAttribute, nodeText, pageLink, type RawNode, readEntry } from './entries.ts';
import { languageTag } from './feed-language.ts';
import { isPlainItem, parseFeedXml, type RawFeed } from './feed-parser.ts';
import { readJsonFeed } from './json-feed.ts';
import { plainLine } from './plain-text.ts';
import { repairFeed } from './repair.ts';
import { httpAddress } from './urls.ts';

/** See the port. What is clean goes to rss-parser as it is, the rest after repair. */
export const readFeed: ReadFeed = async (bytes, hints) => {
  const { text } = decode(bytes, hints);
  const start = text.slice(0, 1024).trimStart();
  if (start === '' && text.trim() === '')
    throw new TelalError('UNREADABLE', 'The feed is empty: not one character came.');
  if (/^[{[]/.test(start)) return believableDates(readJsonFeed(text.trim(), hints));
  refuseHtml(text);
  const parsed = (await parseClean(text)) ?? (await parseRepaired(text, hints));
  return believableDates(parsed ? feedOf(parsed, hints) : emptyFeed(text));
};

async function parseClean(text: string): Promise<RawFeed | null> {
  if (!looksClean(text)) return null;
  const feed = await parseFeedXml(text);
  return feed &&
    feed.items.length >= countItems(text) &&
    isPlainItem({ title: feed.channel('title') }) &&
    feed.items.every(isPlainItem)
    ? feed
    : null;
}

async function parseRepaired(text: string, hints: ReadingHints): Promise<RawFeed | null> {
  const clean = repairFeed(text, hints.url);
  return clean === null ? null : parseFeedXml(clean);
}

function feedOf(feed: RawFeed, hints: ReadingHints): FeedDocument {
  const { channel, attributes } = feed;
  const links = [...channel('link'), ...channel('atom:link'), ...channel('atom10:link')];
  const link = pageLink(links, hints.url);
  const hub = links.find((node) => nodeAttribute(node, 'rel')?.toLowerCase() === 'hub');
  const setting = { hints, base: hints.url ?? link ?? undefined, link };
  return {
    title: plainLine(nodeText(channel('title')[0])) || plainLine(nodeText(channel('dc:title')[0])) || null,
    link,
    language:
      languageTag(nodeText(channel('language')[0])) ??
      languageTag(nodeText(channel('dc:language')[0])) ??
      languageTag(attributes['xml:lang']),
    entries: feed.items.map((item) => readEntry(item, setting)),
    hub: hub ? httpAddress(nodeAttribute(hub, 'href') ?? '', hints.url) : null,
    ttlMinutes: minutesBetween(channel('ttl')[0], channel('sy:updatePeriod')[0], channel('sy:updateFrequency')[0]),
  };
}

const PERIODS: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

function minutesBetween(
  ttl: RawNode | undefined,
  period: RawNode | undefined,
  frequency: RawNode | undefined,
): number | null {
  const minutes = Number(nodeText(ttl));
  if (nodeText(ttl) && minutes > 0 && minutes <= 525_600) return Math.round(minutes);
  const span = PERIODS[nodeText(period).toLowerCase()];
  const times = Number(nodeText(frequency) || 1);
  return span && times > 0 ? Math.max(1, Math.round(span / times)) : null;
}

/** A page where a feed should be: a login form, an error, a challenge. */
function refuseHtml(text: string): void {
  const feed = text.search(/<(?:[\w-]+:)?(?:rss|feed|rdf|channel|item|entry)[\s>]/i);
  const before = feed < 0 ? text : text.slice(0, feed);
  if (/<!doctype\s+html|<html[\s>]/i.test(before)) {
    throw new TelalError('UNREADABLE', 'The outlet sent a web page where its feed should be.');
  }
  if (feed < 0 && !/<[a-z?!]/i.test(text.slice(0, 4096))) {
    throw new TelalError('UNREADABLE', 'The document is neither XML nor JSON, so no feed can be read from it.');
  }
}

function emptyFeed(text: string): FeedDocument {
  if (
    !/^\s*<(?:\?xml|[a-z][\w:.-]*[\s/>]|!--)/i.test(text) ||
    /^\s*<(?:head|body|br|b|p|div|h\d|font|center|script|meta|title|pre|table|form|img|span)[\s/>]/i.test(text)
  ) {
    throw new TelalError('UNREADABLE', 'The document is no feed.');
  }
  return { title: null, link: null, language: null, entries: [], hub: null, ttlMinutes: null };
}

/** The same date on every item is when the feed was made, not when they were published. */
function believableDates(feed: FeedDocument): FeedDocument {
  const { entries } = feed;
  const first = entries[0]?.publishedAt;
  if (entries.length >= 3 && first != null && entries.every((entry) => entry.publishedAt === first)) {
    return { ...feed, entries: entries.map((entry): FeedEntry => ({ ...entry, publishedAt: null })) };
  }
  return feed;
}
