import type { PageTree } from './tree.ts';

/** The meta elements of a page by name, whatever attribute holds it. */
export class Metas {
  private readonly values = new Map<string, string[]>();

  constructor(tree: PageTree) {
    for (const attribs of tree.metas) {
      const content = attribs['content']?.trim();
      if (!content) continue;
      for (const key of [attribs['property'], attribs['name'], attribs['itemprop'], attribs['http-equiv']]) {
        if (!key) continue;
        for (const name of key.toLowerCase().split(/\s+/)) {
          const list = this.values.get(name);
          if (list) list.push(content);
          else this.values.set(name, [content]);
        }
      }
    }
  }

  /** The first value of the first name that has one. */
  first(...names: string[]): string | null {
    for (const name of names) {
      const value = this.values.get(name)?.[0];
      if (value) return value;
    }
    return null;
  }

  all(...names: string[]): string[] {
    return names.flatMap((name) => this.values.get(name) ?? []);
  }
}
