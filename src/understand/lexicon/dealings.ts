import type { Group } from '../forms/language-group.ts';
import { type Stems, stemsOf } from './deeds.ts';

/** What is done with people only: to talk, to meet, to marry, to sing. */
interface Dealing {
  /** Folded prepositions before whom it is done with. */
  before: ReadonlySet<string>;
  /** Verbs and nouns. */
  stems: Stems;
}

const dealing = (before: string, stems: string): Dealing => ({
  before: new Set(before.split(' ')),
  stems: stemsOf(stems),
});

export const dealings: Partial<Record<Group, Dealing>> = {
  bcs: dealing(
    's sa',
    `razgov sasta sreo srela susreo susrela intervju surad sarad druž dogov duet pregov vjenč venč ožen udal brak rukova čuo čula pričao pričala glumi pjev pev svir`,
  ),
  sl: dealing('s z', 'pogov sest srečal intervju sodel druž dogov duet poroč poj'),
  mk: dealing('so', 'разгов сретн состан интервју сораб друж догов дует прегов'),
  bg: dealing('s sas', 'разгов срещ интервю сътруд дует прегов говор запозн'),
  ro: dealing('cu', 'discut vorb întâln colabor interviu căsător duet prieten rela divorț logod cânt dialog'),
  sq: dealing('me', 'takua takim bised intervist bashkëpun duet martu'),
};
