import { Readability } from '@mozilla/readability';
import { Text } from 'domhandler';
import { parseHTML } from 'linkedom';
import { PageElement, type PageTree } from './tree.ts';

const VOID = new Set('br hr img wbr input source col area param embed'.split(' '));
const KEPT_ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'rel', 'href'];
/** Which block an element is, so that what Readability keeps is found again. */
const MARK = 'data-telal';

/**
 * The elements that hold what @mozilla/readability takes for the article; empty where it finds none. It is given what
 * `skip` leaves, with only the attributes it looks at, which is most of what makes it fast.
 */
export function readabilityElements(
  tree: PageTree,
  marked: readonly PageElement[],
  skip: (element: PageElement) => boolean,
): Set<PageElement> {
  const found = new Set<PageElement>();
  const numbers = new Map(marked.map((element, at) => [element, at]));
  const result = parse(serialize(tree, numbers, skip));
  const root = result?.content as unknown as { querySelectorAll(selector: string): Iterable<Element> } | undefined;
  if (!root) return found;
  for (const element of root.querySelectorAll(`[${MARK}]`)) {
    const number = Number((element as unknown as { getAttribute(name: string): string }).getAttribute(MARK));
    const original = marked[number];
    if (original) found.add(original);
  }
  return found;
}

/** A fault inside the libraries is no reason to lose the page: other ways of reading it remain. */
function parse(html: string): { content?: unknown } | null {
  try {
    const { document } = parseHTML(html);
    return new Readability(document as unknown as globalThis.Document, {
      serializer: (root) => root as unknown as string,
      keepClasses: true,
      charThreshold: 200,
    }).parse();
  } catch {
    return null;
  }
}

interface Element {
  getAttribute(name: string): string | null;
}

function serialize(tree: PageTree, numbers: Map<PageElement, number>, skip: (element: PageElement) => boolean): string {
  const out: string[] = ['<!doctype html><html><head><title>', escapeText(tree.title), '</title></head>'];
  const write = (parent: { children: readonly unknown[] }): void => {
    for (const node of parent.children) {
      if (node instanceof Text) out.push(escapeText(node.data));
      else if (node instanceof PageElement) writeElement(node);
    }
  };
  const writeElement = (element: PageElement): void => {
    const { name, attribs } = element;
    if (name === 'head' || name === 'meta' || name === 'link' || name === 'base' || skip(element)) return;
    if (name === 'html') {
      write(element);
      return;
    }
    out.push('<', name);
    for (const key of KEPT_ATTRIBUTES) {
      const value = attribs[key];
      if (value !== undefined) out.push(' ', key, '="', key === 'href' ? '#' : escapeText(value), '"');
    }
    const number = numbers.get(element);
    if (number !== undefined) out.push(' ', MARK, '="', String(number), '"');
    out.push('>');
    if (VOID.has(name)) return;
    write(element);
    out.push('</', name, '>');
  };
  write(tree.document);
  out.push('</html>');
  return out.join('');
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (char) => ESCAPES[char]!) : text;
