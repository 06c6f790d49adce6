import { type ActorMention, CAPITAL, CAPS, GAP, type TextDocument, type Token } from '../context.ts';
import type { Hit } from '../find-known.ts';
import { type Group, isSlavic } from '../forms/language-group.ts';
import { subjects } from '../lexicon/subjects.ts';
import { fold } from '../text/fold.ts';
import { legalForms, quotedBehind } from './acronyms.ts';
import { isCommonWord } from './common-words.ts';
import { withEnding, withHonour } from './name-extent.ts';
import { isHigh, type Scene } from './scene.ts';

/** Whether what looks like a known body's name is only a part of another name: "Emom Stein", "Alijansa civilizacija", "HEP-Toplinarstvo". */
export function isPartOfName(scene: Scene, mention: ActorMention): boolean {
  if (mention.kind !== 'ORGANIZATION') return false;
  return (
    isLegalForm(scene, mention) ||
    isGivenName(scene, mention) ||
    isSurnameHere(scene, mention) ||
    isLongerBody(scene, mention)
  );
}

/** ДП „Слога“: what the body is in law, and no party of these letters. */
const isLegalForm = (scene: Scene, { first, last }: ActorMention): boolean =>
  last - first === 1 && legalForms.has(scene.tokens[first]!.folded) && quotedBehind(scene, first) !== null;

/** Walt Disney, Leandro Castan: behind a given name, a body's bare name or what looks like a case form of an acronym is a surname. */
function isSurnameHere(scene: Scene, { first, last }: ActorMention): boolean {
  const { tokens } = scene;
  const token = tokens[first]!;
  const before = tokens[first - 1];
  if (last - first > 1 || token.shape !== CAPITAL || token.gap !== 0 || before?.shape !== CAPITAL) return false;
  return before.sentence === token.sentence && scene.index.givenNames.has(before.folded);
}

/** Emom Stein, Ine Kileve: the case form of an acronym, but beside another capital it is a given name. */
function isGivenName({ tokens, index }: Scene, { slug, first, last }: ActorMention): boolean {
  const token = tokens[first]!;
  if (last - first > 1 || token.shape !== CAPITAL || token.text.length > 5) return false;
  const actor = index.knowledge.actor(slug);
  if (!actor || actor.names.some(({ text }) => fold(text).startsWith(token.folded))) return false;
  const after = tokens[last];
  const before = tokens[first - 1];
  const name = (other: Token | undefined) => other !== undefined && other.shape === CAPITAL && other.text.length > 2;
  return (
    (after?.gap === 0 && name(after) && after.sentence === token.sentence) ||
    (token.gap === 0 && name(before) && before!.sentence === token.sentence)
  );
}

function isLongerBody({ tokens, group }: Scene, { first, last }: ActorMention): boolean {
  const next = tokens[last];
  if (!next) return false;
  if (next.gap === (GAP.JOINED | GAP.HYPHEN))
    return isHigh(next) && tokens[first]!.shape === CAPS && next.text.length > 3;
  return next.gap === 0 && tokens[first]!.shape === CAPITAL && subjects[group]?.has(next.folded) === true;
}

/** Leaves out forms of a known surname that are everyday words, where nothing else says that the person is meant: "manje" is no Manja. */
export function withoutWords(scene: Scene, mentions: readonly ActorMention[], hits: readonly Hit[]): ActorMention[] {
  if (!isSlavic(scene.group)) return [...mentions];
  const forms = new Set(hits.filter(({ how }) => how === 1).map(({ last }) => last));
  const named = new Set(mentions.filter(({ first, last }) => last - first > 1).map(({ slug }) => slug));
  return mentions.filter(
    ({ kind, slug, first, last }) =>
      kind !== 'PERSON' ||
      last - first > 1 ||
      !forms.has(last) ||
      named.has(slug) ||
      !isCommonWord(scene.tokens[first]!.folded, scene.group),
  );
}

/** Gives a known name the words that belong to the mention: its case ending, an honour, its country ("Ministarstvo obrane BiH"). */
export function widen(scene: Scene, mention: ActorMention, hits: readonly Hit[]): void {
  const { tokens, document } = scene;
  if (mention.kind === 'PERSON') mention.first = withHonour(scene, mention.first);
  mention.last = withCountry(scene, mention, hits);
  mention.last = withEnding(tokens, mention.last, scene.group);
  mention.start = tokens[mention.first]!.start;
  mention.end = endOf(document, mention.last);
}

const endOf = ({ tokens }: TextDocument, last: number): number => tokens[last - 1]!.end;

/** Heads whose country stands in the genitive behind them. */
const ofCountry =
  /^(ministarstv|predsednistv|predsjednistv|vlad|skupstin|sabor|parlament|vijec|savet|sud|tuzilastv|tuzitelj|ured|agencij|bank)/;

function withCountry({ tokens, group }: Scene, { kind, first, last }: ActorMention, hits: readonly Hit[]): number {
  if (kind !== 'ORGANIZATION' || group !== 'bcs') return last;
  const next = tokens[last];
  if (next?.gap !== 0 || !isHigh(next) || !ofCountry.test(tokens[first]!.folded)) return last;
  const hit = hits.find((each) => each.first === last);
  if (
    !hit?.meanings.some((meaning) => meaning.is === 'country' && (meaning.part === 'name' || meaning.part === 'also'))
  )
    return last;
  return next.shape === CAPS || /(e|a|og)$/.test(next.folded) ? hit.last : last;
}

/** Leaves out known bodies that stand inside a longer name found by rule ("Predsjedništvo EU"), where they are named elsewhere too. */
export function withoutInner(mentions: readonly ActorMention[], group: Group): ActorMention[] {
  const longer = mentions.filter(
    ({ kind, curated, first, last }) => kind === 'ORGANIZATION' && !curated && last - first > 1,
  );
  if (longer.length === 0) return [...mentions];
  const inside = (mention: ActorMention) =>
    mention.kind === 'ORGANIZATION' &&
    mention.curated &&
    longer.some(({ first, last }) => first <= mention.first && mention.last <= last);
  const outside = new Set(mentions.filter((mention) => !inside(mention)).map(({ slug }) => slug));
  // Arnavutluk Demokrat Partisi: a party of the same name elsewhere is not meant. Elsewhere what stands last is the owner.
  const another = (mention: ActorMention) =>
    (group === 'tr' || group === 'en') &&
    mention.last - mention.first > 1 &&
    longer.some(({ first, last }) => first < mention.first && last === mention.last);
  return mentions.filter((mention) => !inside(mention) || (!outside.has(mention.slug) && !another(mention)));
}
