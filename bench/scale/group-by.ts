import { createServer, type IncomingMessage } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { json } from 'node:stream/consumers';

// The plain statement over the rows of an embedded store (STORE), served with as little around it as can be: what facets
// and timelines are measured beside. Asked as GraphQL is, with `query` naming the statement.
const database = new DatabaseSync(process.env['STORE']!, { readOnly: true });
database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824');

const tag = "(SELECT id FROM tag WHERE kind = 'about' AND key = ?)";
const statements = {
  facets: database.prepare(
    `SELECT t.kind, t.key, count(*) AS n FROM posting p JOIN article_tag y ON y.article_id = p.article_id
     JOIN tag t ON t.id = y.tag_id WHERE p.tag_id = ${tag} GROUP BY t.kind, t.key ORDER BY n DESC LIMIT 100`,
  ),
  timeline: database.prepare(
    `SELECT published_at / 86400000 AS day, count(*) AS n FROM posting WHERE tag_id = ${tag} GROUP BY 1 ORDER BY 1`,
  ),
};

async function answer(request: IncomingMessage): Promise<string> {
  const { query, variables } = (await json(request)) as { query: string; variables?: { country: string } };
  const data = query in statements ? statements[query as keyof typeof statements].all(variables!.country) : {};
  return JSON.stringify({ data });
}

createServer((request, response) => {
  answer(request).then(
    (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
