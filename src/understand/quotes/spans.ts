/** A stretch of text between quotation marks, or a paragraph that a dash opens. */
export interface RawSpan {
  /** The words, marks left out. */
  start: number;
  end: number;
  /** From the opening mark to behind the closing one. */
  outerStart: number;
  outerEnd: number;
  /** Of the paragraph it stands in. */
  paragraphStart: number;
  paragraphEnd: number;
  by: 'marks' | 'dash';
  /** The closing mark is there. */
  closed: boolean;
  /** It goes on from the paragraph before. */
  continues: boolean;
}

const OPENERS = '„“”«»"‟‹›‘‚\'';
const CLOSES: Record<string, string> = {
  '„': '“”"„»‟', '“': '”"“', '”': '”"', '‟': '”“"', '«': '»"', '»': '«»', '"': '"”“', '‹': '›', '›': '‹', '‚': '‘’\'', '‘': '’\'', "'": "'’",
}; // biome-ignore format: a table
const marks = new Uint8Array(65536);
for (const mark of [...OPENERS, '’']) marks[mark.charCodeAt(0)] = 1;
const isMark = (code: number) => marks[code] === 1;
const SINGLE = new Set(['‘', '‚', "'", '‹', '›']);
const isSpace = (character: string) => character === '' || /[\s\u00a0]/.test(character);
const isBefore = (character: string) => isSpace(character) || /[([{\-–—―/:;,.!?…„“”«»"‘‚]/.test(character);
const isAfter = (character: string) => isSpace(character) || /[)\]},.;:!?…\-–—―“”«»"’/]/.test(character);

/** Every stretch in quotation marks, the outermost ones, and every paragraph opened by a dash. In the order of the text. */
export function findSpans(text: string): RawSpan[] {
  const spans: RawSpan[] = [];
  if (!/["„“”«»‟‹›‘‚'–—―-]/.test(text)) return spans;
  let pending = '';
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end > start) pending = cutParagraph(text, start, end, pending, spans);
    start = end + 1;
  }
  return spans;
}

/** Adds the spans of one paragraph; returns the mark that stays open beyond it, or ''. */
function cutParagraph(text: string, from: number, to: number, pending: string, spans: RawSpan[]): string {
  const add = (
    start: number,
    end: number,
    outerEnd: number,
    closed: boolean,
    continues: boolean,
    outerStart = start - 1,
  ) => {
    while (start < end && isSpace(text[start]!)) start++;
    while (end > start && isSpace(text[end - 1]!)) end--;
    if (end > start)
      spans.push({
        start,
        end,
        outerStart,
        outerEnd,
        paragraphStart: from,
        paragraphEnd: to,
        by: 'marks',
        closed,
        continues,
      });
  };
  let open = '';
  let opened = -1;
  let continues = false;
  let nested: string[] = [];
  let first = from;
  while (first < to && isSpace(text[first]!)) first++;
  if (pending !== '') {
    // The next paragraph of the same words opens with the mark again, or goes on without.
    const again = OPENERS.includes(text[first]!) && text[first] === pending;
    if (again || closesBeforeOpening(text, first, to, pending)) {
      open = pending;
      opened = again ? first : first - 1;
      continues = true;
    }
  }
  const dash =
    open === '' && /^(?:[–—―]\s*|-\s)(?=["„“”«»\p{L}\d…¿¡])/u.exec(text.slice(first, Math.min(first + 6, to)));
  if (dash) {
    spans.push({
      start: first + dash[0].length,
      end: to,
      outerStart: first,
      outerEnd: to,
      paragraphStart: from,
      paragraphEnd: to,
      by: 'dash',
      closed: false,
      continues: false,
    });
  }
  if (!dash && open === '') addInlineDash(text, first, to, from, spans);
  for (let index = Math.max(first, continues ? opened + 1 : first); index < to; index++) {
    if (!isMark(text.charCodeAt(index))) continue;
    const mark = text[index]!;
    const before = index > from ? text[index - 1]! : '';
    const after = index + 1 < to ? text[index + 1]! : '';
    const canOpen = isBefore(before) && !isSpace(after) && after !== '';
    const canClose = !isSpace(before) && before !== '' && isAfter(after);
    if (open === '') {
      if (!canOpen || mark === '’' || !/[\p{L}\p{N}…„“”«»"‘‚'([¿¡.–—]/u.test(after)) continue;
      // A closing mark of a pair that was never opened, before a space or a full stop.
      if ((mark === '”' || mark === '»') && canClose && !isSpace(before)) continue;
      const single = mark === "'" || mark === '‘' || mark === '‚';
      if (
        single &&
        !closesSingle(text, index + 1, to) &&
        !(index === first && opensNext(text, to, mark)) &&
        !closesLater(text, from, index, to)
      )
        continue;
      open = mark;
      opened = index;
      nested = [];
      continue;
    }
    const inner = nested.at(-1);
    if (inner !== undefined && CLOSES[inner]!.includes(mark) && canClose) {
      nested.pop();
      // „A “B“: the inner one was a wrong opening mark, where nothing closes later.
      if (nested.length === 0 && inner === mark && !hasCloser(text, index + 1, to, open)) {
        add(opened + 1, index, index + 1, true, continues, opened);
        open = '';
        continues = false;
      }
      continue;
    }
    const closesIt = CLOSES[open]!.includes(mark);
    if (closesIt && (canClose || !canOpen) && !(SINGLE.has(open) && !canClose)) {
      if (mark === open && canOpen && !canClose) continue;
      add(opened + 1, index, index + 1, true, continues, opened);
      open = '';
      continues = false;
      continue;
    }
    if (canOpen && mark !== '’' && !(mark === "'" || mark === '‘') && hasCloser(text, index + 1, to, mark))
      nested.push(mark);
    // A foreign closing mark at a word's end closes what nothing else does: „text», «text”.
    else if (
      canClose &&
      !canOpen &&
      !SINGLE.has(open) &&
      /[“”«»"]/.test(mark) &&
      !hasCloser(text, index + 1, to, open)
    ) {
      add(opened + 1, index, index + 1, true, continues, opened);
      open = '';
      continues = false;
    }
  }
  if (open === '') return '';
  if (SINGLE.has(open) && !opensNext(text, to, open) && !closesLater(text, from, opened, to)) return '';
  add(opened + 1, to, to, false, continues, opened);
  return open;
}

/** `… izolacija. – Words, poruči X.`: a dash behind a full stop opens what is said, in the middle of a paragraph. */
function addInlineDash(text: string, from: number, to: number, paragraphStart: number, spans: RawSpan[]): void {
  const found = /(?:[.!?…:][”“"»]?|[.!?…]\))\s+([–—―-]\s+)(?=[\p{Lu}„“«"])/u.exec(text.slice(from, to));
  if (!found) return;
  const start = from + found.index + found[0].length;
  spans.push({
    start,
    end: to,
    outerStart: start - found[1]!.length,
    outerEnd: to,
    paragraphStart,
    paragraphEnd: to,
    by: 'dash',
    closed: false,
    continues: false,
  });
}

/** `said: 'A.` and a paragraph later `B.'`: a single mark behind a colon that the next paragraph's last character closes. */
function closesLater(text: string, from: number, mark: number, to: number): boolean {
  if (!/:\s*$/.test(text.slice(from, mark))) return false;
  const next = /^\s*([^\n]+)/.exec(text.slice(to, to + 4000))?.[1]?.trimEnd() ?? '';
  return /[.!?…,]['’]$/.test(next);
}

/** The next paragraph opens with the same mark: it stays open over both. */
function opensNext(text: string, to: number, mark: string): boolean {
  return text
    .slice(to, to + 4)
    .trimStart()
    .startsWith(mark);
}

function hasCloser(text: string, from: number, to: number, open: string): boolean {
  for (let index = from; index < to; index++)
    if (CLOSES[open]!.includes(text[index]!) && !isSpace(text[index - 1] ?? '') && isAfter(text[index + 1] ?? ''))
      return true;
  return false;
}

function closesBeforeOpening(text: string, from: number, to: number, open: string): boolean {
  for (let index = from; index < to; index++) {
    const mark = text[index]!;
    if (CLOSES[open]!.includes(mark) && !isSpace(text[index - 1] ?? '') && isAfter(text[index + 1] ?? '')) return true;
    if (OPENERS.includes(mark) && !SINGLE.has(mark)) return false;
  }
  return false;
}

/** A single mark opens a quotation only where one closes it: behind a stop or a comma, or before a space and no plural's s. */
function closesSingle(text: string, from: number, to: number): boolean {
  for (let index = from + 1; index < to; index++) {
    const mark = text[index]!;
    if (mark !== '’' && mark !== "'" && mark !== '‘') continue;
    if (!isAfter(text[index + 1] ?? '') || isSpace(text[index - 1]!)) continue;
    return true;
  }
  return false;
}
