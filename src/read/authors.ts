import { plainLine } from './plain-text.ts';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** Accounts and placeholders that say nothing of who wrote. */
const NOBODY = /^(?:admin\w*|administrator|root|webmaster|wordpress|user\d*|none|null|unknown|undefined|n\/a|[-–—.])$/i;
const JOINTS = /\s*(?:[;|]|\s\/\s)\s*|\s*,\s+|\s+(?:i|и|dhe|și|şi|ve|και|in|and|&)\s+/;

/** The usual case, which needs no taking apart. */
const PLAIN_NAME = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}$/u;

/**
 * The names in an author field of any usual form: "mail (Name)", "Name <mail>", "Name (mail)", several with commas or
 * and. A bare mail address names nobody.
 */
export function authorNames(field: string): string[] {
  if (PLAIN_NAME.test(field)) return [field];
  if (field.length > 1000) return [];
  if (/^\s*<?[\w.+-]+@/.test(field) && field.includes('(')) return authorNames(/\(([^()]*)/.exec(field)?.[1] ?? '');
  const name = plainLine(field.replace(/<[^<>\s]+@[^<>\s]+>|\(\s*[^()\s]+@[^()\s]+\s*\)/g, ' '))
    .replace(EMAIL, ' ')
    .replace(/^(?:by|od|autor(?:i|ka)?|аутор|автор|piše|пише|shkruan|nga|de|yazan|του|της)\s*:\s*/i, '')
    .replace(/\(\s*\)|<\s*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|/–—-]+|[\s,;:|/–—-]+$/g, '');
  if (!name || name.length > 200 || NOBODY.test(name) || /^https?:/i.test(name)) return [];
  const parts = name.split(JOINTS).filter(Boolean);
  return parts.length > 1 && parts.every(isFullName) ? parts : [name];
}

/** Two words or more, all with a capital: only then is a comma or an "and" sure to stand between people. */
function isFullName(text: string): boolean {
  const words = text.split(' ');
  return words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}/u.test(word));
}
