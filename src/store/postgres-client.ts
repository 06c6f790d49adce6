import pg from 'pg';

/** The single addresses of `postgres://user:password@one:5432,two:5432/name`, as libpq reads it. */
export function addressesOf(url: string): string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^/?]*@)?)([^/?]*)(.*)$/s.exec(url);
  if (parts === null) return [url];
  const [, before, hosts, after] = parts as unknown as [string, string, string, string];
  return hosts.split(',').map((host) => before + host + after);
}

/** Says of a server that only copies another what it says itself while it starts: not now. */
class OnlyCopies extends Error {
  readonly code = '57P03';

  constructor() {
    super('The server only copies another.');
  }
}

/**
 * Clients of the one server among several addresses that can be written: the first that answers and copies no other.
 * Where that one is lost, the next connection is made to another. Of a single address nothing is asked.
 */
export function clientOf(url: string): typeof pg.Client {
  const addresses = addressesOf(url);
  let current = 0;
  return class extends pg.Client {
    #address = current;

    constructor(config?: string | pg.ClientConfig) {
      super({ ...(typeof config === 'string' ? {} : config), connectionString: addresses[current] });
    }

    override connect(): Promise<this>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<this> | undefined {
      const made = this.#reach();
      if (callback === undefined) return made;
      // Nothing to tell is no error.
      made.then(() => callback(null as unknown as Error), callback);
      return undefined;
    }

    async #reach(): Promise<this> {
      try {
        await super.connect();
        if (addresses.length > 1) await this.#refuseCopy();
        return this;
      } catch (error) {
        // Of many connections that fail at once, the first turns to the next address.
        if (current === this.#address) current = (current + 1) % addresses.length;
        throw error;
      }
    }

    async #refuseCopy(): Promise<void> {
      const { rows } = await super.query<{ copies: boolean }>('SELECT pg_is_in_recovery() AS copies');
      if (!rows[0]!.copies) return;
      await super.end();
      throw new OnlyCopies();
    }
  };
}
