import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import iconv from 'iconv-lite';
import { escapeXml, labelledCharset, type PublishedArticle, renderFeed } from './render-feed.ts';
import { renderHome, renderPage } from './render-page.ts';
import type { SampleArticle, SampleOutlet } from './samples.ts';

/** One sample outlet, served over real HTTP on a loopback port of its own. */
export interface SampleSite {
  outlet: SampleOutlet;
  /** Its homepage, such as http://127.0.0.1:40123/. */
  url: string;
  /** Publishes one more article now. */
  publish(article: SampleArticle): void;
  /** Gives a published article another headline, as outlets do. */
  rename(id: number, headline: string): void;
  close(): Promise<void>;
}

/** Starts the site of one outlet. `start` is the instant that every `hoursAgo` counts back from. */
export async function openSampleSite(
  outlet: SampleOutlet,
  articles: SampleArticle[],
  start: Date,
): Promise<SampleSite> {
  let site = '';
  const published: PublishedArticle[] = [];
  const place = (article: SampleArticle, publishedAt: Date) =>
    published.push({ ...article, publishedAt, url: `${site}${pathOf(article)}` });

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', site).pathname;
    published.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
    const article = published.find((one) => new URL(one.url).pathname === path);
    if (path === '/robots.txt') send(response, 'text/plain', 'User-agent: *\nDisallow: /admin/\n', 'utf-8');
    else if (path === '/') html(renderHome(outlet, site, published));
    else if (path === '/feed' && outlet.serve.format !== 'none')
      send(
        response,
        feedType(outlet),
        renderFeed(outlet, site, published),
        outlet.serve.charset,
        labelledCharset(outlet),
      );
    else if (path === '/news-sitemap.xml' && outlet.serve.newsSitemap)
      send(response, 'application/xml', newsSitemap(outlet, published), 'utf-8');
    else if (path.startsWith('/images/')) send(response, 'image/svg+xml', picture(outlet.name), 'utf-8');
    else if (article) html(renderPage(outlet, site, article));
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');

    function html(text: string) {
      send(response, 'text/html', text, outlet.serve.charset, labelledCharset(outlet));
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (const article of articles) place(article, new Date(start.getTime() - article.hoursAgo * 3_600_000));

  return {
    outlet,
    url: site,
    publish: (article) => place(article, new Date()),
    rename(id, headline) {
      const article = published.find((one) => one.id === id);
      if (article) article.headline = headline;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, type: string, text: string, charset: string, label = charset): void {
  response.writeHead(200, { 'content-type': `${type}; charset=${label}` }).end(iconv.encode(text, charset));
}

function feedType(outlet: SampleOutlet): string {
  if (outlet.serve.format === 'json') return 'application/feed+json';
  return outlet.serve.format === 'atom' ? 'application/atom+xml' : 'application/rss+xml';
}

function pathOf(article: SampleArticle): string {
  const words = article.headline
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `${article.id}/${words?.slice(0, 8).join('-') ?? 'article'}/`;
}

function newsSitemap(outlet: SampleOutlet, articles: PublishedArticle[]): string {
  const urls = articles.map(
    (a) => `<url><loc>${a.url}</loc><news:news>
<news:publication><news:name>${escapeXml(outlet.name)}</news:name><news:language>${a.language.slice(0, 2)}</news:language></news:publication>
<news:publication_date>${a.publishedAt.toISOString()}</news:publication_date><news:title>${escapeXml(a.headline)}</news:title>
</news:news></url>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join('\n')}</urlset>`;
}

const picture = (name: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 450"><rect width="800" height="450" fill="#d8cdb8"/><text x="400" y="235" font-size="40" text-anchor="middle" fill="#5b4a32">${escapeXml(name)}</text></svg>`;
