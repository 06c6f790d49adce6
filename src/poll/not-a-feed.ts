import type { TelalError } from '../domain/error.ts';
import { fetchFailed } from './fault.ts';

const challenge =
  /just a moment\.\.\.|cf-chl|challenge-platform|__cf_chl|attention required!|captcha|ddos-guard|checking your browser|sucuri website firewall|incapsula|access denied|enable javascript and cookies to continue/i;
const login = /<input[^>]+type\s*=\s*["']?password/i;
const parked = /domain (?:is|may be) for sale|this domain is parked|buy this domain/i;

/** What stands where a feed should: nothing, or a page of another kind. Null where the bytes may well be a feed. */
export function notAFeed(bytes: Uint8Array, host: string): TelalError | null {
  const head = Buffer.from(bytes.subarray(0, 60_000)).toString('latin1');
  if (head.replace(/^(ï»¿|ÿþ|þÿ)/, '').trim() === '') return content(`${host} answered with nothing at all.`);
  if (!/^\s*(ï»¿)?\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body)\b/is.test(head)) return null;
  // XHTML may hold a feed's tags only by accident; a page that embeds a feed whole does not exist.
  if (/<(rss|feed|rdf:rdf)[\s>]/i.test(head.slice(0, 2000))) return null;
  return content(`${host} answered with ${kindOf(head)} instead of a feed.`);
}

/** A challenge or login page where articles should be; null where it is neither. */
export function barredPage(bytes: Uint8Array, host: string): TelalError | null {
  const head = Buffer.from(bytes.subarray(0, 60_000)).toString('latin1');
  if (head.trim() === '') return content(`${host} answered with nothing at all.`);
  const barred =
    bytes.length < 60_000 && (challenge.test(head.slice(0, 8000)) || (login.test(head) && !/<article\b/i.test(head)));
  return barred ? content(`${host} answered with ${kindOf(head)} instead of the page.`) : null;
}

function kindOf(html: string): string {
  if (login.test(html)) return 'a login page';
  if (challenge.test(html)) return 'a check for robots';
  if (parked.test(html)) return 'a page that sells the domain';
  const title = /<title[^>]*>([^<]{1,80})/i.exec(html)?.[1]?.trim();
  return title && /^[\x20-\x7e]+$/.test(title) ? `a web page ("${title}")` : 'a web page';
}

const content = (message: string) => fetchFailed(message, { kind: 'CONTENT' });
