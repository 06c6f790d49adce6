/**
 * Where each shade begins. The shades follow the square root, so that a country with a tenth of the articles of the
 * largest is still told from one with none.
 */
export function stepsOf(largest: number): number[] {
  const starts = [1, 2, 3, 4, 5].map((step) => Math.max(1, Math.ceil((largest * (step - 1) ** 2) / 25)));
  return [...new Set(starts)];
}

/** 0 for nothing, else the shade from 1 on. */
export function stepOf(count: number, steps: readonly number[]): number {
  if (count === 0) return 0;
  return steps.findLastIndex((start) => count >= start) + 1;
}

/** Steps with as many of the counts in each as in the next: where most are alike, their differences still show. */
export function evenSteps(counts: readonly number[]): number[] {
  const known = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  return [...new Set([0, 1, 2, 3, 4].map((step) => known[Math.floor((known.length * step) / 5)] ?? 1))];
}
