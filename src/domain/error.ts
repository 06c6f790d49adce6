/** What kind of failure it is; `extensions.code` of a GraphQL error where it reaches a client. */
export type ErrorCode =
  /** The caller gave something that cannot be used; the message says what, and what would be right. */
  | 'BAD_USER_INPUT'
  /** A file under sources/ is wrong; the message names file and line. */
  | 'BAD_SOURCE'
  /** A setting of the environment is wrong; the message names it. */
  | 'BAD_SETTING'
  /** An outlet could not be fetched; the message is the feed's `lastError`. */
  | 'FETCH_FAILED'
  /** Bytes that are no feed or no page. */
  | 'UNREADABLE'
  /** The store cannot do it now (locked, full, gone). */
  | 'STORE_FAILED'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'INTERNAL_SERVER_ERROR';

/** The one error type. `message` is a plain sentence for a person; `cause` is what lay under it, for the log. */
export class TelalError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'TelalError';
    this.code = code;
  }
}
