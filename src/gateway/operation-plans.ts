import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { schema } from '../../schema/index.ts';
import { type OperationPlan, planOperation, type VariableValues } from './plan-operation.ts';

/** Fields of all plans that are kept; one takes about half a kilobyte. */
const MOST_KEPT = 100_000;
/** Plans of one operation, for each way in which its @skip and @include may come out. */
const MOST_WAYS = 8;

/** The plan of a valid query; null where graphql-js runs it without one. */
export type FindPlan = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: VariableValues,
) => OperationPlan | null;

interface Known {
  /** Variables that @skip or @include ask. */
  conditions: readonly string[];
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  ways: Map<string, OperationPlan | null>;
}

/** Plans queries when they are asked for the second time: many documents never come again. */
export function createPlans(): FindPlan {
  const known = new LRUCache<OperationDefinitionNode, Known>({ maxSize: MOST_KEPT, sizeCalculation: sizeOf });
  return (document, operation, variables) => {
    if (operation.operation !== 'query') return null;
    const own = known.get(operation);
    if (own === undefined) {
      known.set(operation, { ...partsOf(document), ways: new Map() });
      return null;
    }
    const way = own.conditions.map((name) => variables.coerced[name]).join();
    const before = own.ways.get(way);
    if (before !== undefined || own.ways.size === MOST_WAYS) return before ?? null;
    const plan = planOperation(schema, operation, own.fragments, variables);
    own.ways.set(way, plan);
    // Its size is counted anew.
    known.set(operation, { ...own });
    return plan;
  };
}

function partsOf(document: DocumentNode): Pick<Known, 'conditions' | 'fragments'> {
  const conditions = new Set<string>();
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  visit(document, {
    Directive(node) {
      for (const { value } of node.arguments ?? []) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  return { conditions: [...conditions], fragments };
}

function sizeOf({ ways }: Known): number {
  let size = 10;
  for (const plan of ways.values()) size += plan?.size ?? 1;
  return size;
}
