import type { Instant } from '../domain/text.ts';

const day = 86_400_000;

/** When Retry-After lets one come back, given in seconds or as a date; null where it says nothing usable. At most a day away. */
export function retryAfter(header: string | null, now: Instant): Instant | null {
  if (!header) return null;
  const text = header.trim();
  const at = /^\d+(\.\d+)?$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  if (!Number.isFinite(at) || at < now) return null;
  return Math.min(at, now + day);
}

/** Seconds that an answer asks to be kept, from Cache-Control, less its Age; null where it does not. */
export function maxAge(cacheControl: string | null, age: string | null): number | null {
  if (!cacheControl || /\bno-(store|cache)\b/i.test(cacheControl)) return null;
  const found = /\bmax-age\s*=\s*"?(\d+)/i.exec(cacheControl);
  if (!found) return null;
  const left = Number(found[1]) - (age && /^\d+$/.test(age) ? Number(age) : 0);
  return left > 0 ? left : null;
}

/** The validator as it may be sent: one that lies in the future, or is no date, would hide every change. */
export function sendableDate(lastModified: string | null, now: Instant): string | null {
  if (!lastModified) return null;
  const at = Date.parse(lastModified);
  return Number.isFinite(at) && at <= now ? lastModified : null;
}
