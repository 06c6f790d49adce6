import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { ActorTag } from '../../src/domain/annotation.ts';
import type { Annotate } from '../../src/domain/ports.ts';
import { createAnnotator } from '../../src/understand/annotate.ts';

/* With the project's own knowledge; every sentence is made up for the test. */
const sources = new URL('../../sources', import.meta.url).pathname;
let annotate: Annotate;
beforeAll(async () => {
  annotate = createAnnotator(await loadCatalog({ folders: [sources], outletFolders: [] }));
});

const actorsOf = (body: string, language: string): ActorTag[] =>
  annotate(
    { headline: '', summary: null, body },
    { language, outletLanguages: [language], publishedAt: Date.parse('2025-03-01') },
  ).actors;
const slugsOf = (body: string, language: string): string[] =>
  actorsOf(body, language).flatMap(({ slug, curated }) => (curated ? [slug] : []));

describe('An organ that is called after its parent names both', () => {
  test.each([
    ['en', 'The U.N. Security Council met behind closed doors.', 'U.N.'],
    ['en', 'A report by the United Nations Human Rights Council is due.', 'United Nations'],
    ['sr', 'Генерална скупштина УН заседа у среду.', 'УН'],
    ['hr', 'Opća skupština UN-a zasjeda u srijedu.', 'UN'],
    ['mk', 'Генералното собрание на ООН заседава во среда.', 'ООН'],
    ['sq', 'Këshilli i Sigurimit i OKB-së mblidhet të mërkurën.', 'OKB'],
    ['el', 'Το Συμβούλιο Ασφαλείας του ΟΗΕ συνεδριάζει την Τετάρτη.', 'ΟΗΕ'],
    ['tr', 'BM Güvenlik Konseyi çarşamba günü toplanıyor.', 'BM'],
  ])('%s: %s', (language, body, name) => {
    const parent = actorsOf(body, language).find(({ slug }) => slug === 'united-nations');
    expect(parent?.evidence.map(({ text }) => text)).toEqual([name]);
    expect(body.slice(parent!.evidence[0]!.start, parent!.evidence[0]!.end)).toBe(name);
  });

  test('but not where the parent’s name does not stand in it', () => {
    expect(slugsOf('Savet bezbednosti zaseda u sredu, a UNICEF u petak.', 'sr')).not.toContain('united-nations');
    expect(slugsOf('The European Commission answered on Friday.', 'en')).not.toContain('european-union');
  });
});
