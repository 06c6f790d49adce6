import Parser from 'rss-parser';
import type { RawItem, RawNode } from './entries.ts';
import { SAME_AS, TEXTS } from './feed-names.ts';

/** A feed as rss-parser tells it: of the channel what was asked for, the items as xml2js has them. */
export interface RawFeed {
  channel(name: string): RawNode[];
  attributes: Record<string, string>;
  items: RawItem[];
}

const CHANNEL_FIELDS = [
  'title',
  'dc:title',
  'link',
  'language',
  'dc:language',
  'ttl',
  'sy:updatePeriod',
  'sy:updateFrequency',
  'atom:link',
  'atom10:link',
];
const ALIASES = Object.keys(SAME_AS);
/** Kept under names that rss-parser's own fields do not use. */
const RAW = '@';

/**
 * rss-parser picks one link, one author and no attributes of an item, and gives up a whole feed for one date that it
 * cannot read; so items are taken as they were parsed.
 */
class RawItemParser extends Parser<Record<string, unknown>, RawItem> {
  parseItemRss(item: unknown): object {
    return typeof item === 'object' && item !== null ? item : {};
  }

  parseItemAtom(entry: unknown): object {
    return this.parseItemRss(entry);
  }
}

const parser = new RawItemParser({
  customFields: { feed: [...CHANNEL_FIELDS, '$'].map((name) => [name, RAW + name, { keepArray: true }]) as never },
});

/** What rss-parser makes of XML; null where it is none, or none of a feed. */
export async function parseFeedXml(xml: string): Promise<RawFeed | null> {
  try {
    const feed = await parser.parseString(xml);
    return {
      channel: (name) => nodesOf(feed[RAW + name]),
      attributes: (feed[`${RAW}$`] as Record<string, string> | undefined) ?? {},
      items: feed.items,
    };
  } catch {
    return null;
  }
}

/** An empty element is a string to xml2js, and a string has methods that are named like elements. */
function nodesOf(value: unknown): RawNode[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Whether an item is what it seems: its elements go by their usual names, and its texts hold no elements, whose order is
 * lost here, and no encoding.
 */
export function isPlainItem(item: RawItem): boolean {
  for (const name of ALIASES) if (item[name]) return false;
  for (const name of TEXTS) {
    const nodes = item[name];
    if (nodes && !nodes.every(isPlainText)) return false;
  }
  return true;
}

function isPlainText(node: RawNode): boolean {
  if (typeof node === 'string') return true;
  for (const key in node) if (key !== '_' && key !== '$') return false;
  const type = node.$?.['type'];
  return (
    !node.$?.['mode'] && (type === undefined || type === 'html' || /^(?:text(?:\/plain)?|(?:text\/)?html)$/.test(type))
  );
}
