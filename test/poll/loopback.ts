import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server on loopback whose answers a test sets by path, and which remembers what it was asked. */
export interface Loopback {
  origin: string;
  port: number;
  host: string;
  answers: Map<string, Answer>;
  requests: { path: string; at: number; headers: IncomingMessage['headers'] }[];
  /** Requests answered at the same moment, at most. */
  mostAtOnce: number;
  close(): Promise<void>;
}

export async function openLoopback(host = '127.0.0.1'): Promise<Loopback> {
  const answers = new Map<string, Answer>();
  let open = 0;
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!;
    site.requests.push({ path, at: performance.now(), headers: request.headers });
    open++;
    site.mostAtOnce = Math.max(site.mostAtOnce, open);
    response.once('close', () => open--);
    const answer = answers.get(request.url ?? '/') ?? answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const spelt = host.includes(':') ? `[${host}]` : host;
  const site: Loopback = {
    origin: `http://${spelt}:${port}`,
    port,
    host,
    answers,
    requests: [],
    mostAtOnce: 0,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return site;
}

/** Answers with this body. */
export function send(body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Answer {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

export function redirect(to: string, status = 302): Answer {
  return (_request, response) => response.writeHead(status, { location: to }).end();
}

export interface SampleItem {
  title?: string;
  link?: string;
  guid?: string;
  description?: string;
  content?: string;
  category?: string;
  date?: Date | string;
}

/** An RSS feed of these items. */
export function rss(items: SampleItem[], channel = ''): string {
  const tag = (name: string, value: string | undefined) =>
    value === undefined ? '' : `<${name}>${value.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</${name}>`;
  const body = items.map((item) => {
    const date = item.date instanceof Date ? item.date.toUTCString() : item.date;
    return `<item>${tag('title', item.title)}${tag('link', item.link)}${tag('guid', item.guid)}${tag('description', item.description)}${tag('content:encoded', item.content)}${tag('category', item.category)}${tag('pubDate', date)}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Sample</title>
<link>http://example.org/</link>${channel}${body.join('\n')}</channel></rss>`;
}
