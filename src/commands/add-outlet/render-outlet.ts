import { stringify } from 'yaml';
import { timeZoneOf } from '../../catalog/time-zones.ts';
import type { FoundOutlet } from './explore.ts';
import type { FoundFeed } from './find-feeds.ts';

/** The outlet's file, with a comment wherever a person should look. */
export function renderOutlet(found: FoundOutlet, today: string): string {
  const { country, languages, feeds, sitemap, article } = found;
  const lines = [
    `# Looked up by "telal outlets add" on ${today}. Please read it before you use it; docs/outlets.md tells the keys.`,
    `name: ${scalar(found.name)}`,
    `homepage: ${found.homepage}`,
    country.country
      ? `country: ${country.country}  # ${country.sure ? '' : 'UNSURE: '}${country.because.join('; ')}`
      : '# country: XK  # NOT FOUND, and needed: ISO 3166-1 alpha-2, XK for Kosovo',
    languages.length > 0
      ? `languages: [${languages.join(', ')}]${languages.includes('und') ? '  # UNSURE: und is a language that Telal does not know' : ''}`
      : 'languages: [und]  # NOT FOUND: sq sr sr-Latn bs hr cnr mk bg sl el ro tr en',
    ...feedLines(feeds),
    ...(sitemap
      ? ['sitemaps:', `  - url: ${sitemap.url}  # ${articles(sitemap.document.entries.length)} with headline and date`]
      : []),
    ...pageLines(found),
    ...(article ? articleLines(article) : []),
    found.kind
      ? `kind: ${found.kind}  # by its name`
      : '# kind: portal  # not evident: broadcaster, agency, daily, portal, investigative or local',
    '# owner: …  # where publicly known',
  ];
  if (country.country && timeZoneOf(country.country) === 'UTC')
    lines.push(`# timeZone: UTC  # IANA zone of dates that name none; Telal knows none for ${country.country}`);
  const charset = feeds.find((feed) => feed.charset)?.charset;
  if (charset) lines.push(`charset: ${charset}  # UNSURE: its feed does not say; guessed from the bytes`);
  return `${lines.join('\n')}\n`;
}

function feedLines(feeds: readonly FoundFeed[]): string[] {
  if (feeds.length === 0) return [];
  const [first, ...others] = feeds.map((feed) => `- url: ${feed.url}  # ${describe(feed)}`);
  return [
    'feeds:',
    `  ${first}`,
    ...(others.length > 0 ? ['  # Others that work; take those whose articles the first lacks:'] : []),
    ...others.map((line) => `  # ${line}`),
  ];
}

function describe({ title, document }: FoundFeed): string {
  const newest = Math.max(0, ...document.entries.map((entry) => entry.publishedAt ?? 0));
  const dated = newest > 0 ? `the newest of ${new Date(newest).toISOString().slice(0, 16)}Z` : 'none with a date';
  const named = title ? `"${title.replace(/\s+/g, ' ').slice(0, 60)}", ` : '';
  return `${named}${articles(document.entries.length)}, ${dated}`;
}

/** The front page as a listing: in use where there is nothing better. */
function pageLines({ homepage, listed, feeds, sitemap }: FoundOutlet): string[] {
  if (listed === 0 || feeds.length > 0) return [];
  const lines = [
    `pages:  # no feed was found; its front page lists ${articles(listed)}`,
    `  - url: ${homepage}`,
    '    # links: article h2 a  # CSS of the article links, where those in headings and articles are not the right ones',
  ];
  return sitemap ? lines.map((line) => `# ${line}`) : lines;
}

function articleLines({ url, characters, forbidden, wholeInFeed }: NonNullable<FoundOutlet['article']>): string[] {
  if (forbidden) return ['readPages: false  # robots.txt forbids reading its articles’ pages'];
  if (wholeInFeed) return ['# readPages: false  # its feed carries whole texts, so that pages need not be read'];
  if (characters > 0) return [];
  return [
    `# article: { body: .entry-content }  # UNSURE: no text was found on ${url}; a CSS selector of the text may help`,
  ];
}

const articles = (count: number) => `${count} ${count === 1 ? 'article' : 'articles'}`;

const scalar = (text: string) => stringify(text).trimEnd();
