import type { Outlet } from '../domain/knowledge.ts';

/** Finds the outlet that an address belongs to; every answer is a slug. */
export interface SiteIndex {
  /** The outlet with this very feed, listing page or sitemap. */
  bySource(url: string): string | undefined;
  /** The outlet whose homepage the address lies under; of several the one with the longest path. */
  bySite(url: string): string | undefined;
  /** The one outlet on the address's host; undefined where there are several. */
  alone(url: string): string | undefined;
  add(outlet: Outlet): void;
}

/** The host that names a site: without www, m, rss and the like before it, with a port where there is one. */
const siteHost = (url: URL): string => url.host.replace(/^(?:(?:www\d?|m|mobile|amp|rss|feeds?)\.)+(?=[^.]+\.)/, '');

export function createSiteIndex(outlets: Iterable<Outlet>): SiteIndex {
  const sources = new Map<string, string>();
  const sites = new Map<string, { path: string; slug: string }[]>();
  const index: SiteIndex = {
    bySource: (url) => sources.get(keyOf(url)?.whole ?? ''),
    bySite(url) {
      const key = keyOf(url);
      if (!key) return undefined;
      const around = (sites.get(key.host) ?? []).filter(
        ({ path }) => path === '' || `${key.path}/`.startsWith(`${path}/`),
      );
      return around.toSorted((a, b) => b.path.length - a.path.length)[0]?.slug;
    },
    alone(url) {
      const there = sites.get(keyOf(url)?.host ?? '') ?? [];
      return there.length === 1 ? there[0]?.slug : undefined;
    },
    add({ slug, homepage, feeds }) {
      for (const { url } of feeds) {
        const key = keyOf(url);
        if (key) sources.set(key.whole, slug);
      }
      const key = keyOf(homepage);
      if (!key) return;
      const others = (sites.get(key.host) ?? []).filter((one) => one.slug !== slug);
      sites.set(key.host, [...others, { path: key.path, slug }]);
    },
  };
  for (const outlet of outlets) index.add(outlet);
  return index;
}

/** Scheme, www, closing slash and capitals do not make another place. */
function keyOf(url: string): { host: string; path: string; whole: string } | null {
  const parsed = URL.parse(url);
  if (!parsed) return null;
  const host = siteHost(parsed);
  const path = parsed.pathname.replace(/\/+$/, '').toLowerCase();
  return { host, path, whole: `${host}${path}${parsed.search}` };
}

/** A free slug for a site: the host's name without its ending (moj-portal), else the whole host (moj-portal-mk). */
export function slugOfHost(site: URL, isTaken: (slug: string) => boolean): string {
  const host = siteHost(site);
  const short = host.replace(/:\d+$/, '').replace(/(\.(com?|org|net|edu|gov))?\.[a-z0-9-]+$/, '');
  const [first, whole] = [short, host].map((text) => text.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, ''));
  if (first && !isTaken(first)) return first;
  for (let number = 1; ; number++) {
    const slug = number === 1 ? (whole ?? '') : `${whole}-${number}`;
    if (!isTaken(slug)) return slug;
  }
}
