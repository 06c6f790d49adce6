import type { ActorMention } from '../context.ts';
import { baseForms } from '../forms/base-forms.ts';
import type { Unknown } from './find-unknown.ts';
import { isInitial, type Scene } from './scene.ts';

/** Those of the names on no list that are only the given name of a known person whom the text names in full: Joko, after Joko Widodo. */
export function byGivenName(
  scene: Scene,
  unknown: readonly Unknown[],
  linked: readonly ActorMention[],
): { known: ActorMention[]; rest: Unknown[] } {
  const bearers = new Map<string, ActorMention | null>();
  const formsOf = (at: number) => {
    const { folded } = scene.tokens[at]!;
    const forms = [folded];
    for (const { base } of baseForms(folded, scene.group)) if (base.length > 2) forms.push(base);
    return forms;
  };
  for (const mention of linked) {
    if (mention.kind !== 'PERSON' || mention.last - mention.first < 2 || isInitial(scene.tokens[mention.first]!))
      continue;
    for (const form of formsOf(mention.first)) {
      const other = bearers.get(form);
      bearers.set(form, other === undefined || other?.slug === mention.slug ? mention : null);
    }
  }
  if (bearers.size === 0) return { known: [], rest: [...unknown] };
  // Somebody on no list who bears the name in full may be meant as well.
  for (const { kind, name, last } of unknown)
    if (kind === 'PERSON' && last - name > 1) for (const form of formsOf(name)) bearers.set(form, null);
  const known: ActorMention[] = [];
  const rest = unknown.filter((each) => {
    if (each.kind !== 'PERSON' || each.last - each.name !== 1 || each.family) return true;
    const bearer = formsOf(each.name)
      .map((form) => bearers.get(form))
      .find((mention) => mention);
    if (!bearer) return true;
    const { field, start } = scene.tokens[each.first]!;
    const { end } = scene.tokens[each.last - 1]!;
    known.push({ ...bearer, by: 'name', field, start, end, first: each.first, last: each.last });
    return false;
  });
  return { known, rest };
}
