const BITS = 23;
const MOST = 65_535;

/**
 * How many of the held articles have each term. Counted in cells that now and then two terms share: a table with an
 * entry for each would be many times as large and slower to look into, and rarity need not be exact.
 */
export class Frequencies {
  readonly #cells = new Uint16Array(1 << BITS);

  get(key: number): number {
    return this.#cells[cellOf(key)]!;
  }

  add(key: number): void {
    const cell = cellOf(key);
    if (this.#cells[cell]! < MOST) this.#cells[cell]!++;
  }

  /** A full cell stays full: nobody knows how many were not counted. */
  remove(key: number): void {
    const cell = cellOf(key);
    const count = this.#cells[cell]!;
    if (count > 0 && count < MOST) this.#cells[cell] = count - 1;
  }
}

const cellOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - BITS);
