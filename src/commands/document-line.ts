import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { TelalError } from '../domain/error.ts';

/** What `telal inspect` can look at. */
export const kinds = ['feed', 'page', 'text'] as const;
export type InspectKind = (typeof kinds)[number];

/** One document to look at, as a line of --ndjson gives it. */
export const documentLine = z.object({
  id: z.unknown(),
  text: z.string().optional(),
  headline: z.string().nullish(),
  summary: z.string().nullish(),
  language: z.string().nullish(),
  // What a poll would know beside the text of an article.
  outlet: z.string().nullish(),
  topics: z.array(z.string()).nullish(),
  sections: z.array(z.string()).nullish(),
  publishedAt: z.iso.datetime({ offset: true }).nullish(),
  html: z.string().optional(),
  xml: z.string().optional(),
  bytes: z.base64().optional(),
  contentType: z.string().nullish(),
  url: z.string().nullish(),
});
export type DocumentLine = z.infer<typeof documentLine>;

/** The bytes of a file or of standard input. */
export async function readSource(source: string): Promise<Uint8Array> {
  if (source === '-') return buffer(process.stdin);
  try {
    return await readFile(source);
  } catch (cause) {
    throw new TelalError('BAD_USER_INPUT', `The file ${source} cannot be read.`, { cause });
  }
}
