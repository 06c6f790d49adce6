import { TelalError } from '../domain/error.ts';
import type { Instant } from '../domain/text.ts';

/** What kind of thing went wrong with an outlet; decides when to come back. */
export type FaultKind =
  | 'ADDRESS'
  | 'DNS'
  | 'CONNECT'
  | 'TLS'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'STATUS'
  | 'REDIRECT'
  | 'BROKEN'
  | 'ROBOTS'
  | 'PAUSED'
  | 'CONTENT'
  | 'ABORTED';

/** A failure as the poller acts on it; its words stand in the TelalError that carries it. */
export interface Fault {
  kind: FaultKind;
  /** HTTP status of the answer, where there was one. */
  status?: number;
  /** Not before this instant, as the server asked. */
  retryAt?: Instant | null;
}

const faults = new WeakMap<TelalError, Fault>();

/** The error of an outlet: one plain sentence, and what the poller needs to know of it. */
export function fetchFailed(message: string, fault: Fault, cause?: unknown): TelalError {
  const error = new TelalError('FETCH_FAILED', message, cause === undefined ? undefined : { cause });
  faults.set(error, fault);
  return error;
}

/** What is known of a failure; anything unforeseen counts as unusable content. */
export function faultOf(error: unknown): Fault {
  return (error instanceof TelalError ? faults.get(error) : undefined) ?? { kind: 'CONTENT' };
}

const tlsCodes: Record<string, string> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it leaves out a part of its certificate chain',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Turns what the network layers throw into an error in plain words. */
export function networkFault(error: unknown, host: string): TelalError {
  if (error instanceof TelalError) return error;
  const known = causes(error);
  const refusal = known.find((one) => one instanceof TelalError);
  if (refusal) return refusal as TelalError;
  for (const one of known) {
    const code = String((one as { code?: unknown }).code ?? '');
    const made = byCode(code, one as Error, host);
    if (made) return made;
  }
  return fetchFailed(`The exchange with ${host} failed: ${messageOf(error)}.`, { kind: 'BROKEN' }, error);
}

function byCode(code: string, error: Error, host: string): TelalError | null {
  const fail = (kind: FaultKind, message: string) => fetchFailed(message, { kind }, error);
  switch (code) {
    case 'ENOTFOUND':
    case 'ENODATA':
      return fail('DNS', `The name ${host} is not known (DNS).`);
    case 'EAI_AGAIN':
    case 'ESERVFAIL':
    case 'ETIMEOUT':
      return fail('DNS', `The name ${host} could not be looked up (DNS gave no answer).`);
    case 'ECONNREFUSED':
      return fail('CONNECT', `${host} refused the connection.`);
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return fail('CONNECT', `${host} cannot be reached.`);
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return fail('TIMEOUT', `${host} did not accept a connection in time.`);
    case 'UND_ERR_HEADERS_TIMEOUT':
      return fail('TIMEOUT', `${host} did not begin to answer in time.`);
    case 'UND_ERR_BODY_TIMEOUT':
      return fail('TIMEOUT', `${host} stopped in the middle of its answer.`);
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return fail('BROKEN', `${host} broke off the connection.`);
    case 'UND_ERR_HEADERS_OVERFLOW':
      return fail('BROKEN', `${host} sent headers that are too large.`);
  }
  if (code in tlsCodes) return fail('TLS', `The secure connection to ${host} failed: ${tlsCodes[code]}.`);
  if (/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|UNABLE_TO_)/.test(code))
    return fail('TLS', `The secure connection to ${host} failed (TLS).`);
  if (code.startsWith('HPE_') || error.name === 'HTTPParserError')
    return fail('BROKEN', `${host} answered something that is no HTTP.`);
  return null;
}

/** The error itself and everything under it: causes, and the parts of an AggregateError. */
function causes(error: unknown, depth = 0): unknown[] {
  if (error === null || typeof error !== 'object' || depth > 5) return [];
  const parts = error instanceof AggregateError ? error.errors : [];
  return [error, ...parts.flatMap((one) => causes(one, depth + 1)), ...causes((error as Error).cause, depth + 1)];
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
