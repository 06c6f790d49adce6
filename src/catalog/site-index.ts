import type { Outlet } from '../domain/knowledge.ts';

/** Finds the outlet that an address belongs to; every answer is a slug. */
export interface SiteIndex {
  /** The outlet with this very feed, listing page or sitemap. */
  bySource(url: string): string | undefined;
  /** The outlet on the address's host; of several there the one whose homepage the address lies under. */
  bySite(url: string): string | undefined;
  add(outlet: Outlet): void;
}

/** The host that names a site: without www, m, rss and the like before it, with a port where there is one. */
export const siteHost = (url: URL): string =>
  url.host.replace(/^(?:(?:www\d?|m|mobile|amp|rss|feeds?)\.)+(?=[^.]+\.)/, '');

export function createSiteIndex(outlets: Iterable<Outlet>): SiteIndex {
  const sources = new Map<string, string>();
  const sites = new Map<string, { path: string; slug: string }[]>();
  const index: SiteIndex = {
    bySource: (url) => sources.get(keyOf(url)?.whole ?? ''),
    bySite(url) {
      const key = keyOf(url);
      const there = sites.get(key?.host ?? '') ?? [];
      if (!key || there.length === 1) return there[0]?.slug;
      const around = there.filter(({ path }) => path === '' || `${key.path}/`.startsWith(`${path}/`));
      return around.toSorted((a, b) => b.path.length - a.path.length)[0]?.slug;
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
