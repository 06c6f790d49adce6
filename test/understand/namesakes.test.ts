import { expect, test } from 'vitest';
import { annotate } from './whole-knowledge.ts';

const people = (language: string, body: string): string[] =>
  annotate({ headline: '', summary: null, body }, { language })
    .actors.filter(({ kind }) => kind === 'PERSON')
    .map(({ slug, name, curated }) => (curated ? `${slug} (known)` : name))
    .sort();

test('A surname that the text gives to somebody else is his, whoever known bears it', () => {
  expect(people('sr', 'Analitičar Željko Marković vidi rizik. „Cena raste“, kaže Marković u Beogradu.')).toEqual(['Željko Marković']);
}); // biome-ignore format: one line reads better

test('A known full name with another surname behind it is another person', () => {
  expect(people('sr', 'Roman Vesne Pešić Radović izlazi u sredu, kaže Vesna Pešić Radović.')).toEqual(['Vesna Pešić Radović']);
}); // biome-ignore format: one line reads better

test.each([
  ['sr', 'Sutra čita pisac Vasa Pavković.', 'Vasa Pavković'],
  ['hr', 'Domaći su slavili golovima Marka Livaje.', 'Marko Livaja'],
  ['hr', 'Prema riječima ekonomista Hrvoja Stojića, rast je spor.', 'Hrvoje Stojić'],
  ['cnr', 'Došli su uz pratnju ambasadora Aleksandra Lukašika.', 'Aleksandar Lukašik'],
  ['sl', 'Izvršni direktor Solinke Primož Cencelj je dejal, da bo bolje.', 'Primož Cencelj'],
])('A name is shown without its case: %s: %s', (language, body, name) => {
  expect(people(language, body)).toEqual([name]);
});

test('An adjective with its article is nobody', () => {
  expect(people('mk', 'Вселенскиот патријарх не дојде.')).toEqual([]);
});

test('A court without its country is the one that the text names', () => {
  const { actors } = annotate(
    { headline: 'Ustavni sud odbio žalbu', summary: null, body: 'Ustavni sud Crne Gore odbio je žalbu. Presuda Ustavnog suda je konačna.' },
    { language: 'cnr' },
  ); // biome-ignore format: one line reads better
  expect(actors.map(({ slug, count }) => [slug, count])).toEqual([['constitutional-court-of-montenegro', 3]]);
});
