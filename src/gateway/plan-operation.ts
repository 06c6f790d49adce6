import {
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLIncludeDirective,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  type getVariableValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Variables as graphql-js has read them. */
export type VariableValues = NonNullable<ReturnType<typeof getVariableValues>['variableValues']>;

/** How one field of one type is answered. */
export interface FieldPlan {
  /** Its name in the answer. */
  key: string;
  /** Its place among all fields of the operation. */
  index: number;
  nodes: readonly FieldNode[];
  parent: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  resolve: GraphQLFieldResolver<unknown, unknown>;
  value: ValuePlan;
}

export type ValuePlan = { nullable: boolean } & (
  | { is: 'leaf'; type: GraphQLLeafType }
  | { is: 'list'; item: ValuePlan }
  | { is: 'object'; type: GraphQLObjectType; fields: readonly FieldPlan[] }
  | { is: 'abstract'; type: GraphQLAbstractType; fields: ReadonlyMap<string, readonly FieldPlan[]> }
);

/** A valid operation with everything found out that does not depend on its data. */
export interface OperationPlan {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  root: readonly FieldPlan[];
  /** How many fields it has. */
  size: number;
}

/** More fields than this are not planned; so much of a document would hardly come again. */
const MOST_FIELDS = 1_000;

class TooLarge extends Error {}

/** Plans a query for variables, of which only those in @skip and @include count; null where it has too many fields. */
export function planOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: VariableValues,
): OperationPlan | null {
  let size = 0;

  const isAsked = (node: SelectionNode): boolean =>
    !node.directives?.length ||
    (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false);

  const collect = (
    type: GraphQLObjectType,
    set: SelectionSetNode,
    into: Map<string, FieldNode[]>,
    seen: Set<string>,
  ): void => {
    for (const selection of set.selections) {
      if (!isAsked(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const nodes = into.get(key);
        if (nodes) nodes.push(selection);
        else into.set(key, [selection]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD && seen.has(selection.name.value)) continue;
      if (selection.kind === Kind.FRAGMENT_SPREAD) seen.add(selection.name.value);
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      if (!condition || condition === type || (isAbstractType(condition) && schema.isSubType(condition, type)))
        collect(type, fragment.selectionSet, into, seen);
    }
  };

  const fieldsOf = (type: GraphQLObjectType, sets: readonly (SelectionSetNode | undefined)[]): FieldPlan[] => {
    const asked = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    for (const set of sets) if (set) collect(type, set, asked, seen);
    return [...asked].map(([key, nodes]) => {
      const field = schema.getField(type, nodes[0]!.name.value);
      // As the key of a plain object it would not be one of the object's own.
      if (!field || key === '__proto__' || size >= MOST_FIELDS) throw new TooLarge();
      const index = size;
      size += 1;
      const value = answerOf(field.type, nodes);
      return { key, index, nodes, parent: type, field, resolve: field.resolve ?? defaultFieldResolver, value };
    });
  };

  const answerOf = (given: GraphQLOutputType, nodes: readonly FieldNode[]): ValuePlan => {
    const nullable = !isNonNullType(given);
    const type = isNonNullType(given) ? given.ofType : given;
    if (isListType(type)) return { is: 'list', nullable, item: answerOf(type.ofType, nodes) };
    if (isLeafType(type)) return { is: 'leaf', nullable, type };
    const sets = nodes.map((node) => node.selectionSet);
    if (isObjectType(type)) return { is: 'object', nullable, type, fields: fieldsOf(type, sets) };
    const possible = schema.getPossibleTypes(type).map((one) => [one.name, fieldsOf(one, sets)] as const);
    return { is: 'abstract', nullable, type, fields: new Map(possible) };
  };

  const type = schema.getRootType(operation.operation);
  if (!type) return null;
  try {
    const root = fieldsOf(type, [operation.selectionSet]);
    return { schema, operation, fragments, root, size };
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}
