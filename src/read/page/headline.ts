import { listOf, type Thing, textOf } from './json-ld.ts';
import type { Metas } from './metas.ts';
import { bareWords, findElements, lineOf } from './text.ts';
import type { PageElement, PageTree } from './tree.ts';

export interface Headline {
  text: string | null;
  /** The element that shows it above the text, where it was found. */
  element: PageElement | null;
}

const SEPARATOR = /\s+(?:[|•·»«›~]|[-–—]{1,2}|::)\s+|\s*[|｜]\s*/;
const TITLE_MARKS =
  /(^|[^a-z])(h(ead)?line|(article|post|entry|news|story|page|single)[-_ ]*title|title|naslov|naslov_clanka|titull\p{L}*|titlu|baslik)([^a-z]|$)/u;
const LONGEST = 300;
const MOST_HEADINGS = 400;

/** The article's headline: what the page shows as one, where title and structured data agree with it. */
export function readHeadline(
  tree: PageTree,
  thing: Thing | null,
  metas: Metas,
  siteNames: readonly string[],
): Headline {
  const title = withoutSite(oneLine(tree.title), siteNames);
  const said = [
    textOf(thing?.['headline']),
    metas.first('og:title'),
    metas.first('twitter:title', 'dc.title', 'title', 'parsely-title', 'sailthru.title'),
    textOf(thing?.['name']),
  ]
    .map((text) => (text ? withoutSite(oneLine(text), siteNames) : ''))
    .filter((text) => text && text.length <= LONGEST);
  const claims = [...said, title].filter(Boolean).map(bareWords).filter(Boolean);

  let best: Headline = { text: null, element: null };
  let most = 0;
  for (const element of findElements(tree.document, isHeadingLike).slice(0, MOST_HEADINGS)) {
    const text = oneLine(lineOf(element));
    if (text.length < 3 || text.length > LONGEST) continue;
    const bare = bareWords(text);
    if (!bare) continue;
    let score = element.name === 'h1' ? 1.5 : element.name === 'h2' ? 0.4 : 0.2;
    if (listOf(element.attribs['itemprop']).some((prop) => /headline/i.test(String(prop)))) score += 1;
    const match = Math.max(0, ...claims.map((claim) => likeness(claim, bare)));
    if (match < 0.5 && element.name !== 'h1') continue;
    score += match * 3;
    if (siteNames.some((name) => bareWords(name) === bare)) score -= 4;
    if (score > most) {
      most = score;
      best = { text, element };
    }
  }
  if (best.text && (most >= 3 || !claims.length))
    return { text: withoutSite(best.text, siteNames), element: best.element };
  const text = said[0] ?? (title || best.text);
  return { text: text ?? null, element: best.element };
}

function isHeadingLike(element: PageElement): boolean {
  const { name, attribs } = element;
  if (name === 'h1') return true;
  if (element.chars < 8 || element.chars > LONGEST * 1.5) return false;
  if (name === 'h2' || name === 'h3') return true;
  if (/headline/i.test(attribs['itemprop'] ?? '')) return true;
  return (
    (name === 'div' || name === 'span' || name === 'p') && TITLE_MARKS.test((attribs['class'] ?? '').toLowerCase())
  );
}

/** Share of the shorter one's words in the other's beginning; 1 where one begins with the other. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 12 && long.includes(short)) return 0.6 + (0.4 * short.length) / long.length;
  const words = new Set(long.split(' '));
  const list = short.split(' ');
  const common = list.filter((word) => words.has(word)).length / list.length;
  return list.length >= 3 ? common * (0.3 + (0.6 * short.length) / long.length) : 0;
}

/** Takes the outlet's name off a title: "Headline | Outlet", "Outlet - Headline". */
export function withoutSite(title: string, siteNames: readonly string[]): string {
  let text = title;
  for (let round = 0; round < 3; round++) {
    const parts = text.split(SEPARATOR);
    if (parts.length < 2) return text;
    const isSite = (part: string): boolean => {
      const bare = bareWords(part).replace(/ /g, '');
      return (
        bare !== '' &&
        siteNames.some((name) => {
          const site = bareWords(name).replace(/ /g, '');
          return (
            site === bare || (site.length > 3 && bare.length < 40 && (bare.startsWith(site) || site.startsWith(bare)))
          );
        })
      );
    };
    const last = parts.at(-1)!;
    const first = parts[0]!;
    if (isSite(last)) text = text.slice(0, text.lastIndexOf(last)).replace(/[\s|•·»«›~:\-–—｜]+$/, '');
    else if (isSite(first)) text = text.slice(first.length).replace(/^[\s|•·»«›~:\-–—｜]+/, '');
    else return text;
  }
  return text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
