import { describe, expect, test } from 'vitest';
import type { ActorTag } from '../../src/domain/annotation.ts';
import { annotate } from './whole-knowledge.ts';

const bodies = (language: string, body: string): ActorTag[] =>
  annotate({ headline: '', summary: null, body }, { language }).actors.filter(({ kind }) => kind === 'ORGANIZATION');

describe('A body on no list is shown by its base name', () => {
  test.each([
    ['sr', 'Žalba je podneta Višem javnom tužilaštvu u Loznici.', 'Više javno tužilaštvo u Loznici'],
    ['sr', 'Саопштење Полицијске управе у Лозници стигло је касно.', 'Полицијска управа у Лозници'],
    ['hr', 'Pacijenti su prevezeni u Opću bolnicu Lipovac kod grada.', 'Opća bolnica Lipovac'],
    ['bs', 'Članice Udruženja „Majke dolina“ čekale su pred zgradom.', 'Udruženje „Majke dolina“'],
    ['cnr', 'Govorila je predsjednica Matice primorske.', 'Matica primorska'],
    ['sl', 'Vodja Splošne bolnišnice Lipje je odstopil.', 'Splošna bolnišnica Lipje'],
    ['mk', 'Повредените се во Клиничката болница во Кратово.', 'Клиничка болница во Кратово'],
    ['mk', 'Говореше проректорот на Правниот факултет во Кратово.', 'Правен факултет во Кратово'],
    ['bg', 'Решението е на Апелативния съд в Разлог.', 'Апелативен съд в Разлог'],
    ['bg', 'Директорът на Института за морски изследвания говори вчера.', 'Институт за морски изследвания'],
    ['ro', 'Directorul Agenției pentru Apele Mici a demisionat.', 'Agenția pentru Apele Mici'],
    ['sq', 'Drejtori i Institutit për Studime Bregdetare foli dje.', 'Instituti për Studime Bregdetare'],
    ['el', 'Μίλησε ο πρύτανης του Πανεπιστημίου Κομοτηνής για το θέμα.', 'Πανεπιστήμιο Κομοτηνής'],
  ])('%s: %s', (language, body, name) => {
    expect(bodies(language, body).map((actor) => actor.name)).toContain(name);
  });
});

describe('What a body is for belongs to its name', () => {
  test.each([
    ['sr', 'Komisija za zaštitu konkurencije otvorila je postupak.', 'Komisija za zaštitu konkurencije'],
    ['sr', 'Predaje na Fakultetu za ekonomiju i logistiku u gradu.', 'Fakultet za ekonomiju i logistiku'],
    ['hr', 'Ured za suzbijanje prijevara i organiziranog kriminaliteta odbio je prijavu.', 'Ured za suzbijanje prijevara i organiziranog kriminaliteta'],
    ['mk', 'Комисијата за односи со верските заедници се состана вчера.', 'Комисија за односи со верските заедници'],
    ['mk', 'Дирекцијата за заштита и спасување прати екипи.', 'Дирекција за заштита и спасување'],
  ])('%s: %s', (language, body, name) => {
    expect(bodies(language, body).map((actor) => actor.name)).toEqual([name]);
  }); // biome-ignore format: a table
});

describe('A word for a body alone', () => {
  test('is the body that the text names in full', () => {
    const [forum, ...others] = bodies(
      'sr',
      'Osnovan je Institut za ribarstvo. Kako je javljeno iz Instituta, posla ima.',
    );
    expect([forum?.name, forum?.count, others]).toEqual(['Institut za ribarstvo', 2, []]);
  });
  test('is the known body of that name that the text speaks of', () => {
    const [union, ...others] = bodies('hr', 'Pregovori s Europskom unijom traju. Ulazak u Uniju je cilj.');
    expect([union?.slug, union?.count, others]).toEqual(['european-union', 2, []]);
  });
  test('is the government of the country spoken of', () => {
    expect(bodies('hr', 'U Hrvatskoj je potpredsjednik Vlade najavio mjere.').map(({ slug }) => slug)).toEqual(['government-of-croatia']);
  }); // biome-ignore format: one line reads better
  test('is nobody where nothing tells', () => {
    expect(bodies('sq', 'Sipas Gjykatës vendimi është marrë.')).toEqual([]);
    expect(bodies('ro', 'Hotărârea Guvernului a fost publicată.')).toEqual([]);
    expect(bodies('sr', 'Sednica Saveta počinje sutra.')).toEqual([]);
  });
});

test('Who stands behind a body’s town is somebody else', () => {
  const { actors } = annotate({ headline: '', summary: null, body: 'Profesorka Pravnog fakulteta u Lozovici Vesna Ratkov govori sutra.' }, { language: 'sr' });
  expect(actors.map(({ name }) => name).sort()).toEqual(['Pravni fakultet u Lozovici', 'Vesna Ratkov']);
}); // biome-ignore format: one line reads better
