import { listOf, type Thing, textOf, typesOf } from './json-ld.ts';
import type { Metas } from './metas.ts';
import { bareWords } from './text.ts';

const MOST = 15;
const LONGEST = 80;

/** The outlet's own sections and tags, sections first. */
export function readSections(thing: Thing | null, metas: Metas): string[] {
  const out: string[] = [];
  const add = (value: string): void => {
    const text = value.replace(/\s+/g, ' ').trim();
    if (!text || text.length > LONGEST || out.length >= MOST) return;
    if (!out.some((other) => bareWords(other) === bareWords(text))) out.push(text);
  };
  for (const value of listOf(thing?.['articleSection'])) if (typeof value === 'string') add(value);
  for (const value of metas.all('article:section', 'parsely-section', 'section', 'category')) add(value);
  for (const value of metas.all('article:tag')) for (const part of value.split(/[,;]/)) add(part);
  for (const value of listOf(thing?.['keywords'])) {
    if (value && typeof value === 'object' && typesOf(value as Thing).length) add(textOf(value) ?? '');
    else if (typeof value === 'string') for (const part of value.split(/[,;]/)) add(part);
  }
  for (const value of metas.all('news_keywords', 'parsely-tags', 'sailthru.tags'))
    for (const part of value.split(/[,;]/)) add(part);
  return out;
}
