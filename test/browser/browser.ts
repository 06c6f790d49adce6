import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
if (!found && process.env['CI'] === 'true')
  throw new Error('CI has no chromium: the dashboard would go untested. Install the package "chromium".');
if (!found) console.warn('No chromium on this machine: the tests in a browser are skipped.');

/** Whether tests in a browser can run here. In CI they must. */
export const hasBrowser = found !== undefined;

export const artefacts = fileURLToPath(new URL('../../test-artefacts', import.meta.url));

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: found ?? '', args: ['--no-sandbox', '--force-color-profile=srgb'] });

/** A page of a browser, with all that went wrong on it and every host that it asked. */
export interface Visit {
  page: Page;
  /** Messages of the console and errors of scripts. */
  wrong: string[];
  /** Addresses asked for that are not of `url`. */
  outside: string[];
  /** Documents sent to /graphql by fetch. */
  questions: string[];
  shot(name: string): Promise<void>;
  close(): Promise<void>;
}

export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    timezoneId: 'Europe/Sarajevo',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  const outside: string[] = [];
  const questions: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
    if (request.method() === 'POST') questions.push(request.postData() ?? '');
  });
  return {
    page,
    wrong,
    outside,
    questions,
    async shot(name) {
      mkdirSync(artefacts, { recursive: true });
      await page.screenshot({ path: join(artefacts, `${name}.png`), fullPage: true });
    },
    close: () => context.close(),
  };
}
