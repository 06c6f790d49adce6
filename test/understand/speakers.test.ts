import { expect, test } from 'vitest';
import { annotate } from './whole-knowledge.ts';

/** Who says what, in a sentence behind one in which somebody else speaks. */
const said = (language: string, body: string) =>
  annotate({ headline: '', summary: null, body }, { language }).quotes.map(
    ({ text, speakerName }) => `${speakerName}: ${text}`,
  );

test.each([
  ['tr', 'Selin Aksu dün konuştu. Belediye Başkanı Kemal Duran, yeni köprünün geciktiğini belirterek, "Bahara kadar sabır istiyoruz" ifadelerini kullandı.', 'Kemal Duran: Bahara kadar sabır istiyoruz'],
  ['tr', 'Selin Aksu dün konuştu. Kemal Duran ise Aksu’nun sözlerine "Bu kadarı da fazla" diye karşılık verdi.', 'Kemal Duran: Bu kadarı da fazla'],
  ['tr', 'Selin Aksu dün konuştu. Yaşlı bir kadın bana "Ben buradan gitmem" dedi.', 'null: Ben buradan gitmem'],
  ['el', '«Κάηκαν τα πάντα μέσα σε μία ώρα», λέει στον «Ταχυδρόμο» ο Πέτρος Βλάσης.', 'Πέτρος Βλάσης: Κάηκαν τα πάντα μέσα σε μία ώρα'],
  ['el', 'Ο Πέτρος Βλάσης είχε δηλώσει τον Ιούνιο ότι το έργο «πρέπει να τελειώσει».', 'Πέτρος Βλάσης: πρέπει να τελειώσει'],
  ['ro', 'Radu Lupescu ne amintea ieri că „podul nu iartă”.', 'Radu Lupescu: podul nu iartă'],
  ['mk', 'Градоначалникот не се појави на седницата. – Мостот нема да чека никого, порача Горан Темелков.', 'Горан Темелков: Мостот нема да чека никого'],
  ['hr', 'Most je zatvoren do proljeća. - Nećemo čekati još jednu zimu, uzvratio je Ivan Brešan.', 'Ivan Brešan: Nećemo čekati još jednu zimu'],
  ['mk', 'Според професорот Горан Темелков, „решението е во Скопје, не во Битола“.', 'Горан Темелков: решението е во Скопје, не во Битола'],
  ['sr', 'Према речима Јована Видовића, „решење је у Нишу, не у Врању“.', 'Јован Видовић: решење је у Нишу, не у Врању'],
])('The one who speaks is named: %s %s', (language, body, expected) => {
  expect(said(language, body)).toEqual([expected]);
}); // biome-ignore format: a table
