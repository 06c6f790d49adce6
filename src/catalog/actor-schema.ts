import { z } from 'zod';
import { code, date, roleNames, slug, text, wikidata, wordsByLanguage } from './terms.ts';

const role = z
  .strictObject({
    role: z.enum(roleNames).describe('The office; its words in every language stand in roles.yaml.'),
    of: z
      .string()
      .nullish()
      .describe('Of what: a country’s code, an actor’s slug or the English name of a town or entity.'),
    portfolio: z.string().nullish().describe('What a minister is minister of, such as energy.'),
    from: date.nullish().describe('Since when: YYYY, YYYY-MM or YYYY-MM-DD.'),
    to: date.nullish().describe('Until when; absent for an office held now.'),
  })
  .describe('An office held.');

const actorFields = {
  slug: slug.describe('a–z, 0–9 and hyphens, of the English name; it never changes once given.'),
  names: wordsByLanguage
    .refine((names) => Object.keys(names).length > 0, 'at least one name was expected')
    .describe(
      'Full names by language, the first of a list to show; case forms are generated. en is the name’s own Latin spelling, sr is Cyrillic.',
    ),
  acronyms: wordsByLanguage.optional().describe('Acronyms by language; sr falls to Latin by itself.'),
  alone: z
    .array(text)
    .optional()
    .describe(
      'Persons: forms that name this person without the given name (default: the surname; [] for none). Organisations: bare forms that mean it where its country is spoken of.',
    ),
  countries: z.array(code).optional().describe('Countries it belongs to; for persons: whom they act for.'),
  wikidata: wikidata.nullish().describe('Wikidata id such as Q57788, only where certain.'),
  description: text.nullish().describe('One short English phrase, such as President of Serbia.'),
  roles: z.array(role).optional().describe('Offices, newest first.'),
  enabled: z.boolean().optional().describe('false removes the actor of this slug.'),
};

const organizationTypes = [
  'party', 'government', 'ministry', 'parliament', 'court', 'prosecution', 'police', 'military', 'agency', 'bank',
  'company', 'church', 'media', 'club', 'think-tank', 'ngo', 'university', 'union', 'international', 'militia', 'other',
] as const; // biome-ignore format: a list of words

/** One entry of sources/actors/*.yaml. */
export const actorSchema = z.union([
  z
    .strictObject({ slug: actorFields.slug, enabled: z.literal(false).describe('Removes the actor of this slug.') })
    .describe('An actor of an earlier folder, removed.'),
  z.discriminatedUnion('kind', [
    z
      .strictObject({
        ...actorFields,
        kind: z.literal('person').describe('A person.'),
        gender: z.enum(['m', 'f']).nullish().describe('Decides how the name is declined.'),
      })
      .describe('A person.'),
    z
      .strictObject({
        ...actorFields,
        kind: z.literal('organization').describe('An organisation.'),
        type: z.enum(organizationTypes).nullish().describe('What kind of organisation it is.'),
        parent: slug
          .optional()
          .describe(
            'The organisation that this one is an organ of (schema.org parentOrganization), by its slug: a text that says its name inside this one’s (UN General Assembly) names it too.',
          ),
        adjectives: wordsByLanguage
          .optional()
          .describe(
            'Adjectives of a party, masculine singular, indefinite (republikanski): they mean it beside a noun of politics (senator, voter, majority), where its country is spoken of.',
          ),
        members: wordsByLanguage
          .optional()
          .describe(
            'What a party’s people are called, singular and plural, in lower case where the language writes them so: Democrats, naprednjaci. They mean the party where its country is spoken of.',
          ),
      })
      .describe('An organisation.'),
  ]),
]);
