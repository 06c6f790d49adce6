import { Document, Element, Text } from 'domhandler';
import { Parser } from 'htmlparser2';

/** An element with what the analysis notes on it. */
export class PageElement extends Element {
  /** Characters of text inside. */
  chars = 0;
  /** Characters of text inside links. */
  linkChars = 0;
  /** Characters of text that reads like prose. */
  prose = 0;
}

/** A script whose text may be data. */
export interface PageScript {
  type: string;
  id: string;
  text: string;
}

/** A page, parsed once. Scripts, styles and the like are no part of the tree. */
export interface PageTree {
  document: Document;
  /** Attributes of the html element. */
  html: Record<string, string>;
  title: string;
  base: string | null;
  metas: Record<string, string>[];
  links: Record<string, string>[];
  scripts: PageScript[];
  /** How many elements there are. */
  size: number;
}

const UNSEEN = new Set(
  'script style svg math noscript template iframe frame object embed applet canvas select textarea datalist audio video map title'.split(
    ' ',
  ),
);
const FLAT_DEPTH = 400;
const DEEPEST = 12_000;
const MOST_ELEMENTS = 40_000;
/** Of one run of text. */
const LONGEST_TEXT = 200_000;
const CHUNK = 1 << 16;

/** Builds the tree within bounds: what is nested too deep is flattened, what comes after too many elements is left out. */
export function parsePage(html: string): PageTree {
  const builder = new TreeBuilder();
  const parser = new Parser(builder, { decodeEntities: true });
  for (let at = 0; at < html.length && !builder.full; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  if (!builder.full) parser.end();
  return builder.tree;
}

class TreeBuilder {
  readonly tree: PageTree = {
    document: new Document([]),
    html: {},
    title: '',
    base: null,
    metas: [],
    links: [],
    scripts: [],
    size: 0,
  };
  full = false;
  private parent: Document | PageElement = this.tree.document;
  /** How many open tags stand above `parent` without an element of their own. */
  private flattened = 0;
  private depth = 0;
  private level = 0;
  private pre = 0;
  /** Level at which an unseen element began; 0 outside. */
  private unseen = 0;
  private script: PageScript | null = null;
  private inTitle = false;

  onopentag(name: string, attribs: Record<string, string>): void {
    if (this.full) return;
    this.level++;
    if (this.unseen) return;
    if (this.level > DEEPEST || this.tree.size > MOST_ELEMENTS) {
      this.full = true;
      return;
    }
    if (name === 'meta') this.tree.metas.push(attribs);
    else if (name === 'link') this.tree.links.push(attribs);
    else if (name === 'base') this.tree.base ??= attribs['href'] ?? null;
    else if (name === 'html') this.tree.html = { ...attribs, ...this.tree.html };
    else if (UNSEEN.has(name)) {
      this.unseen = this.level;
      if (name === 'title') this.inTitle = !this.tree.title;
      if (name === 'script') {
        this.script = { type: (attribs['type'] ?? '').toLowerCase(), id: attribs['id'] ?? '', text: '' };
      }
      return;
    }
    if (name === 'br' && this.isThirdBreak()) {
      this.flattened++;
      return;
    }
    if (this.depth >= FLAT_DEPTH) {
      this.flattened++;
      return;
    }
    const element = new PageElement(name, attribs, []);
    this.append(element);
    this.tree.size++;
    this.parent = element;
    this.depth++;
    if (name === 'pre') this.pre++;
  }

  onclosetag(name: string): void {
    if (this.full) return;
    const level = this.level--;
    if (this.unseen) {
      if (level !== this.unseen) return;
      this.unseen = 0;
      this.inTitle = false;
      if (this.script?.text) this.tree.scripts.push(this.script);
      this.script = null;
      return;
    }
    if (this.flattened) {
      this.flattened--;
      return;
    }
    if (name === 'pre') this.pre--;
    this.depth--;
    this.parent = (this.parent.parent as PageElement | Document | null) ?? this.tree.document;
  }

  ontext(data: string): void {
    if (this.full) return;
    if (this.unseen) {
      if (this.script) this.script.text += data;
      else if (this.inTitle) this.tree.title += data;
      return;
    }
    const last = this.parent.children.at(-1);
    const open = last instanceof Text ? last : null;
    if (open && open.data.length >= LONGEST_TEXT) return;
    const text = this.pre ? data : data.replace(/[\s\u200b\ufeff\u00ad]+/g, collapse);
    if (open) open.data += text;
    else this.append(new Text(text));
  }

  /** Two line breaks part paragraphs; more in a row say no more. */
  private isThirdBreak(): boolean {
    let breaks = 0;
    for (let node = this.parent.children.at(-1); node; node = node.prev ?? undefined) {
      if (node instanceof PageElement && node.name === 'br') breaks++;
      else if (!(node instanceof Text && node.data === ' ')) return false;
      if (breaks === 2) return true;
    }
    return false;
  }

  private append(node: PageElement | Text): void {
    const last = this.parent.children.at(-1) ?? null;
    node.parent = this.parent;
    node.prev = last;
    if (last) last.next = node;
    this.parent.children.push(node);
  }
}

/** White space becomes one space; soft hyphens and zero-width characters alone vanish. */
function collapse(run: string): string {
  return /[^\u200b\ufeff\u00ad]/.test(run) ? ' ' : '';
}
