import { GraphQLError, type GraphQLFormattedError, Kind, type OperationDefinitionNode } from 'graphql';
import type { GraphHouse } from '../../schema/index.ts';
import type { Log } from '../domain/ports.ts';
import { type Answer, createAnswer } from './answer.ts';
import { bareHash, hashOf, type TrustedDocuments } from './documents.ts';
import { type ClientCode, clientError, presentErrors } from './errors.ts';
import { type BadRequest, deeperThan, type GraphqlParams } from './graphql-params.ts';
import { weigh } from './measure-document.ts';
import type { MediaType } from './media-type.ts';
import type { FindPlan } from './operation-plans.ts';
import {
  checkWeight,
  operationOf,
  type PrepareDocument,
  type PreparedDocument,
  type RefusedDocument,
} from './prepare-document.ts';
import { resultText, runOperation } from './run-operation.ts';
import type { GatewaySettings, Limits } from './settings.ts';

/** What answering GraphQL needs. */
export interface GraphqlHouse {
  graph: GraphHouse;
  settings: GatewaySettings;
  prepare: PrepareDocument;
  findPlan: FindPlan;
  trusted: TrustedDocuments | null;
  log: Log;
}

/** An operation that passed every check, or what is wrong with it. */
export type Checked =
  | { prepared: PreparedDocument; operation: OperationDefinitionNode }
  | { errors: readonly GraphQLError[]; otherwise: ClientCode; status?: number };

/** Everything that is checked before anything runs. */
export function checkRequest(house: GraphqlHouse, params: GraphqlParams, method: string): Checked {
  const { limits } = house.settings;
  const prepared = findDocument(house, params);
  if ('errors' in prepared) return prepared;
  const operation = operationOf(prepared.document, params.operationName);
  if (operation instanceof GraphQLError) return refused(operation);
  if (method === 'GET' && operation.operation === 'mutation')
    return { ...refused(clientError('BAD_USER_INPUT', 'A GET may only query.')), status: 405 };
  if (deeperThan(params.variables, limits.variableDepth))
    return refused(
      clientError(
        'QUERY_TOO_COMPLEX',
        `\`variables\` are nested deeper than ${limits.variableDepth} levels, which is the limit.`,
      ),
    );
  const tooMany = prepared.trusted ? null : checkWeight(prepared, operation, params.variables, limits);
  return tooMany ? refused(tooMany) : { prepared, operation };
}

const refused = (error: GraphQLError) => ({ errors: [error], otherwise: 'GRAPHQL_VALIDATION_FAILED' as const });

function findDocument(
  { trusted, settings, prepare }: GraphqlHouse,
  params: GraphqlParams,
): PreparedDocument | RefusedDocument {
  if (trusted) {
    const hash = params.documentId === null ? hashOf(params.query ?? '') : bareHash(params.documentId);
    const document = trusted.get(hash);
    if (document) return document;
    if (settings.documentsOnly || params.query === null)
      return refused(
        clientError('BAD_USER_INPUT', 'Only documents that the operator trusts run here, and this is none of them.'),
      );
  }
  if (params.query === null)
    return refused(clientError('BAD_USER_INPUT', 'There is no document of that id here: send the `query` itself.'));
  return prepare(params.query);
}

/** Answers a query with finished bytes. */
export async function answerGraphql(
  house: GraphqlHouse,
  params: GraphqlParams,
  request: { id: string; method: string; type: MediaType },
): Promise<Answer> {
  const checked = checkRequest(house, params, request.method);
  if ('errors' in checked) {
    const errors = presentErrors(checked.errors, { ...request, log: house.log, otherwise: checked.otherwise });
    return errorAnswer(errors, request.type, checked.status);
  }
  const { prepared, operation } = checked;
  if (operation.operation === 'subscription')
    return errorAnswer(
      [presented('BAD_USER_INPUT', 'A subscription is answered as a stream: send Accept: text/event-stream.')],
      request.type,
    );
  const { result, context } = await runOperation(
    house.graph,
    { prepared, operation, variables: params.variables },
    { timeLimitMs: house.settings.timeLimitMs, findPlan: house.findPlan },
  );
  const errors = result.errors
    ? presentErrors(result.errors, { id: request.id, log: house.log, otherwise: 'BAD_USER_INPUT' })
    : null;
  if (result.data === undefined) return errorAnswer(errors ?? [], request.type);
  const extensions =
    params.extensions?.['cost'] === true
      ? {
          cost: {
            ...weigh(prepared.document, operation, params.variables),
            limits: weightLimits(house.settings.limits),
          },
        }
      : null;
  const life = context.lifeSeconds();
  return createAnswer(resultText(result, errors, extensions), {
    type: contentType(request.type),
    operation: operationLabel(operation),
    code: (errors?.[0]?.extensions?.['code'] as string | undefined) ?? 'OK',
    keep: errors === null,
    lifeMs: life === null ? null : life * 1000,
  });
}

/** What never became an operation: 400 for those who asked for GraphQL's own type, 200 for plain JSON as it always was. */
export function errorAnswer(errors: GraphQLFormattedError[], type: MediaType, status?: number, headers = {}): Answer {
  const usual = type === 'application/graphql-response+json' ? 400 : 200;
  return createAnswer(JSON.stringify({ errors }), {
    type: contentType(type),
    status: status ?? usual,
    headers: { ...(status === 405 ? { Allow: 'POST' } : {}), ...headers },
    operation: 'refused',
    code: (errors[0]?.extensions?.['code'] as string | undefined) ?? 'INTERNAL_SERVER_ERROR',
  });
}

/** A request that is not even one. */
export function badRequestAnswer(error: BadRequest, type: MediaType): Answer {
  return errorAnswer([presented(error.code, error.message)], type, error.status, error.headers);
}

export function presented(code: ClientCode, message: string, more: object = {}): GraphQLFormattedError {
  return { message, extensions: { code, ...more } };
}

const contentType = (type: MediaType) => `${type === 'text/event-stream' ? 'application/json' : type}; charset=utf-8`;

/** The first root field: names that the graph knows, so that metrics cannot be flooded with others. */
export function operationLabel(operation: OperationDefinitionNode): string {
  const first = operation.selectionSet.selections[0];
  return first?.kind === Kind.FIELD ? first.name.value : operation.operation;
}

const weightLimits = ({ nodes, lookups, fields }: Limits) => ({ nodes, lookups, fields });
