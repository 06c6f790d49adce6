import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenGateway, openGateway } from './fixture/open-gateway.ts';

let open: OpenGateway;
beforeAll(async () => {
  open = await openGateway();
});
afterAll(() => open.close());

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${open.url}graphql` });

  test('has 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  for (const audit of audits) {
    test(`${audit.id}: ${audit.name}`, async () => {
      const result = await audit.fn();
      const detail = result.status === 'ok' ? '' : `${result.reason}\n${await result.response.clone().text()}`;
      expect(result.status, detail).toBe('ok');
    });
  }
});
