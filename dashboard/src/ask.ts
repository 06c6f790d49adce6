import type { TypedDocumentString } from '../generated/graphql.ts';

/** Telal answered, and said no: the message is for the reader. */
export class Refused extends Error {}
/** Telal did not answer. */
export class Unreachable extends Error {}

type Document<Answer, Variables> = TypedDocumentString<Answer, Variables>;

/** A trusted document is known by its hash; elsewhere its text counts. */
const documentId = (document: { __meta__?: { hash?: string } }): string | undefined => document.__meta__?.hash;

const compact = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a request for a document says. */
export function paramsOf<Answer, Variables>(document: Document<Answer, Variables>, variables: Variables) {
  return { query: compact(document.toString()), documentId: documentId(document), variables };
}

export async function ask<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify(paramsOf(document, variables)),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable('Telal cannot be reached.', { cause: error });
  }
  const body = (await response.json().catch(() => null)) as {
    data?: Answer;
    errors?: { message: string }[];
  } | null;
  if (body?.data && !body.errors?.length) return body.data;
  if (body?.errors?.length) throw new Refused(body.errors.map((error) => error.message).join(' '));
  throw new Unreachable(`Telal cannot answer now (status ${response.status}).`);
}
