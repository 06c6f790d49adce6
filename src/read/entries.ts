import type { FeedEntry, ReadingHints } from '../domain/document.ts';
import type { Instant } from '../domain/text.ts';
import { authorNames } from './authors.ts';
import { parseDate } from './dates.ts';
import { bestPicture, type PictureCandidate, pictureInHtml } from './feed-image.ts';
import { DATES, PICTURES } from './feed-names.ts';
import { plainLine } from './plain-text.ts';
import { asHtml } from './text-construct.ts';
import { httpAddress } from './urls.ts';

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
    image: bestPicture(offeredPictures(item), base) ?? pictureInHtml(content, base) ?? pictureInHtml(summary, base),
    sections: sections(item),
  };
}

function markup(node: RawNode | undefined): string | null {
  if (node === undefined) return null;
  const text = nodeText(node);
  if (!text) return null;
  const type = nodeAttribute(node, 'type');
  return type === undefined || type === 'html' ? text : asHtml(text, type).trim() || null;
}

function entryDate(item: RawItem, hints: ReadingHints): Instant | null {
  for (const name of DATES) {
    const nodes = item[name];
    if (!nodes) continue;
    for (const node of nodes) {
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

function people(nodes: RawNode[] | undefined): string[] {
  if (!nodes) return [];
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return authorNames(node.trim());
    const inside = children(node, 'name').map(nodeText).filter(Boolean);
    return (inside.length ? inside : [nodeText(node)]).flatMap(authorNames);
  });
}

function sections(item: RawItem): string[] {
  if (!item['category'] && !item['dc:subject']) return [];
  const named = (item['category'] ?? []).map(
    (node) => nodeAttribute(node, 'label') || nodeText(node) || nodeAttribute(node, 'term') || '',
  );
  const subjects = (item['dc:subject'] ?? []).flatMap((node) => nodeText(node).split(/[;,]/));
  return unique([...named, ...subjects].map(plainLine).filter((name) => name && name.length <= 200));
}

function offeredPictures(item: RawItem): PictureCandidate[] {
  const found: PictureCandidate[] = [];
  if (item['media:content'] || item['media:group'] || item['media:thumbnail']) found.push(...mediaPictures(item));
  for (const node of item['enclosure'] ?? []) {
    found.push({ url: nodeAttribute(node, 'url'), type: nodeAttribute(node, 'type') || undefined });
  }
  for (const node of item['link'] ?? []) {
    if (nodeAttribute(node, 'rel') !== 'enclosure') continue;
    found.push({ url: nodeAttribute(node, 'href'), type: nodeAttribute(node, 'type') ?? 'unknown' });
  }
  for (const node of item['itunes:image'] ?? []) {
    found.push({ url: nodeAttribute(node, 'href') ?? nodeText(node), type: 'image' });
  }
  for (const name of PICTURES) {
    const nodes = item[name];
    if (!nodes) continue;
    for (const node of nodes) {
      const inside = nodeText(children(node, 'url')[0]) || nodeText(children(node, 'img')[0]);
      const url =
        inside ||
        nodeAttribute(node, 'url') ||
        nodeAttribute(node, 'href') ||
        nodeAttribute(node, 'src') ||
        nodeText(node);
      const address = url.includes('<') ? /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(url)?.[1] : url;
      if (address && !/\s/.test(address)) found.push({ url: address, type: 'image' });
    }
  }
  return found;
}

/** Of Media RSS, whether in a group or not. */
function mediaPictures(item: RawItem): PictureCandidate[] {
  const groups = item['media:group'] ?? [];
  const contents = [...(item['media:content'] ?? []), ...groups.flatMap((group) => children(group, 'media:content'))];
  const thumbnails = [...groups, ...contents].flatMap((node) => children(node, 'media:thumbnail'));
  const caption = plainLine(nodeText(item['media:description']?.[0])) || null;
  return [
    ...contents.map((node): PictureCandidate => {
      const own = plainLine(nodeText(children(node, 'media:description')[0]));
      const type = nodeAttribute(node, 'type') ?? nodeAttribute(node, 'medium');
      return { ...size(node), url: nodeAttribute(node, 'url'), type, caption: own || caption };
    }),
    ...[...(item['media:thumbnail'] ?? []), ...thumbnails].map((node): PictureCandidate => {
      const url = nodeAttribute(node, 'url') ?? nodeText(node);
      return { ...size(node), url, type: 'image', caption, isSmall: true };
    }),
  ];
}

function size(node: RawNode): { width: string | undefined; height: string | undefined } {
  return { width: nodeAttribute(node, 'width'), height: nodeAttribute(node, 'height') };
}

export function unique(values: string[]): string[] {
  return [...new Set(values)];
}
