import type { LanguageTag } from '../domain/text.ts';

/** A language as feeds name it, with hyphens; null for what is no tag. */
export function languageTag(text: string | undefined): LanguageTag | null {
  const tag = text?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}
