import { type GraphQLResolveInfo, getArgumentValues } from 'graphql';
import type { FieldPlan, OperationPlan, ValuePlan, VariableValues } from './plan-operation.ts';

type Data = Record<string, unknown>;

/** Something is not as it should be; graphql-js tells what. */
class Irregular extends Error {
  static readonly one = new Irregular();
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/**
 * Runs a planned query as graphql-js would. Null where anything goes wrong, be it a resolver that throws or a null that
 * may not be: what the client is told then is left to graphql-js, which begins anew.
 */
export function runPlan(
  plan: OperationPlan,
  request: { context: unknown; variables: VariableValues; signal: AbortSignal },
): Promise<Data | null> {
  return new PlanRun(plan, request).start();
}

class PlanRun {
  readonly #plan: OperationPlan;
  readonly #context: unknown;
  readonly #variables: VariableValues;
  readonly #signal: AbortSignal;
  /** Of each field, the same for all objects that it is asked of. */
  readonly #args: (Data | undefined)[] = [];
  readonly #infos: (FieldInfo | undefined)[] = [];
  readonly #answer = Promise.withResolvers<Data | null>();
  #data: Data | null = null;
  /** Values that are waited for, and one for the start itself. */
  #waiting = 1;
  #ended = false;

  constructor(plan: OperationPlan, request: { context: unknown; variables: VariableValues; signal: AbortSignal }) {
    this.#plan = plan;
    this.#context = request.context;
    this.#variables = request.variables;
    this.#signal = request.signal;
  }

  start(): Promise<Data | null> {
    this.#signal.addEventListener('abort', this.#giveUp);
    try {
      this.#data = this.#fields(this.#plan.root, undefined);
      this.#arrived();
    } catch {
      this.#giveUp();
    }
    return this.#answer.promise;
  }

  #arrived(): void {
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#end(this.#data);
  }

  #giveUp = (): void => this.#end(null);

  #end(data: Data | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#signal.removeEventListener('abort', this.#giveUp);
    this.#answer.resolve(data);
  }

  #fields(fields: readonly FieldPlan[], source: unknown): Data {
    const data: Data = {};
    for (const field of fields) {
      const value = field.resolve(source, this.#argsOf(field), this.#context, this.#infoOf(field));
      if (isThenable(value)) this.#wait(value, field.value, data, field.key);
      else data[field.key] = this.#complete(field.value, value);
    }
    return data;
  }

  /** Keeps the place, so that the answer has its fields in the order of the question. */
  #wait(value: PromiseLike<unknown>, plan: ValuePlan, into: Data | unknown[], key: string | number): void {
    const place = into as Record<string | number, unknown>;
    place[key] = null;
    this.#waiting += 1;
    value.then((come) => {
      if (this.#ended) return;
      try {
        place[key] = this.#complete(plan, come);
        this.#arrived();
      } catch {
        this.#giveUp();
      }
    }, this.#giveUp);
  }

  #complete(plan: ValuePlan, value: unknown): unknown {
    if (value == null) {
      if (plan.nullable) return null;
      throw Irregular.one;
    }
    if (value instanceof Error) throw Irregular.one;
    switch (plan.is) {
      case 'leaf': {
        const shown = plan.type.coerceOutputValue(value);
        if (shown == null) throw Irregular.one;
        return shown;
      }
      case 'list':
        return this.#list(plan.item, value);
      case 'object':
        // What would have to be asked of the object is left to graphql-js.
        if (plan.type.isTypeOf && plan.type.isTypeOf(value, this.#context, NO_INFO) !== true) throw Irregular.one;
        return this.#fields(plan.fields, value);
      case 'abstract': {
        const name = plan.type.resolveType?.(value, this.#context, NO_INFO, plan.type);
        const fields = typeof name === 'string' ? plan.fields.get(name) : undefined;
        if (fields === undefined) throw Irregular.one;
        return this.#fields(fields, value);
      }
    }
  }

  #list(plan: ValuePlan, value: unknown): unknown[] {
    if (!Array.isArray(value)) throw Irregular.one;
    const list: unknown[] = [];
    let fault: unknown = null;
    for (const item of value) {
      // All that is promised is waited for, also after a fault: a promise that nobody hears would end the process.
      if (isThenable(item)) this.#wait(item, plan, list, list.length);
      else if (fault === null) {
        try {
          list.push(this.#complete(plan, item));
        } catch (error) {
          fault = error;
        }
      }
    }
    if (fault !== null) throw fault;
    return list;
  }

  #argsOf(plan: FieldPlan): Data {
    const before = this.#args[plan.index];
    if (before !== undefined) return before;
    const args = getArgumentValues(plan.field, plan.nodes[0]!, this.#variables);
    this.#args[plan.index] = args;
    return args;
  }

  #infoOf(field: FieldPlan): GraphQLResolveInfo {
    const before = this.#infos[field.index];
    if (before !== undefined) return before;
    const info = new FieldInfo(this.#plan, field, this.#variables, this.#signal);
    this.#infos[field.index] = info;
    return info;
  }
}

/** What resolvers are told of their field, the same for all objects that it is asked of. */
class FieldInfo implements GraphQLResolveInfo {
  readonly fieldName: string;
  readonly fieldNodes: GraphQLResolveInfo['fieldNodes'];
  readonly returnType: GraphQLResolveInfo['returnType'];
  readonly parentType: GraphQLResolveInfo['parentType'];
  readonly schema: GraphQLResolveInfo['schema'];
  readonly fragments: GraphQLResolveInfo['fragments'];
  readonly rootValue = undefined;
  readonly operation: GraphQLResolveInfo['operation'];
  readonly variableValues: VariableValues;
  readonly getAbortSignal: () => AbortSignal;

  constructor(
    plan: OperationPlan,
    { field, nodes, parent }: FieldPlan,
    variables: VariableValues,
    signal: AbortSignal,
  ) {
    this.fieldName = field.name;
    this.fieldNodes = nodes;
    this.returnType = field.type;
    this.parentType = parent;
    this.schema = plan.schema;
    this.fragments = plan.fragments;
    this.operation = plan.operation;
    this.variableValues = variables;
    this.getAbortSignal = () => signal;
  }

  /** Differs from object to object: a resolver that asks for it is run by graphql-js. */
  get path(): never {
    throw Irregular.one;
  }

  getAsyncHelpers(): never {
    throw Irregular.one;
  }
}

const NO_INFO = new Proxy({} as GraphQLResolveInfo, {
  get() {
    throw Irregular.one;
  },
});
