/** What a language tells about names by the words around them; words parted by white space, in its own script. */
export interface LexiconSource {
  /** Words that open sentences and are no names: prepositions, conjunctions, pronouns, adverbs, everyday verbs and nouns. */
  openers: string;
  /** What people are called before or after their name: honorifics, professions, kinship; base forms. */
  titles: string;
  /** Stems of speech verbs, as they stand beside a speaker's name. */
  speech: string;
  /** First words of an organisation's name, base forms (Ministarstvo, Bank). */
  heads: string;
  /** Words that make the capitalised words before them, or around them, an organisation (d.o.o., University). */
  marks: string;
  /** Nouns in lower case that announce an organisation's name: company X, party X. */
  announces: string;
  /** Prepositions of place, after which a lone name is a place. */
  inPlaces: string;
  /** Words in capitals that are no names: days, months, faiths, titles of respect. */
  notNames: string;
  /** Endings of surnames that nothing else has. */
  surnames: string;
  /** Endings of nouns for people of a profession or place. */
  personNouns: string;
}
