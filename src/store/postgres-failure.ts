import { TelalError } from '../domain/error.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

// Shut down, crashed, starting up, too many connections; all of class 08; and what the operating system says.
const away = new Set([
  ...['57P01', '57P02', '57P03', '57P05', '53300'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
]);

/** Whether the server went away or is not yet there: what was asked may be asked again. */
export function isAway(error: unknown): boolean {
  const cause = error instanceof TelalError ? error.cause : error;
  const code = codeOf(cause);
  if (away.has(code) || code.startsWith('08')) return true;
  return (
    cause instanceof Error &&
    /^Connection terminated|not queryable|connection timeout|timeout exceeded when trying to connect/.test(
      cause.message,
    )
  );
}

/** Whether two writers stood in each other's way, which is over by now. */
export function isCollision(error: unknown): boolean {
  const cause = error instanceof TelalError ? error.cause : error;
  return ['40P01', '40001'].includes(codeOf(cause));
}

const words: Record<string, string> = {
  '25006': 'The store cannot be written: it was opened for reading only, or its server only copies another.',
  '28000': 'The store lets nobody in by this name: check the user and password in DATABASE_URL.',
  '28P01': 'The store lets nobody in by this name: check the user and password in DATABASE_URL.',
  '3D000': 'The store could not be opened: its server has no database of that name.',
  '53100': 'The disk of the store is full; it cannot take more.',
  '53200': 'The server of the store has no memory left.',
  '55P03': 'The store is locked by another process.',
  '57P03': 'The server of the store takes nobody now: it starts, stops, or only copies another.',
  '57014': 'The store took too long to answer.',
  ENOTFOUND: 'The server of the store is not known: check the host in DATABASE_URL.',
};

/** What the driver says, in plain words. */
export function postgresFailure(error: unknown): unknown {
  if (error instanceof TelalError || !(error instanceof Error)) return error;
  const known = words[codeOf(error)];
  if (known !== undefined) return new TelalError('STORE_FAILED', known, { cause: error });
  if (isAway(error))
    return new TelalError('STORE_FAILED', 'The server of the store does not answer.', { cause: error });
  // Faults of our own code stay what they are.
  if (codeOf(error) === '') return error;
  return new TelalError('STORE_FAILED', `The store failed: ${error.message}.`, { cause: error });
}
