import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/catalog/knowledge.ts';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { ArticleSetting, TopicTag } from '../../src/domain/annotation.ts';
import type { Findings, FindTopics } from '../../src/understand/context.ts';
import { tokenize } from '../../src/understand/text/tokenize.ts';
import { createTopicFinder } from '../../src/understand/topics.ts';

let knowledge: Knowledge;
let findTopics: FindTopics;
beforeAll(async () => {
  knowledge = await loadCatalog({ folders: ['sources'], outletFolders: [] });
  findTopics = createTopicFinder(knowledge);
});

const about = (...codes: string[]): Findings => ({
  mentions: [],
  countries: codes.map((code) => ({ code, count: 1, salience: 0.5, evidence: [] })),
});

function topicsOf(
  language: string,
  headline: string,
  body: string,
  findings: Findings = about(),
  setting: ArticleSetting = {},
): TopicTag[] {
  return findTopics({ language, setting, ...tokenize({ headline, summary: null, body }) }, findings);
}

const slugs = (tags: readonly TopicTag[]) => tags.map((tag) => tag.slug);

describe('top topics', () => {
  it.each([
    [
      'sr-Cyrl',
      'politics',
      'Скупштина усвојила закон',
      'Посланици владајуће странке гласали су за предлог, опозиција је напустила седницу.',
    ],
    [
      'sr-Latn',
      'crime-and-justice',
      'Podignuta optužnica za pljačku',
      'Tužilaštvo je optužilo dvojicu muškaraca koji su u pritvoru, a suđenje počinje u maju.',
    ],
    [
      'bs',
      'disaster',
      'Požar u stambenoj zgradi',
      'Vatrogasci su evakuisali stanare, dvije osobe su povrijeđene u eksploziji.',
    ],
    [
      'hr',
      'sport',
      'Hajduk slavio u derbiju',
      'Nogometaši su do pobjede stigli golom u drugom poluvremenu pred punim stadionom.',
    ],
    [
      'cnr',
      'education',
      'Novi udžbenici za gimnazije',
      'Učenici i nastavnici od jeseni rade po novom nastavnom planu, saopšteno je iz Ministarstva prosvjete.',
    ],
    ['mk', 'health', 'Расте бројот на заболени од грип', 'Лекарите во клиниката бараат пациентите да се вакцинираат.'],
    [
      'bg',
      'economy',
      'Инфлацията се забавя',
      'Цените на храните спадат, а банките очакват по-ниски лихви и повече инвестиции.',
    ],
    [
      'sl',
      'weather',
      'Jutri oblačno z dežjem',
      'Najvišje temperature bodo do 12 stopinj, v gorah bo snežilo, pihal bo veter.',
    ],
    [
      'sq',
      'arts-and-culture',
      'Hapet festivali i filmit',
      'Regjisorët dhe aktorët e rinj paraqesin filmat e tyre, koncerti mbyll mbrëmjen.',
    ],
    [
      'el',
      'labour',
      'Εικοσιτετράωρη απεργία',
      'Τα συνδικάτα ζητούν αυξήσεις στους μισθούς και νέα συλλογική σύμβαση για τους εργαζόμενους.',
    ],
    [
      'ro',
      'environment',
      'Poluarea aerului, peste limită',
      'Calitatea aerului a scăzut, iar deșeurile arse distrug habitatul păsărilor, spun ecologiștii.',
    ],
    [
      'tr',
      'science-and-technology',
      'Araştırmacılardan yeni yapay zekâ',
      'Bilim insanları, algoritma sayesinde uzay verilerini bilgisayarda inceledi.',
    ],
    [
      'en',
      'religion',
      'Bishops gather for Easter',
      'The patriarch led the liturgy in the monastery, and priests blessed the faithful.',
    ],
    [
      'en',
      'conflict',
      'Ceasefire holds after shelling',
      'Troops withdrew from the frontline and rebels handed over weapons.',
    ],
    [
      'hr',
      'lifestyle',
      'Dnevni horoskop',
      'Ovan: ljubav vas čeka. Bik: dobar dan za kuhanje. Astrolog savjetuje odmor.',
    ],
  ])('tells in %s that an article is about %s', (language, topic, headline, body) => {
    expect(slugs(topicsOf(language, headline, body))).toContain(topic);
  });

  it('gives the same for both scripts and for text without diacritics', () => {
    const cyrillic = topicsOf(
      'sr-Cyrl',
      'Подигнута оптужница',
      'Тужилаштво тражи затвор за осумњичене, суђење почиње.',
    );
    const latin = topicsOf(
      'sr-Latn',
      'Podignuta optužnica',
      'Tužilaštvo traži zatvor za osumnjičene, suđenje počinje.',
    );
    const bare = topicsOf(
      'sr-Latn',
      'Podignuta optuznica',
      'Tuzilastvo trazi zatvor za osumnjicene, sudjenje pocinje.',
    );
    expect(slugs(latin)).toEqual(slugs(cyrillic));
    expect(slugs(bare)).toEqual(slugs(cyrillic));
  });

  it('takes no tennis court for a court and no trade war for a war', () => {
    const tennis = topicsOf(
      'en',
      'She ruled the tennis court',
      'The final on center court lasted three sets; the champion won the tournament.',
    );
    expect(slugs(tennis)).not.toContain('crime-and-justice');
    const trade = topicsOf(
      'en',
      'Trade war hits exports',
      'The trade war raised tariffs, and companies report lower sales and profits.',
    );
    expect(slugs(trade)).not.toContain('conflict');
  });

  it('does not call an article by one word, however often it stands there', () => {
    expect(
      topicsOf('en', 'A church on the hill', 'The church is old. The church is white. The church is open.'),
    ).toEqual([]);
  });

  it('says nothing about a text without evidence or without words', () => {
    expect(topicsOf('en', 'Hello', 'This and that.')).toEqual([]);
    expect(topicsOf('und', '', '')).toEqual([]);
  });
});

describe('topics below', () => {
  it('gives the more specific topic beside the top one', () => {
    const tags = topicsOf(
      'sr-Latn',
      'Zemljotres kod Kraljeva',
      'Zemljotres jačine 4,1 po Rihteru osetio se u gradu, epicentar je bio blizu; vatrogasci nisu imali intervencija.',
    );
    expect(slugs(tags)).toEqual(expect.arrayContaining(['disaster', 'earthquake']));
    expect(tags.find((tag) => tag.slug === 'earthquake')!.mediaTopicId).toBe('medtop:20000153');
  });

  const dialogue: [string, string] = [
    'Nova runda dijaloga u Briselu',
    'Beograd i Priština razgovarali su o normalizaciji odnosa i Zajednici srpskih opština.',
  ];
  it('tells the Kosovo–Serbia dialogue only where both countries are in the article', () => {
    expect(slugs(topicsOf('sr-Latn', ...dialogue, about('RS', 'XK')))).toContain('kosovo-serbia-dialogue');
    expect(slugs(topicsOf('sr-Latn', ...dialogue, about('RS')))).not.toContain('kosovo-serbia-dialogue');
  });

  it.each([
    [
      'mk',
      'eu-accession',
      'Отворен првиот кластер',
      'Пристапните преговори со Европската Унија почнуваат, извештајот за напредок е поволен.',
      ['MK'],
    ],
    [
      'bs',
      'bosnia-constitutional-order',
      'Visoki predstavnik nametnuo izmjene',
      'Bonske ovlasti iskorištene su zbog zakona o državnoj imovini koji je usvojio entitet.',
      ['BA'],
    ],
    [
      'en',
      'migration-route',
      'Smugglers held on the Balkan route',
      'Border police found migrants and asylum seekers in a van after an illegal crossing.',
      ['BA'],
    ],
    [
      'el',
      'aegean-and-cyprus',
      'Υφαλοκρηπίδα και ΑΟΖ στο τραπέζι',
      'Οι ελληνοτουρκικές σχέσεις και το Αιγαίο στη συζήτηση.',
      ['GR', 'TR'],
    ],
    [
      'sq',
      'corruption',
      'SPAK padi për tenderin',
      'Zyrtarët akuzohen për korrupsion, ryshfet dhe shpërdorim detyre.',
      ['AL'],
    ],
    [
      'ro',
      'schengen-and-euro',
      'Controale la frontieră în Schengen',
      'Zona euro și moneda euro rămân ținta guvernului.',
      ['RO'],
    ],
    [
      'en',
      'war-crimes-and-missing-persons',
      'Remains found in mass grave',
      'Missing persons of the war are identified by DNA, war crimes prosecutors said.',
      ['XK'],
    ],
    [
      'en',
      'media-freedom',
      'Journalists condemn attack on journalist',
      'Press freedom groups and the association of journalists ask for the safety of journalists.',
      ['RS'],
    ],
  ])('tells in %s the regional topic %s', (language, topic, headline, body, countries) => {
    expect(slugs(topicsOf(language, headline, body, about(...countries)))).toContain(topic);
  });
});

describe('evidence', () => {
  it('points at the very words of the text', () => {
    const headline = 'Сабор усвојио закон, опозиција протестује';
    const body = 'Министри и посланици гласали су о буџету. Избори су на пролеће.';
    const tags = topicsOf('sr-Cyrl', headline, body);
    expect(tags.length).toBeGreaterThan(0);
    for (const span of tags.flatMap((tag) => tag.evidence))
      expect((span.field === 'HEADLINE' ? headline : body).slice(span.start, span.end)).toBe(span.text);
  });

  it('gives at most five topics, most certain first, with a confidence between 0 and 1', () => {
    const body = `Ministers and lawmakers debated inflation, prices and taxes. Police arrested suspects; the court jailed a murderer.
      Scientists and doctors warned of a virus, hospitals vaccinate. Schools, teachers and students protest. Floods and an earthquake
      killed villagers. The football team won the championship match. Bishops and priests prayed in church. Rain and snow fell.`;
    const tags = topicsOf('en', 'Everything at once', body);
    expect(tags.length).toBeLessThanOrEqual(5);
    expect(tags.map((tag) => tag.confidence)).toEqual(tags.map((tag) => tag.confidence).toSorted((a, b) => b - a));
    for (const tag of tags) expect(tag.confidence).toBeGreaterThan(0);
    for (const tag of tags) expect(tag.confidence).toBeLessThan(1);
  });

  it('takes the topic of the feed without any evidence in the text', () => {
    const tags = topicsOf('en', 'Hello', 'This and that.', about(), { topics: ['sport'] });
    expect(tags).toEqual([expect.objectContaining({ slug: 'sport', evidence: [] })]);
  });

  it("lets the outlet's section decide where the text says little", () => {
    const text: [string, string, string] = ['hr', 'Veliki dan za Split', 'Na stadionu je sve spremno.'];
    expect(slugs(topicsOf(...text, about(), { sections: ['Sport'] }))).toContain('sport');
  });
});

describe('the knowledge', () => {
  it('labels the two upper levels of Media Topics in all twelve languages', () => {
    const tops = knowledge.topics.filter((topic) => topic.parent === null);
    expect(tops).toHaveLength(17);
    for (const topic of knowledge.topics)
      expect(Object.keys(topic.labels).sort(), topic.slug).toEqual('bg bs cnr el en hr mk ro sl sq sr tr'.split(' '));
  });
});
