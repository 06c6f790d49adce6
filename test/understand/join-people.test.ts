import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/domain/annotation.ts';
import { createPeopleJoiner } from '../../src/understand/respelling/join-people.ts';

const given = new Set(['walter', 'ivan', 'ivana', 'laura']);
const joiner = () => createPeopleJoiner((folded) => given.has(folded), 100);

/** An article that names people on no list; a slug is the name in small letters. */
function article(language: string, ...names: string[]): Annotation {
  return {
    language,
    countries: [],
    topics: [],
    agency: null,
    version: '1',
    actors: names.map((name) => ({
      slug: name.toLowerCase().replaceAll(' ', '-'),
      kind: 'PERSON',
      name,
      wikidataId: null,
      curated: false,
      count: 1,
      salience: 0.5,
      evidence: [{ field: 'BODY', start: 0, end: name.length, text: name }],
    })),
    quotes: names.map((name) => ({
      text: 'A sentence.',
      speakerName: name,
      speaker: name.toLowerCase().replaceAll(' ', '-'),
      span: { field: 'BODY', start: 0, end: 11, text: 'A sentence.' },
    })),
  };
}
const people = (annotations: Annotation[]) =>
  annotations.map(({ actors }) => actors.map(({ slug, name }) => [slug, name]));

describe('people on no list, named by several articles', () => {
  it('are one under the name in its own letters, whichever article comes first', () => {
    const texts = [
      article('mk', 'Валтер Хигинс'),
      article('sr-Latn', 'Valterom Higinsom'),
      article('en', 'Walter Higgins'),
      article('el', 'Γουόλτερ Χίγκινς'),
      article('hr', 'Waltera Higginsa'),
    ];
    expect(people(joiner().join(texts))).toEqual(texts.map(() => [['walter-higgins', 'Walter Higgins']]));
  });

  it('speak under the same slug', () => {
    const [, quoted] = joiner().join([article('en', 'Walter Higgins'), article('bg', 'Уолтър Хигинс')]);
    expect(quoted!.quotes.map(({ speaker, speakerName }) => [speaker, speakerName])).toEqual([
      ['walter-higgins', 'Уолтър Хигинс'],
    ]);
  });

  it('are counted once where one article spells them twice', () => {
    const [both] = joiner().join([
      article('sr-Latn', 'Valter Higins', 'Walter Higgins'),
      article('en', 'Walter Higgins'),
    ]);
    expect(both!.actors.map(({ slug, count, evidence }) => [slug, count, evidence.length])).toEqual([
      ['walter-higgins', 2, 2],
    ]);
  });

  it('stay apart where they are two', () => {
    const texts = [article('bg', 'Ивана Петрова'), article('en', 'Ivan Petrov'), article('mk', 'Иван Петровски')];
    expect(people(joiner().join(texts)).map(([person]) => person![1])).toEqual([
      'Ивана Петрова',
      'Ivan Petrov',
      'Иван Петровски',
    ]);
  });

  it('are told once when a slug that was given before is another’s', () => {
    const people = joiner();
    expect(people.join([article('mk', 'Валтер Хигинс')])[0]!.actors[0]!.slug).toBe('валтер-хигинс');
    expect(people.joins()).toEqual([]);
    expect(people.join([article('en', 'Walter Higgins')])[0]!.actors[0]!.slug).toBe('walter-higgins');
    expect(people.joins()).toEqual([{ slug: 'валтер-хигинс', into: 'walter-higgins', name: 'Walter Higgins' }]);
    expect(people.joins()).toEqual([]);
    expect(people.join([article('mk', 'Валтер Хигинс')])[0]!.actors[0]!.slug).toBe('walter-higgins');
  });

  it('are known by the surname alone in an article that names the same others', () => {
    const others = ['Laura Kingsley', 'Emily Brightwell'];
    const texts = [
      article('en', 'Walter Higgins', ...others),
      article('sr-Cyrl', 'Хигинса', 'Лаура Кингсли', 'Емили Брајтвел'),
      article('mk', 'Хигинс', 'Петар Манев'),
    ];
    const slugs = joiner()
      .join(texts)
      .map(({ actors }) => actors[0]!.slug);
    expect(slugs).toEqual(['walter-higgins', 'walter-higgins', 'хигинс']);
    const two = [article('en', 'Walter Higgins', 'Jane Higgins', ...others), texts[1]!];
    expect(joiner().join(two)[1]!.actors[0]!.slug).toBe('хигинса');
  });

  it('are found again among those of earlier articles', () => {
    const people = joiner();
    people.remember({ slug: 'walter-higgins', text: 'Walter Higgins', language: 'en' });
    expect(people.join([article('bg', 'Уолтър Хигинс')])[0]!.actors[0]!.slug).toBe('walter-higgins');
  });
});

describe('articles that come one after another', () => {
  it('have a lone surname joined to the person of an earlier one that tells the same', () => {
    const join = joiner();
    join.join([article('en', 'Walter Higgins', 'Laura Benton', 'Ivan Marsh')]);
    const [later] = join.join([article('en', 'Higgins', 'Laura Benton', 'Ivan Marsh')]);
    expect(people([later!])).toEqual([[['walter-higgins', 'Walter Higgins'], ['laura-benton', 'Laura Benton'], ['ivan-marsh', 'Ivan Marsh']]]); // biome-ignore format: a row
    const [other] = join.join([article('en', 'Higgins', 'Laura Benton')]);
    expect(people([other!])).toEqual([[['higgins', 'Higgins'], ['laura-benton', 'Laura Benton']]]); // biome-ignore format: a row
  });

  /** An article about a country that names one body, by its acronym alone or with it in brackets. */
  const about = (code: string, name: string, acronym?: string): Annotation => {
    const one = article('sr-Latn', name);
    return {
      ...one,
      countries: [{ code, count: 1, salience: 0.5, evidence: [] }],
      actors: one.actors.map((tag) => ({ ...tag, kind: 'ORGANIZATION', ...(acronym && { spelling: acronym }) })),
    };
  };
  const first = ([annotation]: Annotation[]) => annotation!.actors[0]!.name;

  it('have an acronym joined to the one body that an article of the same country has explained', () => {
    const join = joiner();
    expect(first(join.join([about('RS', 'CSM')]))).toBe('CSM');
    join.join([about('RS', 'Centar za slobodne medije', 'CSM')]);
    expect(join.join([about('RS', 'CSM')])[0]!.actors[0]).toMatchObject({
      slug: 'centar-za-slobodne-medije',
      name: 'Centar za slobodne medije',
      spelling: 'CSM',
    });
    expect(first(join.join([about('BG', 'CSM')]))).toBe('CSM');
    join.join([about('RS', 'Centar sportskih medija', 'CSM')]);
    expect(first(join.join([about('RS', 'CSM')]))).toBe('CSM');
  });
});
