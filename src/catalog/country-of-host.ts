import type { CountryCode } from '../domain/text.ts';

/** Endings of hosts that stand for one country; those that the whole world uses for their sound (.io, .tv) do not. */
const endings: Record<string, CountryCode> = {
  al: 'AL', at: 'AT', ba: 'BA', be: 'BE', bg: 'BG', 'xn--90ae': 'BG', ch: 'CH', cy: 'CY', de: 'DE', es: 'ES', fr: 'FR', gr: 'GR',
  'xn--qxam': 'GR', hr: 'HR', hu: 'HU', it: 'IT', md: 'MD', me: 'ME', mk: 'MK', 'xn--d1alf': 'MK', nl: 'NL', pl: 'PL', ro: 'RO',
  rs: 'RS', 'xn--90a3ac': 'RS', ru: 'RU', se: 'SE', si: 'SI', tr: 'TR', ua: 'UA', uk: 'GB',
}; // biome-ignore format: a table

/** The country that the last part of a host's name stands for; null where it stands for none. */
export const countryOfHost = (host: string): CountryCode | null => endings[host.split('.').at(-1) ?? ''] ?? null;
