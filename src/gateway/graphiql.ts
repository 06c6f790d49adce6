import { type Answer, createAnswer } from './answer.ts';
import { EXAMPLE_QUERIES } from './example-queries.ts';
import { GRAPHIQL_HEADERS } from './headers.ts';

/** GraphiQL: a page and its files, all of them ours. */
export interface Graphiql {
  page(): Answer;
  /** One of its files by name; undefined where there is none of it. */
  file(name: string): Promise<Answer | undefined>;
}

const SCRIPT = `
const workers = { editorWorkerService: 'editor-worker.js', json: 'json-worker.js', graphql: 'graphql-worker.js' };
self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => '/graphiql/' + workers[label] };
const options = JSON.parse(document.getElementById('options').textContent);
YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), options);
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1d3557"/><path d="M3 4h10v2H9v7H7V6H3z" fill="#fff"/></svg>`;

export function createGraphiql(): Graphiql {
  const options = { title: 'Telal', endpoint: '/graphql', defaultTabs: EXAMPLE_QUERIES.map((query) => ({ query })) };
  const json = JSON.stringify(options).replaceAll('<', '\\u003c');
  const page = createAnswer(
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Telal · GraphiQL</title>
<link rel="icon" href="/graphiql/icon.svg">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>/* Tabs jump from under the pointer when first pressed: their places are measured too early. */ .graphiql-tab { transform: none !important; }</style>
</head>
<body class="no-focus-outline">
<noscript>GraphiQL needs JavaScript.</noscript>
<div id="root"></div>
<script type="application/json" id="options">${json}</script>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`,
    { type: 'text/html; charset=utf-8', headers: GRAPHIQL_HEADERS, operation: 'page', keep: true },
  );
  const files = new Map<string, Answer>();
  let loading: Promise<void> | null = null;

  return {
    page: () => page,
    async file(name) {
      loading ??= load(files);
      await loading;
      return files.get(name);
    },
  };
}

/** Nine megabytes: read when a browser first asks. */
async function load(files: Map<string, Answer>): Promise<void> {
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  const add = (name: string, text: string | undefined, type: string) => {
    if (text === undefined) throw new Error(`GraphiQL's package has no ${name}`);
    const headers = { ...GRAPHIQL_HEADERS, 'Cache-Control': 'public, max-age=3600' };
    files.set(name, createAnswer(text, { type: `${type}; charset=utf-8`, headers, operation: 'page', keep: true }));
  };
  add('graphiql.js', bundle.js, 'text/javascript');
  add('graphiql.css', bundle.css, 'text/css');
  add('editor-worker.js', bundle.editorWorkerService, 'text/javascript');
  add('json-worker.js', bundle.jsonWorker, 'text/javascript');
  add('graphql-worker.js', bundle.graphqlWorker, 'text/javascript');
  add('start.js', SCRIPT, 'text/javascript');
  add('icon.svg', ICON, 'image/svg+xml');
}
