import type { KnownActor } from '../../domain/knowledge.ts';
import { type ActorMention, GAP, LOWER, type Token } from '../context.ts';
import { baseForms } from '../forms/base-forms.ts';
import { actorMention } from '../link-mention.ts';
import { isAsHeard } from '../respelling/spelling.ts';
import { fold } from '../text/fold.ts';
import { ownerOf } from './bare-heads.ts';
import { type BaseName, baseName, slugOf } from './base-name.ts';
import type { Unknown } from './find-unknown.ts';
import { isBareHead, organizationBase } from './organization-base.ts';
import { givenName, isHigh, isInitial, type Scene } from './scene.ts';

/** With the tokens of the name itself; see `wordsOf`. */
type Named = Unknown & { words: readonly Token[] };

interface Cluster {
  kind: Unknown['kind'];
  /** Every form the last word may be of. */
  surnames: Set<string>;
  /** Every form the first word may be of; empty where only the surname is known. */
  givens: Set<string>;
  /** Words in between, and the parts of a double surname. */
  middles: Set<string>;
  mentions: Named[];
  /** A body's word alone: it is short for the body of which the text says more. */
  bare?: string | undefined;
}

/** Joins the mentions of one name in the document and gives each its slug and fullest form. */
export function identify(
  scene: Scene,
  unknown: readonly Unknown[],
  linked: readonly ActorMention[],
  context: () => ReadonlyMap<string, number>,
): ActorMention[] {
  const clusters: Cluster[] = [];
  const bodies: ActorMention[] = [];
  const longestFirst = unknown
    .map((each): Named => ({ ...each, words: wordsOf(scene, each) }))
    .sort((a, b) => b.words.length - a.words.length || a.first - b.first);
  for (const each of longestFirst) {
    const own = each.kind === 'PERSON' ? clusterOf(scene, each) : organizationOf(scene, each);
    const same =
      clusters.find((cluster) => cluster.kind === each.kind && joins(cluster, own)) ?? ofGivenName(clusters, own);
    if (!same && own.bare !== undefined) {
      const owner = ownerOf(scene, { word: own.bare, first: each.first }, linked, context);
      if (owner) bodies.push(actorMention(scene.document, each, owner));
      // "Savet je odlučio", of no council that the text names in full: nobody.
      continue;
    }
    if (!same) {
      clusters.push(own);
      continue;
    }
    same.mentions.push(each);
    for (const form of own.surnames) if (own.givens.size > 0 && own.kind === 'PERSON') same.surnames.add(form);
  }
  const bySlug = new Map<string, string>();
  const found = clusters.flatMap((cluster) => {
    const name = nameOf(scene, cluster);
    const known = cluster.kind === 'PERSON' ? (whoSounds(scene, name) ?? whoGoesOn(scene, cluster.mentions)) : null;
    if (known) return cluster.mentions.map((mention) => toMention(scene, mention, known.slug, name, known));
    let slug = slugOf(name.words, scene.group);
    // Never the slug of somebody known.
    if (scene.index.knowledge.actor(slug)) slug = `${slug}-${cluster.kind === 'PERSON' ? 'person' : 'organization'}`;
    if ((bySlug.get(slug) ?? cluster.kind) !== cluster.kind)
      slug = `${slug}-${cluster.kind === 'PERSON' ? 'person' : 'organization'}`;
    bySlug.set(slug, cluster.kind);
    const acronym = cluster.mentions.find((mention) => mention.acronym !== undefined)?.acronym;
    return cluster.mentions.map((mention) => ({
      ...toMention(scene, mention, slug, name),
      ...(acronym !== undefined && { acronym }),
    }));
  });
  return [...bodies, ...found].sort((a, b) => a.first - b.first);
}

/** The tokens of the name itself, without the honour before it and a case ending after a hyphen or an apostrophe. */
function wordsOf(scene: Scene, { name, last, family }: Unknown): readonly Token[] {
  if (family) return [scene.tokens[name]!, ...scene.tokens.slice(...family)];
  const opener = scene.tokens[name]!;
  // Г. Јоко, Z. Joko: a title's letter is no initial.
  const titled = last - name > 1 && opener.text.length === 1 && scene.lexicon.titles.has(opener.folded);
  const tokens = scene.tokens.slice(titled ? name + 1 : name, last);
  const end = tokens.at(-1)!;
  return tokens.length > 1 &&
    end.gap & GAP.JOINED &&
    end.shape === LOWER &&
    end.text.length < 6 &&
    // Kim Jong-un
    !(end.gap & GAP.HYPHEN && /^(un|il|in|jae)$/.test(end.folded))
    ? tokens.slice(0, -1)
    : tokens;
}

function formsOf(scene: Scene, folded: string): string[] {
  const forms = [folded];
  for (const { base } of baseForms(folded, scene.group)) if (base.length > 2) forms.push(base);
  return forms;
}

function clusterOf(scene: Scene, each: Named): Cluster {
  const tokens = each.words;
  // Llewellyn-Hughes: a double surname has no given name before it.
  const given = tokens.slice(1).some((token) => !(token.gap & GAP.HYPHEN)) ? tokens[0]! : null;
  return {
    kind: 'PERSON',
    surnames: new Set(formsOf(scene, tokens.at(-1)!.folded)),
    givens: new Set(
      given
        ? isInitial(given)
          ? [given.folded]
          : formsOf(scene, givenName(scene, given.folded)?.base ?? given.folded)
        : [],
    ),
    middles: new Set(
      tokens.slice(given ? 1 : 0, -1).flatMap((token) => (token.text.length > 2 ? formsOf(scene, token.folded) : [])),
    ),
    mentions: [each],
  };
}

function organizationOf(scene: Scene, each: Named): Cluster {
  const tokens = each.words;
  const { words } = organizationBase(scene, tokens);
  return {
    kind: 'ORGANIZATION',
    surnames: new Set([
      words.join(' '),
      tokens.map((token) => token.folded).join(' '),
      // JKP „Infostan“, later „Infostana“
      ...(tokens[1] && tokens[1].gap & GAP.QUOTE ? [words.slice(1).join(' ')] : []),
      ...(words.length === 1 ? formsOf(scene, words[0]!) : []),
      ...(each.acronym === undefined ? [] : [fold(each.acronym)]),
    ]),
    givens: new Set(words.slice(0, 1).flatMap((word) => formsOf(scene, word))),
    middles: new Set(words.slice(1).map((word) => word.slice(0, 4))),
    mentions: [each],
    ...(isBareHead(scene, tokens) && { bare: words[0] }),
  };
}

function joins(cluster: Cluster, own: Cluster): boolean {
  if (cluster.kind === 'ORGANIZATION') {
    if (own.bare !== undefined) return cluster.givens.has(own.bare);
    if (meet(cluster.surnames, own.surnames)) return true;
    // Apelacioni sud, of the Apelacioni sud u Novom Sadu that the text names too
    const [short] = own.surnames;
    if (short!.includes(' ') && [...cluster.surnames].some((name) => name.startsWith(`${short} `))) return true;
    return (
      cluster.middles.size > 0 &&
      cluster.middles.size === own.middles.size &&
      meet(cluster.givens, own.givens) &&
      [...cluster.middles].every((word) => own.middles.has(word))
    );
  }
  if (!meet(cluster.surnames, own.surnames) && !(own.givens.size === 0 && meet(cluster.middles, own.surnames)))
    return false;
  if (own.givens.size === 0 || cluster.givens.size === 0) return true;
  if (meet(cluster.givens, own.givens)) return true;
  // J. Petrović is Jovan Petrović
  const [a] = cluster.givens;
  const [b] = own.givens;
  return (a!.length === 1 || b!.length === 1) && a![0] === b![0];
}

/** "Gendon", after "Gendon Subandono": the only one in the text whose given name it is. */
function ofGivenName(clusters: readonly Cluster[], own: Cluster): Cluster | undefined {
  if (own.kind !== 'PERSON' || own.givens.size > 0) return undefined;
  const fitting = clusters.filter((cluster) => cluster.kind === 'PERSON' && meet(cluster.givens, own.surnames));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of b) if (a.has(word)) return true;
  return false;
}

/** The fullest form; among equals the one that the others are case forms of. */
function nameOf(scene: Scene, cluster: Cluster): BaseName {
  const longest = Math.max(...cluster.mentions.map(({ words }) => words.length));
  const fullest = cluster.mentions.filter(({ words }) => words.length === longest);
  const lasts = cluster.mentions.map(({ words }) => words.at(-1)!.folded);
  const score = ({ words }: Named) => {
    const last = words.at(-1)!.folded;
    const given = longest > 1 ? givenName(scene, words[0]!.folded) : null;
    let sum = given && given.base === words[0]!.folded ? 2 : 0;
    for (const other of lasts) if (other !== last && formsOf(scene, other).includes(last)) sum += 1;
    return sum;
  };
  const { words } = fullest.reduce((a, b) => (score(b) > score(a) ? b : a));
  return cluster.kind === 'PERSON' ? baseName(scene, words) : organizationBase(scene, words);
}

/** Where the mention ends: with the full stop of an initial (Răzvan C.), with the closing mark of a name in quotation marks. */
function endOf({ tokens, document }: Scene, kind: Unknown['kind'], first: number, last: number): number {
  const token = tokens[last - 1]!;
  const { text } = document.fields[token.field]!;
  if (kind === 'PERSON')
    return last - first > 1 && isInitial(token) && text[token.end] === '.' ? token.end + 1 : token.end;
  let open = 0;
  for (let at = first + 1; at < last; at++) if (tokens[at]!.gap & GAP.QUOTE) open++;
  if (open % 2 === 0) return token.end;
  const closing = /^\s?["“”«»]/.exec(text.slice(token.end, token.end + 2));
  return closing ? token.end + closing[0].length : token.end;
}

/** The listed person whom this language writes as it hears the name: Џим Фјурик is Jim Furyk. */
function whoSounds(scene: Scene, { shown, words }: BaseName): KnownActor | null {
  const { language } = scene.document;
  return words.length > 1 && isAsHeard(shown, language) ? scene.index.heardAs(shown, language) : null;
}

/** "Кристин Блејси Форд", taken for "Кристин Блејси": the listed person whose name the next word with a capital ends. */
function whoGoesOn(scene: Scene, mentions: Unknown[]): KnownActor | null {
  const { tokens, document, taken } = scene;
  for (const mention of mentions) {
    const next = tokens[mention.last];
    if (next?.gap !== 0 || !isHigh(next) || taken[mention.last] || mention.last - mention.name < 2) continue;
    const shown = document.fields[next.field]!.text.slice(tokens[mention.name]!.start, next.end);
    const known = isAsHeard(shown, document.language) ? scene.index.heardAs(shown, document.language) : null;
    if (!known) continue;
    mention.last++;
    return known;
  }
  return null;
}

function toMention(
  scene: Scene,
  { kind, first, last }: Unknown,
  slug: string,
  name: BaseName,
  known: KnownActor | null = null,
): ActorMention {
  const from = scene.tokens[first]!;
  return {
    slug,
    kind,
    name: name.shown,
    gender: known?.gender ?? name.gender,
    curated: known !== null,
    by: 'name',
    field: from.field,
    start: from.start,
    end: endOf(scene, kind, first, last),
    first,
    last,
  };
}
