import { afterEach } from 'vitest';
import { type Bench, openBench, outlet } from './bench.ts';
import { site } from './site.ts';

/** One outlet on loopback, and pollers over real stores that are closed when the test ends. */
const open: Bench[] = [];
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

afterEach(async () => {
  for (const bench of open.splice(0)) await bench.close();
});

export async function opened(...given: Parameters<typeof openBench>): Promise<Bench> {
  const bench = await openBench(...given);
  open.push(bench);
  return bench;
}
export const at = (path: string) => site.origin + path;
export const paths = () => site.requests.map((one) => one.path);
const paragraphs = (about: string) =>
  Array.from(
    { length: 6 },
    (_, n) =>
      `<p>${about}: pasus ${n} govori o onome što se desilo u gradu, ko je šta rekao i šta će biti dalje, dovoljno dugo da se vidi kao tekst.</p>`,
  ).join('');
export const page = (headline: string, head = '', about = headline) =>
  `<!doctype html><html lang="sr"><head><title>${headline}</title>${head}</head><body><nav><a href="/">Naslovna</a></nav><article><h1>${headline}</h1>${paragraphs(about)}</article><footer>© Primer</footer></body></html>`;
export const html = { 'content-type': 'text/html; charset=utf-8' };
export const feedOnly = (path = '/feed') => outlet('primer', { homepage: site.origin, feeds: [{ url: at(path) }] });
export const withPages = () =>
  outlet('primer', { homepage: site.origin, readPages: true, feeds: [{ url: at('/feed') }] });
export const ago = (ms: number) => new Date(Date.now() - ms);
