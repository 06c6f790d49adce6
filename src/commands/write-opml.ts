import type { FeedSource, Outlet } from '../domain/knowledge.ts';

/**
 * Outlets as OPML 2.0, grouped by country, as every feed reader takes it. Slug and country, which OPML has no attribute
 * for, stand in Telal's own namespace, so that they come back as they were; an outlet without a feed is a link.
 */
export function writeOpml(outlets: readonly Outlet[], countryName: (code: string) => string): string {
  const groups = Map.groupBy(outlets, (outlet) => outlet.country);
  const named = [...groups]
    .map(([code, members]) => ({ code, name: countryName(code), members }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const lines = named.flatMap(({ code, name, members }) => [
    `    <outline${attributes({ text: name, title: name, 'telal:country': code })}>`,
    ...members.flatMap(outlines).map((line) => `      ${line}`),
    '    </outline>',
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:telal="https://github.com/telal-news/telal/opml">
  <head>
    <title>Telal: outlets</title>
    <docs>http://opml.org/spec2.opml</docs>
  </head>
  <body>
${lines.join('\n')}
  </body>
</opml>
`;
}

function outlines(outlet: Outlet): string[] {
  const feeds = outlet.feeds.filter((source) => source.kind === 'FEED');
  if (feeds.length === 0) {
    const { name, homepage, slug } = outlet;
    return [`<outline${attributes({ type: 'link', text: name, url: homepage, 'telal:outlet': slug })}/>`];
  }
  return feeds.map((feed) => `<outline${attributes(feedAttributes(outlet, feed))}/>`);
}

function feedAttributes({ name, homepage, languages, slug }: Outlet, { url, language }: FeedSource) {
  const spoken = language ?? languages[0] ?? 'und';
  return {
    type: 'rss',
    text: name,
    title: name,
    xmlUrl: url,
    htmlUrl: homepage,
    language: spoken,
    'telal:outlet': slug,
  };
}

function attributes(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

const escapeAttribute = (text: string) => text.replace(/[&<>"\n]/g, (one) => escapes[one] ?? one);
