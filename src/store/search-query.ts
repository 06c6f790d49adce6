import { TelalError } from '../domain/error.ts';
import { foldWords } from './fold-search.ts';

/** Words that must follow each other; with `prefix` the last one only begins so. */
export interface SearchTerm {
  words: string[];
  prefix: boolean;
}

/** Every group must match, by any of its terms; none of `excluded` may. */
export interface SearchQuery {
  groups: SearchTerm[][];
  excluded: SearchTerm[];
}

const longest = 1_000;
const mostWords = 50;

function term(text: string, prefix: boolean): SearchTerm | null {
  const words = foldWords(text);
  if (words.length === 0) return null;
  // A single letter begins too many words to be worth a search of its own.
  return { words, prefix: prefix && words[words.length - 1]!.length > 1 };
}

/**
 * Reads a web-style search: words are required, "quotes" make a phrase, OR joins its two neighbours (it binds before
 * the space does: `a b OR c` is a and either of b and c), a leading - excludes, a trailing * takes any ending.
 * Any input means something; null where it holds no word to look for.
 */
export function readSearch(search: string): SearchQuery | null {
  if (search.length > longest) {
    throw new TelalError('BAD_USER_INPUT', `The search is longer than ${longest} characters; use fewer words.`);
  }
  const query: SearchQuery = { groups: [], excluded: [] };
  let joins = false;
  let count = 0;
  // The last term was required, so that an OR after it has something to join.
  let joinable = false;
  for (const match of search.matchAll(/(-?)"([^"]*)"?(\*?)|(\S+)/g)) {
    const bare = match[4];
    if (bare === 'OR' || bare === 'AND') {
      joins = bare === 'OR' && joinable;
      continue;
    }
    const excluded = bare === undefined ? match[1] === '-' : /^-+./.test(bare);
    const found = bare === undefined ? term(match[2]!, match[3] === '*') : term(bare, bare.endsWith('*'));
    if (found === null) continue;
    count += found.words.length;
    if (excluded) query.excluded.push(found);
    else if (joins) query.groups[query.groups.length - 1]!.push(found);
    else query.groups.push([found]);
    joinable = !excluded;
    joins = false;
  }
  if (count > mostWords) {
    throw new TelalError('BAD_USER_INPUT', `The search has ${count} words; at most ${mostWords} can be looked for.`);
  }
  return count === 0 ? null : query;
}
