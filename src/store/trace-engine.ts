import { isTraced, type TraceFacts, traced } from '../domain/trace.ts';
import type { Engine, Rows } from './engine.ts';

const NAMED = /^\s*(?:WITH\b[\s\S]*?\b(?=SELECT|INSERT))?(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|\w+)/i;
const TABLE = /\b(?:FROM|INTO|UPDATE|TABLE|JOIN)\s+(?:IF (?:NOT )?EXISTS\s+)?([a-z_]\w*)/i;

/** A statement by its shape, such as `SELECT article`. */
function shapeOf(sql: string): string {
  const verb = NAMED.exec(sql)?.[1]?.toUpperCase() ?? 'SQL';
  const table = TABLE.exec(sql)?.[1];
  return table === undefined ? verb : `${verb} ${table}`;
}

/** As it is written, with a ? for each value. */
const textOf = (sql: string): string => sql.replace(/\s+/g, ' ').slice(0, 2_000);

function traceRows(rows: Rows, system: string): Rows {
  const facts = (sql: string, more: TraceFacts = {}): TraceFacts => ({
    'db.system.name': system,
    'db.query.text': textOf(sql),
    ...more,
  });
  const tell = <T>(sql: string, work: () => Promise<T>, more?: TraceFacts): Promise<T> =>
    traced(shapeOf(sql), facts(sql, more), work);
  const into = (table: string) => `INSERT INTO ${table}`;
  return {
    all: (sql, values) => tell(sql, () => rows.all(sql, values)),
    get: (sql, values) => tell(sql, () => rows.get(sql, values)),
    lookup: (sql, values) => tell(sql, () => rows.lookup(sql, values)),
    run: (sql, values) => tell(sql, () => rows.run(sql, values)),
    create: (table, columns, row) => tell(into(table), () => rows.create(table, columns, row)),
    createAll: (table, columns, list) =>
      tell(into(table), () => rows.createAll(table, columns, list), { 'db.operation.batch.size': list.length }),
    each: (sql, lists) => tell(sql, () => rows.each(sql, lists), { 'db.operation.batch.size': lists.length }),
    insert: (table, columns, list, conflict) =>
      tell(into(table), () => rows.insert(table, columns, list, conflict), { 'db.operation.batch.size': list.length }),
  };
}

/** The engine, with each statement told to a collector where traces are asked for; else the engine itself. */
export function traceEngine(engine: Engine): Engine {
  if (!isTraced()) return engine;
  const { name } = engine.dialect;
  const system = name === 'postgres' ? 'postgresql' : name;
  const own: Partial<Engine> = {
    ...traceRows(engine, system),
    walk: (sql, values) =>
      traced(shapeOf(sql), { 'db.system.name': system, 'db.query.text': textOf(sql) }, () => engine.walk(sql, values)),
    transaction: (work) =>
      traced('transaction', { 'db.system.name': system }, () =>
        engine.transaction((rows) => work(traceRows(rows, system))),
      ),
  };
  return new Proxy(engine, {
    get(target, key) {
      const mine = own[key as keyof Engine];
      if (mine !== undefined) return mine;
      const value = Reflect.get(target, key, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
