import { expect, test } from 'vitest';
import { evenSteps, stepOf, stepsOf } from '../../dashboard/src/steps.ts';

test('shades of the map tell neighbours apart that are nearly alike, and need no more than there are', () => {
  const counts = [0, 57, 58, 57, 50, 49, 40, 39, 36, 35, 31, 31, 25, 9, 5, 1];
  const shades = counts.map((count) => stepOf(count, evenSteps(counts)));
  expect(shades[0]).toBe(0);
  for (const shade of [1, 2, 3, 4, 5]) expect(shades.filter((one) => one === shade)).toHaveLength(3);
  expect(evenSteps([3, 3, 0])).toEqual([3]);
  expect(evenSteps([])).toEqual([1]);
});

test('shades of the matrix follow the square root, from one on', () => {
  expect(stepsOf(100)).toEqual([1, 4, 16, 36, 64]);
  expect(stepOf(1, stepsOf(1))).toBe(1);
});
