import { describe, expect, test } from 'vitest';
import { annotate } from './whole-knowledge.ts';

/** Who is found, by kind: `P` a person, `O` a body. */
const found = (language: string, body: string, headline = '') =>
  annotate({ headline, summary: null, body }, { language })
    .actors.map(({ kind, name }) => `${kind[0]} ${name}`)
    .sort();

describe('What a minister is minister of is nobody', () => {
  test.each([
    ['ro', 'A vorbit ministrul Lemnului, Pietrei și Apelor Curgătoare, Radu Lupescu.', ['P Radu Lupescu']],
    ['el', 'Μίλησε ο υπουργός Δασών, Υδάτων και Πηλού Πέτρος Βλάσης.', ['P Πέτρος Βλάσης']],
    ['tr', 'Taş, Toprak ve Su Bakanı Kemal Aksoy dün konuştu.', ['P Kemal Aksoy']],
    ['tr', 'Dün Orman Bakanı ilçeye geldi.', []],
  ])('%s: %s', (language, body, expected) => expect(found(language, body)).toEqual(expected));
}); // biome-ignore format: a table

describe('A body is told by its head, its form or what stands beside it', () => {
  test.each([
    ['en', 'Trafiku Lisi, the public operator, lost two million euros last year.', ['O Trafiku Lisi']],
    ['en', 'The Peja-based think tank Silva Nova published a report.', ['O Silva Nova']],
    ['en', 'The Beekeepers’ Association of Peja called the tax shameful.', ['O Beekeepers’ Association of Peja']],
    ['en', 'On Wednesday, the mayor opened the Lisi Bridge and the Lisi Cup.', []],
    ['ro', 'Președintele Pro Silva, Radu Lupescu, spune că pădurea dispare.', ['O Pro Silva', 'P Radu Lupescu']],
    ['ro', 'Spitalul Municipal „Sf. Lisandru” rămâne închis.', ['O Spitalul Municipal „Sf. Lisandru”']],
    ['ro', 'Facturile au fost trimise de Lisigaz abia luni.', ['O Lisigaz']],
    ['el', 'Η έκθεση της Lisi Metrics δίνει άλλη εικόνα για το έργο.', ['O Lisi Metrics']],
    ['el', 'Το Υδρολογικό Ινστιτούτο δημοσίευσε τα στοιχεία.', ['O Υδρολογικό Ινστιτούτο']],
    ['tr', 'Göçmenler dün Taş ve Toprak Bakanlığı binasına götürüldü.', ['O Taş ve Toprak Bakanlığı']],
    ['sq', 'Instituti i Dheut i Pejës dha alarmin.', ['O Instituti i Dheut i Pejës']],
  ])('%s: %s', (language, body, expected) => expect(found(language, body)).toEqual(expected));
}); // biome-ignore format: a table

describe('Nobody is taken for somebody', () => {
  test.each([
    ['sq', 'LISI I MADH – Banorët dolën në rrugë pas lëkundjeve.', []],
    ['en', 'Police arrested a man identified only as M.K. on Monday.', []],
    ['en', 'The councillors want cheaper fares.', [], 'BUS FARES TO RISE'],
    ['en', 'The councillors want cheaper fares.', [], 'Bus fares to rise'],
  ])('%s: %s', (language, body, expected, headline = '') => expect(found(language, body, headline)).toEqual(expected));
}); // biome-ignore format: a table

describe('Names are shown in their base form', () => {
  test.each([
    ['sq', 'Goli erdhi pas një pasimi të Arben Lleshit.', ['P Arben Lleshi']],
    ['sq', 'U takua me shkrimtaren Mira Paviçeviqit dje.', ['P Mira Paviçeviq']],
    ['el', 'Ο Φάνης Βλάσης ζήτησε βοήθεια.', ['P Φάνης Βλάσης']],
    ['el', 'Την παραίτησή του υπέβαλε ο Αρχιεπίσκοπος Σινά Λισανδρός.', ['P Λισανδρός']],
    ['tr', 'Bakanlık Sözcüsü Öncü Keçeci konuya ilişkin soruları yanıtladı.', ['P Öncü Keçeci']],
  ])('%s: %s', (language, body, expected) => expect(found(language, body)).toEqual(expected));
}); // biome-ignore format: a table
