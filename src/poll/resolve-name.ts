import { type LookupAddress, lookup, Resolver } from 'node:dns';

/** Gives all addresses of a name, IPv4 first; an error carries a DNS code. */
export type ResolveName = (hostname: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

/** How long the second family is waited for once the first has answered. */
const patienceMs = 250;

/**
 * Looks names up with queries of their own. The system's way (getaddrinfo) runs on four threads of the process, where a
 * few names whose servers do not answer keep all others waiting; it is asked only for names of the machine and its own
 * network, and where there is no name server. (Hosts that may stand on private addresses never come here.) `servers`: instead of the system's, for tests.
 */
export function createResolver(servers?: readonly string[]): ResolveName {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return (hostname, done) => {
    const found: LookupAddress[] = [];
    const codes: string[] = [];
    let left = 2;
    let patience: NodeJS.Timeout | undefined;
    let over = false;
    const finish = () => {
      if (over) return;
      over = true;
      clearTimeout(patience);
      if (found.length > 0)
        return done(
          null,
          found.sort((a, b) => a.family - b.family),
        );
      if (servers || (isWorldwide(hostname) && !codes.includes('ECONNREFUSED'))) {
        const code = codes.includes('ETIMEOUT') ? 'ETIMEOUT' : (codes[0] ?? 'ENOTFOUND');
        return done(Object.assign(new Error(`${hostname} was not found`), { code }), []);
      }
      lookup(hostname, { all: true }, (error, addresses) => done(error, addresses ?? []));
    };
    const take = (family: 4 | 6) => (error: NodeJS.ErrnoException | null, addresses: string[]) => {
      left--;
      if (error) codes.push(error.code ?? 'ENOTFOUND');
      else found.push(...addresses.map((address) => ({ address, family })));
      if (left === 0) finish();
      else if (found.length > 0) patience = setTimeout(finish, patienceMs);
    };
    resolver.resolve4(hostname, take(4));
    resolver.resolve6(hostname, take(6));
  };
}

const isWorldwide = (hostname: string) =>
  /\.[^.]+\.?$/.test(hostname) && !/\.(localhost|local|lan|internal|home)\.?$/i.test(hostname);
