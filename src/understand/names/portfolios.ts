import { GAP, LOWER } from '../context.ts';
import type { Group } from '../forms/language-group.ts';
import { isCommonWord } from './common-words.ts';
import { givenName, isHigh, type Scene } from './scene.ts';

/** How far a portfolio reaches: "Investițiilor și Proiectelor Europene". */
const REACH = 12;

interface Portfolio {
  /** A minister, whatever the form. */
  minister: RegExp;
  /** Small words inside it, beside commas. */
  links: ReadonlySet<string>;
  /** How its words end, in the genitive. */
  endings: RegExp;
}

const links = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const portfolios: Partial<Record<Group, Portfolio>> = {
  ro: {
    minister: /^(vice)?(ministr|ministe)[a-z]*$/,
    links: links('si de din pentru in la'),
    endings: /(ii|ei|ului|lor|ale|ene|ane|ice|ive|lui|ti)$/,
  },
  el: {
    minister: /^(yf)?ypoyrg[a-z]*$/,
    links: links('kai tis toy ton'),
    endings: /(on|is|as|oy|eos|oys)$/,
  },
  sq: {
    minister: /^((zevendes)?ministr|komisioner|inspektor)[a-z]*$/,
    links: links('i e te se dhe per'),
    endings: /(se|es|ve|it|ut|me|ore|ike|eror|tar|al)$/,
  },
};

/** Marks what a minister is minister of, where it has capitals as names do: ministrul Muncii și Familiei, İklim Değişikliği Bakanı. */
export function takePortfolios(scene: Scene): void {
  const { tokens, group } = scene;
  const portfolio = portfolios[group];
  if (!portfolio && group !== 'tr') return;
  tokens.forEach((token, at) => {
    if (portfolio?.minister.test(token.folded)) takeBehind(scene, at, portfolio);
    else if (
      group === 'tr' &&
      token.shape !== LOWER &&
      /^bakan[a-z]*$/.test(token.folded) &&
      !/^bakanli/.test(token.folded)
    )
      takeBefore(scene, at);
  });
}

function takeBehind(scene: Scene, minister: number, { links: small, endings }: Portfolio): void {
  const { tokens, taken, group } = scene;
  const { sentence } = tokens[minister]!;
  for (let at = minister + 1; at < minister + REACH && tokens[at]?.sentence === sentence; at++) {
    const { folded, gap, shape } = tokens[at]!;
    if (gap & ~GAP.COMMA || taken[at] === 2) return;
    if (shape === LOWER) {
      if (!small.has(folded) || gap !== 0) return;
      continue;
    }
    const next = tokens[at + 1];
    // Ασύλου behind a comma or "and" only: Οντζού is somebody.
    const led = at === minister + 1 || gap !== 0 || tokens[at - 1]!.shape === LOWER;
    if (group === 'el' && !led && (folded.endsWith('oy') || tokens[at - 1]!.folded.endsWith('on'))) return;
    const named = next !== undefined && isHigh(next) && next.gap === 0 && givenName(scene, folded) !== null;
    if (named || !endings.test(folded)) return;
    if (!taken[at]) taken[at] = 3;
  }
}

function takeBefore(scene: Scene, minister: number): void {
  const { tokens, taken, group } = scene;
  const { sentence } = tokens[minister]!;
  if (tokens[minister]!.gap !== 0) return;
  for (let at = minister - 1; at > minister - REACH && tokens[at]?.sentence === sentence; at--) {
    const { folded, gap, shape } = tokens[at]!;
    const and = folded === 've' && gap === 0;
    if (!and && (shape === LOWER || taken[at] || !isCommonWord(folded, group))) return;
    if (!and) taken[at] = 3;
    if (gap & ~GAP.COMMA) return;
  }
}
