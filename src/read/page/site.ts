import { listOf, type Thing, textOf } from './json-ld.ts';
import type { Metas } from './metas.ts';

/** The names the outlet goes by on its page: as it says, and its host without www and ending. */
export function siteNamesOf(thing: Thing | null, metas: Metas, base: string | null): string[] {
  const names = [
    metas.first('og:site_name'),
    metas.first('application-name', 'apple-mobile-web-app-title'),
    ...listOf(thing?.['publisher']).map(textOf),
    metas.first('twitter:site')?.replace(/^@/, ''),
  ];
  if (base) {
    const host = new URL(base).hostname.replace(/^(www|m|amp)\./, '');
    names.push(host, host.split('.').at(-2) ?? null);
  }
  return [...new Set(names.filter((name): name is string => !!name && name.length > 1 && name.length < 80))];
}
