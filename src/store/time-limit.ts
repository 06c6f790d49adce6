import { AsyncLocalStorage } from 'node:async_hooks';

const limits = new AsyncLocalStorage<AbortSignal | undefined>();

/** Runs what a request asks for: when the signal aborts, its reads are given up and stopped in the database. */
export const limited = <T>(signal: AbortSignal, work: () => T): T => limits.run(signal, work);

/** Runs what others wait for as well, within whoever's request it began. */
export const unlimited = <T>(work: () => T): T => limits.run(undefined, work);

/** The signal that ends the reads begun here. */
export const currentLimit = (): AbortSignal | undefined => limits.getStore();
