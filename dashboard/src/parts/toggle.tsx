import type { ComponentChildren } from 'preact';
import type { Kind } from '../choice.ts';
import { usePage } from '../page.ts';

/** A word that chooses what it names, or takes the choice back. */
export function Toggle(props: { kind: Kind; value: string; look?: string; children: ComponentChildren }) {
  const { kind, value, look, children } = props;
  const { choice, toggle } = usePage();
  return (
    <button
      type="button"
      class={look ? `plain ${look}` : 'plain'}
      aria-pressed={choice[kind].includes(value)}
      onClick={() => toggle(kind, value)}
    >
      {children}
    </button>
  );
}
