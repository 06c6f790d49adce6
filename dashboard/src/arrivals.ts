import { ArrivalsDocument, type ArrivalsSubscription, type ArticleFilter } from '../generated/graphql.ts';
import { paramsOf } from './ask.ts';

const AGAIN_MS = 3000;

/**
 * Follows what arrives after `after`. The browser resumes a broken stream where it was; where it gives up, we begin
 * again from the last cursor, so that nothing is missed and nothing told twice.
 */
export function followArrivals(
  given: { filter: ArticleFilter | undefined; after: string | undefined },
  on: { arrived: (id: string) => void; reached: (yes: boolean) => void },
): () => void {
  let after = given.after;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const begin = () => {
    const { query, documentId, variables } = paramsOf(ArrivalsDocument, { filter: given.filter, after });
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    if (documentId) search.set('documentId', documentId);
    source = new EventSource(`/graphql?${search}`);
    source.onopen = () => on.reached(true);
    source.addEventListener('next', (event) => {
      const { data } = JSON.parse((event as MessageEvent<string>).data) as { data?: ArrivalsSubscription | null };
      if (!data) return;
      after = data.articlePublished.cursor;
      on.arrived(data.articlePublished.node.id);
    });
    // The gateway says farewell; it may come again.
    source.addEventListener('complete', again);
    source.onerror = () => {
      // A stream may be refused while questions are still answered: too many open, say.
      fetch('/health').then(
        (response) => on.reached(response.ok),
        () => on.reached(false),
      );
      if (source?.readyState === EventSource.CLOSED) again();
    };
  };
  const again = () => {
    source?.close();
    clearTimeout(timer);
    timer = setTimeout(begin, AGAIN_MS);
  };
  begin();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
