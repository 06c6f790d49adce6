import type { ActorMention } from '../context.ts';
import type { Reader } from './reader.ts';
import { verbsOf } from './verbs.ts';

type Gender = 'm' | 'f' | null;

export const fits = (mention: ActorMention, gender: Gender): boolean =>
  mention.kind === 'PERSON' && (gender === null || mention.gender === null || mention.gender === gender);

/** How many sentences back a pronoun reaches. */
const SENTENCES = 6;

/**
 * `null` in `last.mention` is somebody whom no mention names.
 * The person that a pronoun, an office or a verb alone means at a token. He who spoke last is spoken of until a sentence
 * since then has another for its subject; without one, the subject of the nearest sentence.
 */
export function whom(
  reader: Reader,
  at: number,
  gender: Gender,
  last: { mention: ActorMention | null; token: number } | null,
): ActorMention | null {
  const { tokens, mentions } = reader;
  const here = tokens[Math.min(at, tokens.length - 1)]!;
  const since = last && (last.mention === null || fits(last.mention, gender)) ? tokens[last.token]!.sentence : -1;
  let found: ActorMention | null = null;
  for (let index = mentions.length - 1; index >= 0; index--) {
    const mention = mentions[index]!;
    if (mention.first >= at || !fits(mention, gender)) continue;
    const token = tokens[mention.first]!;
    if (token.field !== here.field) break;
    if (found && tokens[found.first]!.sentence !== token.sentence) break;
    if (token.sentence <= since && !found) break;
    if (here.sentence - token.sentence > SENTENCES && since >= 0) break;
    found = mention;
    // "…, though Furyk said": who speaks there is rather meant than whom the sentence opens with.
    if (speaks(reader, mention)) return mention;
  }
  if (since >= 0 && (found === null || !opensItsSentence(reader, found))) return last!.mention;
  return found;
}

function speaks(reader: Reader, { last }: ActorMention): boolean {
  const verbs = verbsOf(reader.document.language);
  for (let index = last; index < last + 2; index++) {
    const token = reader.tokens[index];
    if (token && token.gap === 0 && verbs.has(token.folded)) return true;
  }
  return false;
}

/** Among the first words of its sentence: likely the subject. */
function opensItsSentence(reader: Reader, mention: ActorMention): boolean {
  const { first } = reader.document.sentences[reader.tokens[mention.first]!.sentence]!;
  return mention.first - first <= 3;
}
