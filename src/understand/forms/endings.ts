import type { Group } from './language-group.ts';

/**
 * How a group's names end in their cases, backwards: an ending and what stands in its place in the base form.
 * All in folded letters. `~` is the stem with its fleeting vowel put back (Petr-a → Petar); `*` undoes sibilarisation
 * (Luc-i → Luka). Only base forms that are names of somebody or something are ever taken, so a rule may be generous.
 */
export interface Ending {
  ending: string;
  bases: string[];
  /** A possessive adjective: Vučićev, Lukin. */
  possessive: boolean;
}

const line = (text: string, possessive = false): Ending[] =>
  text
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [endings, bases] = row.split('<').map((part) => part.trim().split(/\s+/));
      return endings!.map((ending) => ({
        ending,
        bases: bases!.map((base) => (base === '-' ? '' : base)),
        possessive,
      }));
    });

const possessives = (suffixes: string[], tails: string[], bases: string): Ending[] =>
  suffixes.flatMap((suffix) => tails.flatMap((tail) => line(`${suffix}${tail} < ${bases}`, true)));

const bcsTails = ['', 'a', 'o', 'e', 'i', 'u', 'og', 'oga', 'om', 'ome', 'omu', 'oj', 'ih', 'im', 'ima'];
const slTails = ['', 'a', 'o', 'e', 'i', 'ega', 'emu', 'em', 'im', 'ih', 'imi', 'ima'];

export const endings: Record<Group, Ending[]> = {
  bcs: [
    ...line(`
      a < - ~ o e i
      u < - ~ o e a i
      om < - ~ o a
      em < - ~ e o
      e < - ~ a i
      o < a i
      i < - ~ a *
      ja ju jem jom je < -
      ima < - ~ i a
      ama < a e
      og oga ome omu < i o - ~
      om < i
      eg ega em emu < i e
      oj < a i
      ih im < i e o -
      ovi ova ove ovima < -
      ta tu tom te < -
      ija ije iji iju ijo ijom < ia
    `),
    ...possessives(['ov'], bcsTails, '- ~ o'),
    ...possessives(['ev', 'jev'], bcsTails, '- ~ e'),
    ...possessives(['in'], bcsTails, 'a'),
  ],
  sl: [
    ...line(`
      a < - ~ o e i
      u < - ~ o e i a
      om < - ~ o i
      em < - ~ e i o
      e < - ~ a i
      o < a i
      i < - ~ a
      ja ju jem ji je < -
      ih im < i e a o - ~
      imi ima < i e a
      ega emu < i o e
      ov ev < - ~ i
      ami am ah < a e
      ni < -
      ija ije iji ijo < ia
    `),
    ...possessives(['ov', 'ev', 'jev'], slTails, '- ~ o e'),
    ...possessives(['in'], slTails, 'a'),
  ],
  mk: [
    ...line(`
      ot ov on < -
      ta va na < - a
      to vo no < - o e
      te ve ne < - i e
      iot < - i
      e u < - a
      a o < - i
      ot < i
      ata oto ite < i
      niot na nata no noto ni nite < en
      ovci < -
    `),
    ...possessives(['ov', 'ev'], ['', 'a', 'o', 'i', 'iot', 'ata', 'oto', 'ite'], '- o e'),
    ...possessives(['in'], ['', 'a', 'o', 'i', 'iot', 'ata', 'oto', 'ite'], 'a'),
  ],
  bg: [
    ...line(`
      at a < -
      jat ja < - j
      a o < i
      ata oto ite jat ja < i
      nijat nija na nata no noto ni nite < en
      ta < - a
      to < - o e
      te < - i e
      e o < - a
      i < -
    `),
    ...possessives(['ov', 'ev', 'in'], ['', 'a', 'o', 'i', 'ijat', 'ija', 'ata', 'oto', 'ite'], '- o a'),
  ],
  sq: [
    ...line(`
      i it in u ut un < -
      t n s < -
      ti tit tin ri rit rin < -
      a < - e
      e < - a
      es en < a e -
      se ne < - a
      te < - a e
      ve vet < t - a
      eve < et e - at
      ave < at a
      et < e -
      ja jes jen je < -
      ne < -
      iane < ian
      re < ra r
      t < a
    `),
  ],
  el: [
    ...line(`
      oy < os o i -
      o < os
      e < os is
      i < is os
      a < as os
      is < i os
      as < a
      eos < i is
      es < a i is as os
      a < os
      oys on < os
      on < es a oi os o i ies
      oys oi < os oi
      ioy < i
      y < ys
    `),
  ],
  ro: [
    ...line(`
      ului ul ui l lui < -
      ei < a e -
      ii < a ea ie i e
      i < - a e
      a < - e
      lor < le - e
      ilor < i ii - e
      ul < -
      le < -
      ale < a
      easca esti esti easca < esc
      a < -
    `),
  ],
  tr: [
    ...line(`
      nin nun ni nu ne na nde nda nden ndan < -
      in un i u e a de da den dan te ta ten tan yi yu ye ya si < -
      ler lar leri lari < -
    `),
  ],
  en: line('s < -'),
};

/** The vowels that may flee from before the last consonant. */
export const fleeting: Partial<Record<Group, string>> = { bcs: 'a', sl: 'ea' };
