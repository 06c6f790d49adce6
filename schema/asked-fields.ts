import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Where a document asks: as resolvers are told. */
type Place = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

const known = new WeakMap<FieldNode, ReadonlySet<string>>();

/**
 * The names of the fields that a connection is asked of its nodes, so that the store need not read what nobody wants.
 * Those within @skip or @include count as asked: to read too much is never wrong.
 */
export function askedOfNodes(place: Place): ReadonlySet<string> {
  const [field] = place.fieldNodes;
  if (place.fieldNodes.length > 1 || field === undefined) return findAsked(place);
  // The nodes of a document are kept as long as the document is.
  const before = known.get(field);
  if (before) return before;
  const asked = findAsked(place);
  known.set(field, asked);
  return asked;
}

function findAsked({ fieldNodes, fragments }: Place): Set<string> {
  const asked = new Set<string>();
  // What leads to the nodes, level by level. Each fragment is looked at once a level, however often it is spread.
  const [inConnection, inEdge, inNode] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const each = (set: SelectionSetNode | undefined, seen: Set<string>, take: (field: FieldNode) => void): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) take(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) each(selection.selectionSet, seen, take);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        each(fragments[selection.name.value]?.selectionSet, seen, take);
      }
    }
  };
  const ofNode = ({ selectionSet }: FieldNode) => each(selectionSet, inNode, ({ name }) => asked.add(name.value));
  for (const { selectionSet } of fieldNodes) {
    each(selectionSet, inConnection, (field) => {
      if (field.name.value === 'nodes') ofNode(field);
      else if (field.name.value === 'edges')
        each(field.selectionSet, inEdge, (inner) => {
          if (inner.name.value === 'node') ofNode(inner);
        });
    });
  }
  return asked;
}
