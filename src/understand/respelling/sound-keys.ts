import type { Sounds } from './sounds.ts';

/** Consonants that are taken for each other; vowels, j and kh say too little to look a name up by. */
const classes: Record<string, string> = { p: 'P', b: 'P', t: 'T', d: 'T', k: 'K', g: 'K', f: 'F', v: 'F', m: 'M', n: 'N', l: 'L', r: 'R', s: 'S', z: 'S', S: 'S', Z: 'S', C: 'S', D: 'S', c: 'S' }; // biome-ignore format: a table

/** The classes of a word's first two consonants, for each likely reading. */
function beginnings(sounds: Sounds): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (at: number, so: string, cost: number) => {
    const place = `${at}${so}`;
    if (cost > 0.11 || seen.has(place)) return;
    seen.add(place);
    if (so.length === 2 || at === sounds.length - 1) {
      found.add(so);
      return;
    }
    for (const edge of sounds[at]!) {
      const own = classes[edge.sound] ?? '';
      walk(edge.to, own === so.at(-1) ? so : so + own, cost + edge.cost);
    }
  };
  walk(0, '', 0);
  return found;
}

/** What a full name can be looked up by: two that sound alike have a key in common. */
export function soundKeys(given: Sounds, surname: Sounds): string[] {
  const ends = beginnings(surname);
  return [...beginnings(given)].flatMap((start) => [...ends].map((end) => `${start} ${end}`));
}
