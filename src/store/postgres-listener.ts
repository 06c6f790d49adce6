import type pg from 'pg';

/** The channel on which every commit is told. */
export const CHANNEL = 'telal_commit';

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;
/** How often the connection is tried, and what it told compared with what is stored. */
const HEARTBEAT_MS = 5_000;

export const generationSql = 'SELECT generation FROM state';

/** Reads the generation; 0 where the store has no tables yet. */
export async function readGeneration(on: Pick<pg.ClientBase, 'query'>): Promise<number> {
  try {
    return Number((await on.query(generationSql)).rows[0]?.generation ?? 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42P01') return 0;
    throw error;
  }
}

/**
 * Hears of commits on a connection of its own. A lost connection is made again, and whoever listens is then called
 * once, so that readers with a cursor miss nothing; the same where a generation has come that nobody told of.
 */
export class PostgresListener {
  #newClient: () => pg.Client;
  #own: string;
  #tell: () => void;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #wait = FIRST_WAIT_MS;
  #stopped = false;
  #told = true;
  #generation: number | Promise<number>;

  /** Notifications that carry `own` are this process's. `generation` is the last that the readers may have seen. */
  constructor(newClient: () => pg.Client, own: string, generation: number | Promise<number>, tell: () => void) {
    this.#newClient = newClient;
    this.#own = own;
    this.#generation = generation;
    this.#tell = tell;
  }

  /** Ends when commits are heard, or when the first try has failed; it goes on trying. */
  async start(): Promise<void> {
    const client = this.#newClient();
    let lost = false;
    const lose = (): void => {
      if (lost) return;
      lost = true;
      if (this.#client === client) this.#client = null;
      if (this.#timer) clearTimeout(this.#timer);
      client.end().catch(() => undefined);
      if (this.#stopped) return;
      this.#timer = setTimeout(() => void this.start(), this.#wait).unref();
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => {
      this.#told = true;
      if (payload !== this.#own) this.#tell();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      const generation = await readGeneration(client);
      if (this.#stopped) return void (await client.end());
      this.#client = client;
      this.#wait = FIRST_WAIT_MS;
      if (generation !== (await this.#generation)) this.#tell();
      this.#generation = generation;
      this.#told = false;
      this.#beat(client, lose);
    } catch {
      lose();
    }
  }

  #beat(client: pg.Client, lose: () => void): void {
    this.#timer = setTimeout(async () => {
      const late = setTimeout(lose, HEARTBEAT_MS).unref();
      try {
        const generation = await readGeneration(client);
        if (generation !== (await this.#generation) && !this.#told) this.#tell();
        this.#generation = generation;
        this.#told = false;
        if (this.#client === client) this.#beat(client, lose);
      } catch {
        lose();
      } finally {
        clearTimeout(late);
      }
    }, HEARTBEAT_MS).unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }
}
