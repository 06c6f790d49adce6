import type { Choice } from '../choice.ts';
import { formatToday } from '../formats.ts';
import { usePage } from '../page.ts';

/** /feed.atom takes one of each kind. */
function feedOf(choice: Choice): string {
  const search = new URLSearchParams();
  const set = (name: string, value: string | undefined) => value && search.set(name, value);
  set('country', choice.about[0]);
  set('actor', choice.actor[0]);
  set('topic', choice.topic[0]);
  set('outlet', choice.outlet[0]);
  set('language', choice.language[0]);
  set('search', choice.q);
  return `/feed.atom${search.size > 0 ? `?${search}` : ''}`;
}

export function Masthead() {
  const { choice } = usePage();
  return (
    <header class="masthead">
      <p class="ear">{formatToday()}</p>
      <div class="name">
        <h1>
          <a href="/">Telal</a>
        </h1>
        <p>What the press of the Balkans tells</p>
      </div>
      <nav class="ear" aria-label="Elsewhere in Telal">
        <a href="/graphql">Ask the graph</a>
        <a href={feedOf(choice)}>Follow as a feed</a>
      </nav>
    </header>
  );
}
