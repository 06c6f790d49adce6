import { expect, test } from 'vitest';
import { CAPS, GAP } from '../../src/understand/context.ts';
import { baseForms } from '../../src/understand/forms/base-forms.ts';
import type { Group } from '../../src/understand/forms/language-group.ts';
import { fold, foldName, repairHomoglyphs } from '../../src/understand/text/fold.ts';
import { tokenize } from '../../src/understand/text/tokenize.ts';

const tokens = (body: string) => tokenize({ headline: '', summary: null, body }).tokens;

test('One name is one folded word in every script', () => {
  for (const form of ['Вучић', 'Vučić', 'Vucic', 'ВУЧИЋ', 'Вучиќ']) expect(fold(form)).toBe('vucic');
  expect(fold('Đoković')).toBe(fold('Djoković'));
  expect(fold('Ђоковић')).toBe('djokovic');
  expect(fold('İstanbul')).toBe('istanbul');
  expect(fold('Ștefan')).toBe('stefan');
  expect(foldName('Ούρσουλα φον ντερ Λάιεν')).toEqual(['oyrsoyla', 'fon', 'nter', 'laien']);
});

test('Look-alike letters of another script are put right inside a word', () => {
  expect(repairHomoglyphs('Cрбија')).toBe('Србија'); // Latin C
  expect(fold('Вучи\u0107')).toBe(fold('Вучић')); // Latin ć
  expect(fold('Бeoгpaд')).toBe('beograd'); // Latin e, o, p, a
  expect(fold('САД')).toBe('sad');
});

test('Offsets point at the slice itself, whatever stands in the text', () => {
  const body = 'ЕУ-a i NATO-s 😀 „Vučić”\u00a0u Skup\u00adštini – Ankara’da; U.S. Army, O.N.U.';
  for (const token of tokens(body)) expect(body.slice(token.start, token.end)).toBe(token.text);
  expect(tokens(body).map((token) => token.folded)).toEqual(
    ['eu', 'a', 'i', 'nato', 's', 'vucic', 'u', 'skupstini', 'ankara', 'da', 'us', 'army', 'onu'],
  ); // biome-ignore format: a list
});

test('Endings after a hyphen or an apostrophe are joined tokens, letters with full stops one', () => {
  const [eu, ending] = tokens('EU-a');
  expect(eu!.shape).toBe(CAPS);
  expect(ending!.gap).toBe(GAP.JOINED | GAP.HYPHEN);
  expect(tokens('the U.S. said')[1]).toMatchObject({ text: 'U.S.', shape: CAPS });
});

test('Full stops after titles, initials and ordinals end no sentence', () => {
  const sentences = (body: string) => tokenize({ headline: '', summary: null, body }).sentences.length;
  expect(sentences('Dr. Jovan J. Petrović je 1. maja došao. Otišao je sutradan.')).toBe(2);
  expect(sentences('Prvi pasus bez tačke\n\nDrugi pasus')).toBe(2);
});

const cases: [Group, string, string][] = [
  ['bcs', 'petra', 'petar'],
  ['bcs', 'karlovcu', 'karlovac'],
  ['bcs', 'vucicevog', 'vucic'],
  ['bcs', 'banjoj', 'banja'],
  ['bcs', 'luci', 'luka'],
  ['bcs', 'srpskoj', 'srpska'],
  ['bcs', 'kurtijem', 'kurti'],
  ['bcs', 'nikolin', 'nikola'],
  ['bcs', 'ujedinjenih', 'ujedinjene'],
  ['sl', 'pahorjem', 'pahor'],
  ['sl', 'ljubljano', 'ljubljana'],
  ['mk', 'vlasta', 'vlas'],
  ['sq', 'kosoves', 'kosova'],
  ['sq', 'tiranen', 'tirane'],
  ['sq', 'trumpit', 'trump'],
  ['sq', 'bashkimit', 'bashkimi'],
  ['el', 'mitsotaki', 'mitsotakis'],
  ['el', 'elladas', 'ellada'],
  ['el', 'kyriakoy', 'kyriakos'],
  ['ro', 'partidului', 'partidul'],
  ['ro', 'uniunii', 'uniunea'],
  ['ro', 'romaniei', 'romania'],
  ['tr', 'partisinin', 'partisi'],
];
test.each(cases)('In %s the form %s leads back to %s', (group, form, base) => {
  expect(baseForms(form, group).map((each) => each.base)).toContain(base);
});
