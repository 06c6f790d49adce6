import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { ArticleSetting } from '../../src/domain/annotation.ts';
import type { Annotate } from '../../src/domain/ports.ts';
import { createAnnotator } from '../../src/understand/annotate.ts';
import { adjectiveForms } from '../../src/understand/forms/adjective-forms.ts';

let annotate: Annotate;
beforeAll(async () => {
  annotate = createAnnotator(
    await loadCatalog({ folders: [fileURLToPath(new URL('../../sources', import.meta.url))] }),
  );
});

const countries = (language: string, headline: string, body: string | null = null, setting: ArticleSetting = {}) =>
  annotate({ headline, summary: null, body }, { language, ...setting }).countries.map((tag) => tag.code);

describe('finds a country by every form of its words', () => {
  it.each([
    ['sr-Latn', 'Dogovor je postignut u Hrvatskoj', 'HR'],
    ['sr-Cyrl', 'Договор са Сједињеним Америчким Државама', 'US'],
    ['sr-Cyrl', 'Оставка француске министарке', 'FR'],
    ['hr', 'Napetosti među njemačkim strankama', 'DE'],
    ['bs', 'Uhapšena dva Amerikanca', 'US'],
    ['sl', 'Pogovori o slovenskem proračunu', 'SI'],
    ['sl', 'Potres na Hrvaškem', 'HR'],
    ['mk', 'Средба со грчкиот министер', 'GR'],
    ['mk', 'Протест пред македонската влада', 'MK'],
    ['bg', 'Визита на френския министър', 'FR'],
    ['bg', 'Съединените щати наложиха мита', 'US'],
    ['sq', 'Takim me ministrin e Gjermanisë', 'DE'],
    ['sq', 'Ambasada e Shteteve të Bashkuara reagon', 'US'],
    ['sq', 'Kompanitë franceze largohen', 'FR'],
    ['el', 'Συνομιλίες με την ιταλική κυβέρνηση', 'IT'],
    ['el', 'Στις Ηνωμένες Πολιτείες η συνάντηση', 'US'],
    ['el', 'Αντιδράσεις των Γάλλων για το νόμο', 'FR'],
    ['ro', 'Întâlnire cu premierul Franței', 'FR'],
    ['ro', 'Companiile românești cer sprijin', 'RO'],
    ['ro', 'Vizită în Regatul Unit', 'GB'],
    ['tr', "Fransa'nın kararı bekleniyor", 'FR'],
    ['tr', 'Alman şirketleri çekiliyor', 'DE'],
    ['en', 'Dutch voters head to the polls', 'NL'],
    ['en', 'A Frenchman and two Danes were held', 'FR'],
  ])('%s: %s', (language, headline, code) => {
    expect(countries(language, headline)).toContain(code);
  });
});

describe('tells an acronym from an everyday word', () => {
  it.each([
    ['en', 'US halts aid', ['US']],
    ['en', 'Tell us more about it', []],
    ['en', 'The U.S. halts aid', ['US']],
    ['sr-Latn', 'SAD uvode carine', ['US']],
    ['sr-Latn', 'Sad uvode carine', []],
    ['sr-Latn', 'Bih rekao da je kasno', []],
    ['bs', 'U BiH rastu cijene', ['BA']],
    ['el', 'Οι Η.Π.Α. αποφάσισαν', ['US']],
  ])('%s: %s', (language, headline, codes) => {
    expect(countries(language, headline)).toEqual(codes);
  });
});

describe('takes a longer name for what it is', () => {
  it.each([
    ['en', 'Latin America faces drought', []],
    ['sr-Latn', 'Suša u Južnoj Americi', []],
    ['sr-Latn', 'Ustavni sud o Republici Srpskoj', ['BA']],
    ['en', 'New South Wales votes', ['AU']],
    ['en', 'Floods in West Virginia', ['US']],
    ['en', 'The Venice Commission gave its opinion', []],
    ['el', 'Εκλογές στη Βόρεια Μακεδονία', ['MK']],
    ['el', 'Πυρκαγιά στην Κεντρική Μακεδονία', ['GR']],
  ])('%s: %s', (language, headline, codes) => {
    expect(countries(language, headline)).toEqual(codes);
  });
});

describe('weighs what is doubtful', () => {
  it('takes a name that is an everyday word for a town in the country of the town, and not elsewhere', () => {
    const headline = 'Zaplena u luci Bar sinoć';
    expect(countries('sr-Latn', headline, null, { outletCountry: 'ME' })).toEqual(['ME']);
    expect(countries('sr-Latn', headline, null, { outletCountry: 'RS' })).toEqual([]);
  });
  it('takes a small town abroad only where its country is named too', () => {
    expect(countries('en', 'Fire in Vranje overnight')).toEqual([]);
    expect(countries('en', 'Fire in Vranje overnight', 'Serbia sent help.')).toEqual(['RS']);
    expect(countries('sr-Latn', 'Požar u Vranju')).toEqual(['RS']);
  });
  it('takes two small towns abroad for their country', () => {
    expect(countries('en', 'Fires in Vranje and Pirot overnight')).toEqual(['RS']);
  });
  it('takes a minority and its language for no country where it lives', () => {
    expect(countries('sr-Latn', 'Udžbenici za Albance u Preševu i Bujanovcu')).toEqual(['RS']);
    expect(countries('en', 'Schools in Kosovo teach the Serbian language')).toEqual(['XK']);
    expect(countries('sr-Latn', 'U Crnoj Gori se uče srpski, bosanski i hrvatski jezik')).toEqual(['ME']);
    expect(countries('sr-Latn', 'Albanci glasaju u Tirani')).toEqual(['AL']);
  });
  it('takes the people of a town and what is called after it for the town', () => {
    expect(countries('sr-Latn', 'Podgoričani slavili u finalu')).toEqual(['ME']);
    expect(countries('hr', 'Mostarski sud odgodio presudu')).toEqual(['BA']);
  });
  it('takes no word that opens a sentence for a country it happens to sound like', () => {
    expect(countries('sr-Latn', 'Mali broj ljudi je došao')).toEqual([]);
  });
  it('takes neither where a company comes from nor a party of a common name for what the article is about', () => {
    expect(countries('en', 'Facebook changes its rules')).toEqual([]);
  });
  it('takes a region by its adjective', () => {
    expect(countries('sr-Latn', 'Rast vojvođanske privrede')).toEqual(['RS']);
  });
  it('gives every country with what speaks for it, the foremost first', () => {
    const [first, second] = annotate(
      { headline: 'Albania and Greece agree', summary: null, body: 'Tirana and Athens signed. Albanian ports follow.' },
      { language: 'en' },
    ).countries;
    expect([first?.code, second?.code]).toEqual(['AL', 'GR']);
    expect(first?.evidence.map((span) => span.text)).toEqual(['Albania', 'Tirana', 'Albanian']);
    expect(first?.count).toBe(3);
  });
});

describe('makes the forms of an adjective', () => {
  it('of all genders where the cases lead back to no other form', () => {
    expect(adjectiveForms('српски', 'bcs')).toEqual(['српски', 'српска', 'српско', 'српске']);
    expect(adjectiveForms('românesc', 'ro')).toEqual(['românesc', 'românească', 'românești']);
    expect(adjectiveForms('european', 'ro')).toEqual(['european', 'europeană', 'europeancă', 'europene', 'europeni']);
    expect(adjectiveForms('francez', 'sq')).toEqual(['francez', 'franceze']);
    expect(adjectiveForms('Swiss', 'en')).toEqual(['Swiss']);
  });
});
