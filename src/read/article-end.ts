import { isClosingLine } from './page/closing-lines.ts';
import { LABEL } from './page/words/labels.ts';
import { AGENCY_CREDIT } from './page/words/lines.ts';
import { foldWords } from './page/words/patterns.ts';

const LONGEST_CLOSING = 320;
/** A street with a number and a town with its postal code: "Rr. Ilirisë 12, 1200 Tetovo". */
const POSTAL =
  /^(?=.{8,90}$)(?=.*\p{Lu})(?=.*[\p{L}.] ?\d{1,4}\p{L}?\b)(?=.*(?<!\d)(?:\d{4,6}|\d{3} \d{2})(?!\d)).*[^.!?]$/u;

/**
 * Where an article ends in plain text: after its last line that is not the outlet's own (address, newsletter, rights,
 * links elsewhere). The text's length where nothing follows the article; never 0 where there is text.
 */
export function articleEnd(text: string): number {
  let end = text.length;
  for (;;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (start === 0) break;
    if (end - start > LONGEST_CLOSING) break;
    const line = text.slice(start, end).trim();
    if (line && !belongsToOutlet(line, end < text.length)) break;
    end = start - 1;
  }
  return text.slice(0, end).trimEnd().length;
}

/** What stands among an outlet's own lines may be an address; alone it could be where something happened. */
function belongsToOutlet(line: string, amongOthers: boolean): boolean {
  const folded = foldWords(line);
  if (AGENCY_CREDIT.test(folded) || line.startsWith('(')) return false;
  if (line.length < 60 && LABEL.test(folded)) return true;
  return isClosingLine(line, folded, false, []) || (amongOthers && POSTAL.test(line));
}
