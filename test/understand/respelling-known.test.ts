import { expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { givenNamesOf } from '../../src/understand/given-names.ts';
import { createNameRegister } from '../../src/understand/respelling/name-register.ts';

const sources = new URL('../../sources', import.meta.url).pathname;

test('The spellings of the people we know find their English names, and never another’s', async () => {
  const knowledge = await loadCatalog({ folders: [sources], outletFolders: [] });
  const given = givenNamesOf(knowledge);
  const register = createNameRegister(Number.POSITIVE_INFINITY, (folded) => given.has(folded));
  const people = knowledge.actors.filter(({ kind }) => kind === 'PERSON');
  for (const { slug, names } of people) {
    const own = names.find(({ language }) => language === 'en');
    if (own) register.add({ slug, text: own.text, language: 'en' }, true);
  }
  const spellings = people.flatMap(({ slug, names }) =>
    names.flatMap(({ text, language }) =>
      language !== null && /^(sr|mk|bg|el|sq)$/.test(language) && text.includes(' ') ? [{ slug, text, language }] : [],
    ),
  );
  const found = spellings.map((each) => ({ ...each, bearer: register.find(each.text, each.language)?.slug ?? null }));
  expect(found.filter(({ slug, bearer }) => bearer !== null && bearer !== slug)).toEqual([]);
  for (const language of ['sr', 'mk', 'bg', 'el', 'sq']) {
    const own = found.filter((each) => each.language === language);
    expect(own.filter(({ bearer }) => bearer !== null).length / own.length).toBeGreaterThan(0.87);
  }
  // Without a person, his spellings are nobody's.
  const half = people.filter((_, at) => at % 2 === 0).map(({ slug }) => slug);
  for (const slug of half) register.forget(slug);
  const gone = new Set(half);
  const wrong = spellings.filter(({ slug, text, language }) => gone.has(slug) && register.find(text, language));
  expect(wrong.map(({ text }) => text)).toEqual([]);
}, 60_000);
