import { ArticleConnection, ArticleEdge, articleList, articleListArgs } from './article-connection.ts';
import { builder } from './builder.ts';
import { labelIn } from './names.ts';
import { ArticleNode, CountryNode, OutletNode } from './refs.ts';

CountryNode.implement({
  description: 'A country.',
  fields: (t) => ({
    code: t.expose('code', { type: 'CountryCode', description: 'ISO 3166-1 alpha-2; XK is Kosovo.' }),
    name: t.string({
      description: 'Its name; falls back to English.',
      args: { language: t.arg({ type: 'LanguageTag', defaultValue: 'en', description: 'Whose readers it is for.' }) },
      resolve: ({ names, code }, { language }) => labelIn(names, language ?? 'en', code),
    }),
    outlets: t.field({
      type: [OutletNode],
      description: 'Outlets of this country.',
      resolve: ({ code }, _args, { catalog }) => catalog.outlets.filter((outlet) => outlet.country === code),
    }),
    articles: t.connection(
      {
        type: ArticleNode,
        description: 'Articles about this country.',
        args: articleListArgs,
        resolve: ({ code }, args, context, info) => articleList(context, args, info, { countries: { any: [code] } }),
      },
      ArticleConnection,
      ArticleEdge,
    ),
  }),
});

builder.queryFields((t) => ({
  country: t.field({
    type: CountryNode,
    nullable: true,
    description: 'One country; null where the code names none.',
    args: { code: t.arg({ type: 'CountryCode', required: true, description: 'Its code.' }) },
    resolve: (_root, { code }, { catalog }) => catalog.country(code),
  }),
  countries: t.field({
    type: [CountryNode],
    extensions: { size: 250 },
    description: 'Every country that an article may be about.',
    resolve: (_root, _args, { catalog }) => [...catalog.countries],
  }),
}));
