import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { ActorTag } from '../../src/domain/annotation.ts';
import type { Annotate } from '../../src/domain/ports.ts';
import { createAnnotator } from '../../src/understand/annotate.ts';

/* With the project's own knowledge; every sentence is made up for the test. */
const sources = new URL('../../sources', import.meta.url).pathname;
let annotate: Annotate;
let annotatedType: (slug: string) => string | null | undefined;
beforeAll(async () => {
  const knowledge = await loadCatalog({ folders: [sources], outletFolders: [] });
  annotate = createAnnotator(knowledge);
  annotatedType = (slug) => knowledge.actor(slug)?.type;
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

describe('A party is named by what its people are called, and by its adjective beside a noun of politics', () => {
  test.each([
    [
      'en',
      'Democratic voters in the US want a Republican governor, says Washington.',
      ['democratic-party-us', 'republican-party-us'],
    ],
    ['en', 'Tory lawmakers in Britain met Labour in London.', ['conservative-party-uk', 'labour-party-uk']],
    [
      'hr',
      'Republikanski senator u SAD-u traži glasove demokrata, piše Washington.',
      ['democratic-party-us', 'republican-party-us'],
    ],
    ['sl', 'V ZDA je republikanska volilna udeležba padla, v Washingtonu pravijo.', ['republican-party-us']],
    ['bg', 'В САЩ републиканската партия губи, казват във Вашингтон.', ['republican-party-us']],
    [
      'mk',
      'Вмровци и дуисти не се сложија во Македонија, а демократскиот пратеник молчи.',
      ['democratic-union-for-integration', 'vmro-dpmne'],
    ],
    ['ro', 'Senatorii republicani din SUA au votat la Washington.', ['republican-party-us']],
    [
      'ro',
      'Pesediștii și useriștii din România nu s-au înțeles.',
      ['save-romania-union', 'social-democratic-party-romania'],
    ],
    ['el', 'Η ρεπουμπλικανική πλειοψηφία στις ΗΠΑ μίλησε στην Ουάσιγκτον.', ['republican-party-us']],
    ['sq', 'Deputetët socialistë në Shqipëri u larguan nga salla.', ['socialist-party-of-albania']],
    [
      'tr',
      "CHP'liler Türkiye'de AKP'li adayı eleştirdi.",
      ['justice-and-development-party', 'republican-peoples-party'],
    ],
    ['sr', 'Напредњаци у Србији нуде социјалистички предлог о саобраћају.', ['serbian-progressive-party']],
    ['bg', 'Депесарите и герберите в България спореха.', ['gerb', 'movement-for-rights-and-freedoms']],
  ])('%s: %s', (language, body, slugs) => {
    expect(
      slugsOf(body, language)
        .filter((slug) => annotatedType(slug) === 'party')
        .sort(),
    ).toEqual(slugs);
  });

  test('but not where no country with such a party is spoken of, nor by the everyday word', () => {
    expect(slugsOf('Republikanski senator traži glasove demokrata.', 'hr')).toEqual([]);
    expect(slugsOf('Amerika je demokratska država, kažu u SAD-u, a Washington šuti o demokratiji.', 'hr')).toEqual([]);
    expect(slugsOf('The US is a democratic country, they say in Washington.', 'en')).toEqual([]);
  });
});

describe('A name is found in the spelling and the case of the text', () => {
  test.each([
    ['sr', 'Разговор са Муном Џае-ином је одложен.', 'moon-jae-in'],
    ['bs', 'Razgovor Moon Jae-ina s novinarima je odgođen.', 'moon-jae-in'],
    ['hr', 'Stigao je i ministar Ri Yong Hoa.', 'ri-yong-ho'],
    ['mk', 'Изјавата на Кристина Бласи Форд беше снимена.', 'christine-blasey-ford'],
    ['hr', 'O tome je govorila i Dianne Feinstein iz Pennsylvanije.', 'dianne-feinstein'],
  ])('%s: %s', (language, body, slug) => {
    expect(slugsOf(body, language)).toContain(slug);
  });
});

describe('A court without its country is that of the country spoken of, and none where a part of a country stands beside it', () => {
  test.each([
    ['hr', 'U Hrvatskoj je Vrhovni sud potvrdio presudu.', ['supreme-court-of-croatia']],
    ['hr', 'U SAD-u je Vrhovni sud potvrdio odluku iz Washingtona.', ['supreme-court-of-the-united-states']],
    ['mk', 'Во Северна Македонија Уставниот суд ја укина одлуката.', ['constitutional-court-of-north-macedonia']],
    ['sq', 'Në Shqipëri, Gjykata e Lartë la në fuqi vendimin.', ['supreme-court-of-albania']],
    ['en', 'In the United States the Alaska Supreme Court ruled on fishing.', []],
    ['sr', 'У САД је Врховни суд Пенсилваније поништио изборне јединице.', []],
  ])('%s: %s', (language, body, slugs) => {
    expect(slugsOf(body, language).filter((slug) => annotatedType(slug) === 'court')).toEqual(slugs);
  });
});

describe('Who is called by a title is found though the title is written small', () => {
  test.each([
    ['sr', 'У Лондон су стигли принц Вилијам и краљ Чарлс.', ['charles-iii', 'prince-william']],
    ['hr', 'Papa Franjo primio je princa Harryja. Harry je zahvalio papi Franji.', ['pope-francis', 'prince-harry']],
    ['el', 'Ο πρίγκιπας Χάρι μίλησε στο Λονδίνο.', ['prince-harry']],
    ['ro', 'La Londra a venit și prințul William.', ['prince-william']],
    ['mk', 'Во Мадрид пристигна и кралицата Камила.', ['queen-camilla']],
  ])('%s: %s', (language, body, slugs) => {
    expect(slugsOf(body, language).sort()).toEqual(slugs);
  });
});
