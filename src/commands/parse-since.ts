import { TelalError } from '../domain/error.ts';
import type { Instant } from '../domain/text.ts';

/** The instant that `--since` names; a wrong one is told. */
export function parseSince(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const instant = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant))
    throw new TelalError(
      'BAD_USER_INPUT',
      `--since is "${text}": a date such as 2026-02-14 or 2026-02-14T09:30:00Z was expected.`,
    );
  return instant;
}
