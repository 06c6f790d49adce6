import { expect, test } from 'vitest';
import { bodies, people } from './whole-knowledge.ts';

test('With whom one talks, meets or marries is a person', () => {
  expect(people('hr', 'Nakon razgovora s Brtnerom ministarstvo je objavilo priopćenje.')).toEqual(['Brtnerom']);
  expect(people('ro', 'Ieri s-a întâlnit cu Brandhof la sediul din centru.')).toEqual(['Brandhof']);
});

test('In Romanian a pronoun that says the object twice, a kinsman with his owner and "pe nume" tell of a person', () => {
  expect(people('ro', 'Vecinii l-au găsit pe Brandhof în grădină.')).toEqual(['Brandhof']);
  expect(people('ro', 'Generalul său, Brandhofer, a plecat din oraș.')).toEqual(['Brandhofer']);
  expect(people('ro', 'Un meșter pe nume Brandhof a reparat podul.')).toEqual(['Brandhof']);
});

test('In Turkish who wears, marries or plays is a person, the name of a team, a work or from where somebody comes is none', () => {
  expect(people('tr', 'Bu maçta ilk kez forma giyen Brandhof iki gol attı.')).toEqual(['Brandhof']);
  expect(people('tr', 'Geçen hafta eski takımı Brandhof karşısında oynadılar.')).toEqual([]);
  expect(people('tr', 'Kraliçe, Brandhof’lu bir ailede büyüdü.')).toEqual([]);
});

test('A Romanian plural of everyday words is nobody, nor what a park or a street is called after', () => {
  expect(people('ro', 'La Jocurile de iarnă și la două Imperii Romane s-au gândit profesorii.')).toEqual([]);
  expect(people('ro', 'Copiii s-au jucat în parcul Carol până seara.')).toEqual([]);
});

test('A name in three parts with a small one behind a hyphen is a person’s whole name', () => {
  expect(people('ro', 'Choi Mun-sang este șeful biroului de strategie.')).toEqual(['Choi Mun-sang']);
});

test('Behind a given name a company’s bare name is a surname', () => {
  expect(people('tr', 'Film, Walt Disney’in ilk yıllarını anlatıyor.')).toEqual(['Walt Disney’in']);
});

test('Whose or what for may stand between a body’s noun and its name, which then is the body’s throughout', () => {
  expect(bodies('hr', 'Nastupio je ansambl violončelista Brtnomania. Publika je pljeskala, a Brtnomaniju su pozvali opet.')).toEqual(['Brtnomania', 'Brtnomaniju']);
  expect(bodies('hr', 'Govorio je direktor tvrtke za prijevoz Brtnomar.')).toEqual([]);
}); // biome-ignore format: one line reads better

test('An organisation’s purpose goes on with whose it is, a king between its noun and its name belongs to it', () => {
  expect(bodies('hr', 'Institut za razvoj obrazovanja poziva studente.')).toEqual(['Institut za razvoj obrazovanja']);
  expect(bodies('hr', 'Članica je Hrvatskog društva glazbenih umjetnika.')).toEqual(['Hrvatskog društva glazbenih umjetnika']);
  expect(bodies('hr', 'Kampanju provodi Fondacija kralja Halida, koja je poznata.')).toEqual(['Fondacija kralja Halida']);
}); // biome-ignore format: one line reads better

test('A whole name in quotation marks, of a saint’s church or of a cabinet is nobody who acts', () => {
  expect(people('ro', 'Sala audio-video „Vasile Brandu” este închisă temporar, a anunțat primăria.')).toEqual([]);
  expect(people('hr', 'Koncert je u crkvi sv. Brtka, a ulaz je slobodan.')).toEqual([]);
  expect(bodies('ro', 'Guvernul Vasile Brandu a căzut în toamnă.')).toEqual(['Guvernul Vasile Brandu']);
  expect(people('ro', 'Regizorul de film Vasile Brandu a plecat.')).toEqual(['Vasile Brandu']);
}); // biome-ignore format: one line reads better

test('A Turkish word after a date of birth, or before the country in which it lies, is a place', () => {
  expect(people('tr', 'Ahmet Yılmaz (d. 20 Mart 1983 Brtnovre), orta sahada oynuyor.')).toEqual(['Ahmet Yılmaz']);
  expect(people('tr', 'Ahmet Yılmaz 1912’de Brtnern, İsviçre’de öldü.')).toEqual(['Ahmet Yılmaz']);
});

test('A given name stays one where it is an everyday word only by an ending of it, or stands in a prince’s name', () => {
  expect(people('hr', 'Koncert je počeo kasno. Vito svira klavir od djetinjstva.')).toEqual(['Vito']);
  expect(people('tr', 'William Brandhofer, bu kitabı 1980 yılında yazdı.')).toEqual(['William Brandhofer']);
});

test('In a row of towns, villages or islands none is a person', () => {
  expect(people('tr', 'Brotnan, Estnar ve Loftnar kasabaları bu ilçeye bağlıdır.')).toEqual([]);
  expect(people('hr', 'Poplavljeni su gradovi Brotnanec, Estnarec i Loftnarec, rekli su jučer.')).toEqual([]);
  expect(people('hr', 'Golman sa stadiona Brotnan, Ivan Loftnarec, obranio je udarac.')).toEqual(['Ivan Loftnarec']);
});
