import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/read/decode.ts';

const LATIN = 'Đaci će čuti žubor šume. Žene Čačka';
const CYRILLIC = 'Њујорк и Ћуприја: љубав, џак, ђак. Съюз и ѓеврек';
const SERBIAN = 'Њујорк и Ћуприја: љубав, џак, ђак';
const GREEK = 'Η Αθήνα είναι η πρωτεύουσα της Ελλάδας';
const TURKISH = 'İstanbul’da ışık, şeker, çağ, gün';
const ROMANIAN = 'Știri din țară: București, vânt, încă';
const SAMPLES: [charset: string, text: string][] = [
  ['windows-1250', LATIN],
  ['windows-1251', SERBIAN],
  ['windows-1253', GREEK],
  ['windows-1254', TURKISH.replace('’', "'")],
  ['iso-8859-2', LATIN],
  ['iso-8859-5', SERBIAN],
  ['iso-8859-7', GREEK],
  ['iso-8859-9', TURKISH.replace('’', "'")],
  ['iso-8859-16', ROMANIAN],
];

const feed = (text: string, label?: string) =>
  `<?xml version="1.0"${label ? ` encoding="${label}"` : ''}?><rss version="2.0"><channel><title>${text}</title></channel></rss>`;

describe('decode', () => {
  it.each(SAMPLES)('reads %s by the document’s label', (charset, text) => {
    expect(decode(iconv.encode(feed(text, charset), charset)).text).toContain(text);
  });

  it.each(SAMPLES)('reads %s by the HTTP header', (charset, text) => {
    const contentType = `application/rss+xml; charset="${charset.toUpperCase()}"`;
    expect(decode(iconv.encode(feed(text), charset), { contentType }).text).toContain(text);
  });

  it.each(SAMPLES)('reads %s by the outlet’s charset where nothing else tells', (charset, text) => {
    expect(decode(iconv.encode(feed(text), charset), { charset }).text).toContain(text);
  });

  it.each(SAMPLES)('reads %s where every label says UTF-8 and only the outlet knows better', (charset, text) => {
    const bytes = iconv.encode(feed(text, 'utf-8'), charset);
    expect(decode(bytes, { contentType: 'text/xml; charset=utf-8', charset }).text).toContain(text);
  });

  it.each(SAMPLES.filter(([charset]) => charset !== 'iso-8859-16'))(
    'guesses %s of a text without any label',
    (charset, text) => {
      expect(decode(iconv.encode(feed(text.repeat(3)), charset)).text).toContain(text);
    },
  );

  it.each(SAMPLES)('believes valid UTF-8 more than a label of %s', (charset, text) => {
    const bytes = Buffer.from(feed(text, charset));
    expect(decode(bytes, { contentType: `text/xml; charset=${charset}`, charset })).toEqual({
      text: feed(text, charset),
      charset: 'utf-8',
    });
  });

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'reads %s with and without a mark, whatever the label',
    (charset) => {
      const text = feed(`${CYRILLIC} ${GREEK}`, 'windows-1251');
      const mark = iconv.encode('\ufeff', charset);
      const bytes = iconv.encode(text, charset);
      const hints = { contentType: 'text/xml; charset=iso-8859-1' };
      expect(decode(bytes, hints)).toEqual({ text, charset });
      expect(decode(Buffer.concat([mark, bytes]), hints)).toEqual({ text, charset });
    },
  );

  it('takes the mark off UTF-8', () => {
    expect(decode(Buffer.from(`\ufeff${feed(LATIN)}`)).text).toBe(feed(LATIN));
  });

  it('is not misled by a document that says UTF-16 in plain ASCII', () => {
    expect(decode(Buffer.from(feed('Vesti', 'utf-16'))).text).toBe(feed('Vesti', 'utf-16'));
  });

  it('reads windows-1250 letters that are sent under the name of iso-8859-2', () => {
    const bytes = iconv.encode(feed('Šuma i žena', 'iso-8859-2'), 'windows-1250');
    expect(decode(bytes).text).toContain('Šuma i žena');
  });

  it('believes the outlet before a server that calls everything Latin-1', () => {
    const bytes = iconv.encode(feed(SERBIAN), 'windows-1251');
    const hints = { contentType: 'text/xml; charset=ISO-8859-1', charset: 'windows-1251' };
    expect(decode(bytes, hints)).toMatchObject({ charset: 'windows-1251', text: feed(SERBIAN) });
  });

  it('believes the header before the document', () => {
    const bytes = iconv.encode(feed(SERBIAN, 'windows-1250'), 'windows-1251');
    expect(decode(bytes, { contentType: 'text/xml; charset=windows-1251' }).text).toContain(SERBIAN);
  });

  it('keeps UTF-8 of which a few bytes are broken', () => {
    const bytes = Buffer.concat([Buffer.from(feed(LATIN.repeat(5))), Buffer.from([0xc4])]);
    const { text, charset } = decode(bytes, { charset: 'windows-1250' });
    expect(charset).toBe('utf-8');
    expect(text).toContain(LATIN);
  });

  it('reads the label of an HTML page in either kind of meta element', () => {
    for (const meta of [
      '<meta charset=windows-1250>',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">',
    ]) {
      const bytes = iconv.encode(`<!DOCTYPE html><html><head>${meta}<title>${LATIN}</title>`, 'windows-1250');
      expect(decode(bytes).charset).toBe('windows-1250');
    }
  });

  it('reads the CP and underscore spellings of labels and passes over those nobody knows', () => {
    for (const label of ['cp1250', 'CP-1250', 'win-1250', 'x-cp1250', 'windows_1250']) {
      expect(
        decode(iconv.encode(feed(LATIN), 'windows-1250'), { contentType: `text/xml;charset=${label}` }).text,
      ).toContain(LATIN);
    }
    for (const label of ['klingon', 'base64', 'hex', '', 'utf-7']) {
      expect(
        decode(iconv.encode(feed(LATIN, 'windows-1250'), 'windows-1250'), { contentType: `text/xml;charset=${label}` })
          .text,
      ).toContain(LATIN);
    }
  });

  it('makes nothing of nothing', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', charset: 'utf-8' });
  });
});
