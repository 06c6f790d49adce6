import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoopback, rss, send } from '../poll/loopback.ts';
import { runTelal } from './run-telal.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: { stringValue?: string } }[];
}

const bin = fileURLToPath(new URL('../../bin/telal.js', import.meta.url));
let folder: string;
let collector: Server;
let endpoint: string;
let bodies: string[] = [];

const spans = (): Span[] =>
  bodies.flatMap((body) =>
    JSON.parse(body).resourceSpans.flatMap((resource: { scopeSpans: { spans: Span[] }[] }) =>
      resource.scopeSpans.flatMap((scope) => scope.spans),
    ),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telal-traces-'));
  collector = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/v1/traces') bodies.push(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterAll(async () => {
  collector.close();
  await rm(folder, { recursive: true, force: true });
});

test('a request, its execution and its statements are one trace, within that of whoever asks, and tell no values', async () => {
  bodies = [];
  const child = spawn(process.execPath, [bin, 'serve', '--no-poll', '--port', '0'], {
    env: {
      ...process.env,
      DATABASE_URL: `file:${join(folder, 'serve.db')}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      LOG_LEVEL: 'info',
    },
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  for (const until = Date.now() + 40_000; !said.includes('"url":"') && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 50));
  const url = /"url":"(http[^"]+)"/.exec(said)?.[1];
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const answer = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    body: JSON.stringify({
      query: 'query Find { articles(filter: { search: "tajnarec" }) { totalCount edges { node { id } } } }',
    }),
  });
  expect(await answer.json()).toMatchObject({ data: { articles: { totalCount: 0 } } });
  child.kill('SIGTERM');
  await once(child, 'exit');
  const all = spans().filter((span) => span.traceId === traceId);
  const request = all.find((span) => span.name === 'POST /graphql')!;
  const execution = all.find((span) => span.name === 'execute')!;
  expect(request.parentSpanId).toBe('b7ad6b7169203331');
  expect(execution.parentSpanId).toBe(request.spanId);
  expect(execution.attributes).toContainEqual({ key: 'graphql.operation.name', value: { stringValue: 'Find' } });
  const statements = all.filter((span) => span.attributes.some(({ key }) => key === 'db.query.text'));
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.every((span) => span.parentSpanId === execution.spanId)).toBe(true);
  expect(statements[0]!.name).toMatch(/^SELECT \w+$/);
  expect(bodies.join('')).not.toContain('tajnarec');
  expect(bodies[0]).toContain('"service.name"');
}, 60_000);

test('a poll of a feed is a trace with the statements that store what it found', async () => {
  bodies = [];
  const site = await openLoopback();
  const items = [{ title: 'Naslov', link: `${site.origin}/1`, date: new Date() }];
  site.answers.set('/feed', send(rss(items)));
  await mkdir(join(folder, 'outlets', 'RS'), { recursive: true });
  await writeFile(
    join(folder, 'outlets', 'RS', 'moj-list.yaml'),
    `name: Moj list\nhomepage: ${site.origin}/\ncountry: RS\nlanguages: [sr-Latn]\nfeeds:\n  - url: ${site.origin}/feed\nreadPages: false\n`,
  );
  const { status, stderr } = await runTelal(['poll', '--once', 'moj-list'], {
    env: {
      DATABASE_URL: `file:${join(folder, 'poll.db')}`,
      TELAL_SOURCES: folder,
      TELAL_ALLOW_HOSTS: '127.0.0.1',
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    },
  });
  await site.close();
  expect(status, stderr).toBe(0);
  const poll = spans().find((span) => span.name === 'poll feed')!;
  expect(poll.attributes).toContainEqual({ key: 'telal.outlet', value: { stringValue: 'moj-list' } });
  const within = spans().filter((span) => span.traceId === poll.traceId);
  expect(within.map((span) => span.name)).toEqual(expect.arrayContaining(['transaction', 'INSERT article']));
}, 60_000);

test('a collector that is not there harms nothing, and an address that is none is told', async () => {
  const env = { DATABASE_URL: `file:${join(folder, 'poll.db')}`, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
  const { status: ended, stderr: told } = await runTelal(['annotate'], { env });
  expect({ ended, told }).toEqual({ ended: 0, told: '' });
  const { status, stderr } = await runTelal(['annotate'], {
    env: { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' },
  });
  expect({ status, stderr }).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('OTEL_EXPORTER_OTLP_ENDPOINT is "collector"'),
  });
}, 60_000);
