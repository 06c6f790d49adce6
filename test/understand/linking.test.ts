import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Annotate } from '../../src/domain/ports.ts';
import { createAnnotator } from '../../src/understand/annotate.ts';

const actors = `
- slug: defence-of-serbia
  kind: organization
  type: ministry
  names: { en: Ministry of Defence of Serbia, sr: Министарство одбране Србије, sl: Ministrstvo za obrambo Srbije }
  acronyms: { sr: МОО }
  countries: [RS]
- slug: defence-of-croatia
  kind: organization
  type: ministry
  names: { en: Ministry of Defence of Croatia, sr: Министарство одбране Хрватске, hr: Ministarstvo odbrane Hrvatske }
  acronyms: { hr: MOO }
  countries: [HR]
- slug: oil-company
  kind: organization
  type: company
  names: { en: Oil Company, sr: Нафта }
  acronyms: { sr: НИС }
  countries: [RS]
- slug: riverbank
  kind: organization
  type: company
  names: { en: Riverbank, sr: Компанија Ривербанк }
  alone: [Riverbank, Ривербанк]
  countries: [US]
- slug: lumina
  kind: organization
  type: company
  names: { en: Lumina }
  countries: [US]
- slug: river-party
  kind: organization
  type: party
  names: { en: River Party, sr: Речна странка }
  members: { sr: [речњак, речњаци], en: [Riverist, Riverists] }
  countries: [RS]
- slug: plant
  kind: organization
  type: company
  names: { en: Rudnik Plant, bg: АЕЦ Рудник, sr: ЈП Рудник }
  countries: [BG]
- slug: jelena-horvatic
  kind: person
  gender: f
  names: { en: Jelena Horvatić, sr: Јелена Хорватић }
  countries: [HR]
  roles: [{ role: prime-minister, of: HR, from: 2020 }]
- slug: petar-savic
  kind: person
  gender: m
  names: { en: Petar Savić, sr: Петар Савић }
  countries: [RS]
  roles: [{ role: prime-minister, of: RS, from: 2020 }, { role: president, of: RS, from: 2020 }]
- slug: mirko-entic
  kind: person
  gender: m
  names: { en: Mirko Entić, sr: Мирко Ентић }
  countries: [RS]
  roles: [{ role: president, of: River Land, from: 2020 }]
`;
const countries = `- code: RS
  names: { en: Serbia, sr: Србија, sq: Serbi }
  adjectives: { en: Serbian, sr: српски, sq: serb }
- code: HR
  names: { en: Croatia, sr: Хрватска, hr: Hrvatska, sq: Kroaci }
  adjectives: { en: Croatian, sr: хрватски, sq: kroat }
- code: BG
  names: { en: Bulgaria, bg: България, sr: Бугарска }
`;
let annotate: Annotate;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telal-linking-'));
  mkdirSync(join(folder, 'actors'));
  writeFileSync(join(folder, 'actors/all.yaml'), actors);
  writeFileSync(join(folder, 'countries.yaml'), countries);
  mkdirSync(join(folder, 'places'));
  writeFileSync(
    join(folder, 'places/all.yaml'),
    '- name: Niš\n  country: RS\n  type: town\n  population: 180000\n- name: River Land\n  country: RS\n  type: entity\n  names: { sr: Речна Земља }\n',
  );
  writeFileSync(join(folder, 'roles.yaml'), await readFile(new URL('../../sources/roles.yaml', import.meta.url)));
  annotate = createAnnotator(await loadCatalog({ folders: [folder] }));
});

const linked = (body: string, language: string, outletCountry?: string): string[] =>
  annotate(
    { headline: '', summary: null, body },
    { language, outletLanguages: [language], outletCountry, publishedAt: Date.parse('2025-03-01') },
  ).actors.flatMap(({ slug, curated }) => (curated ? [slug] : []));

test('A ministry without its country is that of the country spoken of', () => {
  expect(linked('Ministarstvo odbrane saopštilo je da počinje vežba.', 'sr-Latn', 'RS')).toEqual(['defence-of-serbia']);
  expect(linked('Ministarstvo odbrane saopštilo je da počinje vežba.', 'sr-Latn')).toEqual([]);
  expect(linked('U Srbiji je ministrstvo za obrambo začelo vajo, so sporočili.', 'sl')).toEqual(['defence-of-serbia']);
  // Hrvatska is a name and an adjective of one country, said once; where two are said alike, the language’s own is meant.
  expect(linked('Ministarstvo odbrane traga po Srbiji za vozačem koji je pobegao u Hrvatsku.', 'sr-Latn')).toEqual([
    'defence-of-serbia',
  ]);
});

test('A ministry with a country beside it is that country’s, and never another’s', () => {
  expect(linked('Hrvatsko ministarstvo odbrane saopštilo je da počinje vežba.', 'hr', 'HR')).toEqual([]);
  expect(linked('U Beogradu je Ministarstvo odbrane Hrvatske saopštilo odluku.', 'sr-Latn', 'RS')).toEqual([
    'defence-of-croatia',
  ]);
  expect(linked('Bugarsko Ministarstvo odbrane saopštilo je odluku.', 'sr-Latn', 'RS')).not.toContain(
    'defence-of-croatia',
  );
});

test('An acronym of two is that of the country spoken of', () => {
  expect(linked('Kako saopštava MOO, vežba u Srbiji je završena.', 'sr-Latn', 'RS')).toEqual(['defence-of-serbia']);
  expect(linked('Kako je objavio MOO, vježba u Hrvatskoj je završena.', 'hr', 'HR')).toEqual(['defence-of-croatia']);
});

test('An acronym is written with its own marks', () => {
  expect(linked('Kako saopštava NIS, cena goriva se ne menja.', 'sr-Latn', 'RS')).toEqual(['oil-company']);
  expect(linked('U subotu je u mestu NIŠ otvorena izložba.', 'sr-Latn', 'RS')).toEqual([]);
});

test('A name in quotation marks after its head is the known one', () => {
  expect(linked('Вчера АЕЦ „Рудник“ спря един от реакторите си за ремонт.', 'bg', 'BG')).toEqual(['plant']);
});

test('A bare company’s name means it in a row with companies', () => {
  expect(linked('Istraživanje pominje Lumina i Riverbank kao primere.', 'sr-Latn')).toEqual(['lumina', 'riverbank']);
  expect(linked('Istraživanje pominje Riverbank kao primer.', 'sr-Latn')).toEqual([]);
});

test('Names in Latin letters are found in Cyrillic text', () => {
  expect(linked('Проучването показва, че Lumina расте, а люмина не.', 'bg')).toEqual(['lumina']);
});

test('A party’s people mean it where its country is spoken of', () => {
  expect(linked('Na sednici su rečnjaci u Srbiji tražili glasanje.', 'sr-Latn', 'RS')).toEqual(['river-party']);
  expect(linked('Na sednici su rečnjaci tražili glasanje.', 'sr-Latn')).toEqual([]);
});

test('An office with a country’s adjective after it is of that country', () => {
  expect(linked('Sipas tij, kryeministri kroat nuk do të marrë pjesë në takim.', 'sq')).toEqual(['jelena-horvatic']);
});

test('The office of another body is nobody’s', () => {
  expect(linked('Utakmica srpske premijer lige igra se u subotu.', 'sr-Latn', 'RS')).toEqual([]);
  expect(linked('Kako kaže predsednik udruženja, pacijenti čekaju.', 'sr-Latn', 'RS')).toEqual([]);
  expect(linked('Kako kaže predsednik Fudbalskog saveza, liga čeka.', 'sr-Latn', 'RS')).toEqual([]);
  expect(linked('Kako kaže predsednik, pacijenti čekaju.', 'sr-Latn', 'RS')).toEqual(['petar-savic']);
});

test('An entity has offices of its own', () => {
  expect(linked('Kako kaže predsednik Rečne Zemlje, pacijenti čekaju.', 'sr-Latn', 'RS')).toEqual(['mirko-entic']);
});
