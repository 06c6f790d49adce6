import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { printGraph, schema } from '../../schema/index.ts';

const read = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');

describe('the graph', () => {
  test('contains the whole contract', async () => {
    const contract = buildSchema(await read('contract.graphql'));
    const broken = findBreakingChanges(contract, schema).map((change) => change.description);
    expect(broken).toEqual([]);
  });

  test('has the default values of the contract', async () => {
    const contract = buildSchema(await read('contract.graphql'));
    for (const type of Object.values(contract.getTypeMap())) {
      const built = schema.getType(type.name);
      if (isObjectType(type) && isObjectType(built))
        for (const field of Object.values(type.getFields()))
          for (const arg of field.args) {
            const ours = built.getFields()[field.name]?.args.find((candidate) => candidate.name === arg.name);
            if (ours) expect(defaultOf(ours), `${type.name}.${field.name}(${arg.name})`).toEqual(defaultOf(arg));
          }
      if (isInputObjectType(type) && isInputObjectType(built)) {
        expect(built.isOneOf, type.name).toBe(type.isOneOf);
        for (const field of Object.values(type.getFields()))
          expect(defaultOf(built.getFields()[field.name]!), `${type.name}.${field.name}`).toEqual(defaultOf(field));
      }
    }
  });

  test('describes every type, field, argument, input field and enum value', () => {
    const silent: string[] = [];
    const check = (place: string, described: { description?: string | null }) => {
      if (!described.description?.trim()) silent.push(place);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
      check(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
      if (isObjectType(type) || isInterfaceType(type))
        for (const field of Object.values(type.getFields())) {
          check(`${type.name}.${field.name}`, field);
          for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
        }
    }
    expect(silent).toEqual([]);
  });

  test('is printed in schema.graphql as it is built (npm run schema:print)', async () => {
    expect(await read('../../schema/schema.graphql')).toBe(printGraph());
  });
});

/** A literal and a value are the same default written by SDL and by code. */
function defaultOf(element: object): unknown {
  const { defaultValue, default: newer } = element as {
    defaultValue?: unknown;
    default?: { value?: unknown; literal?: unknown };
  };
  if (defaultValue !== undefined) return defaultValue;
  if (!newer) return undefined;
  if (newer.value !== undefined) return newer.value;
  const { kind, value } = newer.literal as { kind: string; value: unknown };
  return kind === 'IntValue' ? Number(value) : value;
}
