import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FrontDocument, type FrontQuery, type FrontQueryVariables } from '../generated/graphql.ts';
import { followArrivals } from './arrivals.ts';
import { ask, Refused } from './ask.ts';
import { barsOf, type Choice, filterOf, questionOf } from './choice.ts';
import { timeZone } from './formats.ts';
import { learnNames } from './names.ts';

const AGAIN_MS = 4000;
export const PAGE = 12;

export interface Front {
  /** The newest answer; while another is on its way, the one before. */
  data: FrontQuery | null;
  /** The choice that `data` answers. */
  choice: Choice;
  /** When it was given. */
  at: number;
  loading: boolean;
  /** What the gateway says against the question, in its own words. */
  refused: string | null;
  /** False while Telal cannot be reached; it is tried again by itself. */
  reached: boolean;
  /** Articles that came in since, and are not shown yet. */
  arrived: number;
  refresh: () => void;
}

export function variablesOf(choice: Choice, now: number): FrontQueryVariables {
  const { filter, timeless } = filterOf(choice, now);
  return {
    filter,
    trendFilter: timeless,
    interval: barsOf(choice, now).interval,
    timeZone,
    first: PAGE,
    actor: choice.actor[0] ?? '-',
    withActor: choice.actor.length > 0,
    outletsIn: choice.from.length === 1 ? choice.from[0] : undefined,
  };
}

/** Asks for what is chosen, keeps it until the next answer is there, and listens for what comes in. */
export function useFront(choice: Choice): Front {
  const [state, setState] = useState<Omit<Front, 'refresh' | 'arrived'>>({
    data: null,
    choice,
    at: Date.now(),
    loading: true,
    refused: null,
    reached: true,
  });
  const [arrived, setArrived] = useState(0);
  const [round, setRound] = useState(0);
  const refresh = useCallback(() => setRound((before) => before + 1), []);
  const question = questionOf(choice);
  const latest = useRef(choice);
  latest.current = choice;

  // Before the page is painted, so that the question is on its way while it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is asked once, and again each round
  useLayoutEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unfollow: (() => void) | undefined;
    const now = Date.now();
    const variables = variablesOf(latest.current, now);
    setState((before) => ({ ...before, loading: true }));
    ask(FrontDocument, variables, stop.signal).then(
      (data) => {
        if (stop.signal.aborted) return;
        learnNames(data);
        setArrived(0);
        setState({ data, choice: latest.current, at: now, loading: false, refused: null, reached: true });
        if (latest.current.until !== null) return;
        const seen = new Set(data.articles.nodes.map((article) => article.id));
        unfollow = followArrivals(
          { filter: variables.filter ?? undefined, after: data.arrivals.edges[0]?.cursor },
          {
            arrived: (id) => {
              if (seen.has(id)) return;
              seen.add(id);
              setArrived((count) => count + 1);
            },
            reached: (reached) => setState((before) => (before.reached === reached ? before : { ...before, reached })),
          },
        );
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        if (error instanceof Refused) {
          setState((before) => ({
            ...before,
            choice: latest.current,
            loading: false,
            refused: error.message,
            reached: true,
          }));
          return;
        }
        setState((before) => ({ ...before, loading: false, reached: false }));
        timer = setTimeout(refresh, AGAIN_MS);
      },
    );
    return () => {
      stop.abort();
      clearTimeout(timer);
      unfollow?.();
    };
  }, [question, round, refresh]);

  // Between a click and its request stands one drawing that must not pass for the answer.
  return { ...state, loading: state.loading || questionOf(state.choice) !== question, arrived, refresh };
}
