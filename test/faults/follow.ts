import type { Store } from '../../src/domain/store.ts';

/** Follows all arrivals as a subscription does: those after a cursor, then on from its last one whenever the store calls. */
export async function follow(store: Store, from?: string) {
  const seen: string[] = [];
  let reading = Promise.resolve();
  let after = from ?? (await store.lastArrival());
  const read = (): void => {
    reading = reading.then(async () => {
      for (const { cursor, node } of await store.arrivals({}, after, 1_000)) {
        after = cursor;
        seen.push(node.url);
      }
    });
    // What could not be read is read with the next call.
    reading = reading.catch(() => undefined);
  };
  const stop = store.watch(read);
  read();
  return {
    seen,
    /** Tells the cursor from which another may go on. */
    async stop(): Promise<string> {
      stop();
      await reading;
      return after;
    },
  };
}
