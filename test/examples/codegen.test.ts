import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { executeCodegen } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';
import config from '../../codegen.ts';
import { readDocuments } from '../../src/gateway/documents.ts';
import { defaultSettings } from '../../src/gateway/settings.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));

test('the generated types are those of the schema and the documents as they are now (else: npm run codegen)', async () => {
  const { result, error } = await executeCodegen({ ...config, cwd: home, silent: true });
  expect(error).toBeFalsy();
  expect(result.length).toBeGreaterThanOrEqual(4);
  for (const { filename, content } of result)
    expect(readFileSync(join(home, filename), 'utf8').trim(), filename).toBe(content.trim());
});

test('the trusted documents are what TELAL_DOCUMENTS takes', () => {
  const documents = readDocuments(join(home, 'dashboard/generated/persisted-documents.json'), defaultSettings.limits);
  expect(documents.size).toBeGreaterThanOrEqual(5);
});
