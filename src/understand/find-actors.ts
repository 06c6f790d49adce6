import type { PlaceType } from '../catalog/knowledge.ts';
import { type ActorMention, GAP, type TextDocument, type Token } from './context.ts';
import type { Hit } from './find-known.ts';
import { isSlavic } from './forms/language-group.ts';
import type { Link } from './link-actors.ts';
import type { NameIndex } from './name-index.ts';
import { byGivenName } from './names/by-given-name.ts';
import { findUnknown } from './names/find-unknown.ts';
import { identify } from './names/identify.ts';
import { isPartOfName, widen, withoutInner, withoutWords } from './names/known-extent.ts';
import { isListedSurname } from './names/name-lists.ts';
import { speechBeside } from './names/person-score.ts';
import { takePortfolios } from './names/portfolios.ts';
import { isTitle } from './names/runs.ts';
import { createScene, givenName, isHigh, type Scene } from './names/scene.ts';
import { spokenCountries } from './spoken-countries.ts';

/** Everybody in the text: those the knowledge names, and those found by rule. In the order of the text. */
export function findActors(
  document: TextDocument,
  known: { hits: Hit[]; words: Hit[] },
  index: NameIndex,
  link: Link,
): ActorMention[] {
  const scene = createScene(document, index);
  const linked = withoutWords(scene, link(document, known), known.hits).filter(
    (mention) => !isPartOfName(scene, mention),
  );
  for (const mention of linked) {
    widen(scene, mention, known.hits);
    scene.taken.fill(mention.kind === 'PERSON' ? 2 : 1, mention.first, mention.last);
  }
  for (const hit of known.hits) {
    if (scene.taken[hit.first]) continue;
    if (
      hit.meanings.some(
        (meaning) => meaning.is === 'actor' && meaning.part !== 'named' && meaning.actor.kind === 'PERSON',
      )
    )
      scene.hinted.fill(1, hit.first, hit.last);
    if (!hit.meanings.some((meaning) => meaning.is === 'country' || meaning.is === 'place')) continue;
    if (isPersonRather(scene, hit)) continue;
    scene.taken.fill(3, hit.first, hit.last);
  }
  takePortfolios(scene);
  const { known: called, rest } = byGivenName(scene, findUnknown(scene), linked);
  const found = [...linked, ...called, ...identify(scene, rest, linked, () => spokenCountries(document, known))];
  return withoutInner(found, scene.group).sort((a, b) => a.first - b.first);
}

/** Jack London, Janko Tipsarević: a town's name that is a personal name here. */
function isPersonRather(scene: Scene, hit: Hit): boolean {
  if (hit.last - hit.first > 1 || hit.meanings.some((meaning) => meaning.is === 'country')) return false;
  const { tokens, lexicon } = scene;
  const token = tokens[hit.first]!;
  if (scene.group === 'tr' && isLocative(tokens[hit.last])) return false;
  const before = tokens[hit.first - 1];
  const after = tokens[hit.last];
  if (before && token.gap === 0 && isHigh(before) && givenName(scene, before.folded)) return true;
  if (isNature(hit)) return false;
  const given = givenName(scene, token.folded);
  const surely = given !== null && (hit.how > 0 || !isLarge(hit) || scene.index.givenNames.has(token.folded));
  if (surely && after !== undefined && after.gap === 0 && isHigh(after) && !scene.taken[hit.last]) return true;
  if (scene.group === 'ro' && before?.folded === 'lui' && token.gap === 0) return true;
  if (
    !isCity(hit) &&
    // "gradonačelnik Prijedora Slobodan Javor rekao je": he speaks.
    !(hit.how > 0 && before !== undefined && isTitle(scene, hit.first - 1) && after?.gap === 0 && isHigh(after)) &&
    !lexicon.inPlaces.has(before?.folded ?? '') &&
    speechBeside(scene, { first: hit.first, last: hit.last })
  )
    return true;
  const led = before !== undefined && token.gap === 0 && lexicon.inPlaces.has(before.folded);
  if (led) return false;
  if (hit.how > 0 && isListedSurname(token.folded, 'en') && !isLarge(hit)) return true;
  // Reșița is no form of Reșit: in some languages a name keeps its letters.
  const own =
    given !== null &&
    (given.base === token.folded || isSlavic(scene.group) || scene.group === 'el' || scene.group === 'sq');
  return own && !isLarge(hit);
}

/** Manchester'da, Missouri'deki: where something is. */
const isLocative = (ending: Token | undefined): boolean =>
  ending !== undefined && ending.gap === (GAP.JOINED | GAP.APOSTROPHE) && /^[dt][ae](ki)?$/.test(ending.folded);

/** A river or a mountain whose name is hardly anybody's. */
const isNature = (hit: Hit): boolean =>
  hit.meanings.some((meaning) => meaning.is === 'place' && nature.has(meaning.place.type) && !meaning.place.common);
const nature: ReadonlySet<PlaceType> = new Set(['river', 'mountain']);

/** A capital, or as large as one: its name stands for those who rule there. */
const isCity = (hit: Hit): boolean =>
  hit.meanings.some(
    (meaning) => meaning.is === 'country' || (meaning.is === 'place' && meaning.place.population > 400_000),
  );

const isLarge = (hit: Hit): boolean =>
  hit.meanings.some(
    (meaning) => meaning.is === 'place' && (meaning.place.population > 100_000 || meaning.place.type === 'region'),
  );
