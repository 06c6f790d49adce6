import {
  BIOGRAPHY,
  BYLINE,
  CREDIT,
  CREDIT_TAIL,
  DATELINE_AGENCY,
  DESK,
  FOOTER,
  LINK,
  NAMES_ONLY,
} from './line-words.ts';

/** The lines at an article's beginning that may name its author. */
const HEAD = 4;
/** Lines of a footer above the first that gives it away: the outlet's name, its street. */
const LETTERHEAD = 3;
/** A longer line is told, not printed under the text. */
const LONGEST_LINE = 260;

interface Line {
  start: number;
  end: number;
  text: string;
}

/** A body without what the outlet puts round the article, and what that was. */
export interface Article {
  /** As long as before, blanks where the outlet's own words stood: offsets stay true. */
  body: string;
  /** The words taken out, a stretch a line. */
  outlets: string;
}

/** Takes out bylines, credits, links to other articles, the author's biography and the footer: they tell nothing of the event. */
export function withoutOutletText(body: string): Article {
  const lines = linesOf(body);
  const cuts: [number, number][] = [];
  const authors: string[] = [];
  const take = (line: Line) => cuts.push([line.start, line.end]);
  const last = footerStart(lines);
  lines.slice(last).forEach(take);
  const article = lines.slice(0, last);
  article.forEach((line, at) => {
    const { text } = line;
    const agency = at < HEAD ? DATELINE_AGENCY.exec(text.slice(0, LONGEST_LINE)) : null;
    if (agency) {
      const from = line.start + agency[0].lastIndexOf(agency[1]!);
      cuts.push([from, from + agency[1]!.length]);
    }
    if (text.length <= LONGEST_LINE) {
      const credit = CREDIT.test(text);
      if ((credit && !isSentence(text)) || (at < HEAD && BYLINE.test(text))) {
        // "By Arta Leka": the label may have a capital too.
        for (const name of text.match(NAMES_ONLY) ?? []) authors.push(name, name.slice(name.indexOf(' ') + 1));
        take(line);
        return;
      }
      if (LINK.test(text) || (DESK.test(text) && at > 0)) {
        take(line);
        return;
      }
    }
    const tail = CREDIT_TAIL.exec(text.slice(-120));
    if (tail) cuts.push([line.end - tail[0].length, line.end]);
  });
  for (const line of article.slice(-2)) if (article.length > 2 && isBiography(line, authors, body)) take(line);
  return cuts.length === 0 ? { body, outlets: '' } : blank(body, cuts);
}

function linesOf(body: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < body.length; ) {
    let end = body.indexOf('\n', start);
    if (end < 0) end = body.length;
    const text = body.slice(start, end);
    if (text.trim() !== '') lines.push({ start, end, text });
    start = end + 1;
  }
  return lines;
}

/** Where the lines begin that are the outlet's to the end. */
function footerStart(lines: readonly Line[]): number {
  let top = lines.length;
  let at = lines.length;
  while (at > 1) {
    const { text } = lines[at - 1]!;
    if (text.length > LONGEST_LINE) break;
    const own = FOOTER.test(text) || DESK.test(text) || LINK.test(text) || isSigned(text);
    if (!own && (isSentence(text) || top - at >= LETTERHEAD)) break;
    at--;
    if (own) top = at;
  }
  // Only where something gave it away: a last line without a full stop alone is the article's.
  if (top === lines.length) return top;
  const plain = lines.slice(at, top).filter(({ text }) => !isSentence(text) && text.split(/\s+/).length < 12);
  return FOOTER.test(lines[top]!.text) ? top - trailing(lines, at, top, plain.length) : top;
}

/** How many lines right above the footer are its letterhead. */
function trailing(lines: readonly Line[], from: number, top: number, most: number): number {
  let count = 0;
  while (count < most && top - count > from && !CREDIT.test(lines[top - count - 1]!.text)) count++;
  return count;
}

/** /Redaksia/, (Hina): who sends it, alone in a line. */
const isSigned = (text: string): boolean => /^\s*(?:\([^()]{2,40}\)|\/[^/]{2,40}\/)\s*$/.test(text);

/** Four words that a stop ends. */
const isSentence = (text: string): boolean => /[.!?…;][\s"“”«»’')]*$/.test(text) && /\s\S+\s+\S+\s/.test(text);

function isBiography({ text, start }: Line, authors: readonly string[], body: string): boolean {
  const own = text.trimStart();
  if (authors.some((name) => own.toLowerCase().startsWith(name.toLowerCase()))) return true;
  const name = BIOGRAPHY.exec(own)?.[1];
  // Whom the article speaks of is no mere author.
  return name !== undefined && !body.slice(0, start).includes(name.split(/\s/).at(-1)!);
}

function blank(body: string, cuts: [number, number][]): Article {
  const parts: string[] = [];
  const outlets: string[] = [];
  let from = 0;
  for (const [start, end] of cuts.sort((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    const own = body.slice(start, end);
    outlets.push(own.trim());
    parts.push(body.slice(from, start), ' '.repeat(own.length));
    from = end;
  }
  return { body: parts.join('') + body.slice(from), outlets: outlets.join('\n') };
}
