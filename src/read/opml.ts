import { Parser } from 'htmlparser2';
import type { Subscription, SubscriptionList } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import { decode } from './decode.ts';
import { readLanguage } from './page/language.ts';
import { httpAddress } from './urls.ts';

type Attributes = Record<string, string>;

interface Outline {
  title: string | null;
  /** Its own, or that of an outline around it. */
  country: string | null;
  left: boolean;
}

/**
 * Reads an OPML file, 1.0 to 2.0, as readers write it: nested folders, no htmlUrl, names of attributes in any case,
 * bare ampersands, feed: addresses, any charset. `isComment="true"` leaves an outline out, with all below it, as OPML
 * says. Throws TelalError UNREADABLE where the bytes are none.
 */
export function readOpml(bytes: Uint8Array): SubscriptionList {
  const { text } = decode(bytes);
  const list: SubscriptionList = { title: null, subscriptions: [], mistakes: [] };
  const open: Outline[] = [];
  const lineAt = lineCounter(text);
  let outlines = 0;
  let inHead: 'title' | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'title') inHead = 'title';
        if (name !== 'outline') return;
        outlines += 1;
        const around = open.at(-1);
        const outline: Outline = {
          title: trimmed(attributes['title']) ?? trimmed(attributes['text']),
          country: countryOf(attributes) ?? around?.country ?? null,
          left: around?.left || attributes['iscomment']?.toLowerCase() === 'true',
        };
        if (!outline.left) take(attributes, outline, lineAt(parser.startIndex), open, list);
        open.push(outline);
      },
      ontext(data) {
        if (inHead && outlines === 0) list.title = `${list.title ?? ''}${data}`.trim() || null;
      },
      onclosetag(name) {
        if (name === 'outline') open.pop();
        if (name === 'title') inHead = null;
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(text);
  if (outlines === 0)
    throw new TelalError('UNREADABLE', 'This is no OPML with subscriptions: there is no outline in it.');
  return list;
}

function take(
  attributes: Attributes,
  { title, country }: Outline,
  line: number,
  folders: readonly Outline[],
  list: SubscriptionList,
): void {
  const given = trimmed(attributes['xmlurl']);
  if (!given) {
    // A folder, or a bookmark among the feeds.
    if (attributes['type'] && /^(rss|atom|feed)$/i.test(attributes['type']))
      list.mistakes.push({ line, message: `${named(title)}is a feed without an xmlUrl, which says where it is` });
    return;
  }
  const feed = httpAddress(given.replace(/^feed:(\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'));
  if (!feed) {
    list.mistakes.push({
      line,
      message: `${named(title)}has no address that can be asked; an http or https xmlUrl was expected, not "${given}"`,
    });
    return;
  }
  const site = httpAddress(trimmed(attributes['htmlurl']) ?? '');
  list.subscriptions.push({
    line,
    title,
    feed,
    site,
    language: readLanguage([attributes['language']], null),
    country,
    outlet: trimmed(attributes['telal:outlet']),
    folders: folders.map((folder) => folder.title).filter((name) => name !== null),
  } satisfies Subscription);
}

const named = (title: string | null) => (title ? `"${title}" ` : 'this outline ');

const trimmed = (value: string | undefined): string | null => value?.replace(/\s+/g, ' ').trim() || null;

function countryOf(attributes: Attributes): string | null {
  const code = trimmed(attributes['telal:country'] ?? attributes['country'])?.toUpperCase();
  return code && /^[A-Z]{2}$/.test(code) ? code : null;
}

/** Lines by place in the text, for places that only grow. */
function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let at = 0;
  return (index) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < index; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
