import { type Thing, textOf } from './json-ld.ts';
import type { Metas } from './metas.ts';
import type { PageTree } from './tree.ts';

/** An http(s) address made absolute; null where it is none. */
export function absoluteUrl(address: string | null | undefined, base: string | null | undefined): string | null {
  const text = address?.trim();
  if (!text || text.length > 4000 || text.startsWith('#')) return null;
  try {
    const url = new URL(text, base ?? undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** The address that relative links of the page start from. */
export function baseOf(tree: PageTree, url: string | undefined): string | null {
  return absoluteUrl(tree.base, url) ?? absoluteUrl(url, null);
}

/**
 * The canonical address as the page names it. One that points to the front page of the site, as careless themes have
 * it, names no article.
 */
export function readAddress(tree: PageTree, thing: Thing | null, metas: Metas, base: string | null): string | null {
  const named = [
    tree.links.find((link) => /(^|\s)canonical(\s|$)/i.test(link['rel'] ?? ''))?.['href'],
    metas.first('og:url'),
    textOf(thing?.['url']),
    thing?.['mainEntityOfPage'] && textOf((thing['mainEntityOfPage'] as Thing)['@id'] ?? thing['mainEntityOfPage']),
    metas.first('twitter:url'),
  ];
  const isFront = (address: string): boolean => new URL(address).pathname === '/' && !new URL(address).search;
  for (const address of named) {
    const url = absoluteUrl(typeof address === 'string' ? address : null, base);
    if (url && !(isFront(url) && !(base && isFront(base)))) return url;
  }
  return null;
}
