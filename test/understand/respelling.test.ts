import { describe, expect, it } from 'vitest';
import { createNameRegister } from '../../src/understand/respelling/name-register.ts';

const given = new Set(
  'ivan ivana petar petra marko marija mario ana nikola jovan jovana milan dejan dean georgi denis'.split(' '),
);
const registerOf = (...names: [text: string, language: string][]) => {
  const register = createNameRegister(1000, (folded) => given.has(folded));
  for (const [text, language] of names) register.add({ slug: text, text, language });
  return register;
};
const finds = (own: string, text: string, language: string, ownLanguage = 'en') =>
  registerOf([own, ownLanguage]).find(text, language)?.slug ?? null;

const alike: [own: string, text: string, language: string][] = [
  ['Walter Higgins', 'Валтер Хигинс', 'sr-Cyrl'],
  ['Walter Higgins', 'Уолтър Хигинс', 'bg'],
  ['Walter Higgins', 'Γουόλτερ Χίγκινς', 'el'],
  ['Geoffrey Whitcombe', 'Џефри Виткомб', 'mk'],
  ['Geoffrey Whitcombe', 'Džefri Vitkomb', 'sr-Latn'],
  ['Geoffrey Whitcombe', 'Xhefri Uitkomb', 'sq'],
  ['Charlotte Beaumont', 'Шарлот Бомон', 'sr-Cyrl'],
  ['Charlotte Beaumont', 'Σαρλότ Μπομόν', 'el'],
  ['Jean-Pierre Dubois', 'Жан-Пјер Дибоа', 'sr-Cyrl'],
  ['Jürgen Schwarzkopf', 'Јирген Шварцкопф', 'sr-Cyrl'],
  ['Jürgen Schwarzkopf', 'Юрген Шварцкопф', 'bg'],
  ['Jürgen Schwarzkopf', 'Γιούργκεν Σβάρτσκοπφ', 'el'],
  ['Şükrü Çağlayan', 'Шукру Чаглајан', 'mk'],
  ['Şükrü Çağlayan', 'Шюкрю Чаглаян', 'bg'],
  ['Şükrü Çağlayan', 'Σουκρού Τσαγλαγιάν', 'el'],
  ['Gjergj Xhemali', 'Ђерђ Џемали', 'sr-Cyrl'],
  ['Gjergj Xhemali', 'Ѓерѓ Џемали', 'mk'],
  ['Javier Quintana', 'Хавијер Кинтана', 'mk'],
  ['Javier Quintana', 'Χαβιέρ Κιντάνα', 'el'],
  ['Giancarlo Bellucci', 'Ђанкарло Белучи', 'sr-Cyrl'],
  ['Ștefan Niculăescu', 'Штефан Никулаеску', 'mk'],
  ['Ștefan Niculăescu', 'Штефан Никулъеску', 'bg'],
  ['Khalid Mansour', 'Халид Мансур', 'bg'],
  ['Khalid Mansour', 'Χαλίντ Μανσούρ', 'el'],
  ['Marko Marić', 'Марко Марич', 'bg'],
  ['Marko Marić', 'Μάρκο Μάριτς', 'el'],
  ['Stojan Hadžiev', 'Στόγιαν Χατζίεφ', 'el'],
  ['Kevin Brightwell', 'Кевина Брајтвела', 'sr-Cyrl'],
  ['Kevin Brightwell', 'Kevinom Brajtvelom', 'sr-Latn'],
  ['Kevin Brightwell', 'Kevina Brightwella', 'hr'],
  ['Emily Brightwell', 'Emily Brightwell', 'tr'],
  ['Laura Kingsley', 'Лауре Кингсли', 'sr-Cyrl'],
  ['Kevin Brightwell', 'Kevin Brightwellit', 'sq'],
];

const apart: [own: string, text: string, language: string][] = [
  ['Ivan Petrov', 'Ивана Петрова', 'bg'],
  ['Ivan Petrov', 'Ивана Петрова', 'mk'],
  ['Marko Marić', 'Марко Маровић', 'sr-Cyrl'],
  ['Marko Marić', 'Марко Мирић', 'sr-Cyrl'],
  ['Marko Marić', 'Мирко Марић', 'sr-Cyrl'],
  ['Petar Jovanov', 'Петра Јованов', 'mk'],
  ['Petar Jovanov', 'Петар Јовановски', 'mk'],
  ['Ana Simić', 'Јана Симић', 'sr-Cyrl'],
  ['Ivan Ivić', 'Иван Јовић', 'sr-Cyrl'],
  ['Jovan Jović', 'Јован Јовичић', 'sr-Cyrl'],
  ['Dean Stanković', 'Дејан Станковић', 'sr-Cyrl'],
  ['John Martin', 'Јан Мартин', 'sr-Cyrl'],
  ['John Smith', 'Џон Смет', 'sr-Cyrl'],
  ['Mark Wilson', 'Марк Вилсон Кларк', 'sr-Cyrl'],
  ['Paul Hunter', 'Паула Хантер', 'sr-Cyrl'],
  ['Robert Miller', 'Роберт Тилер', 'bg'],
  ['Daniel Brook', 'Даниела Брук', 'bg'],
  ['Kevin Brightwell', 'Kevyn Brightwall', 'tr'],
  ['Arben Hoxha', 'Арбер Хоџа', 'mk'],
  ['Giorgos Papadopoulos', 'Γιώργος Παπαδάκης', 'el'],
];

describe('names in another spelling', () => {
  it.each(alike)('%s is %s (%s)', (own, text, language) => expect(finds(own, text, language)).toBe(own));
  it.each(apart)('%s is not %s (%s)', (own, text, language) => expect(finds(own, text, language)).toBe(null));

  it('are nobody’s where they may be those of two', () => {
    const register = registerOf(['Jack Howell', 'en'], ['Jake Howell', 'en']);
    expect(register.find('Џек Хауел', 'sr-Cyrl')).toBe(null);
  });

  it('find a respelling of a third language', () => {
    expect(registerOf(['Џефри Виткомб', 'sr-Cyrl']).find('Джефри Уиткомб', 'bg')?.slug).toBe('Џефри Виткомб');
  });

  it('are forgotten once there are too many, the least used first', () => {
    const register = createNameRegister(2, () => false);
    register.add({ slug: 'a', text: 'Walter Higgins', language: 'en' });
    register.add({ slug: 'b', text: 'Kevin Brightwell', language: 'en' });
    register.add({ slug: 'a', text: 'Walter Higgins', language: 'en' });
    register.add({ slug: 'c', text: 'Laura Kingsley', language: 'en' });
    expect(register.find('Валтер Хигинс', 'sr-Cyrl')?.slug).toBe('a');
    expect(register.find('Кевин Брајтвел', 'sr-Cyrl')).toBe(null);
  });
});
