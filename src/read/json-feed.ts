import { escapeUTF8 } from 'entities';
import type { FeedDocument, FeedEntry, Image, ReadingHints } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import { authorNames } from './authors.ts';
import { parseDate } from './dates.ts';
import { unique } from './entries.ts';
import { bestPicture, pictureInHtml } from './feed-image.ts';
import { languageTag } from './feed-language.ts';
import { plainLine } from './plain-text.ts';
import { httpAddress } from './urls.ts';

type Json = Record<string, unknown>;

/** Reads a JSON Feed, of version 1 or 1.1; fields of a wrong type are taken as missing. */
export function readJsonFeed(text: string, hints: ReadingHints): FeedDocument {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch (cause) {
    throw new TelalError('UNREADABLE', 'The feed is JSON that breaks off or is written wrongly.', { cause });
  }
  if (!isObject(feed) || !(Array.isArray(feed['items']) || /jsonfeed/.test(string(feed['version'])))) {
    throw new TelalError('UNREADABLE', 'The document is JSON, but no JSON Feed: it has no items.');
  }
  const link = httpAddress(string(feed['home_page_url']), hints.url);
  const base = hints.url ?? link ?? undefined;
  const hub = list(feed['hubs']).find((entry) => /^websub$/i.test(string(entry['type']))) ?? list(feed['hubs'])[0];
  return {
    title: plainLine(string(feed['title'])) || null,
    link,
    language: languageTag(string(feed['language'])),
    entries: list(feed['items']).map((item) => readItem(item, base, hints)),
    hub: hub ? httpAddress(string(hub['url']), base) : null,
    ttlMinutes: null,
  };
}

function readItem(item: Json, base: string | undefined, hints: ReadingHints): FeedEntry {
  const id = string(item['id']) || null;
  const url =
    httpAddress(string(item['url']), base) ??
    httpAddress(string(item['external_url']), base) ??
    (id && /^https?:/i.test(id) ? httpAddress(id, undefined) : null);
  const content = string(item['content_html']) || escapeUTF8(string(item['content_text'])) || null;
  const people = [...list(item['authors']), ...(isObject(item['author']) ? [item['author']] : [])];
  const tags = Array.isArray(item['tags']) ? item['tags'] : [];
  return {
    id,
    url,
    title: plainLine(escapeUTF8(string(item['title']))) || null,
    summary: escapeUTF8(string(item['summary'])) || null,
    content,
    publishedAt: parseDate(string(item['date_published']), hints) ?? parseDate(string(item['date_modified']), hints),
    authors: unique(people.flatMap((person) => authorNames(string(person['name'])))),
    image: itemImage(item, content, url ?? base),
    sections: unique(tags.map((tag) => plainLine(string(tag))).filter(Boolean)),
  };
}

function itemImage(item: Json, content: string | null, base: string | undefined): Image | null {
  const attached = list(item['attachments']).map((file) => ({
    url: string(file['url']),
    type: string(file['mime_type']) || 'unknown',
  }));
  const named = [item['image'], item['banner_image']].map((url) => ({ url: string(url), type: 'image' }));
  return bestPicture([...named, ...attached], base) ?? pictureInHtml(content, base);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
