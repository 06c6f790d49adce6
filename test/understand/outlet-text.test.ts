import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import type { Annotate } from '../../src/domain/ports.ts';
import { createAnnotator } from '../../src/understand/annotate.ts';
import { withoutOutletText } from '../../src/understand/outlet-text/outlet-text.ts';

const outlets = (...lines: string[]): string[] => {
  const body = lines.join('\n\n');
  const article = withoutOutletText(body);
  expect(article.body).toHaveLength(body.length);
  return article.outlets === '' ? [] : article.outlets.split('\n');
};
const TOLD = 'The assembly voted on Tuesday to close the old bridge.';
const MORE = 'The mayor said the works would last until spring.';

test.each([
  'By Arta Leka and Mark Hale',
  'By Arta Leka | Peja, 3 May 2026',
  'Nga Arta Leka',
  'Shkruan: Arta Leka',
  'de Radu Lupescu',
  'Του απεσταλμένου μας στη Λάρισα Πέτρου Βλάση',
  'Συνέντευξη στην Άννα Βλάση',
  'Γράφει ο Πέτρος Βλάσης',
  'Yazan: Selin Aksu',
  'Piše: Jovan Vidović',
  'Пишува: Горан Темелков',
  'Автор: Иван Караджов',
])('A line that names the author is the outlet’s: %s', (line) => {
  expect(outlets(line, TOLD, MORE)).toEqual([line]);
});

test.each([
  'By Monday the river had risen to four metres.',
  'Nga Prishtina arritën lajme të mira.',
  'De Crăciun, magazinele vor fi închise.',
  'Της Άρτας η γέφυρα άνοιξε ξανά για το κοινό.',
  'Piše se novi zakon o šumama.',
  'Photo: the only proof that she had been there.',
])('A sentence that begins like a byline is the article’s: %s', (line) => {
  expect(outlets(line, TOLD, MORE)).toEqual([]);
});

test.each([
  'Photo: Adnan Perić/Agency',
  'Foto: Arta Leka',
  'Sursă foto: Octav Lupescu',
  'Φωτογραφία: Πέτρος Βλάσης',
  'Fotoğraf: Selin Aksu',
  'Снимка: Иван Караджов',
  'Read more: Council to vote on bridge',
  'Lexo edhe: Ura mbyllet deri në pranverë',
  'Citește și: Podul se închide',
  'Pročitajte još: Most se zatvara',
  'Прочитајте повеќе: Мостот се затвора',
])('Credits and links between the paragraphs are the outlet’s: %s', (line) => {
  expect(outlets(TOLD, line, MORE)).toEqual([line]);
});

test('Credits behind a paragraph’s last sentence are taken off it', () => {
  expect(outlets(TOLD, 'Podul rămâne închis. Sursă foto: Pressfoto / Octav Lupescu')).toEqual(['Sursă foto: Pressfoto / Octav Lupescu']);
  expect(outlets(TOLD, 'Köprü kapalı kalacak. Muhabir: Selin Aksu')).toEqual(['Muhabir: Selin Aksu']);
}); // biome-ignore format: one line reads better

test('A footer is taken with the letterhead above it', () => {
  const footer = ['Lajmi i Pejës', 'Rruga e Lisit 4, 30000 Peja', '+383 44 123 456 | redaksia@lajmi.example', '© 2026 Lajmi i Pejës'];
  expect(outlets(TOLD, MORE, ...footer)).toEqual(footer);
}); // biome-ignore format: one line reads better

test('A last line without a full stop is the article’s where no footer follows', () => {
  expect(outlets(TOLD, MORE, 'Scorers: Leka 12, Vidović 9')).toEqual([]);
});

test('Who the author is, is said under the text', () => {
  expect(outlets('By Arta Leka', TOLD, MORE, 'Arta Leka covers towns and rivers.')).toHaveLength(2);
  const bio = 'Selin Aksu is a writer based in Peja. The views expressed are her own.';
  expect(outlets(TOLD, MORE, bio)).toEqual([bio]);
  expect(outlets('The mayor met Selin Aksu on Monday.', MORE, 'Selin Aksu is a writer who has lived here for years.')).toEqual([]);
}); // biome-ignore format: one line reads better

describe('In an article', () => {
  let annotate: Annotate;
  beforeAll(async () => {
    const sources = new URL('../../sources', import.meta.url).pathname;
    annotate = createAnnotator(await loadCatalog({ folders: [sources], outletFolders: [] }));
  });

  test('The author is no actor, the agency of the dateline is named as the agency, and evidence stands where it stood', () => {
    const body = `By Arta Leka\n\nPODGORICA (Reuters) - The Montenegrin minister Maja Vukić resigned on Monday, officials said.\n\n${MORE}\n\n© 2026 The Coast`;
    const found = annotate({ headline: 'Minister resigns', summary: null, body }, { language: 'en' });
    expect(found.actors.map(({ name }) => name)).toEqual(['Maja Vukić']);
    expect(found.agency).toBe('reuters');
    const span = found.actors[0]!.evidence[0]!;
    expect(body.slice(span.start, span.end)).toBe('Maja Vukić');
  });
});
