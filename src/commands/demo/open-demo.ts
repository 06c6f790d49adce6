import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Config, home } from '../../config.ts';
import { openSampleSite, type SampleSite } from './sample-site.ts';
import { loadSamples, type SampleArticle, type SampleOutlet } from './samples.ts';

/** The sample outlets on loopback, and the settings with which Telal polls them into a temporary store. */
export interface Demo {
  config: Config;
  sites: SampleSite[];
  /** How many articles stand on the sites at the start. */
  articleCount: number;
  /** Articles kept back, to be published while one looks on. */
  waiting: { site: SampleSite; article: SampleArticle }[];
  close(): Promise<void>;
}

/** Serves the sample outlets; `keepBack` of the newest articles wait for `publish`. */
export async function openDemo(given: Config, options: { keepBack?: number; start?: Date } = {}): Promise<Demo> {
  const { outlets, articles } = await loadSamples(join(home, 'sources', 'samples'));
  const start = options.start ?? new Date();
  const byAge = articles.toSorted((a, b) => a.hoursAgo - b.hoursAgo);
  const late = new Set(byAge.slice(0, options.keepBack ?? 0));
  const folder = await mkdtemp(join(tmpdir(), 'telal-demo-'));
  const sites = await Promise.all(
    outlets.map((outlet) =>
      openSampleSite(
        outlet,
        articles.filter((article) => article.outlet === outlet.slug && !late.has(article)),
        start,
      ),
    ),
  );
  await Promise.all(sites.map((site) => writeOutlet(folder, site)));
  return {
    config: {
      ...given,
      databaseUrl: `file:${join(folder, 'telal.db')}`,
      sources: [join(home, 'sources'), folder],
      outletSources: [folder],
      allowHosts: [...given.allowHosts, '127.0.0.1'],
      minHostDelayMs: 0,
    },
    sites,
    articleCount: articles.length - late.size,
    waiting: [...late].map((article) => ({ article, site: siteOf(sites, article) })),
    async close() {
      await Promise.all(sites.map((site) => site.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function siteOf(sites: SampleSite[], article: SampleArticle): SampleSite {
  const site = sites.find((one) => one.outlet.slug === article.outlet);
  if (!site) throw new Error(`no site for ${article.outlet}`);
  return site;
}

/** The outlet's file, as a user would write it for a real outlet at the site's address. */
async function writeOutlet(folder: string, site: SampleSite): Promise<void> {
  const { slug, serve, furniture: _, ...outlet } = site.outlet as SampleOutlet;
  const path = join(folder, 'outlets', outlet.country);
  await mkdir(path, { recursive: true });
  const feeds = serve.format === 'none' ? [] : [{ url: `${site.url}feed` }];
  await writeFile(
    join(path, `${slug}.yaml`),
    stringify({
      ...outlet,
      homepage: site.url,
      feeds,
      ...(serve.format === 'none' ? { pages: [{ url: site.url, links: 'article h2 a' }] } : {}),
      ...(serve.newsSitemap ? { sitemaps: [{ url: `${site.url}news-sitemap.xml` }] } : {}),
      ...(serve.fault === 'mislabelled' ? { charset: serve.charset } : {}),
    }),
  );
}
