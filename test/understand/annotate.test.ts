import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Annotation, ArticleSetting } from '../../src/domain/annotation.ts';
import type { Annotate } from '../../src/domain/ports.ts';
import { createAnnotator } from '../../src/understand/annotate.ts';

const person = (slug: string, names: string, rest: string) =>
  `- slug: ${slug}\n  kind: person\n  ${rest}\n  names: ${names}\n`;
const actors = [
  person('jovan-vidovic', '{ en: Jovan Vidović, sr: Јован Видовић, mk: Јован Видовиќ, el: Γιόβαν Βίντοβιτς, sq: Jovan Vidoviq }', 'gender: m\n  countries: [RS]\n  roles: [{ role: president, of: RS, from: 2022-05 }]'),
  person('stari-predsednik', '{ en: Stari Kolarić }', 'gender: m\n  countries: [RS]\n  roles: [{ role: president, of: RS, from: 2014, to: 2022-04 }]'),
  person('ana-brnic', '{ en: Ana Brnić, sr: Ана Брнић }', 'gender: f\n  countries: [RS]\n  roles: [{ role: prime-minister, of: RS, from: 2022 }]'),
  person('arben-kola', '{ en: Arben Kola, sr: Арбен Кола }', 'gender: m\n  countries: [XK]\n  roles: [{ role: prime-minister, of: XK, from: 2021 }]'),
  person('nikos-daras', '{ en: Nikos Daras, el: Νίκος Δάρας }', 'gender: m\n  countries: [GR]'),
  person('wei-common', '{ en: Petar Jović }', 'gender: m\n  countries: [RS]\n  alone: []'),
  '- slug: league-of-rivers\n  kind: organization\n  type: international\n  names: { en: League of Rivers, sr: Лига река, sq: Lidhja e Lumenjve, ro: Liga Râurilor, tr: Nehirler Birliği }\n  acronyms: { en: LOR, sr: ЛОР, sq: LOR }\n',
].join(''); // biome-ignore format: a table
const countries = `- code: RS
  names: { en: Serbia, sr: Србија, sq: Serbi, ro: Serbia, tr: Sırbistan }
  adjectives: { en: Serbian, sr: српски }
  demonyms: { sr: [Србин, Српкиња, Срби] }
  capital: { en: Belgrade, sr: Београд, sq: Beograd }
- code: XK
  names: { en: Kosovo, sr: Косово, sq: [Kosovë, Kosova] }
- code: HR
  names: { en: Croatia, sr: Хрватска, hr: Hrvatska }
  capital: { en: Zagreb, hr: Zagreb }
`;
let annotate: Annotate;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telal-understand-'));
  mkdirSync(join(folder, 'actors'));
  writeFileSync(join(folder, 'actors/all.yaml'), actors);
  writeFileSync(join(folder, 'countries.yaml'), countries);
  mkdirSync(join(folder, 'given-names'));
  writeFileSync(join(folder, 'given-names/sr.yaml'), 'm: [Jovan, Marko, Petar, Branimir, Goran]\nf: [Ana, Jelena]\n');
  mkdirSync(join(folder, 'places'));
  writeFileSync(
    join(folder, 'places/hr.jsonl'),
    '{"name":"Split","country":"HR","type":"town","population":160000,"names":{"hr":"Split","sr":"Сплит"}}\n{"name":"Osijek","country":"HR","type":"town","population":96000}\n',
  );
  const roles = new URL('../../sources/roles.yaml', import.meta.url);
  writeFileSync(join(folder, 'roles.yaml'), await (await import('node:fs/promises')).readFile(roles));
  annotate = createAnnotator(await loadCatalog({ folders: [folder] }));
});

const read = (body: string, language: string, setting: ArticleSetting = {}): Annotation =>
  annotate({ headline: '', summary: null, body }, { language, outletLanguages: [language], ...setting });
const evidence = (annotation: Annotation, slug: string) =>
  annotation.actors.find((actor) => actor.slug === slug)?.evidence.map((span) => span.text) ?? [];

const forms: [string, string, string, string[]][] = [
  ['sr', 'Јован Видовић је дошао. Са Видовићем су разговарали о Видовићевој понуди, а Јовану Видовићу је уручен позив за Србију.', 'jovan-vidovic', ['Јован Видовић', 'Видовићем', 'Видовићевој', 'Јовану Видовићу']],
  ['sr-Latn', 'Predsednik Jovan Vidović je rekao da će otići. Vidovića su dočekali u Beogradu, rekao je Vidovic.', 'jovan-vidovic', ['Jovan Vidović', 'Vidovića', 'Vidovic']],
  ['sr-Latn', 'Ana Brnić je rekla da se vlada sastaje. Razgovor sa Anom Brnić je trajao dugo, a Brnić nije govorila.', 'ana-brnic', ['Ana Brnić', 'Anom Brnić', 'Brnić']],
  ['sr-Latn', 'Sa Arbenom Kolom su razgovarali ministri, a kod Kole nije bilo odgovora na pitanja iz Srbije.', 'arben-kola', ['Arbenom Kolom', 'Kole']],
  ['sq', 'Kryeministri Arben Kola tha se qeveria do të mblidhet. Takimi me Arben Kolën ishte i gjatë, thanë nga zyra e Kolës.', 'arben-kola', ['Arben Kola', 'Arben Kolën', 'Kolës']],
  ['el', 'Ο Νίκος Δάρας δήλωσε ότι θα πάει. Η απάντηση του Νίκου Δάρα ήταν σαφής, είπε ο Δάρας.', 'nikos-daras', ['Νίκος Δάρας', 'Νίκου Δάρα', 'Δάρας']],
  ['mk', 'Претседателот Јован Видовиќ рече дека ќе дојде во земјата. Посетата на Видовиќ е утре.', 'jovan-vidovic', ['Јован Видовиќ', 'Видовиќ']],
  ['sq', 'Anëtarësimi në LOR është i rëndësishëm, thotë qeveria. Vendimi i LOR-it dhe i Lidhjes së Lumenjve pritet nesër.', 'league-of-rivers', ['LOR', 'LOR-it', 'Lidhjes së Lumenjve']],
  ['ro', 'Reprezentanții Ligii Râurilor au discutat despre situația din regiune și despre planurile pentru anul viitor.', 'league-of-rivers', ['Ligii Râurilor']],
  ['tr', "Nehirler Birliği'nin açıklaması dün yapıldı ve hükümet bu konuda henüz bir karar almadı.", 'league-of-rivers', ["Nehirler Birliği'nin"]],
  ['sr-Latn', 'Članstvo u LOR-u nije upitno, saopštila je Liga reka. Odluka LOR-a se očekuje, a predstavnici Lige reka ćute.', 'league-of-rivers', ['LOR-u', 'Liga reka', 'LOR-a', 'Lige reka']],
]; // biome-ignore format: a table
test.each(forms)('%s: %s', (language, body, slug, expected) => {
  expect(evidence(read(body, language), slug)).toEqual(expected);
});

test('Every span slices to its text', () => {
  const body = 'Vidović je, kaže „Jovan Vidović”, stigao 😀 u Split; LOR-a se čeka. Marko Perićevski je rekao: „Da”.';
  const annotation = read(body, 'sr-Latn');
  const spans = [...annotation.actors, ...annotation.countries, ...annotation.topics].flatMap((tag) => tag.evidence);
  expect(spans.length).toBeGreaterThan(3);
  for (const span of spans) expect(body.slice(span.start, span.end)).toBe(span.text);
});

test('A surname after another given name is another person', () => {
  const annotation = read('Marko Vidović je pobedio na turniru u Splitu. Vidović je rekao da je srećan.', 'sr-Latn');
  expect(annotation.actors.map((actor) => actor.slug)).toEqual(['marko-vidovic']);
  expect(annotation.actors[0]).toMatchObject({ curated: false, kind: 'PERSON', name: 'Marko Vidović', count: 2 });
});

test('A surname alone goes to the one whose full name stands in the document, whatever the country', () => {
  const body = 'Kola je rekao da će pregovori trajati. Arben Kola je to ponovio kasnije.';
  expect(evidence(read(body, 'sr-Latn', { outletCountry: 'HR' }), 'arben-kola')).toEqual(['Kola', 'Arben Kola']);
});

test('A surname alone goes to the one that the outlet’s country makes likely, else to none', () => {
  const body = 'Kako navode u dvorani, Vidović nije došao na sednicu i nije se oglasio.';
  expect(evidence(read(body, 'sr-Latn', { outletCountry: 'RS' }), 'jovan-vidovic')).toEqual(['Vidović']);
  expect(evidence(read(body, 'sr-Latn', { outletCountry: 'RO' }), 'jovan-vidovic')).toEqual([]);
});

test('A surname that is too common to stand alone needs the full name', () => {
  const body = 'Kako navode u dvorani, Jović nije došao na sednicu i nije se oglasio.';
  expect(evidence(read(body, 'sr-Latn', { outletCountry: 'RS' }), 'wei-common')).toEqual([]);
});

test('An office means who held it on the day', () => {
  const body = 'Kako se saznaje, predsednik Srbije nije prihvatio predlog i traži nove razgovore.';
  const on = (day: string) => read(body, 'sr-Latn', { publishedAt: Date.parse(day) }).actors.map((actor) => actor.slug);
  expect(on('2025-03-01')).toEqual(['jovan-vidovic']);
  expect(on('2020-03-01')).toEqual(['stari-predsednik']);
  expect(evidence(read(body, 'sr-Latn', { publishedAt: Date.parse('2025-03-01') }), 'jovan-vidovic')).toEqual([
    'predsednik Srbije',
  ]);
});

test('An office alone means that of the outlet’s country', () => {
  const setting = { outletCountry: 'XK', publishedAt: Date.parse('2025-03-01') };
  expect(
    evidence(
      read('Sipas tij, kryeministri nuk do të marrë pjesë në takim sepse nuk ka pasur ftesë.', 'sq', setting),
      'arben-kola',
    ),
  ).toEqual(['kryeministri']);
});

test('An office before a name is no mention of another', () => {
  const annotation = read('Predsednik Srbije Jovan Vidović je rekao da će otići na sastanak.', 'sr-Latn', {
    publishedAt: Date.parse('2020-01-01'),
  });
  expect(annotation.actors.map((actor) => actor.slug)).toEqual(['jovan-vidovic']);
});

test('The same unknown joins across scripts and cases', () => {
  const latin = read(
    'U razgovoru sa Branimirom Kosovićem je dogovoreno da Kosović dođe. Branimir Kosović je rekao da će doći.',
    'sr-Latn',
  );
  const cyrillic = read('Министар Бранимир Косовић је рекао да ће доћи на састанак.', 'sr');
  expect(latin.actors.map((actor) => actor.slug)).toEqual(['branimir-kosovic']);
  expect(cyrillic.actors.map((actor) => actor.slug)).toEqual(['branimir-kosovic']);
});

test('Organisations on no list are found by their first word and by their acronym', () => {
  const annotation = read(
    'Ministarstvo spoljnih poslova saopštilo je da razgovara. Izveštaj je objavio BIRS, a potvrdila ga je i Srpska pravoslavna crkva.',
    'sr-Latn',
  );
  expect(
    annotation.actors
      .filter((actor) => actor.kind === 'ORGANIZATION')
      .flatMap((actor) => actor.evidence.map((span) => span.text))
      .sort(),
  ).toEqual(['BIRS', 'Ministarstvo spoljnih poslova', 'Srpska pravoslavna crkva']);
});

test('Sentence starts, months and headlines in capitals are no people', () => {
  const annotation = annotate(
    {
      headline: 'VELIKA OLUJA ZAHVATILA SRBIJU',
      summary: null,
      body: 'Prema procenama, šteta je velika. Februar je bio hladan. Ponedeljak donosi sunce.',
    },
    { language: 'sr-Latn' },
  );
  expect(annotation.actors).toEqual([]);
});

test('A country is found by its name, capital, adjective, people and towns, the headline first', () => {
  const annotation = annotate(
    {
      headline: 'Hrvatska gradi prugu do Splita',
      summary: null,
      body: 'Vlada u Zagrebu odobrila je novac za prugu do Osijeka. Radovi kreću u Splitu. Srbija nije uključena.',
    },
    { language: 'hr' },
  );
  expect(annotation.countries.map((country) => country.code)).toEqual(['HR']);
  expect(annotation.countries[0]!.evidence.map((span) => span.text)).toEqual([
    'Hrvatska',
    'Splita',
    'Zagrebu',
    'Osijeka',
    'Splitu',
  ]);
});
