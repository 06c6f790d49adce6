import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { fetchFailed } from './fault.ts';
import { createResolver } from './resolve-name.ts';

/** Keeps requests away from addresses that are not of the public internet. */
export interface Guard {
  /** Throws a TelalError where an address may not be asked at all: a scheme other than http(s), or a special IP address in any spelling. */
  check(url: URL): void;
  /** Connects only to addresses that passed; names are checked after DNS, on the very addresses that are then used. */
  connect: buildConnector.connector;
}

/** True for addresses of the public internet. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed.range() !== 'unicast') return false;
  // Of IPv6 only 2000::/3 is given out; the rest hides IPv4 addresses or is nobody's.
  return parsed.kind() === 'ipv4' || ((parsed as ipaddr.IPv6).parts[0]! & 0xe000) === 0x2000;
}

/** `allowed`: hosts, or host:port, that may stand on any address. */
export function createGuard(
  allowed: readonly string[],
  options: { connectTimeoutMs?: number; dnsServers?: readonly string[] } = {},
): Guard {
  const exempt = new Set(allowed.map(normalEntry));
  const isExempt = (hostname: string, port: string) => {
    const host = bareHost(hostname);
    return exempt.has(host) || exempt.has(`${host}:${port}`);
  };

  const resolve = createResolver(options.dnsServers);
  const guarded: LookupFunction = (hostname, { all, family }, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const wanted = family === 4 || family === 6 ? addresses.filter((one) => one.family === family) : addresses;
      const open = wanted.filter((one) => isPublicAddress(one.address));
      const first = open[0];
      if (!first) return callback(refused(hostname, wanted[0]?.address), '', 0);
      if (all) return (callback as unknown as (error: null, addresses: LookupAddress[]) => void)(null, open);
      callback(null, first.address, first.family);
    });
  };

  const timeout = options.connectTimeoutMs ?? 10_000;
  const open = buildConnector({ timeout, allowH2: false });
  const closed = buildConnector({ timeout, allowH2: false, lookup: guarded } as buildConnector.BuildOptions);
  return {
    check(url) {
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw fetchFailed(`${url.href} is no http or https address.`, { kind: 'ADDRESS' });
      const host = bareHost(url.hostname);
      if (isIP(host) && !isPublicAddress(host) && !isExempt(host, portOf(url))) throw refused(host);
    },
    connect(target, callback) {
      const port = target.port || (target.protocol === 'https:' ? '443' : '80');
      const host = bareHost(target.hostname);
      if (isExempt(host, port)) return open(target, callback);
      // A literal is never looked up, so the lookup cannot refuse it.
      if (isIP(host) && !isPublicAddress(host)) return callback(refused(host), null);
      return closed(target, callback);
    },
  };
}

function refused(host: string, address?: string) {
  const what = address && address !== host ? `${host} (${address})` : host;
  return fetchFailed(`${what} is a private or special address and is not fetched; TELAL_ALLOW_HOSTS can allow it.`, {
    kind: 'ADDRESS',
  });
}

const bareHost = (hostname: string) =>
  hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
const portOf = (url: URL) => url.port || (url.protocol === 'https:' ? '443' : '80');

/** An entry as `host` or `host:port`, spelt as URL spells hosts. */
function normalEntry(entry: string): string {
  const text = entry.trim();
  if (isIP(text) === 6) return bareHost(new URL(`http://[${text}]`).hostname);
  const port = /:(\d+)$/.exec(text)?.[1];
  const host = port ? text.slice(0, -port.length - 1) : text;
  const spelt = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
  return port ? `${bareHost(spelt)}:${port}` : bareHost(spelt);
}
