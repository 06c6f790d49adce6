import type { Block } from './blocks.ts';
import { listOf, type Thing } from './json-ld.ts';
import type { Metas } from './metas.ts';
import { findElements, lineOf } from './text.ts';
import type { PageTree } from './tree.ts';
import { OFFERS_REST } from './words/lines.ts';
import { foldWords } from './words/patterns.ts';

const WALL_MARKS =
  /(^|[^a-z])(pay-?wall|reg-?wall|premium-?(wall|lock|box|overlay|teaser|offer|message)|locked(-content|-article)?|content-?(gate|lock|locker)|article-?(lock|gate)|subscri(ber|ption)-?(only|wall|required|offer|box|message)|piano-[a-z]+|tp-(modal|container)|meter(ed)?-?(wall|offer))/;
/** A text longer than this is no teaser, whatever the outlet offers below it. */
const LONGEST_TEASER = 3500;
const LONGEST_OFFER = 1500;

/** Whether the page shows a part and offers the rest for money or a login. */
export function isPaywalled(
  tree: PageTree,
  thing: Thing | null,
  metas: Metas,
  blocks: readonly Block[],
  bodyChars: number,
): boolean {
  if (
    thing &&
    (isFalse(thing['isAccessibleForFree']) ||
      listOf(thing['hasPart']).some((part) => isFalse((part as Thing | null)?.['isAccessibleForFree'])))
  ) {
    return true;
  }
  if (/^(locked|paid|premium)$/i.test(metas.first('article:content_tier') ?? '')) return true;
  if (bodyChars > LONGEST_TEASER) return false;
  if (blocks.some((block) => block.text.length < 400 && OFFERS_REST.test(foldWords(block.text)))) return true;
  return findElements(
    tree.document,
    (element) =>
      element.chars > 20 &&
      element.chars < LONGEST_OFFER &&
      WALL_MARKS.test(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`.toLowerCase()),
  ).some((element) => OFFERS_REST.test(foldWords(lineOf(element))));
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /(^|\/)(false|no|0)$/i.test(value.trim()));
}
