import { type Answer, createAnswer } from './answer.ts';
import { PAGE_HEADERS } from './headers.ts';

/** What stands at / while there is no dashboard. */
export function createFrontPage(): Answer {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Telal</title>
<link rel="icon" href="/graphiql/icon.svg">
<style>
body { font: 17px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 12vh auto 4rem; padding: 0 1.5rem; color: #1a1a1a; background: #fcfcfa; }
h1 { font-size: 2.2rem; margin: 0; }
a { color: #1d3557; }
li { margin: .35rem 0; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #16181c; } a { color: #a8c7fa; } }
</style>
</head>
<body>
<h1>Telal</h1>
<p>One GraphQL graph over the press of the Balkans: articles by country, actor and topic, in twelve languages and two scripts.</p>
<ul>
<li><a href="/graphql">GraphiQL</a>, with example queries to begin with</li>
<li><a href="/feed.atom">Atom</a>, <a href="/feed.json">JSON Feed</a>, <a href="/feed.csv">CSV</a>: any list as a feed, such as <a href="/feed.atom?country=XK&amp;topic=politics&amp;limit=20">/feed.atom?country=XK&amp;topic=politics&amp;limit=20</a></li>
<li><a href="/schema.graphql">The schema</a>, every element described</li>
<li><a href="/health">Health</a>, <a href="/ready">readiness</a>, <a href="/metrics">metrics</a></li>
</ul>
</body>
</html>
`;
  return createAnswer(html, { type: 'text/html; charset=utf-8', headers: PAGE_HEADERS, operation: 'page', keep: true });
}
