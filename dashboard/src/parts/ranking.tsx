import { useState } from 'preact/hooks';
import type { Kind } from '../choice.ts';
import { formatCount } from '../formats.ts';
import { usePage } from '../page.ts';

/** On a phone the first of a list, until one asks for the rest. */
const FIRST = 5;

/** A list of what is in the news, most first; each entry is a filter. */
export function Ranking({
  title,
  kind,
  entries,
}: {
  title: string;
  kind: Kind;
  entries: { value: string; name: string; count: number }[];
}) {
  const { choice, toggle } = usePage();
  const largest = Math.max(1, ...entries.map((entry) => entry.count));
  const [whole, setWhole] = useState(false);
  const id = `ranking-${title.toLowerCase().replace(/\W+/g, '-')}`;
  return (
    <section class="ranking" aria-labelledby={id}>
      <div class="head">
        <h2 id={id}>{title}</h2>
      </div>
      {entries.length === 0 ? (
        <p class="none">None in these articles.</p>
      ) : (
        <ol class={whole ? 'whole' : ''}>
          {entries.map(({ value, name, count }, place) => (
            <li key={value} class={place < FIRST ? '' : 'further'}>
              <button type="button" aria-pressed={choice[kind].includes(value)} onClick={() => toggle(kind, value)}>
                <span>{name}</span>{' '}
                <b>
                  {formatCount(count)}
                  <span class="hidden"> {count === 1 ? 'article' : 'articles'}</span>
                </b>
                <i style={{ width: `${(count / largest) * 100}%` }} />
              </button>
            </li>
          ))}
        </ol>
      )}
      {entries.length > FIRST && (
        <button type="button" class="rest" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? `Only the first ${FIRST}` : `All ${entries.length}`}
          <span class="hidden"> of {title}</span>
        </button>
      )}
    </section>
  );
}
