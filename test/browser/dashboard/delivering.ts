import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { groupQuotes } from '../../../src/understand/stories/group-quotes.ts';
import { visit } from '../browser.ts';
import { answered, type Dashboard, fine, total } from './view.ts';

/** How the page is served. */
export function delivering(dashboard: Dashboard): void {
  test('works where only trusted documents run', async () => {
    const documents = fileURLToPath(new URL('../../../dashboard/generated/persisted-documents.json', import.meta.url));
    const { telal, folder } = dashboard.open;
    const gateway = createGateway({
      store: telal.store,
      catalog: telal.knowledge,
      groupQuotes,
      log: telal.log,
      settings: { dashboard: folder, documents, documentsOnly: true },
    });
    const url = await gateway.listen({ port: 0, host: '127.0.0.1' });
    try {
      const seen = await visit(dashboard.browser, url);
      dashboard.visits.push(seen);
      await seen.page.goto(`${url}?period=all`);
      await answered(seen.page);
      const before = await total(seen.page);
      expect(before).toBeGreaterThan(100);
      await dashboard.open.publish(1);
      await seen.page.getByRole('button', { name: '1 new article: show it' }).waitFor();
      fine(seen);
    } finally {
      await gateway.close();
    }
  });

  test('is at most 150 KB of JavaScript, hashed, cached for good, under a strict policy', async () => {
    const files = readdirSync(join(dashboard.open.folder, 'assets'));
    const scripts = files.filter((name) => name.endsWith('.js'));
    const bytes = scripts.reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(dashboard.open.folder, 'assets', name))).length,
      0,
    );
    expect(bytes).toBeLessThan(150_000);
    for (const name of files) {
      const response = await fetch(`${dashboard.open.url}assets/${name}`);
      expect(response.status, name).toBe(200);
      expect(response.headers.get('cache-control'), name).toContain('immutable');
    }
    const page = await fetch(dashboard.open.url);
    expect(page.headers.get('cache-control')).toContain('no-cache');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });
}
