import { Text } from 'domhandler';
import { PageElement } from './tree.ts';

/** What a run of text is by the elements around it. */
export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'cell' | 'other';

/** A run of inline text: a paragraph, a heading, a list item. */
export interface Block {
  text: string;
  kind: BlockKind;
  /** The nearest element around it that is no inline one. */
  element: PageElement;
  linkChars: number;
  words: number;
  /** Place in the page. */
  index: number;
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr o:p q rp rt ruby s samp small span strike strong sub sup time tt u var wbr st1:place'.split(
    ' ',
  ),
);
/** Where a custom element stands amid a sentence. */
const FLOWING = new Set([...INLINE, 'p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td']);
const KINDS: Record<string, BlockKind> = {
  p: 'paragraph',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dd: 'item',
  dt: 'item',
  blockquote: 'quote',
  td: 'cell',
  th: 'cell',
};

/** Two line breaks in a row separate paragraphs. */
const PARAGRAPH_BREAK = /\n[^\S\n]*\n\s*/;

/** Cuts the text below `root` into blocks; `skip` says which elements are left out with all below them. */
export function readBlocks(root: PageElement, skip: (element: PageElement) => boolean): Block[] {
  const reader = new BlockReader(skip);
  reader.walk(root, root, 'other', false);
  reader.flush();
  return reader.blocks;
}

class BlockReader {
  readonly blocks: Block[] = [];
  private readonly skip: (element: PageElement) => boolean;
  private text = '';
  /** Where linked text begins and ends in `text`, in pairs. */
  private links: number[] = [];
  private element: PageElement | null = null;
  private kind: BlockKind = 'other';

  constructor(skip: (element: PageElement) => boolean) {
    this.skip = skip;
  }

  walk(parent: PageElement, block: PageElement, kind: BlockKind, inLink: boolean): void {
    for (const node of parent.children) {
      if (node instanceof Text) {
        this.add(node.data, block, kind, inLink);
      } else if (node instanceof PageElement) {
        const { name } = node;
        if (name === 'br') {
          if (this.text) this.text += '\n';
          continue;
        }
        if (this.skip(node)) {
          if (!INLINE.has(name)) this.flush();
          continue;
        }
        if (INLINE.has(name) || (name.includes('-') && node.chars < 80 && FLOWING.has(parent.name))) {
          this.walk(node, block, kind, inLink || name === 'a');
        } else {
          this.flush();
          const inner = KINDS[name];
          const innerKind = inner && !(inner === 'paragraph' && kind !== 'other' && kind !== 'cell') ? inner : kind;
          this.walk(node, node, innerKind, inLink);
          this.flush();
        }
      }
    }
  }

  private add(data: string, block: PageElement, kind: BlockKind, inLink: boolean): void {
    if (!this.text) {
      if (data === ' ') return;
      this.element = block;
      this.kind = kind;
    }
    this.text += data;
    if (inLink) this.links.push(this.text.length - data.length, this.text.length);
  }

  flush(): void {
    const { text, element, links } = this;
    this.text = '';
    if (!text || !element) return;
    this.links = [];
    let start = 0;
    for (const part of text.split(PARAGRAPH_BREAK)) {
      const at = text.indexOf(part, start);
      const end = at + part.length;
      start = end;
      const clean = part
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim();
      if (!clean) continue;
      this.blocks.push({
        text: clean,
        kind: this.kind,
        element,
        linkChars: Math.min(clean.length, overlap(links, at, end)),
        words: countWords(clean),
        index: this.blocks.length,
      });
    }
  }
}

/** How many of the characters from `start` to `end` lie in the runs. */
function overlap(runs: number[], start: number, end: number): number {
  let sum = 0;
  for (let i = 0; i < runs.length; i += 2) sum += Math.max(0, Math.min(end, runs[i + 1]!) - Math.max(start, runs[i]!));
  return sum;
}

function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const space = code === 32 || code === 10 || code === 160;
    if (!space && !inWord) words++;
    inWord = !space;
  }
  return words;
}
