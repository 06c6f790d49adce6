import { createSocket, type Socket } from 'node:dgram';
import { Agent, request } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { createGuard } from '../../src/poll/guard.ts';
import { createResolver } from '../../src/poll/resolve-name.ts';
import { openLoopback } from './loopback.ts';

let server: Socket | undefined;
afterEach(() => server?.close());

/** A name server on loopback: each name's addresses, one after another; no answer for null. */
async function nameServer(names: Record<string, (string | null)[]>): Promise<string> {
  const asked = new Map<string, number>();
  const socket = createSocket('udp4');
  server = socket;
  socket.on('message', (query, from) => {
    let at = 12;
    const labels: string[] = [];
    while (query[at]) {
      labels.push(query.toString('latin1', at + 1, at + 1 + query[at]!));
      at += query[at]! + 1;
    }
    const name = labels.join('.').toLowerCase();
    const type = query.readUInt16BE(at + 1);
    const addresses = names[name] ?? [];
    const turn = asked.get(name) ?? 0;
    if (type === 1) asked.set(name, turn + 1);
    const address = type === 1 ? addresses[Math.min(turn, addresses.length - 1)] : undefined;
    if (addresses.includes(null)) return;
    const header = Buffer.from([
      query[0]!,
      query[1]!,
      0x81,
      addresses.length ? 0x80 : 0x83,
      0,
      1,
      0,
      address ? 1 : 0,
      0,
      0,
      0,
      0,
    ]);
    const parts = [header, query.subarray(12, at + 5)];
    if (address) parts.push(Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]));
    socket.send(Buffer.concat(parts), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return `127.0.0.1:${socket.address().port}`;
}

test('a name that changes its address after the first look (rebinding) is refused all the same', async () => {
  const site = await openLoopback();
  const dns = await nameServer({ 'rebind.example': ['93.184.216.34', '127.0.0.1'], 'inside.example': ['10.1.2.3'] });
  const resolve = createResolver([dns]);
  const first = await new Promise((done) => resolve('rebind.example', (_error, addresses) => done(addresses)));
  expect(first).toEqual([{ address: '93.184.216.34', family: 4 }]);
  const dispatcher = new Agent({ connect: createGuard([], { dnsServers: [dns] }).connect });
  const ask = (name: string) => request(`http://${name}:${site.port}/`, { dispatcher });
  await expect(ask('rebind.example')).rejects.toThrow('rebind.example (127.0.0.1) is a private or special address');
  await expect(ask('inside.example')).rejects.toThrow('inside.example (10.1.2.3) is a private or special address');
  await expect(ask('nothing.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  expect(site.requests).toEqual([]);
  await dispatcher.close();
  await site.close();
});

test('names whose servers do not answer do not keep others waiting', async () => {
  const slow = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`slow${n}.example`, [null]]));
  const dns = await nameServer({ ...slow, 'quick.example': ['93.184.216.34'] });
  const resolve = createResolver([dns]);
  let slowDone = 0;
  const waiting = Object.keys(slow).map(
    (name) =>
      new Promise<string>((done) =>
        resolve(name, (error) => {
          slowDone++;
          done((error as NodeJS.ErrnoException).code!);
        }),
      ),
  );
  const began = performance.now();
  await new Promise<void>((done) => resolve('quick.example', () => done()));
  expect(performance.now() - began).toBeLessThan(1000);
  expect(slowDone).toBe(0);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['ETIMEOUT']));
});
