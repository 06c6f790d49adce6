import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Choice, Kind } from './choice.ts';

/** What every part of the page may need: what is chosen, and how to choose. */
export interface Page {
  choice: Choice;
  choose: (next: Choice) => void;
  toggle: (kind: Kind, value: string) => void;
  now: number;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('outside of the page');
  return page;
}
