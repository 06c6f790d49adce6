import { FEED_ROOTS, prefixOfNamespace, SAME_AS, usualPrefix } from './feed-names.ts';

/** What each prefix means here: a usual prefix, '' for the feed's own names, null for nothing that is read. */
export type Prefixes = Map<string, string | null> | undefined;
interface Scoped {
  prefixes: Prefixes;
}

/** Namespace declarations of an element; most have none, and share the map of the element above. */
export function declarePrefixes(element: Scoped, attributes: Record<string, string>): void {
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue;
    element.prefixes = new Map(element.prefixes);
    for (const [name, uri] of Object.entries(attributes)) {
      if (name === 'xmlns') element.prefixes.set('', prefixOfNamespace(uri));
      else if (name.startsWith('xmlns:')) element.prefixes.set(name.slice(6), prefixOfNamespace(uri));
    }
    return;
  }
}

/** Whatever namespace a root has, it is the feed's own. */
export function adoptRoot(element: Scoped, rawName: string): void {
  const colon = rawName.indexOf(':');
  const prefix = colon < 0 ? '' : rawName.slice(0, colon);
  if (!FEED_ROOTS.has(rawName.slice(colon + 1)) || prefix === 'rdf') return;
  if (element.prefixes?.get(prefix) !== '') element.prefixes = new Map(element.prefixes).set(prefix, '');
}

/** The name with the usual prefix; '?' before what no feed means. */
export function canonicalName(rawName: string, prefixes: Prefixes): string {
  const colon = rawName.indexOf(':');
  const given = colon < 0 ? '' : rawName.slice(0, colon);
  const prefix = prefixes?.has(given) ? prefixes.get(given) : given === '' ? '' : usualPrefix(given);
  const local = colon < 0 ? rawName : rawName.slice(colon + 1);
  if (prefix === null || prefix === undefined) return SAME_AS[rawName] ? SAME_AS[rawName]! : `?${local}`;
  const name = prefix === '' ? local : `${prefix}:${local}`;
  return Object.hasOwn(SAME_AS, name) ? SAME_AS[name]! : name;
}
