import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Annotate } from '../../src/domain/ports.ts';
import { createAnnotator } from '../../src/understand/annotate.ts';

const sources = new URL('../../sources', import.meta.url).pathname;
let annotate: Annotate;
beforeAll(async () => {
  annotate = createAnnotator(await loadCatalog({ folders: [sources], outletFolders: [] }));
});
const bodies = (language: string, body: string) =>
  annotate({ headline: '', summary: null, body }, { language, outletLanguages: [language] }).actors.filter(
    ({ kind, curated }) => kind === 'ORGANIZATION' && !curated,
  );

describe('A body with its acronym in brackets is one, by its whole name', () => {
  test.each([
    ['en', 'The Balkan Security Forum (BSF) met in May. A member of BSF left.', 'Balkan Security Forum', 'BSF', 3],
    [
      'sr',
      'Балкански форум за сигурност (БФС) заседао је у мају. Из БФС-а ћуте.',
      'Балкански форум за сигурност',
      'БФС',
      3,
    ],
    ['hr', 'Udruga hrvatskih pekara (UHP) traži niže cijene. Iz UHP-a čekaju.', 'Udruga hrvatskih pekara', 'UHP', 3],
    ['sl', 'Združenje slovenskih čebelarjev (ZSČ) opozarja na sušo.', 'Združenje slovenskih čebelarjev', 'ZSČ', 2],
    ['bg', 'Сдружение за чист въздух (СЧВ) протестира. От СЧВ чакат.', 'Сдружение за чист въздух', 'СЧВ', 3],
    ['sq', 'Qendra për Studime Rurale (QSR) foli. Drejtuesi i QSR-së pret.', 'Qendra për Studime Rurale', 'QSR', 3],
    ['el', 'Το Ινστιτούτο Μελετών Αιγαίου (ΙΜΑ) ζητά μέτρα.', 'Ινστιτούτο Μελετών Αιγαίου', 'ΙΜΑ', 2],
    ['ro', 'Asociația Fermierilor din Banat (AFB) cere ajutor.', 'Asociația Fermierilor din Banat', 'AFB', 2],
    ['tr', 'Ege Balıkçılar Derneği (EBD) açıklama yaptı.', 'Ege Balıkçılar Derneği', 'EBD', 2],
    ['sr', 'ЦСМ (Центар за слободне медије) објавио је налаз.', 'Центар за слободне медије', 'ЦСМ', 2],
  ])('%s: %s', (language, body, name, acronym, count) => {
    expect(bodies(language, body).map((tag) => [tag.name, tag.spelling, tag.count])).toEqual([[name, acronym, count]]);
  });

  test('but a law, a tax or an illness is none', () => {
    expect(bodies('sr', 'Nacrt uvodi Zakon o vodama Srbije (ZVS) i Porez na imovinu (PNI).')).toEqual([]);
  });
});

describe('What a body is in law, in capitals, and its name in quotation marks are one name', () => {
  test.each([
    ['sr', 'JKP „Infostan“ je poslao račune. Iz „Infostana“ kažu da je sve u redu.', [['JKP „Infostan“', 2]]],
    [
      'sr',
      'ЈКП „Паркинг сервис“ ради, а ДП „Слога“ не ради.',
      [
        ['ЈКП „Паркинг сервис“', 1],
        ['ДП „Слога“', 1],
      ],
    ],
    ['bs', 'JP „Elektroprenos“ objavio je javni poziv.', [['JP „Elektroprenos“', 1]]],
    ['mk', 'Јавно повика АД „Млекара“ од Битола.', [['АД „Млекара“', 1]]],
    ['bg', 'Вчера ВЕЦ „Белмекен“ работи отново.', [['ВЕЦ „Белмекен“', 1]]],
  ])('%s: %s', (language, body, names) => {
    expect(bodies(language, body).map(({ name, count }) => [name, count])).toEqual(names);
  });
});
