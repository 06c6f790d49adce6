import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/read/dates.ts';

const SAMPLES: { s: string; iso: string | null; lang: string }[] = JSON.parse(
  readFileSync(new URL('fixtures/dates.json', import.meta.url), 'utf8'),
);
const NOW = Date.UTC(2021, 0, 1);
const iso = (text: string, timeZone = 'UTC') => {
  const instant = parseDate(text, { timeZone, now: NOW });
  return instant === null ? null : new Date(instant).toISOString().replace('.000Z', 'Z');
};

/** The twelve months as each language dates an article with them. */
const MONTHS: Record<string, string> = {
  sr: 'januar februar mart april maj jun jul avgust septembar oktobar novembar decembar',
  'sr genitive': 'januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra',
  'sr-Cyrl': 'јануар фебруар март април мај јун јул август септембар октобар новембар децембар',
  'sr-Cyrl genitive': 'јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра',
  bs: 'januar februar mart april maj juni juli august septembar oktobar novembar decembar',
  hr: 'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
  'hr nominative': 'siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac',
  sl: 'januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra',
  mk: 'јануари февруари март април мај јуни јули август септември октомври ноември декември',
  bg: 'януари февруари март април май юни юли август септември октомври ноември декември',
  el: 'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
  'el short': 'Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ',
  ro: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  sq: 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor',
  tr: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
  'tr short': 'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara',
  en: 'January February March April May June July August September October November December',
};

describe('parseDate', () => {
  const believable = SAMPLES.filter(({ iso }) => !iso?.startsWith('1970'));
  it.each(believable)('reads “$s” ($lang) as $iso', ({ s, iso: expected, lang }) => {
    expect(parseDate(s, { timeZone: 'UTC', now: NOW, language: lang })).toBe(
      expected === null ? null : Date.parse(expected),
    );
  });

  it('takes the zero of Unix time for a missing date', () => {
    expect(iso('Thu, 01 Jan 1970 00:00:00 GMT')).toBeNull();
    expect(iso('1970-01-01T00:00:00Z')).toBeNull();
  });

  it.each(Object.entries(MONTHS))('knows the months of %s, in capitals too', (_, names) => {
    for (const [index, name] of names.split(' ').entries()) {
      const expected = `2019-${String(index + 1).padStart(2, '0')}-05T00:00:00Z`;
      expect(iso(`5. ${name} 2019.`)).toBe(expected);
      expect(iso(`5 ${name.toLocaleUpperCase(names.startsWith('Ocak') ? 'tr' : 'sr')} 2019`)).toBe(expected);
    }
  });

  it.each([
    ['Objavljeno: 12.03.2019. u 08:05h', '2019-03-12T08:05:00Z'],
    ['08:05, 12. ožujka 2019.', '2019-03-12T08:05:00Z'],
    ['Вторник, 12 март 2019 г., 08:05 ч.', '2019-03-12T08:05:00Z'],
    ['Marți, 12 martie 2019, ora 08:05', '2019-03-12T08:05:00Z'],
    ['Mar, 12 iul 2019 08:05:00 +0300', '2019-07-12T05:05:00Z'],
    ['12 Mart 2019 Salı, 08:05', '2019-03-12T08:05:00Z'],
    ['12 Μαρτίου 2019 8:05 μ.μ.', '2019-03-12T20:05:00Z'],
    ['12 Mars 2019 8:05 PM', '2019-03-12T20:05:00Z'],
    ['3/25/2019 8:05:00 AM', '2019-03-25T08:05:00Z'],
    ['Tue Mar 12 08:05:00 CET 2019', '2019-03-12T07:05:00Z'],
    ['Tue, 12 Mar 2019 08:05:00 GMT+0200', '2019-03-12T06:05:00Z'],
    ['Tue, 12 Mar 2019 08:05:00 +0100 (CET)', '2019-03-12T07:05:00Z'],
    ['2019-03-12T08:05+01', '2019-03-12T07:05:00Z'],
    ['20190312', '2019-03-12T00:00:00Z'],
    ['2019-071', '2019-03-12T00:00:00Z'],
    ['1552377900', '2019-03-12T08:05:00Z'],
    ['1552377900000', '2019-03-12T08:05:00Z'],
    ['12-Mar-19 08:05', '2019-03-12T08:05:00Z'],
    ['29.02.2020', '2020-02-29T00:00:00Z'],
  ])('reads “%s” too', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    'Beograd 2019',
    '12.03.',
    '99/99/9999',
    '30.02.2019',
    '2019-02-30T00:00:00Z',
    'Tue, 12 Mar 2019 25:30',
    '-0001-11-30T00:00:00+00:00',
    'Wed, 30 Nov -0001 00:00:00 +0000',
    'NaN',
    'Invalid Date',
    '0',
    '12 Foo 2019',
    `${'1'.repeat(400)}`,
  ])('makes no date of “%s”', (text) => {
    expect(iso(text)).toBeNull();
  });

  it('takes a time without zone for the outlet’s own, summer and winter', () => {
    expect(iso('12.07.2019 15:30', 'Europe/Belgrade')).toBe('2019-07-12T13:30:00Z');
    expect(iso('12.01.2019 15:30', 'Europe/Belgrade')).toBe('2019-01-12T14:30:00Z');
    expect(iso('2019-01-12 15:30', 'Europe/Athens')).toBe('2019-01-12T13:30:00Z');
    expect(iso('12.07.2019', 'Europe/Istanbul')).toBe('2019-07-11T21:00:00Z');
  });

  it('passes over the hour that spring skips and takes the first of autumn’s two', () => {
    expect(iso('31.03.2019 02:30', 'Europe/Belgrade')).toBe('2019-03-31T01:30:00Z');
    expect(iso('27.10.2019 02:30', 'Europe/Belgrade')).toBe('2019-10-27T00:30:00Z');
    expect(iso('27.10.2019 01:59', 'Europe/Belgrade')).toBe('2019-10-26T23:59:00Z');
    expect(iso('27.10.2019 03:00', 'Europe/Belgrade')).toBe('2019-10-27T02:00:00Z');
  });

  it('takes a zone that does not exist for UTC', () => {
    expect(iso('12.07.2019 15:30', 'Balkan/Nowhere')).toBe('2019-07-12T15:30:00Z');
  });

  it('does not believe a date more than a day ahead', () => {
    expect(iso('2021-01-01T23:00:00Z')).toBe('2021-01-01T23:00:00Z');
    expect(iso('2021-01-02T00:00:01Z')).toBeNull();
    expect(iso('10.07.2099')).toBeNull();
  });

  it('reads month first only for American English', () => {
    expect(parseDate('03/04/2019', { language: 'en-US' })).toBe(Date.UTC(2019, 2, 4));
    expect(parseDate('03/04/2019', { language: 'en' })).toBe(Date.UTC(2019, 3, 3));
  });

  it('answers at once whatever it is given', () => {
    const start = performance.now();
    for (const text of [
      '1 '.repeat(249),
      '10.'.repeat(160),
      'jul 10 '.repeat(70),
      'a1'.repeat(249),
      ' '.repeat(499),
      '10 jul '.repeat(71),
    ]) {
      parseDate(text);
    }
    expect(performance.now() - start).toBeLessThan(200);
  });
});
