import { LOWER, type Token } from '../context.ts';
import { looksAdjective } from './looks-adjective.ts';
import { among, type Scene } from './scene.ts';

/** Where the words behind "for" or "and" end that belong to a body's name; 0 where none does. */
export function purposeEnd(scene: Scene, from: number): number {
  const southern = scene.group === 'mk' || scene.group === 'bg';
  const end = southern ? easternEnd(scene, from) : accusativeEnd(scene, from);
  if (end === 0 || among(scene.lexicon.titles, scene.tokens[end - 1]!.folded, scene.group)) return 0;
  return southern ? withCompany(scene, end) : withGenitive(scene, end);
}

const isSmall = ({ lexicon }: Scene, token: Token | undefined): token is Token =>
  token !== undefined && token.shape === LOWER && token.gap === 0 && !lexicon.openers.has(token.folded);

/** za socijalnu skrb (medicinu is a noun, socijalnu goes on), za jezik, za krivično veštačenje: adjectives and the noun. */
function accusativeEnd(scene: Scene, from: number): number {
  const { tokens } = scene;
  let at = from;
  while (at < from + 3) {
    const token = tokens[at];
    if (!isSmall(scene, token) || token.folded.length < 3) return 0;
    at++;
    const adjective =
      /(sk|ck|[bcdfghjklmprstvz]n|stven|visok|ov|ev)(u|o|e|i)$|([sc]k|[bcdfghjklmprstvz]n)a$/.test(token.folded) &&
      !/(nje|nost|ovi|ove|ate|ute)$/.test(token.folded);
    // An adjective of a noun that goes on.
    if (!adjective || !isSmall(scene, tokens[at])) return at;
  }
  return at;
}

/** Nouns that somebody or something follows in the genitive: za zaštitu konkurencije, za suzbijanje korupcije. */
const ofSomething =
  /(zastitu|kontrolu|borbu|prime?nu|primjenu|provedbu|provodjenje|izgradnju|obnovu|oc(e|je)nu|proc(e|je)nu|prevenciju|regulaciju|promociju|reviziju|pod(e|je)lu|analizu|potragu|podrsku|prava|pitanja|izbor|razvoj|nadzor|kvalitet|kvalitetu|sigurnost|bezb(j)?ednost|slobodu|cije?ne|[aei]nje|zascito|razvoj|prepreceva[nj]+e|varstvo)$/;
const genitiveAdjective = /(og|eg|ih|[bcdfghjklmprstvzs]ne|ske|cke|ove|eve|ega)$/;
const genitiveNoun = /(a|e|i)$/;
const verbs = /(la|li|lo|uje|uju|aju|ila|smatra|trazi|kaze|moze|mora|vodi|radi|krsi|ima|nema|treba|odlucuje)$/;

/** A noun that its ending alone tells to be in the genitive: obrazovanja, potrošača, kvalitete. */
const isGenitiveNoun = (scene: Scene, at: number): boolean =>
  isSmall(scene, scene.tokens[at]) &&
  /..(anja|enja|acija|acije|nosti|stva|tete|ture|izma|nika|aca|telja|ija|ije)$/.test(scene.tokens[at]!.folded);

/** za poslove sa strancima, za saradnju s dijasporom */
function withInstrumental(scene: Scene, end: number): number {
  const { tokens } = scene;
  if (!/^(poslove|odnose|saradnju|suradnju|vezu|veze|sodelovanje|stike|borbu)$/.test(tokens[end - 1]!.folded))
    return end;
  if (!/^(s|sa|z|protiv)$/.test(tokens[end]?.folded ?? '') || !isSmall(scene, tokens[end + 1])) return end;
  return /(im|om|em|nim)$/.test(tokens[end + 1]!.folded) &&
    isSmall(scene, tokens[end + 2]) &&
    /(a|om|em|u|ma)$/.test(tokens[end + 2]!.folded) &&
    looksAdjective(tokens[end + 1]!.folded)
    ? end + 3
    : end + 2;
}

function withGenitive(scene: Scene, end: number): number {
  const { tokens } = scene;
  const company = withInstrumental(scene, end);
  if (company > end) return company;
  if (!ofSomething.test(tokens[end - 1]!.folded) && !isGenitiveNoun(scene, end)) return end;
  let at = tokens[end]?.folded === 'protiv' ? end + 1 : end;
  while (
    at < end + 3 &&
    isSmall(scene, tokens[at]) &&
    genitiveAdjective.test(tokens[at]!.folded) &&
    isSmall(scene, tokens[at + 1])
  )
    at++;
  const noun = tokens[at];
  const fits =
    isSmall(scene, noun) && noun.folded.length > 3 && genitiveNoun.test(noun.folded) && !verbs.test(noun.folded);
  if (!fits) return end;
  at++;
  // … korupcije i organiziranog kriminaliteta
  const and = tokens[at];
  const next = tokens[at + 1];
  if (and?.folded !== 'i' || and.gap !== 0 || !isSmall(scene, next)) return at;
  const further = genitiveAdjective.test(next.folded) && isSmall(scene, tokens[at + 2]) ? at + 2 : at + 1;
  const last = tokens[further]!.folded;
  return genitiveNoun.test(last) &&
    last.length > 3 &&
    !verbs.test(last) &&
    !among(scene.lexicon.titles, last, scene.group)
    ? further + 1
    : at;
}

/** "Владата на денешната седница": when and where, not whose. */
const passing =
  /^(denes|vcera|utre|dnes|utr[oe]|vonredn|izvanredn|redovn|sednic|zasedani|sobir|konferenc|sostan|sresht|sreshta|pocetok|nacal|kraj|svoj|mrez|fejsbuk|predlog|predloz|baran|iskan|nacin|osnov|pat|teren|mest|godi|minat|sledn|sledv|prv|parv|vtor|toj|taa|ova|tazi|tozi|oblas|nivo|ravn|obsht[io]|isti|svet|sait|ulic)/;

/** за енергетска ефикасност, за екосистемни изследвания: adjectives, then the noun. */
function easternEnd(scene: Scene, from: number): number {
  const { tokens } = scene;
  for (let at = from; at < from + 4; at++) {
    const token = tokens[at];
    if (!isSmall(scene, token) || token.folded.length < 3 || passing.test(token.folded)) return 0;
    const goesOn = /(en|sk|[oe]v|sen)$/.test(token.folded) || looksAdjective(token.folded);
    if (!goesOn || !isSmall(scene, tokens[at + 1]) || /(nje|stvo|[eo]sti?|stvoto|[nctsr]ija)$/.test(token.folded))
      return at + 1;
    if (/(va|uva|at|ha|hme|se)$/.test(tokens[at + 1]!.folded)) return at + 1;
  }
  return 0;
}

/** за односи со верските заедници */
function withCompany(scene: Scene, end: number): number {
  const { tokens } = scene;
  const link = tokens[end];
  if (link?.gap !== 0 || !/^(so|s|sas)$/.test(link.folded)) return end;
  if (!/^(odnosi|vraski|vrski|sorabotka|satrudnicestvo|sotrudnicestvo|borba)/.test(tokens[end - 1]!.folded)) return end;
  return easternEnd(scene, end + 1) || end;
}
