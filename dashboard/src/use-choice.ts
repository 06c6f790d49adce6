import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Choice, readChoice, writeChoice } from './choice.ts';

/** The choice as the address has it; a change is a step that the back button takes back. */
export function useChoice(): [Choice, (next: Choice) => void] {
  const [choice, setChoice] = useState(() => readChoice(location.search));
  useEffect(() => {
    const back = () => setChoice(readChoice(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const choose = useCallback((next: Choice) => {
    const address = writeChoice(next);
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    setChoice(next);
  }, []);
  return [choice, choose];
}
