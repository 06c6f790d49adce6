import { expect, it } from 'vitest';
import { articleEnd } from '../../src/read/article-end.ts';

const own = (text: string) => text.slice(0, articleEnd(text));

it.each([
  [
    'English',
    '“Nobody checks,” she said.',
    'Rr. Ilirisë 12, 1200 Tetovo\nSubscribe to our newsletter\n© 2026 Tetova. All rights reserved.',
  ],
  [
    'Serbian',
    'Sednica je odložena za sredu.',
    'Pratite nas na Fejsbuku i Instagramu\n\nPrimer d.o.o., Bulevar mira 12, 11000 Beograd, tel: +381 11 123 456\n\nSva prava zadržana',
  ],
  [
    'Macedonian',
    'Седницата продолжува утре.',
    'Следете не на Фејсбук\nул. Маршал Тито 5, 1000 Скопје\n© 2026 Пример. Сите права се задржани.',
  ],
  [
    'Greek',
    'Η δίκη συνεχίζεται.',
    'Ακολουθήστε μας στο Google News\nΣταδίου 24, 105 64 Αθήνα\nΜε επιφύλαξη παντός δικαιώματος',
  ],
  ['Romanian', 'Ședința continuă mâine.', 'Abonează-te la newsletter\n© 2026. Toate drepturile rezervate'],
  ['Albanian', 'Seanca vazhdon nesër.', 'Na ndiqni në Facebook\nredaksia@shembull.example'],
  ['Turkish', 'Duruşma yarın sürecek.', 'Haberin devamı için abone olun\nTüm hakları saklıdır'],
])('An article in %s ends before the address, the newsletter and the rights', (_, text, below) => {
  expect(own(`${text}\n\n${below}`)).toBe(text);
});

it.each([
  ['where something happened', 'The blast was heard at dawn.\n\nIt hit a house at 12 Main Street, 1200 Tetovo'],
  ['a quotation that asks', 'He turned to the crowd.\n\n“Follow us to the square,” he said.'],
  ["the agency's credit", 'Pregovori su završeni.\n\nIzvor: Tanjug'],
  ['a text of nothing else', 'Sva prava zadržana'],
  ['a short last sentence', 'Oprema je stigla.\n\nDetalji sutra.'],
])('%s stays', (_, text) => {
  expect(own(text)).toBe(text);
});
