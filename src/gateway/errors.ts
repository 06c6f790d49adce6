import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { TelalError } from '../domain/error.ts';
import type { Log } from '../domain/ports.ts';

/** Codes that a client may see. A TelalError of another code is our own affair and is masked. */
const PUBLIC = new Set(['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX', 'RATE_LIMITED']);

export type ClientCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'INTERNAL_SERVER_ERROR';

export function clientError(code: ClientCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** The error beneath the places that graphql-js wrapped around it. */
export function innermost(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError;
  return inner;
}

/**
 * Errors as a client may see them: what it did wrong in plain words, everything else as one sentence with an id that
 * the log has beside the cause. `otherwise` is the code of what graphql-js itself objects to.
 */
export function presentErrors(
  errors: readonly GraphQLError[],
  request: { id: string; log: Log; otherwise: ClientCode },
): GraphQLFormattedError[] {
  return errors.map((error) => {
    const cause = innermost(error);
    const formatted = (message: string, code: ClientCode, more?: object): GraphQLFormattedError => ({
      message,
      ...(error.locations ? { locations: error.locations } : {}),
      ...(error.path ? { path: error.path } : {}),
      extensions: { code, ...more },
    });
    if (cause instanceof TelalError && PUBLIC.has(cause.code))
      return formatted(cause.message, cause.code as ClientCode);
    if (cause instanceof GraphQLError) {
      const code = cause.extensions['code'];
      if (typeof code === 'string') return formatted(cause.message, code as ClientCode);
      // Within an operation graphql-js objects to arguments (the client's) and to what resolvers gave (ours).
      const ours = error.path !== undefined && !cause.message.startsWith('Argument "');
      if (!ours) return formatted(cause.message, request.otherwise);
    }
    request.log.error({ request: request.id, path: error.path, err: cause }, 'a resolver failed');
    return formatted(`Something went wrong here; the log knows it as ${request.id}.`, 'INTERNAL_SERVER_ERROR', {
      id: request.id,
    });
  });
}
