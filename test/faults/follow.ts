import type { Store } from '../../src/domain/store.ts';

/** Follows all arrivals as a subscription does, on from its last cursor whenever the store calls. */
export async function follow(store: Store) {
  const seen: string[] = [];
  let reading = Promise.resolve();
  let after = await store.lastArrival();
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
  return {
    seen,
    async stop() {
      stop();
      await reading;
    },
  };
}
