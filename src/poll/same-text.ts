/**
 * Keeps the known text where the new one differs only in what no one wrote: view and comment counters, tokens of
 * advertisements, space.
 */
export function keepUnlessChanged<T extends string | null>(known: T | undefined, fresh: T): T {
  if (known === undefined || known === null || fresh === null) return fresh;
  return known === fresh || essence(known) === essence(fresh) ? known : fresh;
}

// A counter: the word for what is counted beside a number, in the languages of the region.
const counted =
  'views?|reads?|shares?|likes?|comments?|pregled[a-z]*|čitanj[a-z]*|pročitan[a-z]*|komentar[a-z]*|podel[ae][a-z]*|dijeljenj[a-z]*|прегле[дж][а-я]*|читањ[а-я]*|прочитан[а-я]*|прочетен[а-я]*|коментар[а-я]*|споделувањ[а-я]*|споделян[а-я]*|lexim[a-z]*|shikim[a-z]*|koment[a-z]*|vizualiz[ăa]ri|vizionări|citiri|comentarii|προβολές|σχόλια|αναγνώσεις|görüntülenme|okunma|yorum|ogled[a-z]*';
const counters = new RegExp(
  `(?:(?:${counted})\\s*[:(]?\\s*\\d[\\d.,\\s]*k?\\)?|\\d[\\d.,]*k?\\s*(?:x|пута|puta|herë|пъти)?\\s*(?:${counted}))(?!\\p{L})`,
  'giu',
);
// What no sentence contains: long mixes of letters and digits, as in advertisement and session tokens.
const tokens = /(?<![\p{L}\p{N}])(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{16,}(?![\p{L}\p{N}])/giu;

function essence(text: string): string {
  return text.replace(counters, ' ').replace(tokens, ' ').replace(/\s+/g, ' ').trim();
}
