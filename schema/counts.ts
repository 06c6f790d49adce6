import type { KeyCount } from '../src/domain/counts.ts';
import { builder } from './builder.ts';
import { countryOf, outletOf } from './places.ts';
import { ActorNode, actorKey, CountryNode, OutletNode, TopicNode } from './refs.ts';

export const CountryCount = builder.objectRef<KeyCount>('CountryCount').implement({
  description: 'A country and how many.',
  fields: (t) => ({
    country: t.field({
      type: CountryNode,
      description: 'The country.',
      resolve: ({ key }, _args, { catalog }) => countryOf(catalog, key),
    }),
    count: t.exposeInt('count', { description: 'Articles.' }),
  }),
});

export const ActorCount = builder.objectRef<KeyCount>('ActorCount').implement({
  description: 'An actor and how many.',
  fields: (t) => ({
    actor: t.field({
      type: ActorNode,
      description: 'The actor.',
      resolve: ({ key }, _args, context) => actorKey(context, key),
    }),
    count: t.exposeInt('count', { description: 'Articles.' }),
  }),
});

export const TopicCount = builder.objectRef<KeyCount>('TopicCount').implement({
  description: 'A topic and how many.',
  fields: (t) => ({
    topic: t.field({
      type: TopicNode,
      description: 'The topic.',
      resolve: ({ key }, _args, { catalog }) => catalog.topic(key)!,
    }),
    count: t.exposeInt('count', { description: 'Articles.' }),
  }),
});

export const OutletCount = builder.objectRef<KeyCount>('OutletCount').implement({
  description: 'An outlet and how many.',
  fields: (t) => ({
    outlet: t.field({
      type: OutletNode,
      description: 'The outlet.',
      resolve: ({ key }, _args, { catalog }) => outletOf(catalog, key),
    }),
    count: t.exposeInt('count', { description: 'Articles.' }),
  }),
});

export const LanguageCount = builder.objectRef<KeyCount>('LanguageCount').implement({
  description: 'A language and how many.',
  fields: (t) => ({
    language: t.field({ type: 'LanguageTag', description: 'The language.', resolve: ({ key }) => key }),
    count: t.exposeInt('count', { description: 'Articles.' }),
  }),
});
