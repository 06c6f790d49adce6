import type { ClientCode } from './errors.ts';

/** What a request asks, as GraphQL over HTTP names it. */
export interface GraphqlParams {
  query: string | null;
  documentId: string | null;
  operationName: string | null;
  variables: Record<string, unknown> | null;
  extensions: Record<string, unknown> | null;
}

/** A request that is none; the status says where it fails. */
export class BadRequest extends Error {
  readonly status: number;
  readonly code: ClientCode;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    message: string,
    code: ClientCode = 'BAD_USER_INPUT',
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Reads the parameters of a JSON body. */
export function paramsOfBody(body: string): GraphqlParams {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new BadRequest(400, 'The body is not JSON.');
  }
  if (Array.isArray(json)) throw new BadRequest(400, 'Batches are not answered: send each request by itself.');
  if (typeof json !== 'object' || json === null) throw new BadRequest(400, 'The body must be a JSON object.');
  return checked(json as Record<string, unknown>);
}

/** Reads the parameters of a query string. */
export function paramsOfSearch(search: URLSearchParams): GraphqlParams {
  const given: Record<string, unknown> = {};
  for (const name of ['query', 'documentId', 'operationName'] as const) {
    const value = search.get(name);
    if (value !== null) given[name] = value;
  }
  for (const name of ['variables', 'extensions'] as const) {
    const value = search.get(name);
    if (value === null || value === '') continue;
    try {
      given[name] = JSON.parse(value);
    } catch {
      throw new BadRequest(400, `\`${name}\` is not JSON.`);
    }
  }
  return checked(given);
}

function checked(given: Record<string, unknown>): GraphqlParams {
  const text = (name: string): string | null => {
    const value = given[name];
    if (value == null) return null;
    if (typeof value !== 'string') throw new BadRequest(400, `\`${name}\` must be a text.`);
    return value;
  };
  const object = (name: string): Record<string, unknown> | null => {
    const value = given[name];
    if (value == null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) throw new BadRequest(400, `\`${name}\` must be an object.`);
    return value as Record<string, unknown>;
  };
  const extensions = object('extensions');
  const persisted = extensions?.['persistedQuery'] as { sha256Hash?: unknown } | undefined;
  const hash = typeof persisted?.sha256Hash === 'string' ? persisted.sha256Hash : null;
  const params: GraphqlParams = {
    query: text('query'),
    documentId: text('documentId') ?? hash,
    operationName: text('operationName') || null,
    variables: object('variables'),
    extensions,
  };
  if (params.query === null && params.documentId === null) throw new BadRequest(400, 'The request has no `query`.');
  return params;
}

/** Whether a value is nested deeper than `limit`; looks level by level, so that depth costs no stack. */
export function deeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    const next: unknown[] = [];
    for (const item of level)
      if (typeof item === 'object' && item !== null)
        for (const child of Object.values(item)) if (typeof child === 'object' && child !== null) next.push(child);
    level = next;
  }
  return false;
}
