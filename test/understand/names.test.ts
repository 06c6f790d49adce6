import { beforeAll, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Annotate } from '../../src/domain/ports.ts';
import { createAnnotator } from '../../src/understand/annotate.ts';

let annotate: Annotate;
beforeAll(async () => {
  const sources = new URL('../../sources', import.meta.url).pathname;
  annotate = createAnnotator(await loadCatalog({ folders: [sources], outletFolders: [] }));
});

const people = (language: string, body: string): string[] =>
  annotate({ headline: '', summary: null, body }, { language })
    .actors.filter((actor) => actor.kind === 'PERSON')
    .flatMap((actor) => actor.evidence)
    .sort((a, b) => a.start - b.start)
    .map((span) => span.text);

test('Who stands in a row with people is one too', () => {
  expect(people('sr', 'Na koncertu su bila dela Mozarta, Verdija i Brtanina. Publika je bila oduševljena programom večeri.')).toEqual(['Mozarta', 'Verdija', 'Brtanina']);
}); // biome-ignore format: one line reads better

test('The initials before a known surname belong to the mention', () => {
  expect(people('en', 'The former president George W. Bush arrived on Friday, officials said.')).toEqual(['George W. Bush']);
}); // biome-ignore format: one line reads better

test('Products, works and bodies with English names are nobody', () => {
  expect(people('hr', 'Novi Galaxy S IV i iPhone 4S predstavljeni su jučer, a studij je pohađao na Trinity College of Music.')).toEqual([]);
  expect(people('hr', 'Gledali smo film Parachute u ulici Lovorova, rekli su nam jučer gledatelji.')).toEqual([]);
}); // biome-ignore format: one line reads better

test('A Turkish noun that belongs to another is nobody, a name with its apostrophe is', () => {
  expect(people('tr', 'Ahmet Yılmaz’ın oğlu İkinci Dünya Savaşı’ndan sonra Van Gölü’nün kıyısında bir ev aldı.')).toEqual(['Ahmet Yılmaz’ın']);
}); // biome-ignore format: one line reads better

test('After a full name the next sentence’s word without a full stop between is cut off', () => {
  expect(people('tr', 'Frank Whittle İngiliz mucit ve mühendis olarak tanınmıştır.')).toEqual(['Frank Whittle']);
}); // biome-ignore format: one line reads better
