import type { Sounds } from './sounds.ts';

const vowels = 'aeiouy';
const open = 'aeou';
/** Sounds that one language hears for another's. */
const near = new Map<string, number>();
const pairs = `ae .25 ao .25 au .35 ei .2 eo .35 ou .15 ai .35 iu .35 ij .08 uv .2 sz .2 SZ .25 CD .3 cs .25 cC .2 DZ .1 sS .3 zZ .3 zc .3
 td .35 kg .35 pb .35 fv .25 xk .25 xg .25 CS .35 nm .6 cz .25 Dd .4 Dg .4 Ck .4 Ct .4 vb .5 jD .5`;
for (const [, one, other, cost] of pairs.matchAll(/(\S)(\S) (\.\d+)/g)) {
  near.set(one! + other!, Number(cost));
  near.set(other! + one!, Number(cost));
}

function change(one: string, other: string, atEnd: boolean): number {
  if (one === other) return 0;
  // The vowel that a name ends in tells Petra from Petre.
  if (atEnd && open.includes(one) && open.includes(other)) return 0.8;
  const known = near.get(one + other);
  if (known !== undefined) return known;
  const vowel = vowels.includes(one);
  if (vowel !== vowels.includes(other)) return 1.5;
  return vowel ? (one === 'y' || other === 'y' ? 0.08 : 0.4) : 1;
}

/** What it costs that one writes a sound which the other does not. A vowel at the end is another name: Ivan, Ivana. */
function leftOut(sound: string, atStart: boolean, atEnd: boolean): number {
  if (sound === '') return 0;
  if (sound === 'y') return 0.1;
  if (sound === 'j') return atStart || atEnd ? 0.6 : 0.19;
  if (sound === 'x') return 0.25;
  if (vowels.includes(sound)) return atEnd ? 0.8 : 0.4;
  return 1;
}

/** How far two words are from sounding alike; Infinity past `most`. 0 where one reading of each is the same. */
export function farness(one: Sounds, other: Sounds, most: number): number {
  const width = other.length;
  const ends = [one.length - 1, width - 1] as const;
  const best = new Float64Array(one.length * width).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  const reach = (at: number, cost: number) => {
    if (cost < best[at]! && cost <= most) best[at] = cost;
  };
  for (let a = 0; a < one.length; a++) {
    for (let b = 0; b < width; b++) {
      const here = best[a * width + b]!;
      if (here === Number.POSITIVE_INFINITY) continue;
      for (const edge of one[a]!) {
        const to = edge.to * width;
        reach(to + b, here + edge.cost + leftOut(edge.sound, a === 0, edge.to === ends[0]));
        if (edge.sound === '') continue;
        for (const match of other[b]!) {
          if (match.sound === '') continue;
          const closing = edge.to === ends[0] && match.to === ends[1];
          reach(to + match.to, here + edge.cost + match.cost + change(edge.sound, match.sound, closing));
        }
      }
      for (const edge of other[b]!)
        reach(a * width + edge.to, here + edge.cost + leftOut(edge.sound, b === 0, edge.to === ends[1]));
    }
  }
  return best[best.length - 1]!;
}
