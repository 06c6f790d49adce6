import type { Knowledge } from '../../catalog/knowledge.ts';
import type { ActorMention } from '../context.ts';
import { foldName } from '../text/fold.ts';
import type { Reader } from './reader.ts';
import { fits } from './whom.ts';

/** For a phrase that names an office, `the minister`: its holder, where the document has named one; null for other phrases. */
export type RoleReader = (
  reader: Reader,
  phrase: string,
  before: number,
) => { mention: ActorMention | null; gender: 'm' | 'f' | null } | null;

const LONGEST_ENDING = 4;

interface Office {
  role: string;
  gender: 'm' | 'f' | null;
}

export function createRoleReader(knowledge: Knowledge): RoleReader {
  const offices = new Map<string, Office[]>();
  for (const { role, words } of knowledge.roles)
    for (const { m, f } of Object.values(words)) {
      const both = new Set(m.filter((word) => f.includes(word)));
      for (const [list, gender] of [[m, 'm'], [f, 'f']] as const)
        for (const word of list) {
          const key = foldName(word).join(' ');
          offices.set(key, [...(offices.get(key) ?? []), { role, gender: both.has(word) ? null : gender }]);
        }
    } // biome-ignore format: a pair
  return (reader, phrase, before) => {
    // English offices are not declined: "prosecutors" are many.
    const words = foldName(phrase);
    const found = officesIn(words, offices, reader.document.language === 'en' ? 0 : LONGEST_ENDING);
    const called = calledSo(reader, before, words.at(-1)!);
    if (found.length === 0) return called && { mention: called, gender: called.gender };
    const gender = found.every((office) => office.gender === found[0]!.gender) ? found[0]!.gender : null;
    return { mention: called ?? holderOf(reader, before, found, gender, knowledge), gender };
  };
}

/** The last person before whose name the text has put the word: "the coroner", after "coroner Jane Hill". */
function calledSo({ tokens, mentions }: Reader, before: number, word: string): ActorMention | null {
  for (let index = mentions.length - 1; index >= 0; index--) {
    const { kind, by, first } = mentions[index]!;
    if (first >= before || first === 0 || kind !== 'PERSON' || by !== 'name') continue;
    if (tokens[first]!.gap === 0 && tokens[first - 1]!.folded === word) return mentions[index]!;
  }
  return null;
}

/** The longest beginning of a word counts: `ministrul`, `kryeministri`, `министърът` are forms of the listed ones. */
function officesIn(words: readonly string[], offices: Map<string, Office[]>, ending: number): Office[] {
  for (let first = 0; first < words.length; first++)
    for (let length = Math.min(4, words.length - first); length > 0; length--) {
      const phrase = words.slice(first, first + length).join(' ');
      for (let cut = 0; cut <= ending && phrase.length - cut >= 4; cut++) {
        const found = offices.get(phrase.slice(0, phrase.length - cut));
        if (found) return found;
      }
    }
  return [];
}

/** The last person named who holds such an office. */
function holderOf(
  reader: Reader,
  before: number,
  offices: readonly Office[],
  gender: 'm' | 'f' | null,
  knowledge: Knowledge,
): ActorMention | null {
  for (let index = reader.mentions.length - 1; index >= 0; index--) {
    const mention = reader.mentions[index]!;
    if (mention.first >= before || !fits(mention, gender)) continue;
    const roles = knowledge.actor(mention.slug)?.roles ?? [];
    if (roles.some(({ role, to }) => to === null && offices.some((office) => office.role === role))) return mention;
  }
  return null;
}
