import {
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql';
import { createContext, type GraphContext, type GraphHouse, schema } from '../../schema/index.ts';
import { traced } from '../domain/trace.ts';
import { clientError } from './errors.ts';
import type { PreparedDocument } from './prepare-document.ts';

export interface Run {
  result: ExecutionResult;
  context: GraphContext;
}

/** Runs a query within the time limit; past it nothing more of it is begun, and the client is told. */
export async function runOperation(
  house: GraphHouse,
  request: {
    prepared: PreparedDocument;
    operation: OperationDefinitionNode;
    variables: Record<string, unknown> | null;
  },
  timeLimitMs: number,
): Promise<Run> {
  const context = createContext(house);
  const abort = new AbortController();
  const timer = setTimeout(() => {
    abort.abort(
      clientError('QUERY_TOO_COMPLEX', `The query took longer than ${timeLimitMs / 1000} seconds, which is the limit.`),
    );
  }, timeLimitMs);
  try {
    const { operation, name } = request.operation;
    const facts = { 'graphql.operation.type': operation, 'graphql.operation.name': name?.value.slice(0, 100) ?? '' };
    const result = await house.store.limited(abort.signal, () =>
      traced('execute', facts, async () =>
        execute({
          schema,
          document: request.prepared.document,
          contextValue: context,
          variableValues: request.variables,
          operationName: request.operation.name?.value,
          hideSuggestions: true,
          abortSignal: abort.signal,
          options: { maxCoercionErrors: 10 },
        }),
      ),
    );
    return { result: result as ExecutionResult, context };
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    return { result: { errors: [abort.signal.reason as GraphQLError] }, context };
  } finally {
    clearTimeout(timer);
  }
}

/** The result as it is sent: errors presented, and first, where a reader sees them. */
export function resultText(
  result: { data?: unknown },
  errors: GraphQLFormattedError[] | null,
  extensions: Record<string, unknown> | null,
): string {
  return JSON.stringify({
    ...(errors ? { errors } : {}),
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(extensions ? { extensions } : {}),
  });
}
