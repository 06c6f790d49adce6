import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  executeSubscriptionEvent,
  GraphQLError,
  type GraphQLFormattedError,
  mapSourceToResponseEvent,
  type ValidatedSubscriptionArgs,
  validateSubscriptionArgs,
} from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { createContext, schema } from '../../schema/index.ts';
import { checkRequest, type GraphqlHouse } from './answer-graphql.ts';
import { type ClientCode, presentErrors } from './errors.ts';
import type { GraphqlParams } from './graphql-params.ts';

/** Results as they come; equal ones are one object for all who follow the same. */
export type Results = AsyncIterator<ExecutionResult, unknown>;

/** Begins an operation whose results are streamed. */
export type StreamOperation = (request: StreamQuestion) => Promise<Results>;

export interface StreamQuestion {
  asked: GraphqlParams;
  id: string;
  /** The HTTP method. */
  verb: string;
  /** The id of the last event that the reader got before its connection broke. */
  resumeAfter: string | null;
}

/**
 * Yoga runs the operation; how its results reach the socket is ours, because of each event the bytes can be made once
 * for a thousand readers.
 */
export function createStreamOperation(house: GraphqlHouse): StreamOperation {
  const yoga = createYoga<StreamRequest>({
    schema,
    graphiql: false,
    landingPage: false,
    logging: false,
    cors: false,
    maskedErrors: false,
    batching: false,
    parserAndValidationCache: false,
    plugins: [checks(house)],
  });
  return async (asked) => {
    const context: StreamRequest = { ...asked, reply: {} };
    const { query, variables, operationName } = asked.asked;
    await yoga.fetch(
      new Request('http://gateway/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
        // A trusted document has no text here; the checks find it by its id.
        body: JSON.stringify({ query: query ?? '{ __typename }', variables, operationName }),
      }),
      context,
    );
    const { results } = context.reply;
    if (results === undefined) throw new Error('Yoga gave no result');
    return Symbol.asyncIterator in results ? results[Symbol.asyncIterator]() : once(results);
  };
}

async function* once(result: ExecutionResult): Results & AsyncGenerator<ExecutionResult> {
  yield result;
}

/** The cursor of the event that a result tells, for a reader that comes again. */
const cursors = new WeakMap<ExecutionResult, string>();
export const cursorOf = (result: ExecutionResult): string | undefined => cursors.get(result);

interface StreamRequest extends StreamQuestion {
  document?: DocumentNode;
  /** Yoga copies the context it is given; this is handed on as it is. */
  reply: { results?: ExecutionResult | AsyncIterable<ExecutionResult> };
}

/** The gateway's own checks, contexts and errors in place of Yoga's. */
function checks(house: GraphqlHouse): Plugin<StreamRequest> {
  const shared = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();
  const present = (errors: readonly GraphQLError[], id: string, otherwise: ClientCode) =>
    presentErrors(errors, { id, log: house.log, otherwise }).map(asGraphqlError);
  const presentResult = (result: ExecutionResult, id: string): ExecutionResult =>
    result.errors ? { ...result, errors: present(result.errors, id, 'BAD_USER_INPUT') } : result;
  const completed = (args: ExecutionArgs, resumeAfter: string | null): ExecutionArgs => ({
    ...args,
    contextValue: createContext(house.graph, resumeAfter),
    hideSuggestions: true,
    options: { maxCoercionErrors: 10 },
  });

  /** Whoever follows the same with the same document gets the same answer to an event, made once. */
  const runEvent = (args: ValidatedSubscriptionArgs, document: DocumentNode, id: string): Promise<ExecutionResult> => {
    const event = args.rootValue as object;
    const answers = shared.get(event) ?? new Map<string, Promise<ExecutionResult>>();
    shared.set(event, answers);
    const key = `${numberOf(document)} ${args.operation.name?.value ?? ''} ${JSON.stringify(args.rawVariableValues ?? null)}`;
    let answer = answers.get(key);
    if (!answer) {
      const run = executeSubscriptionEvent({ ...args, contextValue: createContext(house.graph) });
      answer = Promise.resolve(run).then((result) => {
        const told = presentResult(result, id);
        if (isArrival(event)) cursors.set(told, event.cursor);
        return told;
      });
      answers.set(key, answer);
    }
    return answer;
  };

  return {
    onParams({ context: given, setResult }) {
      const context = given as unknown as StreamRequest;
      const checked = checkRequest(house, context.asked, context.verb);
      if ('errors' in checked) setResult({ errors: present(checked.errors, context.id, checked.otherwise) });
      else context.document = checked.prepared.document;
    },
    onResultProcess({ result, serverContext, setResultProcessor }) {
      setResultProcessor((_result, fetchAPI) => {
        (serverContext as unknown as StreamRequest).reply.results = result as
          | ExecutionResult
          | AsyncIterable<ExecutionResult>;
        return new fetchAPI.Response(null);
      }, 'text/event-stream');
    },
    onParse({ context, setParsedDocument }) {
      setParsedDocument(context.document!);
    },
    onValidate({ setResult }) {
      setResult([]);
    },
    onExecute({ args, setExecuteFn }) {
      const { id } = args.contextValue;
      setExecuteFn((async (given: ExecutionArgs) =>
        presentResult((await execute(completed(given, null))) as ExecutionResult, id)) as never);
    },
    onSubscribe({ args, setSubscribeFn }) {
      const { id, document, resumeAfter } = args.contextValue;
      setSubscribeFn((async (given: ExecutionArgs) => {
        const valid = validateSubscriptionArgs(completed(given, resumeAfter));
        if (!('schema' in valid)) return { errors: present(valid, id, 'BAD_USER_INPUT') };
        const source = await createSourceEventStream(valid);
        if (!(Symbol.asyncIterator in source)) return presentResult(source, id);
        return mapSourceToResponseEvent(valid, source, (event) => runEvent(event, document!, id));
      }) as never);
    },
  };
}

const isArrival = (event: object): event is { cursor: string } => 'cursor' in event && typeof event.cursor === 'string';

const numbers = new WeakMap<DocumentNode, number>();
let lastNumber = 0;

/** Prepared documents are kept, so that the same text is the same object. */
function numberOf(document: DocumentNode): number {
  let number = numbers.get(document);
  if (number === undefined) {
    lastNumber += 1;
    number = lastNumber;
    numbers.set(document, number);
  }
  return number;
}

function asGraphqlError(error: GraphQLFormattedError): GraphQLError {
  const { message, path, extensions } = error;
  return new GraphQLError(message, { ...(path ? { path } : {}), ...(extensions ? { extensions } : {}) });
}
