import { useEffect, useState } from 'preact/hooks';
import { isFiltered, KINDS, type Kind, type Period, withoutFilters } from '../choice.ts';
import { formatMoment } from '../formats.ts';
import { nameOf } from '../names.ts';
import { usePage } from '../page.ts';

const PERIOD_NAMES: [Period, string][] = [
  ['day', '24 hours'],
  ['week', '7 days'],
  ['month', '30 days'],
  ['year', 'A year'],
  ['all', 'All time'],
];
const KIND_WORDS: Record<Kind, string> = {
  about: 'About',
  from: 'Published in',
  actor: 'Naming',
  topic: 'Topic',
  outlet: 'Outlet',
  language: 'Language',
};

export function FilterBar() {
  const { choice, choose, toggle } = usePage();
  const [words, setWords] = useState(choice.q);
  useEffect(() => setWords(choice.q), [choice.q]);
  const span = choice.since || choice.until;
  return (
    <search class="filters">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          choose({ ...choice, q: words.trim() });
        }}
      >
        <label class="hidden" for="words">
          Search the articles, in any script
        </label>
        <input
          id="words"
          type="search"
          placeholder="Search in any script: Vučić, Вучић …"
          autocomplete="off"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <button type="submit">Search</button>
      </form>
      <fieldset class="switch">
        <legend class="hidden">Period</legend>
        {PERIOD_NAMES.map(([period, name]) => (
          <button
            key={period}
            type="button"
            aria-pressed={!span && choice.period === period}
            onClick={() => choose({ ...choice, period, since: null, until: null })}
          >
            {name}
          </button>
        ))}
      </fieldset>
      {isFiltered(choice) && (
        <ul class="chips" aria-label="Filters">
          {KINDS.flatMap((kind) =>
            choice[kind].map((value) => (
              <li key={`${kind} ${value}`}>
                <Chip word={KIND_WORDS[kind]} name={nameOf(kind, value)} onRemove={() => toggle(kind, value)} />
              </li>
            )),
          )}
          {choice.q && (
            <li>
              <Chip word="With the words" name={choice.q} onRemove={() => choose({ ...choice, q: '' })} />
            </li>
          )}
          {span && (
            <li>
              <Chip
                word="Published"
                name={[
                  choice.since && `from ${formatMoment(choice.since)}`,
                  choice.until && `to ${formatMoment(choice.until)}`,
                ]
                  .filter(Boolean)
                  .join(' ')}
                onRemove={() => choose({ ...choice, since: null, until: null })}
              />
            </li>
          )}
          <li>
            <button type="button" class="plain" onClick={() => choose(withoutFilters(choice))}>
              Clear all
            </button>
          </li>
        </ul>
      )}
    </search>
  );
}

function Chip({ word, name, onRemove }: { word: string; name: string; onRemove: () => void }) {
  return (
    <button type="button" class="chip" onClick={onRemove} aria-label={`Remove the filter: ${word} ${name}`}>
      <span>{word}</span> {name} <b aria-hidden="true">×</b>
    </button>
  );
}
