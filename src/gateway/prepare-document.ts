import {
  type DocumentNode,
  GraphQLError,
  Kind,
  MaxIntrospectionDepthRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { schema } from '../../schema/index.ts';
import { type ClientCode, clientError } from './errors.ts';
import { measureDocument, type Weight, weigh } from './measure-document.ts';
import type { Limits } from './settings.ts';

/** A document that may run. */
export interface PreparedDocument {
  document: DocumentNode;
  /** True where its weight is fine whatever the variables say. */
  small: boolean;
  /** Trusted documents run without limits. */
  trusted: boolean;
}

/** Why a document may not run; `otherwise` is the code of errors that bear none. */
export interface RefusedDocument {
  errors: readonly GraphQLError[];
  otherwise: ClientCode;
}

const RULES = [...specifiedRules, MaxIntrospectionDepthRule];
const CACHED_CHARACTERS = 8_000_000;

export type PrepareDocument = (source: string) => PreparedDocument | RefusedDocument;

/** Parses, measures and validates; the same text is looked at once. */
export function createPrepare(limits: Limits): PrepareDocument {
  const known = new LRUCache<string, PreparedDocument | RefusedDocument>({
    maxSize: CACHED_CHARACTERS,
    sizeCalculation: (_value, source) => source.length * 4 + 2000,
  });
  return (source) => {
    let prepared = known.get(source);
    if (!prepared) {
      prepared = prepare(source, limits, false);
      known.set(source, prepared);
    }
    return prepared;
  };
}

export function prepare(source: string, limits: Limits, trusted: boolean): PreparedDocument | RefusedDocument {
  let document: DocumentNode;
  try {
    document = parse(source, trusted ? {} : { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (/more than \d+ tokens/.test(error.message))
      return tooComplex(`The document has more than ${limits.tokens} tokens, which is the limit.`);
    return { errors: [error], otherwise: 'GRAPHQL_PARSE_FAILED' };
  }
  if (!trusted) {
    const refused = checkMeasure(document, limits);
    if (refused) return refused;
  }
  const errors = validate(schema, document, RULES, { maxErrors: limits.errors, hideSuggestions: true });
  if (errors.length > 0) return { errors: errors.slice(0, limits.errors), otherwise: 'GRAPHQL_VALIDATION_FAILED' };
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const small = trusted || operations.every((operation) => !tooHeavy(weigh(document, operation, LARGEST), limits));
  return { document, small, trusted };
}

/** Stands for variables of which each asks for the most. */
const LARGEST = new Proxy<Record<string, unknown>>({}, { get: () => 100 });

function checkMeasure(document: DocumentNode, limits: Limits): RefusedDocument | null {
  const measure = measureDocument(document);
  for (const [name, what] of [
    ['depth', 'levels of fields'],
    ['aliases', 'aliases'],
    ['rootFields', 'root fields'],
    ['directives', 'directives'],
    ['duplicates', 'fields asked for twice in one place'],
  ] as const) {
    if (measure[name] > limits[name])
      return tooComplex(`The document has ${measure[name]} ${what}; at most ${limits[name]} are allowed.`);
  }
  return null;
}

function tooComplex(message: string): RefusedDocument {
  return { errors: [clientError('QUERY_TOO_COMPLEX', message)], otherwise: 'QUERY_TOO_COMPLEX' };
}

/** The operation of that name, or the only one. */
export function operationOf(
  document: DocumentNode,
  name: string | null | undefined,
): OperationDefinitionNode | GraphQLError {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (name == null) {
    if (operations.length === 1) return operations[0]!;
    return operations.length === 0
      ? clientError('GRAPHQL_VALIDATION_FAILED', 'The document has no operation.')
      : clientError('GRAPHQL_VALIDATION_FAILED', 'The document has several operations: name one in operationName.');
  }
  const found = operations.find((operation) => operation.name?.value === name);
  return (
    found ??
    clientError('GRAPHQL_VALIDATION_FAILED', 'The document has no operation of the name that operationName gives.')
  );
}

const WEIGHTS = {
  nodes: 'nodes; ask for fewer with first or last, or nest less',
  lookups: 'lists, counts, facets and timelines; nest fewer of them in lists',
  fields: 'fields in all; ask for fewer with first or last, or nest less',
} as const;

function tooHeavy(weight: Weight, limits: Limits): keyof Weight | undefined {
  return (Object.keys(WEIGHTS) as (keyof Weight)[]).find((name) => weight[name] > limits[name]);
}

/** Refuses what would weigh too much with these variables. */
export function checkWeight(
  prepared: PreparedDocument,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown> | null | undefined,
  limits: Limits,
): GraphQLError | null {
  if (prepared.small) return null;
  const weight = weigh(prepared.document, operation, variables);
  const name = tooHeavy(weight, limits);
  if (!name) return null;
  return clientError(
    'QUERY_TOO_COMPLEX',
    `The query may need ${weight[name]} of at most ${limits[name]} ${WEIGHTS[name]}.`,
  );
}
