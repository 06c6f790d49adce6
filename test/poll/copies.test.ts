import { describe, expect, test } from 'vitest';
import { findCopies, resemblance, signatureOf } from '../../src/poll/copies.ts';

const words = 'vlada most reka grad zakon sednica ministar poslanik predlog budžet škola bolnica put voda struja'.split(
  ' ',
);
let seed = 7;
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const text = (length: number) =>
  Array.from({ length }, () => words[Math.floor(random() * words.length)]! + Math.floor(random() * 40)).join(' ');
const candidate = (id: number, body: string, publishedAt: number) => ({
  id,
  outlet: `o${id}`,
  publishedAt,
  headline: 'H',
  body,
});

describe('copies', () => {
  test('meet in a band where nine of ten shingles agree', () => {
    let met = 0;
    for (let round = 0; round < 100; round++) {
      const original = text(200).split(' ');
      const copy = [...original];
      for (let change = 0; change < 2; change++) copy[Math.floor(random() * copy.length)] = 'izmena';
      const own = new Set(signatureOf(original.join(' ')).bands);
      if (signatureOf(copy.join(' ')).bands.some((band) => own.has(band))) met++;
    }
    expect(met).toBe(100);
  });

  test('are the same text in either script, with or without marks', () => {
    const cyrillic =
      'Председник владе изјавио је данас у Београду да ће нови закон о школама и болницама бити усвојен до краја године. '.repeat(
        1,
      );
    const more =
      'Он је додао да се о томе већ договорио са министрима и представницима синдиката, који су предлог подржали без примедби.';
    const latin =
      'Predsednik vlade izjavio je danas u Beogradu da će novi zakon o školama i bolnicama biti usvojen do kraja godine. On je dodao da se o tome već dogovorio sa ministrima i predstavnicima sindikata, koji su predlog podržali bez primedbi.';
    const one = signatureOf(cyrillic + more);
    const other = signatureOf(latin);
    expect(resemblance(one.shingles, other.shingles)).toBe(1);
    expect(other.bands).toEqual(one.bands);
  });

  test('point to the earliest, and take along later ones that were seen first', () => {
    const body = text(120);
    const own = signatureOf(body);
    const stored = [candidate(3, body, 3000), candidate(2, body, 2000), candidate(4, text(120), 100)];
    expect(findCopies(own, stored, 5000, null)).toEqual({ copyOf: 2, copiedBy: [] });
    expect(findCopies(own, stored, 1000, null)).toEqual({ copyOf: null, copiedBy: [2, 3] });
    expect(findCopies(own, [candidate(2, body, 2000)], 5000, 2)).toEqual({ copyOf: null, copiedBy: [] });
  });

  test('are not texts about the same thing, nor short ones', () => {
    const body = text(120);
    const other = `${body.split(' ').slice(0, 70).join(' ')} ${text(50)}`;
    expect(findCopies(signatureOf(body), [candidate(1, other, 1)], 2, null).copyOf).toBe(null);
    expect(signatureOf('Vreme sutra sunčano i toplo.').bands).toEqual([]);
    expect(signatureOf(null).bands).toEqual([]);
  });
});
