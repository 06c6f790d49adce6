import { Text } from 'domhandler';
import { PageElement } from './tree.ts';

/** All text of an element on one line. */
export function lineOf(element: PageElement): string {
  return collect(element).replace(/\s+/g, ' ').trim();
}

function collect(element: PageElement): string {
  let text = '';
  for (const node of element.children) {
    if (node instanceof Text) text += node.data;
    else if (node instanceof PageElement) text += node.name === 'br' ? ' ' : collect(node);
  }
  return text;
}

/** The first element that passes, in the order of the page. */
export function findElement(
  root: { children: readonly unknown[] },
  test: (element: PageElement) => boolean,
): PageElement | null {
  for (const node of root.children) {
    if (!(node instanceof PageElement)) continue;
    if (test(node)) return node;
    const found = findElement(node, test);
    if (found) return found;
  }
  return null;
}

/** Every element that passes, in the order of the page. */
export function findElements(
  root: { children: readonly unknown[] },
  test: (element: PageElement) => boolean,
  found: PageElement[] = [],
): PageElement[] {
  for (const node of root.children) {
    if (!(node instanceof PageElement)) continue;
    if (test(node)) found.push(node);
    findElements(node, test, found);
  }
  return found;
}

/** Words alone, lower case: equal for two texts that differ in marks, spaces and case. */
export function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
