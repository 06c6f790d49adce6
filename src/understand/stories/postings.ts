/** Articles of one term that are looked through, the newest first. */
const LONGEST = 256;
/** More than articles are ever held; ids that fall on one place are as good as never held at once. */
const PLACES = 1 << 17;

/** Which articles have a term, by the terms that tell most of each. */
export class Postings {
  readonly #lists = new Map<number, number[]>();
  readonly #shared = new Float32Array(PLACES);

  add(key: number, id: number): void {
    const list = this.#lists.get(key);
    if (!list) this.#lists.set(key, [id]);
    else {
      if (list.length >= 2 * LONGEST) list.splice(0, LONGEST);
      list.push(id);
    }
  }

  /** The articles that share most with the terms, by what each tells; at most `count`, the nearest first. */
  nearest(terms: readonly [key: number, tells: number][], count: number, wanted: (id: number) => boolean): number[] {
    const met: number[] = [];
    const shared = this.#shared;
    for (const [key, tells] of terms) {
      const list = this.#lists.get(key);
      if (!list || tells <= 0) continue;
      for (let index = list.length - 1; index >= Math.max(0, list.length - LONGEST); index--) {
        const place = list[index]! % PLACES;
        if (shared[place] === 0) met.push(list[index]!);
        shared[place]! += tells;
      }
    }
    const found: number[] = [];
    const scores: number[] = [];
    for (const id of met) {
      const score = shared[id % PLACES]!;
      if (found.length === count && score <= scores[count - 1]!) continue;
      if (!wanted(id)) continue;
      let at = found.length < count ? found.length : count - 1;
      for (; at > 0 && scores[at - 1]! < score; at--) {
        found[at] = found[at - 1]!;
        scores[at] = scores[at - 1]!;
      }
      found[at] = id;
      scores[at] = score;
    }
    for (const id of met) shared[id % PLACES] = 0;
    return found;
  }

  /** Forgets the articles that are held no more. */
  sweep(holds: (id: number) => boolean): void {
    for (const [key, list] of this.#lists) {
      if (!holds(list.at(-1)!)) this.#lists.delete(key);
      else if (!holds(list[0]!)) this.#lists.set(key, list.filter(holds));
    }
  }
}
