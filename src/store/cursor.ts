import { TelalError } from '../domain/error.ts';

const VERSION = 1;

/** A place in a list, as text that means nothing to anyone else. `list` names the order that it belongs to. */
export function writeCursor(list: string, place: readonly number[]): string {
  return Buffer.from(JSON.stringify([VERSION, list, ...place])).toString('base64url');
}

/** Reads a cursor of the named list; throws BAD_USER_INPUT for any other text. */
export function readCursor(list: string, length: number, cursor: string): number[] {
  const broken = new TelalError(
    'BAD_USER_INPUT',
    'A cursor is broken; use one exactly as an edge of this list gave it.',
  );
  if (cursor.length > 300) throw broken;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw broken;
  }
  if (!Array.isArray(parts) || typeof parts[1] !== 'string') throw broken;
  const [version, named, ...place] = parts as [unknown, string, ...unknown[]];
  if (version === VERSION && named !== list) {
    throw new TelalError(
      'BAD_USER_INPUT',
      `A cursor belongs to another list: it comes from ${named}, and this one is ${list}.`,
    );
  }
  const whole = place.every((value) => typeof value === 'number' && Number.isSafeInteger(value));
  if (version !== VERSION || place.length !== length || !whole) throw broken;
  return place as number[];
}
