/** What is told of a piece of work beside its name. No values of users: traces leave the house. */
export type TraceFacts = Readonly<Record<string, string | number>>;

/** Headers of a request, one of which may name the trace that it is a part of. */
export type TraceHeaders = Readonly<Record<string, unknown>>;

/** Does a piece of work and tells a collector of it; what is traced within becomes its part. */
export type Tracer = <T>(name: string, facts: TraceFacts, work: () => Promise<T>, headers?: TraceHeaders) => Promise<T>;

let tracer: Tracer | null = null;

/** From now on (with null: no longer) the work of this thread is traced. Set before a store is opened. */
export function setTracer(given: Tracer | null): void {
  tracer = given;
}

/** Whether traces are asked for. */
export const isTraced = (): boolean => tracer !== null;

/** Does the work, and tells of it where traces are asked for. */
export function traced<T>(name: string, facts: TraceFacts, work: () => Promise<T>, headers?: TraceHeaders): Promise<T> {
  return tracer === null ? work() : tracer(name, facts, work, headers);
}
