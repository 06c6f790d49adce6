import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TelalError } from '../domain/error.ts';
import { type PreparedDocument, prepare } from './prepare-document.ts';
import type { Limits } from './settings.ts';

/** Documents that the operator trusts, by hash. */
export type TrustedDocuments = ReadonlyMap<string, PreparedDocument>;

/** Reads the file of trusted documents; each must fit the graph. */
export function readDocuments(path: string, limits: Limits): TrustedDocuments {
  const wrong = (what: string, cause?: unknown) =>
    new TelalError('BAD_SETTING', `TELAL_DOCUMENTS: ${path} ${what}.`, { cause });
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw wrong('cannot be read as JSON', error);
  }
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries))
    throw wrong('must be one JSON object of hash and document');
  const documents = new Map<string, PreparedDocument>();
  for (const [hash, source] of Object.entries(entries)) {
    if (typeof source !== 'string') throw wrong(`has no text under ${JSON.stringify(hash)}`);
    const prepared = prepare(source, limits, true);
    if ('errors' in prepared)
      throw wrong(`has a wrong document under ${JSON.stringify(hash)}: ${prepared.errors[0]?.message}`);
    documents.set(bareHash(hash), prepared);
  }
  return documents;
}

/** `sha256:` before a hash says nothing more. */
export const bareHash = (hash: string) => hash.replace(/^sha256:/, '');

/** The hash that a document's own text has. */
export const hashOf = (source: string) => createHash('sha256').update(source).digest('hex');
