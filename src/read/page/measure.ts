import { Text } from 'domhandler';
import { type Sign, signOf } from './signs.ts';
import { PageElement, type PageTree } from './tree.ts';

/** A text node of this length is more than a label. */
const PROSE_CHARS = 50;

/** Notes on every element how much text, linked text and prose it holds. */
export function measure(tree: PageTree): void {
  for (const node of tree.document.children) if (node instanceof PageElement) measureElement(node, false);
}

function measureElement(element: PageElement, inLink: boolean): void {
  const linked = inLink || element.name === 'a';
  let chars = 0;
  let linkChars = 0;
  let prose = 0;
  for (const node of element.children) {
    if (node instanceof Text) {
      const { length } = node.data;
      if (length === 1 && node.data === ' ') continue;
      chars += length;
      if (linked) linkChars += length;
      else if (length >= PROSE_CHARS) prose += length;
    } else if (node instanceof PageElement) {
      measureElement(node, linked);
      chars += node.chars;
      linkChars += node.linkChars;
      prose += node.prose;
    }
  }
  element.chars = chars;
  element.linkChars = linkChars;
  element.prose = prose;
}

const SURE_TAGS = new Set(['nav', 'footer', 'button', 'figure', 'figcaption', 'dialog']);
/** What stands around the headline and holds this much prose is the article's, whatever it is called. */
const LEAST_ARTICLE = 200;

/**
 * Which elements are no part of any text. A sign of furniture is not believed of an element that holds most of the
 * page's prose (outlets call whole pages "has-sidebar"), nor of one that holds headline and text (a post about
 * advertising has the class "tag-advertising").
 */
export function furnitureOf(tree: PageTree, heading: PageElement | null): (element: PageElement) => boolean {
  let whole = 0;
  for (const node of tree.document.children) if (node instanceof PageElement) whole += node.prose;
  const around = new Set<PageElement>();
  for (let at = heading; at?.attribs; at = at.parent as PageElement | null) {
    if (at.prose >= LEAST_ARTICLE && !SURE_TAGS.has(at.name)) around.add(at);
  }
  return (element) => {
    const sign: Sign = signOf(element);
    if (sign === 'plain' || sign === 'text') return false;
    if (element.prose >= whole * 0.5 && whole > 0) return false;
    return !around.has(element);
  };
}
