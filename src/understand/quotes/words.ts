import { fold } from '../text/fold.ts';

const set = (words: string) => new Set(words.split(/\s+/).map(fold));
const SOUTH_SLAVIC = 'sr-Latn sr-Cyrl sr bs hr cnr'.split(' ');

/** Pronouns that stand for a speaker. */
const pronouns: Record<string, { m: string; f: string; any: string }> = {
  sh: { m: 'on', f: 'ona', any: 'oni one' },
  sl: { m: 'on', f: 'ona', any: 'oni' },
  mk: { m: 'тој', f: 'таа', any: 'тие' },
  bg: { m: 'той', f: 'тя', any: 'те' },
  el: { m: 'ίδιος εκείνος αυτός', f: 'ίδια εκείνη αυτή', any: 'ίδιοι' },
  ro: { m: 'el acesta', f: 'ea aceasta', any: 'ei' },
  tr: { m: '', f: '', any: 'o onlar' },
  sq: { m: 'ai', f: 'ajo', any: 'ata ato' },
  en: { m: 'he', f: 'she', any: 'they' },
};

/** Words that stand between a verb of saying and its subject, and say nothing. */
const fillers: Record<string, string> = {
  sh: 'nam mu joj im nas je su se i sam smo tada danas juče jučer za naš portal uz osmeh kroz smeh smijeh osmijeh osmijehom potom zatim dalje još pritom kratko ljutito sa',
  sl: 'nam mi mu ji jim nas je so se pa še ob tem danes včeraj bil bila sicer in tudi',
  mk: 'се и денеска вчера потоа за му ѝ им го ја уште',
  bg: 'се и днес вчера още също пред за му ѝ им',
  el: 'ο η οι και από στο χαρακτηριστικά σχετικά ακόμη επίσης χθες σήμερα ότι',
  ro: 'a au și și-a încă astăzi ieri apoi pentru mai',
  tr: 've da de ise bunu',
  sq: 'se u e i iu ia ua të edhe sot dje më pas për ai',
  en: 'has had also then later in a the on',
};

/** Words before a name that make it no subject. */
const prepositions: Record<string, string> = {
  sh: 's sa od do za o na u iz kod pred protiv prema posle poslije nakon pored uz zbog između među preko po bez oko pri',
  sl: 's z od do za o na v iz pri pred proti po ob zaradi med brez k h',
  mk: 'со од до за на во кај пред против кон по покрај поради меѓу преку без околу',
  bg: 'с със от до за на в във при пред срещу към след покрай заради между през без около',
  el: 'με από για σε στο στον στη στην στους στις του της των τον την τους τις προς κατά μετά χωρίς μεταξύ εναντίον',
  ro: 'cu de la din pentru în despre către spre după fără între contra împotriva lui pe prin',
  tr: '',
  sq: 'me nga për në te tek mbi pas kundër ndaj drejt mes midis pa prej të së',
  en: 'to of with by from for in on at about against between and after before under over than into like near',
};

/** Words that name whose words they are, without a verb: "according to". */
const sources: Record<string, string> = {
  sh: 'prema po mišljenju riječima rečima mišljenja',
  sl: 'po besedah mnenju',
  mk: 'според зборовите мислењето',
  bg: 'според думите мнението',
  el: 'κατά σύμφωνα',
  ro: 'potrivit conform',
  tr: 'göre',
  sq: 'sipas',
  en: 'according',
};

/** Words that open a clause of its own behind a verb of saying; no subject follows. */
const conjunctions: Record<string, string> = {
  sh: 'da dok kako kad kada što šta ako jer i a ali koji koja',
  sl: 'da ko ker kako kaj če in a ki',
  mk: 'дека кога додека како што ако и а но кој која',
  bg: 'че когато докато как какво ако и а но който която',
  el: 'ότι πως όταν ενώ αν και αλλά που όπως καθώς αφού επειδή γιατί ώστε κάπως',
  ro: 'că când dacă cum ce și dar care iar',
  tr: 've ki ama ancak',
  sq: 'se që kur kurse ndërsa si nëse dhe por i cili e cila duke',
  en: 'that when while how if and but as who which what why where whether there it',
};

/** Languages that name no subject where it is clear; in the others a noun stands there. */
const keepsSubject = new Set(['en']);

export interface SpeechWords {
  keepsSubject: boolean;
  /** The verb stands last; its subject never follows as a noun. */
  verbLast: boolean;
  conjunctions: ReadonlySet<string>;
  m: ReadonlySet<string>;
  f: ReadonlySet<string>;
  any: ReadonlySet<string>;
  fillers: ReadonlySet<string>;
  prepositions: ReadonlySet<string>;
  sources: ReadonlySet<string>;
}

const known = new Map<string, SpeechWords>();

/** The small words around quotations in a language; English ones for a language that is not ours. */
export function speechWords(language: string): SpeechWords {
  const key = SOUTH_SLAVIC.includes(language) ? 'sh' : language in pronouns ? language : 'en';
  const found = known.get(key);
  if (found) return found;
  const { m, f, any } = pronouns[key]!;
  const words = {
    m: set(m),
    f: set(f),
    any: set(any),
    keepsSubject: keepsSubject.has(key),
    verbLast: key === 'tr',
    conjunctions: set(conjunctions[key]!),
    fillers: set(fillers[key]!),
    prepositions: set(prepositions[key]!),
    sources: set(sources[key]!),
  };
  for (const each of Object.values(words)) if (typeof each !== 'boolean') each.delete('');
  known.set(key, words);
  return words;
}
