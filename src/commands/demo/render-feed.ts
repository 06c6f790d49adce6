import type { SampleArticle, SampleOutlet } from './samples.ts';

/** A sample article with where and when it stands on its outlet's site. */
export interface PublishedArticle extends SampleArticle {
  url: string;
  publishedAt: Date;
}

/** The feed of an outlet in its own format, with the faults it is meant to have. Text; the server encodes it. */
export function renderFeed(outlet: SampleOutlet, site: string, articles: PublishedArticle[]): string {
  switch (outlet.serve.format) {
    case 'json':
      return jsonFeed(outlet, site, articles);
    case 'atom':
      return atom(outlet, site, articles);
    case 'rdf':
      return rdf(outlet, site, articles);
    default:
      return rss(outlet, site, articles);
  }
}

/** What the XML declaration and the Content-Type say, which is not always the truth. */
export function labelledCharset(outlet: SampleOutlet): string {
  return outlet.serve.fault === 'mislabelled' ? 'utf-8' : outlet.serve.charset;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
}

/** A date as people of the outlet's language write it: no zone, the month in words. */
export function dateInWords(at: Date, language: string, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'cnr' ? 'sr-Latn-ME' : language, { ...options, timeZone });
  const day = part({ day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return `${day} ${time}`;
}

const declaration = (outlet: SampleOutlet) => `<?xml version="1.0" encoding="${labelledCharset(outlet)}"?>\n`;

function rss(outlet: SampleOutlet, site: string, articles: PublishedArticle[]): string {
  const malformed = outlet.serve.fault === 'malformed';
  const text = malformed ? (s: string) => s.replaceAll('<', '&lt;') : escapeXml;
  const items = articles.map((a) => {
    const date = rssDate(outlet, a);
    return [
      '<item>',
      `<title>${text(a.headline)}</title>`,
      `<link>${a.url}?utm_source=rss${malformed ? '&' : '&amp;'}utm_medium=feed</link>`,
      `<guid isPermaLink="false">${outlet.slug}-${a.id}</guid>`,
      `<description><![CDATA[<p>${escapeXml(a.summary)}</p>${malformed ? '<br><img src="/pixel.gif" width=1 height=1>' : ''}]]></description>`,
      date && `<pubDate>${date}</pubDate>`,
      `<category>${text(a.section)}</category>`,
      ...a.authors.map((name) => `<dc:creator>${text(name)}</dc:creator>`),
      a.image && `<enclosure url="${site}images/${a.id}.svg" type="image/svg+xml" length="812"/>`,
      malformed ? '</p></item>' : '</item>',
    ]
      .filter(Boolean)
      .join('\n');
  });
  return `${declaration(outlet)}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${text(outlet.name)}</title>
<link>${site}</link>
<description>${text(outlet.furniture.nav.join(', '))}</description>
<language>${outlet.languages[0]}</language>
${items.join('\n')}
</channel>
${malformed ? '' : '</rss>'}`;
}

function rssDate(outlet: SampleOutlet, a: PublishedArticle): string | null {
  if (outlet.serve.fault === 'no-dates') return null;
  if (outlet.serve.fault === 'zone-less-dates') return dateInWords(a.publishedAt, a.language, zoneOf(outlet.country));
  return a.publishedAt.toUTCString();
}

/** The IANA zone of a country's clocks. */
export function zoneOf(country: string): string {
  const zones = new Intl.Locale('und', { region: country }) as Intl.Locale & { getTimeZones?: () => string[] };
  return zones.getTimeZones?.()?.[0] ?? 'Europe/Belgrade';
}

function atom(outlet: SampleOutlet, site: string, articles: PublishedArticle[]): string {
  const entries = articles.map(
    (a) => `<entry>
<id>tag:${outlet.slug},2025:${a.id}</id>
<title type="text">${escapeXml(a.headline)}</title>
<link rel="alternate" href="${a.url}"/>
<published>${a.publishedAt.toISOString()}</published>
<updated>${a.publishedAt.toISOString()}</updated>
${a.authors.map((name) => `<author><name>${escapeXml(name)}</name></author>`).join('\n')}
<category term="${escapeXml(a.section)}"/>
<summary type="html">${escapeXml(`<p>${escapeXml(a.summary)}</p>`)}</summary>
</entry>`,
  );
  return `${declaration(outlet)}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.languages[0]}">
<title>${escapeXml(outlet.name)}</title>
<id>${site}</id>
<link rel="alternate" href="${site}"/>
<updated>${(articles[0]?.publishedAt ?? new Date()).toISOString()}</updated>
${entries.join('\n')}
</feed>`;
}

function rdf(outlet: SampleOutlet, site: string, articles: PublishedArticle[]): string {
  const items = articles.map(
    (a) => `<item rdf:about="${a.url}">
<title>${escapeXml(a.headline)}</title>
<link>${a.url}</link>
<description>${escapeXml(a.summary)}</description>
<dc:date>${a.publishedAt.toISOString()}</dc:date>
<dc:subject>${escapeXml(a.section)}</dc:subject>
${a.authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`).join('\n')}
</item>`,
  );
  return `${declaration(outlet)}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${site}">
<title>${escapeXml(outlet.name)}</title>
<link>${site}</link>
<description>${escapeXml(outlet.name)}</description>
<dc:language>${outlet.languages[0]}</dc:language>
</channel>
${items.join('\n')}
</rdf:RDF>`;
}

function jsonFeed(outlet: SampleOutlet, site: string, articles: PublishedArticle[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: site,
    language: outlet.languages[0],
    items: articles.map((a) => ({
      id: `${outlet.slug}-${a.id}`,
      url: a.url,
      title: a.headline,
      summary: a.summary,
      date_published: a.publishedAt.toISOString(),
      authors: a.authors.map((name) => ({ name })),
      tags: [a.section],
      ...(a.image ? { image: `${site}images/${a.id}.svg` } : {}),
    })),
  });
}
