import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSearch, foldWords } from '../../src/store/fold-search.ts';
import { readSearch } from '../../src/store/search-query.ts';

describe('Folding for search', () => {
  it.each([
    [['Вучић', 'Vučić', 'Vucic', 'ВУЧИЋ', 'Вучиќ', 'Vuçiq']],
    [['Đoković', 'Djokovic', 'Ђоковић', 'ĐOKOVIĆ', 'Ѓоковиќ']],
    [['Niš', 'Ниш', 'Nis', 'Nis\u030c']],
    [['Љубљана', 'Ljubljana', 'Ǉubǉana']],
    [['Живков', 'Zhivkov', 'Živkov']],
    [['Бойко', 'Boyko', 'Bojko', 'Бојко']],
    [['Berisha', 'Бериша', 'Beriša']],
    [['Hoxha', 'Hodža', 'Хоџа']],
    [['Μητσοτάκης', 'Mitsotakis', 'ΜΗΤΣΟΤΑΚΗΣ']],
    [['Erdoğan', 'Erdogan', 'Ердоган', 'ERDOĞAN']],
    [['İstanbul', 'Istanbul', 'ıstanbul']],
    [['Iași', 'Iasi', 'Iaşi']],
    [['Косово', 'Kosovo', 'Коcoвo']],
  ])('makes one word of %j', (forms) => {
    expect(new Set(forms.map(foldSearch)).size).toBe(1);
  });

  it('keeps words apart that differ by more than a mark', () => {
    expect(foldSearch('Kurti')).not.toBe(foldSearch('Kurta'));
    expect(foldWords('d’Estaing, U.S.—2026: „grad“')).toEqual(['d', 'estaing', 'u', 's', '2026', 'grad']);
    expect(foldWords(' …!? ')).toEqual([]);
    expect(foldWords('المدينة 東京')).toHaveLength(2);
  });

  it('leaves letters and digits only, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldSearch(text);
        expect(folded).toMatch(/^[\p{L}\p{N}]*( [\p{L}\p{N}]+)*$/u);
        expect(foldSearch(text.toUpperCase().toLowerCase())).toBe(foldSearch(text.toUpperCase()));
      }),
    );
  });
});

describe('Reading a search', () => {
  const plain = (words: string, prefix = false) => ({ words: words.split(' '), prefix });

  it('knows words, phrases, OR, exclusion and prefixes', () => {
    expect(readSearch('vlada "novi grad" -mir izbor*')).toEqual({
      groups: [[plain('vlada')], [plain('novi grad')], [plain('izbor', true)]],
      excluded: [plain('mir')],
    });
    expect(readSearch('a1 b1 OR c1 OR "d1 e1" f1')).toEqual({
      groups: [[plain('a1')], [plain('b1'), plain('c1'), plain('d1 e1')], [plain('f1')]],
      excluded: [],
    });
    expect(readSearch('-"novi grad" most')).toEqual({ groups: [[plain('most')]], excluded: [plain('novi grad')] });
    expect(readSearch('kovid-19')).toEqual({ groups: [[plain('kovid 19')]], excluded: [] });
  });

  it('finds a meaning for whatever stands there', () => {
    expect(readSearch('')).toBeNull();
    expect(readSearch(' - " " * OR () ')).toBeNull();
    expect(readSearch('OR vlada OR')).toEqual({ groups: [[plain('vlada')]], excluded: [] });
    expect(readSearch('vlada AND grad')).toEqual({ groups: [[plain('vlada')], [plain('grad')]], excluded: [] });
    expect(readSearch('-mir OR grad')).toEqual({ groups: [[plain('grad')]], excluded: [plain('mir')] });
    expect(readSearch('"novi grad')).toEqual({ groups: [[plain('novi grad')]], excluded: [] });
    expect(readSearch('or a*')).toEqual({ groups: [[plain('or')], [plain('a')]], excluded: [] });
  });

  it('refuses a search that is too long', () => {
    expect(() => readSearch('a '.repeat(60))).toThrow(/at most 50/);
    expect(() => readSearch('a'.repeat(2_000))).toThrow(/longer than 1000/);
  });
});
