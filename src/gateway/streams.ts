import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
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
import { BadRequest, type GraphqlParams } from './graphql-params.ts';
import { DATA_HEADERS } from './headers.ts';

/** Answers over server-sent events, as graphql-sse's distinct connections do: `next` for each result, then `complete`. */
export interface Streams {
  serve(
    request: IncomingMessage,
    response: ServerResponse,
    params: GraphqlParams,
    stream: { id: string; address: string },
  ): Promise<void>;
  count(): number;
}

export function createStreams(house: GraphqlHouse): Streams {
  const { settings, log } = house;
  const byAddress = new Map<string, number>();
  let open = 0;
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

  return {
    count: () => open,
    async serve(request, response, params, { id, address }) {
      const mine = byAddress.get(address) ?? 0;
      if (mine >= settings.streamsPerAddress)
        throw new BadRequest(
          429,
          `At most ${settings.streamsPerAddress} streams may be open from one address.`,
          'RATE_LIMITED',
          { 'Retry-After': '30' },
        );
      byAddress.set(address, mine + 1);
      open += 1;
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      try {
        const answer = await yoga.fetch(
          new Request('http://gateway/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
            body: JSON.stringify(params),
            signal: gone.signal,
          }),
          { asked: params, id, verb: request.method ?? 'GET' },
        );
        response.writeHead(answer.status, {
          ...DATA_HEADERS,
          'Content-Type': 'text/event-stream; charset=utf-8',
          'Cache-Control': 'no-store',
          'X-Accel-Buffering': 'no',
        });
        response.flushHeaders();
        if (answer.body) await pour(answer.body, response, settings.slowStreamMs);
        response.end();
      } catch (error) {
        if (error instanceof SlowReader) {
          log.warn({ request: id, address }, 'a stream was dropped: its reader does not keep up');
          response.destroy();
        } else if (!gone.signal.aborted) throw error;
      } finally {
        gone.abort();
        open -= 1;
        const left = (byAddress.get(address) ?? 1) - 1;
        if (left === 0) byAddress.delete(address);
        else byAddress.set(address, left);
      }
    },
  };
}

class SlowReader extends Error {}

/** Copies to the socket no faster than it is read; gives up on a reader who leaves data lying. */
async function pour(body: ReadableStream<Uint8Array>, response: ServerResponse, slowMs: number): Promise<void> {
  const reader = body.getReader();
  const closed = once(response, 'close').then(() => 'closed' as const);
  try {
    while (true) {
      const part = await Promise.race([reader.read(), closed]);
      if (part === 'closed' || part.done) return;
      if (response.write(part.value)) continue;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(resolve, slowMs, 'late');
      });
      const drained = await Promise.race([once(response, 'drain'), closed, late]);
      clearTimeout(timer);
      if (drained === 'late') throw new SlowReader();
      if (drained === 'closed') return;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

interface StreamRequest {
  asked: GraphqlParams;
  id: string;
  verb: string;
  document?: DocumentNode;
}

/** The gateway's own checks, contexts and errors in place of Yoga's. */
function checks(house: GraphqlHouse): Plugin<StreamRequest> {
  const shared = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();
  const present = (errors: readonly GraphQLError[], id: string, otherwise: ClientCode) =>
    presentErrors(errors, { id, log: house.log, otherwise }).map(asGraphqlError);
  const presentResult = (result: ExecutionResult, id: string): ExecutionResult =>
    result.errors ? { ...result, errors: present(result.errors, id, 'BAD_USER_INPUT') } : result;
  const completed = (args: ExecutionArgs): ExecutionArgs => ({
    ...args,
    contextValue: createContext(house.graph),
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
      answer = Promise.resolve(run).then((result) => presentResult(result, id));
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
    onParse({ context, setParsedDocument }) {
      setParsedDocument(context.document!);
    },
    onValidate({ setResult }) {
      setResult([]);
    },
    onExecute({ args, setExecuteFn }) {
      const { id } = args.contextValue;
      setExecuteFn((async (given: ExecutionArgs) =>
        presentResult((await execute(completed(given))) as ExecutionResult, id)) as never);
    },
    onSubscribe({ args, setSubscribeFn }) {
      const { id, document } = args.contextValue;
      setSubscribeFn((async (given: ExecutionArgs) => {
        const valid = validateSubscriptionArgs(completed(given));
        if (!('schema' in valid)) return { errors: present(valid, id, 'BAD_USER_INPUT') };
        const source = await createSourceEventStream(valid);
        if (!(Symbol.asyncIterator in source)) return presentResult(source, id);
        return mapSourceToResponseEvent(valid, source, (event) => runEvent(event, document!, id));
      }) as never);
    },
  };
}

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
