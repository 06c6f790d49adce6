import type { Subscription, SubscriptionList } from '../domain/document.ts';
import type { Outlet } from '../domain/knowledge.ts';
import type { CountryCode, LanguageTag } from '../domain/text.ts';
import { countryOfHost } from './country-of-host.ts';
import type { Mistakes } from './mistakes.ts';
import { createSiteIndex, slugOfHost } from './site-index.ts';
import { language, slug } from './terms.ts';
import { timeZoneOf } from './time-zones.ts';

/** A reader's subscription list among the sources. */
export interface SubscriptionFile {
  /** As told in messages. */
  path: string;
  list: SubscriptionList;
}

/**
 * Makes each subscription a feed of an outlet: of the one that its site belongs to, else of a new one. What a list does
 * not say is taken from the catalog, the host's ending or the folder; what stays unknown is a mistake with its line.
 */
export function subscribe(
  outlets: Map<string, Outlet>,
  { path, list }: SubscriptionFile,
  mistakes: Mistakes,
  countryNamed: (name: string) => CountryCode | undefined,
): void {
  const sites = createSiteIndex(outlets.values());
  for (const { line, message } of list.mistakes) mistakes.addRaw(`${path}:${line}: ${message}`);
  for (const one of list.subscriptions) {
    if (sites.bySource(one.feed)) continue;
    const given = one.outlet !== null && slug.safeParse(one.outlet).success ? one.outlet : null;
    const known = outlets.get(given ?? sites.bySite(one.site ?? one.feed) ?? sites.alone(one.site ?? one.feed) ?? '');
    const outlet = known ?? newOutlet(one, given, outlets, countryNamed);
    if (typeof outlet === 'string') {
      mistakes.addRaw(`${path}:${one.line}: ${outlet}`);
      continue;
    }
    const spoken = languageOf(one);
    const languages =
      known && spoken && !outlet.languages.includes(spoken) ? [...outlet.languages, spoken] : outlet.languages;
    const feed = { url: one.feed, kind: 'FEED' as const, topics: [], language: spoken, links: null };
    const grown = { ...outlet, languages, feeds: [...outlet.feeds, feed] };
    outlets.set(grown.slug, grown);
    sites.add(grown);
  }
}

/** The outlet without feeds, or in plain words what of it is not known. */
function newOutlet(
  one: Subscription,
  given: string | null,
  outlets: ReadonlyMap<string, Outlet>,
  countryNamed: (name: string) => CountryCode | undefined,
): Outlet | string {
  const site = new URL(one.site ?? one.feed);
  const who = `"${one.title ?? site.host}" (${one.feed})`;
  const leave = 'or isComment="true" to leave it out';
  const country =
    one.country ?? countryOfHost(site.hostname) ?? one.folders.map(countryNamed).findLast((code) => code !== undefined);
  if (!country)
    return `${who}: its country is not known; write country="MK" (ISO 3166-1 alpha-2, XK for Kosovo) into this outline or a folder around it, ${leave}`;
  const spoken = languageOf(one) ?? usualLanguage(country, outlets.values());
  if (!spoken) return `${who}: its language is not known; write language="mk" (BCP 47) into this outline, ${leave}`;
  return {
    slug: given ?? slugOfHost(site, (taken) => outlets.has(taken)),
    name: one.title ?? site.host,
    homepage: one.site ?? `${site.origin}/`,
    country,
    languages: [spoken],
    feeds: [],
    article: { body: null, remove: [] },
    readPages: true,
    charset: null,
    timeZone: timeZoneOf(country),
    owner: null,
    kind: null,
  };
}

function languageOf(one: Subscription): LanguageTag | null {
  return one.language !== null && language.safeParse(one.language).success ? one.language : null;
}

/** What most outlets of the country write first; else what its people speak most. */
export function usualLanguage(country: CountryCode, outlets: Iterable<Outlet>): LanguageTag | null {
  const counts = new Map<LanguageTag, number>();
  for (const outlet of outlets) {
    const first = outlet.languages[0];
    if (outlet.country === country && first) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const most = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  const likely = new Intl.Locale('und', { region: country }).maximize().language;
  return most ?? (language.safeParse(likely).success ? likely : null);
}
