const RUN = 3;

/** Runs of three words of a text, each once. */
export function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  if (words.length < RUN) {
    if (words.length) runs.add(words.join(' '));
    return runs;
  }
  for (let at = 0; at + RUN <= words.length; at++) runs.add(`${words[at]} ${words[at + 1]} ${words[at + 2]}`);
  return runs;
}

/** Share of `part` that stands in `whole`. */
export function coverage(part: Set<string>, whole: Set<string>): number {
  if (!part.size) return 0;
  let common = 0;
  for (const run of part) if (whole.has(run)) common++;
  return common / part.size;
}

/** 0 to 1: how far two texts are the same (F1 over their runs). */
export function agreement(a: Set<string>, b: Set<string>): number {
  if (!a.size || !b.size) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const run of small) if (large.has(run)) common++;
  return (2 * common) / (a.size + b.size);
}
