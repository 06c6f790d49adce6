import { FeedKind, HealthStatus } from './enums.ts';
import { FeedNode } from './refs.ts';

FeedNode.implement({
  description: 'One address that an outlet’s articles are found at.',
  fields: (t) => ({
    url: t.expose('url', { type: 'URL', description: 'The address.' }),
    kind: t.expose('kind', { type: FeedKind, description: 'What is read there.' }),
    status: t.expose('status', { type: HealthStatus, description: 'How polling it goes.' }),
    lastFetchedAt: t.expose('lastFetchedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The last attempt; null before the first.',
    }),
    lastSucceededAt: t.expose('lastSucceededAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The last that went well; null before the first.',
    }),
    nextFetchAt: t.expose('nextFetchAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is due next; null where it is not polled.',
    }),
    consecutiveFailures: t.exposeInt('consecutiveFailures', {
      description: 'Failed attempts since it last went well.',
    }),
    lastError: t.exposeString('lastError', {
      nullable: true,
      description: 'Plain words for a person: what went wrong last.',
    }),
  }),
});
