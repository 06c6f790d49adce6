/** Mercurius with its just-in-time compiler over the same calls of Telal's store. */
import fastify from 'fastify';
import mercurius from 'mercurius';
import { openKnowledge } from '../../src/commands/open-knowledge.ts';
import { readConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';

const schema = `
  type Query { articles(country: String!, before: String!, first: Int!): [Article!]! }
  type Article { headline: String! url: String! publishedAt: String! outlet: Outlet!
    countries: [CountryMention!]! actors(first: Int): [ActorMention!]! topics: [TopicMention!]! }
  type Outlet { name: String! }
  type CountryMention { country: Country! }
  type Country { code: String! }
  type ActorMention { actor: Actor! }
  type Actor { name: String! }
  type TopicMention { topic: Topic! }
  type Topic { label: String! }`;

const store = await openStore(process.env.DATABASE_URL);
const catalog = await openKnowledge(readConfig({}));

const nameOf = ({ names }) => (names.find(({ language }) => language === 'en') ?? names[0]).text;

const resolvers = {
  Query: {
    async articles(_, { country, before, first }) {
      const filter = { countries: { any: [country] }, publishedAt: { to: Date.parse(before) } };
      const page = await store.listArticles(filter, 'NEWEST', { first }, { body: false, mentions: true });
      return page.edges.map((edge) => edge.node);
    },
  },
  Article: {
    publishedAt: (article) => new Date(article.publishedAt).toISOString(),
    outlet: (article) => catalog.outlet(article.outlet),
    countries: ({ mentions }) => mentions.countries,
    topics: ({ mentions }) => mentions.topics,
  },
  CountryMention: { country: ({ key }) => ({ code: key }) },
  TopicMention: { topic: ({ key }) => catalog.topic(key) },
  Topic: { label: (topic) => topic.labels.en },
};

const loaders = {
  Article: {
    async actors(queries) {
      const shown = queries.map(({ obj, params }) => obj.mentions.actors.slice(0, params.first));
      const slugs = [...new Set(shown.flat().map((mention) => mention.key))].filter((slug) => !catalog.actor(slug));
      const unlisted = new Map(slugs.length === 0 ? [] : (await store.actorsBySlugs(slugs)).map((a) => [a.slug, a]));
      const name = (slug) => (catalog.actor(slug) ? nameOf(catalog.actor(slug)) : unlisted.get(slug).name);
      return shown.map((mentions) => mentions.map(({ key }) => ({ actor: { name: name(key) } })));
    },
  },
};

const app = fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
