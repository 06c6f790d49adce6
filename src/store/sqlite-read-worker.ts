import type { Value } from './rows.ts';
import { Connection, MOST_MAPPED } from './sqlite-connection.ts';

// A process that reads, one statement at a time, for another one that may have to end it: SQLite gives a statement
// that has begun no other end.
export interface ReadRequest {
  sql: string;
  values: readonly Value[];
}

export type ReadReply = { rows: unknown[] } | { error: string };

const connection = new Connection(process.argv[2]!, true, () => {});
connection.exec(`PRAGMA cache_size = -65536; PRAGMA mmap_size = ${MOST_MAPPED}; PRAGMA temp_store = MEMORY`);

const answer = async ({ sql, values }: ReadRequest): Promise<ReadReply> => {
  try {
    return { rows: await connection.all(sql, values) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

process.on('message', async (request: ReadRequest) => process.send!(await answer(request)));
process.on('disconnect', () => process.exit());
