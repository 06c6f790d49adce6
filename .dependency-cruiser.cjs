const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only: ${allowed.join(', ') || 'nothing of the house'}`,
  from: { path: `^${from}/` },
  to: { path: '^(src|schema|dashboard)/', pathNot: [from, ...allowed].map((room) => `^${room}(/|$)`) },
});

/** The rooms of the house and who may import whom (docs/decisions/0001-rooms.md). */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    // The bundle of GraphiQL is named in its package's exports only.
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@graphql-yoga/render-graphiql/graphiql$' },
    },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { path: '^(src|schema)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    only('domain', 'src/domain', []),
    only('catalog', 'src/catalog', ['src/domain']),
    only('read', 'src/read', ['src/domain']),
    only('understand', 'src/understand', ['src/domain', 'src/catalog']),
    only('store', 'src/store', ['src/domain']),
    only('poll', 'src/poll', ['src/domain', 'src/read']),
    only('schema', 'schema', ['src/domain']),
    only('gateway', 'src/gateway', ['schema', 'src/domain']),
    {
      name: 'main-alone-sees-every-room',
      severity: 'error',
      comment:
        'src/main.ts imports commands and config; nothing imports main, and only main and commands import config',
      from: { path: '^(src|schema)/', pathNot: ['^src/commands/', '^src/main\\.ts$', '^src/config\\.ts$'] },
      to: { path: '^src/(main|config)\\.ts$' },
    },
    {
      name: 'commands-are-the-top',
      severity: 'error',
      from: { pathNot: ['^src/(commands/|main\\.ts)', '^(test|bench|tools)/'] },
      to: { path: '^src/commands/' },
    },
    {
      name: 'pothos-only-in-schema',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/@pothos/' },
    },
    {
      name: 'sql-only-in-store',
      severity: 'error',
      from: { path: '^(src|schema)/', pathNot: '^src/store/' },
      to: { path: ['^node:sqlite$', '^sqlite$', 'node_modules/pg/'] },
    },
    {
      name: 'yoga-only-in-gateway',
      severity: 'error',
      from: { path: '^(src|schema)/', pathNot: '^src/gateway/' },
      to: { path: 'node_modules/(graphql-yoga|@graphql-yoga)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
