import type { Mention } from '../src/domain/counts.ts';
import { builder } from './builder.ts';
import { countryOf } from './places.ts';
import { ActorNode, actorKey, CountryNode, TopicNode } from './refs.ts';
import { TextSpanRef } from './text-span.ts';

const COUNT = 'How often the article names it.';
const SALIENCE = 'How much the article is about it, from 0 to 1.';
const EVIDENCE = 'Where the article says so.';

export const CountryMention = builder.objectRef<Mention>('CountryMention').implement({
  description: 'A country that an article is about.',
  fields: (t) => ({
    country: t.field({
      type: CountryNode,
      description: 'The country.',
      resolve: ({ key }, _args, { catalog }) => countryOf(catalog, key),
    }),
    count: t.exposeInt('count', { description: COUNT }),
    salience: t.exposeFloat('weight', { description: SALIENCE }),
    evidence: t.expose('evidence', { type: [TextSpanRef], description: EVIDENCE }),
  }),
});

export const ActorMention = builder.objectRef<Mention>('ActorMention').implement({
  description: 'An actor whom an article names.',
  fields: (t) => ({
    actor: t.field({
      type: ActorNode,
      description: 'The actor.',
      resolve: ({ key }, _args, context) => actorKey(context, key),
    }),
    count: t.exposeInt('count', { description: COUNT }),
    salience: t.exposeFloat('weight', { description: SALIENCE }),
    evidence: t.expose('evidence', { type: [TextSpanRef], description: EVIDENCE }),
  }),
});

export const TopicMention = builder.objectRef<Mention>('TopicMention').implement({
  description: 'A topic that an article is about.',
  fields: (t) => ({
    topic: t.field({
      type: TopicNode,
      description: 'The topic.',
      resolve: ({ key }, _args, { catalog }) => catalog.topic(key)!,
    }),
    confidence: t.exposeFloat('weight', { description: 'How sure that is, from 0 to 1.' }),
    evidence: t.expose('evidence', {
      type: [TextSpanRef],
      description: 'Where the article says so; empty where only the feed or the outlet’s section does.',
    }),
  }),
});
