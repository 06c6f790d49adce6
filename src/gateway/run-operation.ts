import {
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { createContext, type GraphContext, type GraphHouse, schema } from '../../schema/index.ts';
import { traced } from '../domain/trace.ts';
import { clientError } from './errors.ts';
import type { FindPlan } from './operation-plans.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { runPlan } from './run-plan.ts';

interface Question {
  prepared: PreparedDocument;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown> | null;
}

export interface Run {
  result: ExecutionResult;
  context: GraphContext;
}

const MOST_VARIABLE_ERRORS = 10;

/** The data of a query that is planned and goes well; null where graphql-js is to run it. */
function runPlanned(
  { prepared, operation, variables }: Question,
  context: GraphContext,
  findPlan: FindPlan,
  signal: AbortSignal,
): Promise<Record<string, unknown> | null> | null {
  const read = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, { maxErrors: 1 });
  if (read.variableValues === undefined) return null;
  const plan = findPlan(prepared.document, operation, read.variableValues);
  return plan && runPlan(plan, { context, variables: read.variableValues, signal });
}

/** Runs a query within the time limit; past it nothing more of it is begun, and the client is told. */
export async function runOperation(
  house: GraphHouse,
  request: Question,
  { timeLimitMs, findPlan }: { timeLimitMs: number; findPlan: FindPlan },
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
      traced('execute', facts, async () => {
        const data = await runPlanned(request, context, findPlan, abort.signal);
        if (data !== null) return { data };
        return execute({
          schema,
          document: request.prepared.document,
          contextValue: context,
          variableValues: request.variables,
          operationName: request.operation.name?.value,
          hideSuggestions: true,
          abortSignal: abort.signal,
          options: { maxCoercionErrors: MOST_VARIABLE_ERRORS },
        });
      }),
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
