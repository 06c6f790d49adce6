import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { schema } from '../../schema/index.ts';

/** How large a document is, before anything of it runs. */
export interface Measure {
  depth: number;
  rootFields: number;
  aliases: number;
  directives: number;
  /** Fields asked for again in the same place: validation compares all that is inside them, pair by pair. */
  duplicates: number;
}

type Variables = Record<string, unknown> | null | undefined;

/** Entries assumed of a list that names no number, where its field does not say (`extensions.size`). */
const USUAL_SIZE = 10;
const MAX_SIZE = 100;
/** Introspection is deep by nature and cheap: it is held by a rule of its own. */
const isIntrospection = (name: string) => name.startsWith('__');

/**
 * Fragments count wherever they are spread, but each is looked at once: a fan-out of 2^16 spreads costs sixteen looks.
 * A cycle counts as nothing here; validation refuses it.
 */
export function measureDocument(document: DocumentNode): Measure {
  const fragments = fragmentsOf(document);
  const depths = new Map<string, number>();
  const widths = new Map<string, number>();
  const measure: Measure = { depth: 0, rootFields: 0, aliases: 0, directives: 0, duplicates: 0 };

  const depthOf = (set: SelectionSetNode): number => {
    let deepest = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (isIntrospection(selection.name.value)) continue;
        deepest = Math.max(deepest, 1 + (selection.selectionSet ? depthOf(selection.selectionSet) : 0));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, depthOf(selection.selectionSet));
      else deepest = Math.max(deepest, ofFragment(selection.name.value, depths, depthOf));
    }
    return deepest;
  };
  const widthOf = (set: SelectionSetNode): number => {
    let fields = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) fields += 1;
      else if (selection.kind === Kind.INLINE_FRAGMENT) fields += widthOf(selection.selectionSet);
      else fields += ofFragment(selection.name.value, widths, widthOf);
    }
    return Math.min(fields, Number.MAX_SAFE_INTEGER);
  };
  const ofFragment = (name: string, known: Map<string, number>, of: (set: SelectionSetNode) => number): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    known.set(name, 0);
    const value = of(fragment.selectionSet);
    known.set(name, value);
    return value;
  };

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      measure.depth = Math.max(measure.depth, depthOf(definition.selectionSet));
      measure.rootFields = Math.max(measure.rootFields, widthOf(definition.selectionSet));
    }
  }
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD && node.alias) measure.aliases += 1;
      if (node.kind === Kind.DIRECTIVE) measure.directives += 1;
      if (node.kind === Kind.FIELD || node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION)
        if (node.selectionSet) measure.duplicates += duplicatesIn(node.selectionSet, '', new Set());
    },
  });
  return measure;
}

/** Inline fragments are of the same place; those of different types are told apart. */
function duplicatesIn(set: SelectionSetNode, type: string, seen: Set<string>): number {
  let duplicates = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      duplicates += duplicatesIn(selection.selectionSet, selection.typeCondition?.name.value ?? type, seen);
    } else {
      const name =
        selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : `...${selection.name.value}`;
      const key = `${type} ${name}`;
      if (seen.has(key)) duplicates += 1;
      seen.add(key);
    }
  }
  return duplicates;
}

/** What an operation may make the store do. */
export interface Weight {
  /** Entries of lists, by multiplication: a list within a list counts for each entry around it. */
  nodes: number;
  /** Pages, counts, facets and timelines, which the store makes one by one; heavy ones count as several. */
  lookups: number;
  /** Fields of every object that the answer may hold. */
  fields: number;
}

/**
 * Weighs a valid document's operation. A field that is a lookup says how heavy it is (`extensions.lookups`), and a list
 * without a number how long it usually is (`extensions.size`).
 */
export function weigh(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Weight {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Weight>();
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map((definition) => [
      definition.variable.name.value,
      definition.defaultValue,
    ]),
  );

  const sizeOf = (node: FieldNode, field: GraphQLField<unknown, unknown>): number => {
    for (const argument of field.args) {
      if (argument.name !== 'first' && argument.name !== 'last' && argument.name !== 'ids') continue;
      const value = node.arguments?.find((given) => given.name.value === argument.name)?.value;
      if (!value || value.kind === Kind.NULL) continue;
      if (value.kind === Kind.LIST) return Math.min(value.values.length, MAX_SIZE);
      if (value.kind === Kind.INT) return clamp(Number(value.value));
      if (value.kind !== Kind.VARIABLE) continue;
      const fallback = defaults.get(value.name.value);
      const given = variables?.[value.name.value] ?? (fallback?.kind === Kind.INT ? Number(fallback.value) : undefined);
      if (typeof given === 'number') return clamp(given);
      if (Array.isArray(given)) return Math.min(given.length, MAX_SIZE);
    }
    return (field.extensions['size'] as number | undefined) ?? USUAL_SIZE;
  };

  /** `page` is how many entries edges and nodes hold, within a connection. */
  const weightOf = (set: SelectionSetNode, type: GraphQLCompositeType, page: number): Weight => {
    const weight = { nodes: 0, lookups: 0, fields: 0 };
    for (const selection of set.selections) {
      let part: Weight;
      if (selection.kind === Kind.FIELD) part = weightOfField(selection, type, page);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition && typeNamed(selection.typeCondition.name.value);
        part = weightOf(selection.selectionSet, condition ?? type, page);
      } else {
        const key = `${selection.name.value} ${page}`;
        const before = known.get(key);
        if (before) part = before;
        else {
          const fragment = fragments.get(selection.name.value)!;
          part = weightOf(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value) ?? type, page);
          known.set(key, part);
        }
      }
      weight.nodes += part.nodes;
      weight.lookups += part.lookups;
      weight.fields += part.fields;
    }
    return weight;
  };

  const weightOfField = (node: FieldNode, parent: GraphQLCompositeType, page: number): Weight => {
    const name = node.name.value;
    const field =
      !isIntrospection(name) && (isObjectType(parent) || isInterfaceType(parent))
        ? parent.getFields()[name]
        : undefined;
    if (!field) return { nodes: 0, lookups: 0, fields: 1 };
    const own = (field.extensions['lookups'] as number | undefined) ?? 0;
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return { nodes: 0, lookups: own, fields: 1 };
    if (isConnection(type)) {
      const inside = weightOf(node.selectionSet, type, sizeOf(node, field));
      return { nodes: inside.nodes, lookups: inside.lookups + own + 1, fields: inside.fields + 1 };
    }
    const each = weightOf(node.selectionSet, type, 0);
    if (!isListType(getNullableType(field.type)))
      return { nodes: each.nodes, lookups: own + each.lookups, fields: 1 + each.fields };
    const entries = isConnection(parent) && (name === 'edges' || name === 'nodes') ? page : sizeOf(node, field);
    return {
      nodes: entries * (1 + each.nodes),
      lookups: own + entries * each.lookups,
      fields: 1 + entries * each.fields,
    };
  };

  const root = schema.getRootType(operation.operation);
  return root ? weightOf(operation.selectionSet, root, 0) : { nodes: 0, lookups: 0, fields: 0 };
}

const isConnection = (type: { name: string }) => type.name.endsWith('Connection');
const clamp = (size: number) => Math.min(Math.max(size, 0), MAX_SIZE);

function typeNamed(name: string): GraphQLCompositeType | undefined {
  const type = schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return fragments;
}
