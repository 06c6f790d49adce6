import type { OutletKind } from '../../domain/knowledge.ts';
import { fold, foldName } from '../../understand/text/fold.ts';

/** What pages and feeds call themselves beside their name. */
const NOT_A_NAME =
  /^(home( ?page)?|front page|naslovna( strana)?|po[cč]etna|почетна|насловна|начало|kreu|ballina|faqja kryesore|acas[aă]|prima pagin[aă]|ana ?sayfa|αρχική|domov|rss( feed)?|feed|news|vesti|vijesti|вести|novosti|lajme|haberler)$/i;

/**
 * The outlet's name out of what it calls itself, best first: "Naslovna | Moj portal: vijesti dana" is Moj portal. Of the
 * parts of a title the one that its host spells, else the first that is no common word.
 */
export function guessName(candidates: readonly (string | null)[], host: string): string {
  const spelt = host.replace(/^www\./, '').replace(/[^a-z0-9]/g, '');
  const parts = candidates.flatMap((candidate, order) =>
    (candidate ?? '')
      .split(/\s+[|–—»·•:-]+\s+|\s*[|»]\s*|:\s+/)
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .filter((part) => part.length > 1 && part.length < 60 && !NOT_A_NAME.test(part))
      .map((part) => ({ part, order, inHost: isSpelt(part, spelt) })),
  );
  const best = parts.find(({ inHost }) => inHost) ?? parts[0];
  return best?.part ?? host;
}

function isSpelt(name: string, host: string): boolean {
  const folded = foldName(name)
    .join('')
    .replace(/[^a-z0-9]/g, '');
  return (
    folded.length > 2 && (host.startsWith(folded) || folded.startsWith(host.replace(/(com?|org|net)?[a-z]{2,3}$/, '')))
  );
}

const words: [OutletKind, RegExp][] = [
  ['agency', /\b(agencija|agency|agjencia|agentia|ajansi|agencia)\b|^praktoreio|\bnovinska agencija\b|\bagencia\b/],
  [
    'broadcaster',
    /\b(tv|rtv|rts|rtvs?|televizija|televizioni?|televiziune?|radio|radiotelevizija|teleoras\w*)\b|^tv|tv$/,
  ],
  ['investigative', /\b(istrazivack\w*|istrazuvack\w*|investigativ\w*|hulumtues\w*)\b/],
];

/** The kind of outlet, where its name says it. */
export function guessKind(name: string): OutletKind | null {
  const folded = name.split(/\s+/).map(fold).join(' ');
  return words.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
