import type { FrontQuery } from '../../generated/graphql.ts';
import { type Choice, isFiltered, KINDS, type PERIODS } from '../choice.ts';
import { articlesOf, formatCount, formatDate } from '../formats.ts';
import { nameOf } from '../names.ts';

const PERIOD_WORDS: Record<keyof typeof PERIODS, string> = {
  day: 'in the last 24 hours',
  week: 'in the last seven days',
  month: 'in the last thirty days',
  year: 'in the last year',
  all: 'of all time',
};

/** The choice in words: "Kosovo, Aleksandar Vučić, “energija”". */
export function sentenceOf(choice: Choice): string {
  const names = KINDS.flatMap((kind) =>
    choice[kind].map((value) => (kind === 'from' ? `published in ${nameOf(kind, value)}` : nameOf(kind, value))),
  );
  if (choice.q) names.push(`“${choice.q}”`);
  return names.length > 0 ? names.join(', ') : 'The whole region';
}

/** Says what the numbers below answer, which is not yet what was just chosen. */
export function Summary({ front, answered: choice }: { front: FrontQuery; answered: Choice }) {
  const { totalCount, facets } = front.articles;
  const when =
    choice.since || choice.until
      ? `${choice.since ? `from ${formatDate(choice.since)}` : ''}${choice.until ? ` until ${formatDate(choice.until)}` : ''}`
      : PERIOD_WORDS[choice.period];
  const languages = facets.languages.length;
  return (
    <div class="summary" aria-live="polite">
      <h2>{sentenceOf(choice)}</h2>
      <p>
        <strong data-total={totalCount}>{articlesOf(totalCount)}</strong> {when}
        {totalCount > 0 && (
          <>
            , from {formatCount(facets.publisherCountries.length)}{' '}
            {facets.publisherCountries.length === 1 ? 'country' : 'countries'} in {formatCount(languages)}{' '}
            {languages === 1 ? 'language' : 'languages'}
          </>
        )}
      </p>
      {!isFiltered(choice) && totalCount > 0 && (
        <p class="hint">Press a country, a name, a topic or a number, and everything here tells of that alone.</p>
      )}
    </div>
  );
}
