import { findElements, lineOf } from './text.ts';
import type { PageElement } from './tree.ts';

const LONGEST_LINE = 120;

/**
 * Short lines that pass, from the headline's nearest surroundings that have any, down to where the text begins:
 * what stands there unmarked is byline, date and source.
 */
export function linesAround(heading: PageElement | null, test: (text: string) => boolean): string[] {
  let around = heading?.parent as PageElement | null;
  for (let up = 0; around?.attribs && up < 3; up++, around = around.parent as PageElement | null) {
    const out: string[] = [];
    let after = false;
    for (const element of findElements(around, () => true)) {
      if (element === heading) after = true;
      else if (after && beginsText(element)) break;
      else if (element.chars >= 6 && element.chars <= LONGEST_LINE) {
        const text = lineOf(element);
        if (test(text)) out.push(text);
      }
    }
    if (out.length) return out;
  }
  return [];
}

function beginsText(element: PageElement): boolean {
  if (element.prose <= LONGEST_LINE) return false;
  return (
    element.name === 'p' || element.children.some((node) => node.type === 'text' && node.data.length > LONGEST_LINE)
  );
}
