import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import RelayPlugin from '@pothos/plugin-relay';
import { TelalError } from '../src/domain/error.ts';
import type { Instant } from '../src/domain/text.ts';
import type { GraphContext } from './context.ts';
import { decodeGlobalId, encodeGlobalId } from './global-id.ts';

/** Ids that one `nodes` may name. */
const MAX_NODES = 100;

/** Where every type of the graph is made. Fields are non-null unless they say otherwise. */
export const builder = new SchemaBuilder<{
  Context: GraphContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string | number };
    DateTime: { Input: Instant; Output: Instant };
    URL: { Input: string; Output: string };
    CountryCode: { Input: string; Output: string };
    LanguageTag: { Input: string; Output: string };
  };
}>({
  plugins: [RelayPlugin, DataloaderPlugin],
  defaultFieldNullability: false,
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    nodesOnConnection: { description: 'The entries alone, for those who need no cursors.' },
    encodeGlobalID: encodeGlobalId,
    decodeGlobalID: decodeGlobalId,
    idFieldOptions: { description: 'Global id: `node` finds it again.' },
    nodeTypeOptions: { description: 'Anything that can be refetched by its global id.' },
    nodeQueryOptions: {
      description: 'Whatever has this global id; null where it is gone.',
      args: { id: { description: 'A global id, as an `id` field gave it.' } },
    },
    nodesQueryOptions: {
      description: `Several at once, in the order asked for, null for those that are gone; at most ${MAX_NODES}.`,
      args: { ids: { description: 'Global ids, as `id` fields gave them.' } },
      resolve: (_root, args, _context, _info, resolveNodes) => {
        if (args.ids.length > MAX_NODES)
          throw new TelalError(
            'BAD_USER_INPUT',
            `nodes takes at most ${MAX_NODES} ids at once; ${args.ids.length} were given.`,
          );
        return resolveNodes(args.ids) as never;
      },
    },
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether there is more after endCursor.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before startCursor.' },
    startCursorFieldOptions: { description: 'Cursor of the first entry; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last entry; null on an empty page.' },
    edgesFieldOptions: { nullable: false, description: 'The entries, each with its cursor.' },
    nodeFieldOptions: { nullable: false, description: 'The entry.' },
    cursorFieldOptions: { description: 'Names this place in the list: give it as `after` or `before`.' },
    pageInfoFieldOptions: { description: 'Where this page stands in the list.' },
    firstArgOptions: {
      description: 'So many from the start (or after `after`): 1 to 100; 20 where neither first nor last is given.',
    },
    lastArgOptions: { description: 'So many from the end (or before `before`): 1 to 100.' },
    afterArgOptions: { description: 'Only what follows this cursor.' },
    beforeArgOptions: { description: 'Only what precedes this cursor.' },
  },
});

builder.queryType({ description: 'Everything that can be asked.' });
builder.subscriptionType({ description: 'Everything that can be followed as it happens, over server-sent events.' });
