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

const resolvers = {
  Query: {
    async articles(_, { country, before, first }) {
      const filter = { countries: { any: [country] }, publishedAt: { to: Date.parse(before) } };
      return (await store.articles(filter, 'NEWEST', { first })).edges.map((edge) => edge.node);
    },
  },
  Article: {
    publishedAt: (article) => new Date(article.publishedAt).toISOString(),
    outlet: (article) => catalog.outlet(article.outlet),
  },
  Actor: { name: (actor) => actor.name },
  Topic: { label: (topic) => topic.labels.en },
};

const grouped = (mentions, ids, shape) => {
  const byArticle = Map.groupBy(mentions, (mention) => mention.articleId);
  return ids.map((id) => (byArticle.get(id) ?? []).map(shape));
};
const idsOf = (queries) => queries.map(({ obj }) => obj.id);

const loaders = {
  Article: {
    async countries(queries) {
      const ids = idsOf(queries);
      return grouped(await store.countryMentions(ids), ids, (mention) => ({ country: { code: mention.key } }));
    },
    async topics(queries) {
      const ids = idsOf(queries);
      return grouped(await store.topicMentions(ids), ids, (mention) => ({ topic: catalog.topic(mention.key) }));
    },
    async actors(queries) {
      const ids = idsOf(queries);
      const byArticle = Map.groupBy(await store.actorMentions(ids), (mention) => mention.articleId);
      const shown = queries.map(({ obj, params }) => (byArticle.get(obj.id) ?? []).slice(0, params.first));
      const slugs = [...new Set(shown.flat().map((mention) => mention.key))].filter((slug) => !catalog.actor(slug));
      const unlisted = new Map(slugs.length === 0 ? [] : (await store.actorsBySlugs(slugs)).map((a) => [a.slug, a]));
      const nameOf = (slug) => catalog.actor(slug)?.names[0].text ?? unlisted.get(slug).name;
      return shown.map((mentions) => mentions.map(({ key }) => ({ actor: { name: nameOf(key) } })));
    },
  },
};

const app = fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
