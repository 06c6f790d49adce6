import { expect, test } from 'vitest';
import { actorNameIn, actorOfCatalog } from '../../schema/names.ts';
import { englishName } from '../../src/domain/english-name.ts';
import type { KnownActor } from '../../src/domain/knowledge.ts';

const shown = (text: string) => englishName([{ text, language: 'en' }]);

test('English readers are shown a name as its press writes it, where it has a letter that English lacks', () => {
  expect(['Thorbjørn Ås', 'Đorđe Šćepović', 'Ældred Łoś', 'Yıldız Çağlar', 'Günther Weiß'].map(shown)).toEqual(
    ['Thorbjorn As', 'Djordje Scepovic', 'Aeldred Los', 'Yildiz Caglar', 'Gunther Weiss'], // biome-ignore format: a row
  );
});

test('Marks on plain letters stay, and a name that is none of English is no English name', () => {
  expect(shown('Željka Müller-Čović')).toBe('Željka Müller-Čović');
  expect(englishName([{ text: 'Željka', language: 'sl' }])).toBeNull();
});

test('Readers of other languages see the name’s own spelling', () => {
  const actor = {
    slug: 'a', kind: 'PERSON', gender: 'm', type: null, acronyms: [], alone: null, countries: [], wikidataId: null,
    description: null, roles: [], names: [{ text: 'Đuro Đaković', language: 'en' }],
  } satisfies KnownActor; // biome-ignore format: a row
  const stored = actorOfCatalog(actor);
  expect([actorNameIn(stored, 'en'), actorNameIn(stored, 'hr')]).toEqual(['Djuro Djakovic', 'Đuro Đaković']);
});
