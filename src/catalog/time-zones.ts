import type { CountryCode } from '../domain/text.ts';

const zones: Record<CountryCode, string> = {
  AL: 'Europe/Tirane', AT: 'Europe/Vienna', BA: 'Europe/Sarajevo', BE: 'Europe/Brussels', BG: 'Europe/Sofia', CH: 'Europe/Zurich',
  CY: 'Asia/Nicosia', DE: 'Europe/Berlin', FR: 'Europe/Paris', GB: 'Europe/London', GR: 'Europe/Athens', HR: 'Europe/Zagreb',
  HU: 'Europe/Budapest', IT: 'Europe/Rome', MD: 'Europe/Chisinau', ME: 'Europe/Podgorica', MK: 'Europe/Skopje', RO: 'Europe/Bucharest',
  RS: 'Europe/Belgrade', RU: 'Europe/Moscow', SI: 'Europe/Ljubljana', TR: 'Europe/Istanbul', US: 'America/New_York', XK: 'Europe/Belgrade',
}; // biome-ignore format: a table

/** The zone that an outlet of the country writes its dates in; UTC where the country has several or is not known. */
export const timeZoneOf = (country: CountryCode): string => zones[country] ?? 'UTC';
