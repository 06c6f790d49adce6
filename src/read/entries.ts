import type { FeedEntry, ReadingHints } from '../domain/document.ts';
import type { Instant } from '../domain/text.ts';
import { authorNames } from './authors.ts';
import { parseDate } from './dates.ts';
import { bestPicture, type PictureCandidate, pictureInHtml } from './feed-image.ts';
import { DATES, PICTURES } from './feed-names.ts';
import { plainLine } from './plain-text.ts';
import { asHtml } from './text-construct.ts';

/** An element as xml2js tells it: its text, or an object with `_` text, `$` attributes and children by name. */
export type RawNode = string | { _?: string; $?: Record<string, string>; [child: string]: unknown };
/** Lists of elements by name, and the attributes of the item itself under `$`. */
export type RawItem = Record<string, RawNode[] | undefined>;

/** What an entry inherits from its feed. */
export interface FeedSetting {
  hints: ReadingHints;
  /** For relative addresses. */
  base: string | undefined;
  /** The site; an entry that links to it links to no article. */
  link: string | null;
}

export function nodeText(node: RawNode | undefined): string {
  if (node === undefined) return '';
  return (typeof node === 'string' ? node : typeof node._ === 'string' ? node._ : '').trim();
}

export function nodeAttribute(node: RawNode | undefined, name: string): string | undefined {
  return typeof node === 'object' ? node.$?.[name] : undefined;
}

function children(node: RawNode | undefined, name: string): RawNode[] {
  const found = typeof node === 'object' ? node[name] : undefined;
  return Array.isArray(found) ? (found as RawNode[]) : [];
}

/** An item with the names of feed-names.ts, each a list, as an entry. */
export function readEntry(item: RawItem, setting: FeedSetting): FeedEntry {
  const html = (name: string) => markup(item[name]?.[0]);
  const id =
    nodeText(item['guid']?.[0]) ||
    nodeText(item['id']?.[0]) ||
    (item['$'] as Record<string, string> | undefined)?.['rdf:about'] ||
    null;
  const description = html('description');
  const summary =
    description ?? html('summary') ?? html('dc:description') ?? html('itunes:summary') ?? html('media:description');
  const content = html('content:encoded') ?? html('content') ?? (description ? html('summary') : null);
  const url = entryAddress(item, id, setting);
  const title = html('title') ?? html('dc:title') ?? html('media:title');
  const base = url ?? setting.base;
  return {
    id,
    url,
    title: (title && plainLine(title)) || null,
    summary,
    content: content === summary ? null : content,
    publishedAt: entryDate(item, setting.hints),
    authors: unique([...people(item['dc:creator']), ...people(item['author']), ...people(item['itunes:author'])]),
    image: bestPicture(offeredPictures(item), base) ?? pictureInHtml(`${content ?? ''}${summary ?? ''}`, base),
    sections: sections(item),
  };
}

function markup(node: RawNode | undefined): string | null {
  const text = nodeText(node);
  if (!text) return null;
  const type = nodeAttribute(node, 'type');
  return type === undefined ? text : asHtml(text, type).trim() || null;
}

function entryDate(item: RawItem, hints: ReadingHints): Instant | null {
  for (const name of DATES) {
    for (const node of item[name] ?? []) {
      const instant = parseDate(nodeText(node), hints);
      if (instant !== null) return instant;
    }
  }
  return null;
}

/** FeedBurner's original link first, then the link of the entry, then an identifier that is an address. */
function entryAddress(item: RawItem, id: string | null, setting: FeedSetting): string | null {
  const original = httpAddress(nodeText(item['feedburner:origLink']?.[0]), undefined);
  if (original) return original;
  const named = pageLink(item['link'], setting.base) ?? pageLink(item['atom:link'], setting.base);
  if (named && named !== setting.link) return named;
  const isLink = nodeAttribute(item['guid']?.[0], 'isPermaLink') !== 'false';
  const identifier = id && (isLink || !named) && /^https?:/i.test(id) ? httpAddress(id, undefined) : null;
  return identifier ?? named ?? null;
}

/** The page that links lead to: RSS has it as text, Atom as href of the alternate. */
export function pageLink(links: RawNode[] | undefined, base: string | undefined): string | null {
  let second: string | null = null;
  for (const link of links ?? []) {
    const rel = nodeAttribute(link, 'rel') ?? 'alternate';
    const type = nodeAttribute(link, 'type') ?? '';
    if (rel !== 'alternate' && !/[/#]alternate$|^alternate$/i.test(rel)) continue;
    const address = httpAddress(nodeAttribute(link, 'href') ?? nodeText(link), base);
    if (address && (type === '' || !/json|(?<!xhtml\+)xml|image|audio|video/i.test(type))) return address;
    second ??= address;
  }
  return second;
}

/** Absolute and clean of what feeds put around addresses, but otherwise as given. */
export function httpAddress(text: string, base: string | undefined): string | null {
  let address = text.includes('\n') ? text.replace(/\s*\n\s*/g, '') : text;
  if (!address) return null;
  if (address.includes('&amp;')) address = address.replaceAll('&amp;', '&');
  if (/^www\.[\w-]+\.\w/i.test(address)) address = `https://${address}`;
  if (address.startsWith('//') && !base) address = `https:${address}`;
  const parsed = URL.parse(address, base);
  return parsed && /^https?:$/.test(parsed.protocol) && parsed.hostname ? parsed.href : null;
}

function people(nodes: RawNode[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => {
    const inside = children(node, 'name').map(nodeText).filter(Boolean);
    return (inside.length ? inside : [nodeText(node)]).flatMap(authorNames);
  });
}

function sections(item: RawItem): string[] {
  const named = (item['category'] ?? []).map(
    (node) => nodeAttribute(node, 'label') || nodeText(node) || nodeAttribute(node, 'term') || '',
  );
  const subjects = (item['dc:subject'] ?? []).flatMap((node) => nodeText(node).split(/[;,]/));
  return unique([...named, ...subjects].map(plainLine).filter((name) => name && name.length <= 200));
}

function offeredPictures(item: RawItem): PictureCandidate[] {
  const groups = item['media:group'] ?? [];
  const contents = [...(item['media:content'] ?? []), ...groups.flatMap((group) => children(group, 'media:content'))];
  const thumbnails = [
    item['media:thumbnail'] ?? [],
    ...[...groups, ...contents].map((node) => children(node, 'media:thumbnail')),
  ];
  const caption = plainLine(nodeText(item['media:description']?.[0])) || null;
  const found: PictureCandidate[] = [];
  for (const node of contents) {
    const type = nodeAttribute(node, 'type') ?? nodeAttribute(node, 'medium');
    const own = plainLine(nodeText(children(node, 'media:description')[0]));
    found.push({ ...size(node), url: nodeAttribute(node, 'url'), type, caption: own || caption });
  }
  for (const node of item['enclosure'] ?? [])
    found.push({ url: nodeAttribute(node, 'url'), type: nodeAttribute(node, 'type') || undefined });
  for (const node of item['link'] ?? []) {
    if (nodeAttribute(node, 'rel') === 'enclosure')
      found.push({ url: nodeAttribute(node, 'href'), type: nodeAttribute(node, 'type') ?? 'unknown' });
  }
  for (const node of thumbnails.flat())
    found.push({ ...size(node), url: nodeAttribute(node, 'url') ?? nodeText(node), type: 'image', caption });
  for (const node of item['itunes:image'] ?? [])
    found.push({ url: nodeAttribute(node, 'href') ?? nodeText(node), type: 'image' });
  for (const name of PICTURES) {
    for (const node of item[name] ?? []) {
      const url =
        nodeText(children(node, 'url')[0]) ||
        nodeAttribute(node, 'url') ||
        nodeAttribute(node, 'href') ||
        nodeText(node);
      const inside = url.includes('<') ? /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(url)?.[1] : url;
      if (inside && !/\s/.test(inside)) found.push({ url: inside, type: 'image' });
    }
  }
  return found;
}

function size(node: RawNode): { width: string | undefined; height: string | undefined } {
  return { width: nodeAttribute(node, 'width'), height: nodeAttribute(node, 'height') };
}

export function unique(values: string[]): string[] {
  return [...new Set(values)];
}
