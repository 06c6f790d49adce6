import { Parser } from 'htmlparser2';
import { CHANNEL_NAMES, FEED_ROOTS, ITEM_NAMES, PICTURE_NAMES, TEXT_NAMES } from './feed-names.ts';
import { TextConstruct } from './text-construct.ts';
import { adoptRoot, canonicalName, declarePrefixes, type Prefixes } from './xml-names.ts';
import { escapeXml, tidyMarkup } from './xml-text.ts';

type Attributes = Record<string, string>;

/** An open element. `opaque` hides all within; `part` is inside something the item has one of (a person, a picture). */
interface Frame {
  kind: 'outside' | 'channel' | 'item' | 'text' | 'plain' | 'part' | 'markup' | 'opaque';
  name: string;
  base: string | undefined;
  prefixes: Prefixes;
  text: string;
  attributes: Attributes;
  construct?: TextConstruct;
  parts?: Map<string, string>;
}

/** Nothing that is a feed nests so deep; past it the rest is left unread. */
const DEEPEST = 300;
const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>';
const KEPT = ['href', 'rel', 'type', 'url', 'width', 'height', 'medium', 'term', 'label', 'ispermalink'];
const ADDRESSES = new Set(['link', 'enclosure', 'media:content', 'media:thumbnail', 'itunes:image']);
const PERSONS = new Set(['author', 'dc:creator', 'itunes:author']);

/** No HTML, so that where they open inside text, the text was never closed. */
const NEVER_IN_TEXT = new Set([
  'link',
  'guid',
  'pubDate',
  'description',
  'category',
  'enclosure',
  'content:encoded',
  'dc:creator',
  'dc:date',
]);

class TooDeep extends Error {}

/**
 * Makes clean RSS 2.0 of whatever resembles a feed: RSS of any version, RDF, Atom or CDF, broken or odd. Namespaces get
 * their usual prefixes, markup becomes escaped HTML, addresses are made absolute where the document has a base, and what
 * Telal does not read is left out. Entities that a document defines for itself are not resolved, nothing is loaded.
 * Null where no element of a feed was met.
 */
export function repairFeed(xml: string, address?: string): string | null {
  const writer = new FeedWriter(address);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      ontext: (text) => writer.text(text),
      oncdatastart: () => writer.cdata(true),
      oncdataend: () => writer.cdata(false),
      onclosetag: (name) => writer.close(name),
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.write(tidyMarkup(xml));
    writer.cut = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    writer.finish();
  }
  return writer.result();
}

class FeedWriter {
  /** True once the text has come to its end: elements that close now were cut off. */
  cut = false;
  private channel = '';
  private items: string[] = [];
  private item: string | null = null;
  private isFeed = false;
  private stack: Frame[] = [
    { kind: 'outside', name: '', base: undefined, prefixes: undefined, text: '', attributes: {} },
  ];

  constructor(address?: string) {
    this.stack[0]!.base = address;
  }

  private get top(): Frame {
    return this.stack[this.stack.length - 1]!;
  }

  open(rawName: string, attributes: Attributes): void {
    if (this.stack.length > DEEPEST) throw new TooDeep();
    const above = this.top;
    const frame: Frame = {
      kind: 'opaque',
      name: '',
      base: above.base,
      prefixes: above.prefixes,
      text: '',
      attributes,
    };
    this.stack.push(frame);
    declarePrefixes(frame, attributes);
    if (above.kind === 'outside') adoptRoot(frame, rawName);
    const name = canonicalName(rawName, frame.prefixes);
    frame.name = name;
    if (attributes['xml:base']) frame.base = absolute(attributes['xml:base'], above.base) ?? above.base;
    frame.kind = this.kindOf(name, above, attributes);
    if (frame.kind === 'markup') this.construct()?.open(localName(rawName), attributes);
    if (frame.kind === 'text') frame.construct = new TextConstruct(attributes);
    if (frame.kind === 'plain') frame.parts = new Map();
  }

  /** What an element is where it stands, whatever it may have forgotten to close before. */
  private kindOf(name: string, above: Frame, attributes: Attributes): Frame['kind'] {
    if (name === 'item' || name === 'entry') {
      return above.kind === 'opaque' && this.item !== null ? 'opaque' : this.begin(attributes);
    }
    switch (above.kind) {
      case 'outside':
      case 'channel':
        if (FEED_ROOTS.has(name)) {
          this.isFeed = true;
          this.channelAttributes(name, attributes);
          return 'channel';
        }
        if (above.kind === 'outside') return 'outside';
        return CHANNEL_NAMES.has(name)
          ? TEXT_NAMES.has(name)
            ? 'text'
            : 'plain'
          : name === 'items'
            ? 'channel'
            : 'opaque';
      case 'item':
        return this.kindInItem(name);
      case 'text':
        if (this.item === null || !NEVER_IN_TEXT.has(name)) return 'markup';
        this.write(above);
        above.kind = 'item';
        return this.kindInItem(name);
      case 'markup':
        return 'markup';
      case 'plain':
        // An element that was never closed, before one that can only stand beside it.
        if (
          this.item !== null &&
          ITEM_NAMES.has(name) &&
          !PERSONS.has(above.name) &&
          !isGroup(above.name) &&
          !PICTURE_NAMES.has(above.name)
        ) {
          this.write(above);
          above.kind = 'item';
          return this.kindInItem(name);
        }
        return isGroup(above.name) && ITEM_NAMES.has(name) ? this.kindInItem(name) : 'part';
      case 'part':
        return 'part';
      default:
        return 'opaque';
    }
  }

  private kindInItem(name: string): Frame['kind'] {
    if (TEXT_NAMES.has(name)) return 'text';
    return ITEM_NAMES.has(name) ? 'plain' : 'opaque';
  }

  private begin(attributes: Attributes): 'item' {
    this.isFeed = true;
    for (const frame of this.stack.slice(0, -1)) {
      if (frame.kind === 'text' || frame.kind === 'plain') this.write(frame);
      if (frame.kind !== 'outside') frame.kind = 'channel';
    }
    this.endItem();
    this.item = '';
    const about = attributes['rdf:about'];
    if (about) this.item += element('id', '', about);
    if (attributes['href'])
      this.item += element('link', '', absolute(attributes['href'], this.top.base) ?? attributes['href']);
    if (attributes['lastmod']) this.item += element('updated', '', attributes['lastmod']);
    return 'item';
  }

  private channelAttributes(name: string, attributes: Attributes): void {
    const language = attributes['xml:lang'] ?? attributes['lang'];
    if (language) this.channel += element('dc:language', '', language);
    if (name === 'channel' && attributes['href']) this.channel += element('link', '', attributes['href']);
  }

  text(text: string): void {
    const { kind } = this.top;
    if (kind === 'text' || kind === 'markup') this.construct()?.text(text);
    else if (kind === 'plain' || kind === 'part') this.top.text += text;
  }

  cdata(on: boolean): void {
    const construct = this.construct();
    if (construct) construct.raw = on;
  }

  close(rawName: string): void {
    const frame = this.stack.length > 1 ? this.stack.pop()! : this.top;
    if (frame.kind === 'markup') this.construct()?.close(localName(rawName));
    else if (frame.kind === 'part') this.plainAbove()?.parts?.set(frame.name, frame.text.trim());
    else if (frame.kind === 'item' && frame.name !== 'item' && frame.name !== 'entry') return;
    else if (frame.kind === 'item') this.endItem();
    else if (frame.kind === 'text' || frame.kind === 'plain') this.write(frame);
  }

  private construct(): TextConstruct | undefined {
    for (let at = this.stack.length - 1; at > 0; at--) {
      const { kind, construct } = this.stack[at]!;
      if (construct) return construct;
      if (kind !== 'markup') return undefined;
    }
    return undefined;
  }

  private plainAbove(): Frame | undefined {
    return this.stack.findLast((frame) => frame.kind === 'plain');
  }

  /** A finished element, as the item or channel keeps it; one that was cut off is not kept. */
  private write(frame: Frame): void {
    if (this.cut) return;
    const { name, parts } = frame;
    let text = frame.construct ? frame.construct.html() : frame.text.trim();
    if (PERSONS.has(name) && parts?.size)
      text = [parts.get('name'), parts.get('email') && `<${parts.get('email')}>`].filter(Boolean).join(' ') || text;
    if (PICTURE_NAMES.has(name) && parts?.size)
      text = parts.get('url') || parts.get('src') || parts.get('link') || text;
    let kept = '';
    for (const key of KEPT) {
      let value = frame.attributes[key];
      if (value === undefined || (frame.construct && key === 'type')) continue;
      if (key === 'href' || key === 'url') value = absolute(value, frame.base) ?? value;
      kept += ` ${key === 'ispermalink' ? 'isPermaLink' : key}="${escapeXml(value)}"`;
    }
    if (ADDRESSES.has(name) && text) text = absolute(text, frame.base) ?? text;
    const written = element(name, kept, text);
    if (this.item !== null) this.item += written;
    else if (this.items.length === 0 || name !== 'title') this.channel += written;
  }

  private endItem(): void {
    if (this.item !== null) this.items.push(`<item>${this.item}</item>`);
    this.item = null;
  }

  finish(): void {
    this.endItem();
  }

  result(): string | null {
    this.endItem();
    return this.isFeed ? `${HEAD}${this.channel}${this.items.join('')}</channel></rss>` : null;
  }
}

function isGroup(name: string): boolean {
  return name === 'media:group' || name === 'media:content';
}

function element(name: string, attributes: string, text: string): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}

function localName(rawName: string): string {
  return rawName.slice(rawName.indexOf(':') + 1);
}

function absolute(address: string, base: string | undefined): string | null {
  if (!base) return null;
  return URL.parse(address.trim(), base)?.href ?? null;
}
