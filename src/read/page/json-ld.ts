import type { PageScript } from './tree.ts';

/** One thing that structured data describes. */
export type Thing = Record<string, unknown>;

/** schema.org types of what Telal reads. */
const ARTICLE =
  /(^|[/:])(\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|\w*Article|SocialMediaPosting|AskPublicNewsArticle|VideoObject|ImageGallery|MediaGallery)$/;
const BEST_ARTICLE = /NewsArticle$|LiveBlogPosting$|^Article$|BlogPosting$/;
const MOST_THINGS = 2000;

/** The page's article as JSON-LD tells it, from any depth (arrays, @graph, mainEntity …); null where it tells none. */
export function articleThing(scripts: readonly PageScript[]): Thing | null {
  let best: Thing | null = null;
  let most = 0;
  for (const { type, text } of scripts) {
    if (!type.includes('ld+json')) continue;
    const data = parseLoose(text);
    if (data === undefined) continue;
    for (const thing of thingsOf(data)) {
      const name = typesOf(thing).find((each) => ARTICLE.test(each));
      if (!name) continue;
      const score =
        (BEST_ARTICLE.test(name) ? 4 : name.endsWith('Article') ? 3 : 1) +
        (thing['articleBody'] ? 2 : 0) +
        (thing['headline'] ? 1 : 0) +
        (thing['datePublished'] ? 1 : 0);
      if (score > most) {
        most = score;
        best = thing;
      }
    }
  }
  return best;
}

/** Everything that the page's structured data describes. */
export function thingsIn(scripts: readonly PageScript[]): Thing[] {
  return scripts.filter(({ type }) => type.includes('ld+json')).flatMap(({ text }) => [...thingsOf(parseLoose(text))]);
}

/** Types of a thing without their address. */
export function typesOf(thing: Thing): string[] {
  return listOf(thing['@type'])
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));
}

/** Every value as a list; nothing is the empty list. */
export function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** The text of a value that may be text, a list of texts, or a thing with a name or value. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    for (const each of value) {
      const text = textOf(each);
      if (text) return text;
    }
    return null;
  }
  if (value && typeof value === 'object') {
    const thing = value as Thing;
    return textOf(thing['@value'] ?? thing['name'] ?? thing['url'] ?? thing['@id'] ?? null);
  }
  return null;
}

function* thingsOf(data: unknown): Generator<Thing> {
  const queue: unknown[] = [data];
  for (let seen = 0; queue.length && seen < MOST_THINGS; seen++) {
    const next = queue.shift();
    if (Array.isArray(next)) queue.push(...next.slice(0, MOST_THINGS));
    else if (next && typeof next === 'object') {
      const thing = next as Thing;
      if ('@type' in thing) yield thing;
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'hasPart', 'about']) {
        const value = thing[key];
        if (value && typeof value === 'object') queue.push(value);
      }
    }
  }
}

/** JSON as outlets write it: raw line breaks in strings, comments around it, a comma too many. */
export function parseLoose(source: string): unknown {
  const text = source
    .replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    .trim();
  if (!text) return undefined;
  const attempts = [
    (t: string) => t,
    (t: string) => t.replace(/[\u0000-\u001f]+/g, ' '),
    (t: string) =>
      t
        .replace(/[\u0000-\u001f]+/g, ' ')
        .replace(/,\s*([}\]])/g, '$1')
        .replace(/;\s*$/, ''),
    (t: string) => t.replace(/[\u0000-\u001f]+/g, ' ').replace(/\\(?!["\\/bfnrtu])/g, '\\\\'),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt(text));
    } catch {
      // the next attempt mends more
    }
  }
  return undefined;
}
