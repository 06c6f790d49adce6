import { TelalError } from '../src/domain/error.ts';
import { builder } from './builder.ts';
import { quoted } from './global-id.ts';

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;
const LANGUAGE = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/i;

/** Milliseconds of an RFC 3339 text, null where it is none or names a day or hour that does not exist. */
export function parseInstant(text: string): number | null {
  const parts = RFC3339.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const instant = Date.parse(text.toUpperCase());
  return Number.isNaN(instant) ? null : instant;
}

/** RFC 3339 in UTC, without a fraction where there is none. */
export function formatInstant(instant: number): string {
  const text = new Date(instant).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** The tag in its usual case (sr-Latn), null where the text is no tag. */
export function parseLanguageTag(text: string): string | null {
  const parts = LANGUAGE.exec(text);
  if (!parts) return null;
  const [, language, script, region] = parts;
  let tag = language!.toLowerCase();
  if (script) tag += `-${script[0]!.toUpperCase()}${script.slice(1).toLowerCase()}`;
  if (region) tag += `-${region.toUpperCase()}`;
  return tag;
}

function bad(value: unknown, wanted: string): TelalError {
  return new TelalError(
    'BAD_USER_INPUT',
    `${quoted(typeof value === 'string' ? value : String(value))} is not ${wanted}.`,
  );
}

builder.scalarType('DateTime', {
  description: 'An instant as RFC 3339 in UTC, such as 2026-02-14T09:30:00Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (instant) => formatInstant(instant),
  parseValue: (value) => {
    const instant = typeof value === 'string' ? parseInstant(value) : null;
    if (instant === null) throw bad(value, 'an instant as RFC 3339, such as 2026-02-14T09:30:00Z');
    return instant;
  },
});

builder.scalarType('URL', {
  description: 'An absolute http or https URL.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: (url) => url,
  parseValue: (value) => {
    const url =
      typeof value === 'string' && value.length <= 2048 && /^https?:\/\//i.test(value) ? URL.parse(value) : null;
    if (!url) throw bad(value, 'an absolute http or https URL');
    return url.href;
  },
});

builder.scalarType('CountryCode', {
  description: 'ISO 3166-1 alpha-2, upper case; XK is Kosovo.',
  specifiedByURL: 'https://www.iso.org/iso-3166-country-codes.html',
  serialize: (code) => code,
  parseValue: (value) => {
    if (typeof value !== 'string' || !/^[A-Z]{2}$/.test(value))
      throw bad(value, 'a country code of two capital letters, such as MK');
    return value;
  },
});

builder.scalarType('LanguageTag', {
  description: 'A BCP 47 tag: sq, sr-Cyrl, sr-Latn, bs, hr, cnr, mk, bg, sl, el, ro, tr, en …; und where unknown.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc5646',
  serialize: (tag) => tag,
  parseValue: (value) => {
    const tag = typeof value === 'string' ? parseLanguageTag(value) : null;
    if (tag === null) throw bad(value, 'a BCP 47 language tag, such as sr-Latn');
    return tag;
  },
});
