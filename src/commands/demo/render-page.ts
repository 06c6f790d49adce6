import { escapeXml, labelledCharset, type PublishedArticle } from './render-feed.ts';
import type { SampleOutlet } from './samples.ts';

/** An article's page as a real site has it: the text amid navigation, related links, newsletter box and footer. */
export function renderPage(outlet: SampleOutlet, site: string, a: PublishedArticle): string {
  const paragraphs = a.body
    .trim()
    .split(/\n\s*\n/)
    .map((text) => `<p>${escapeXml(text.trim())}</p>`);
  const middle = Math.ceil(paragraphs.length / 2);
  const picture = a.image
    ? `<figure><img src="/images/${a.id}.svg" alt="" width="800" height="450"><figcaption>${escapeXml(a.caption ?? outlet.name)}</figcaption></figure>`
    : '';
  const body = `${picture}${paragraphs.slice(0, middle).join('\n')}${relatedInside(outlet)}${paragraphs.slice(middle).join('\n')}`;
  const styled = outlet.serve.style === 'microdata' ? microdata(outlet, a, body) : plain(a, body);
  // A client-rendered site ships its text as data, and only a frame as markup.
  const content = outlet.serve.style === 'next-data' ? `<div id="__next"></div>${nextData(a)}` : styled;
  return `${head(outlet, site, a)}
<body>${header(outlet)}
<main>${content}</main>
${footer(outlet)}
</body></html>`;
}

/** The listing page of an outlet, newest first. */
export function renderHome(outlet: SampleOutlet, site: string, articles: PublishedArticle[]): string {
  const teasers = articles.map(
    (a) =>
      `<article class="teaser"><h2><a href="${new URL(a.url).pathname}">${escapeXml(a.headline)}</a></h2><p>${escapeXml(a.summary)}</p></article>`,
  );
  const feed =
    outlet.serve.format === 'none'
      ? ''
      : `<link rel="alternate" type="${outlet.serve.format === 'json' ? 'application/feed+json' : 'application/rss+xml'}" href="/feed">`;
  return `<!doctype html><html lang="${outlet.languages[0]}"><head><meta charset="${labelledCharset(outlet)}"><title>${escapeXml(outlet.name)}</title>${feed}<link rel="canonical" href="${site}"></head>
<body>${header(outlet)}<main>${teasers.join('\n')}</main>${footer(outlet)}</body></html>`;
}

function head(outlet: SampleOutlet, site: string, a: PublishedArticle): string {
  const image = a.image ? `${site}images/${a.id}.svg` : null;
  const jsonLd =
    outlet.serve.style === 'jsonld'
      ? `<script type="application/ld+json">${JSON.stringify({
          '@context': 'https://schema.org',
          '@graph': [
            { '@type': 'WebSite', name: outlet.name, url: site },
            {
              '@type': 'NewsArticle',
              headline: a.headline,
              description: a.summary,
              datePublished: a.publishedAt.toISOString(),
              author: a.authors.map((name) => ({ '@type': 'Person', name })),
              articleSection: a.section,
              inLanguage: a.language,
              mainEntityOfPage: a.url,
              ...(image ? { image: [image] } : {}),
            },
          ],
        }).replaceAll('<', '\\u003c')}</script>`
      : '';
  return `<!doctype html>
<html lang="${a.language}"><head>
<meta charset="${labelledCharset(outlet)}">
<title>${escapeXml(a.headline)} - ${escapeXml(outlet.name)}</title>
<link rel="canonical" href="${a.url}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeXml(a.headline)}">
<meta property="og:description" content="${escapeXml(a.summary)}">
<meta property="og:site_name" content="${escapeXml(outlet.name)}">
${image ? `<meta property="og:image" content="${image}">` : ''}
<meta property="article:published_time" content="${a.publishedAt.toISOString()}">
<meta property="article:section" content="${escapeXml(a.section)}">
${a.authors.map((name) => `<meta name="author" content="${escapeXml(name)}">`).join('\n')}
${jsonLd}</head>`;
}

const header = (outlet: SampleOutlet) =>
  `<header><a class="logo" href="/">${escapeXml(outlet.name)}</a><nav><ul>${outlet.furniture.nav
    .map((name) => `<li><a href="/">${escapeXml(name)}</a></li>`)
    .join('')}</ul></nav></header>`;

const links = (titles: string[]) =>
  `<ul>${titles.map((title) => `<li><a href="/">${escapeXml(title)}</a></li>`).join('')}</ul>`;

const relatedInside = (outlet: SampleOutlet) =>
  `<div class="related">${links(outlet.furniture.related.slice(0, 2))}</div>`;

const footer = (outlet: SampleOutlet) => `<aside class="sidebar">${links(outlet.furniture.related)}</aside>
<section class="newsletter"><form><label>${escapeXml(outlet.furniture.newsletter)} <input type="email"></label><button>OK</button></form></section>
<section class="comments"><p>${escapeXml(outlet.furniture.comments)}</p></section>
<footer><p>${escapeXml(outlet.furniture.footer)}</p></footer>`;

const share = (text: string) => `<div class="share-bar">${escapeXml(text)}</div>`;

function plain(a: PublishedArticle, body: string): string {
  return `<article><h1>${escapeXml(a.headline)}</h1>
<div class="meta"><span class="author">${escapeXml(a.authors.join(', '))}</span> <time datetime="${a.publishedAt.toISOString()}"></time></div>
<div class="entry-content">${body}</div></article>`;
}

function microdata(outlet: SampleOutlet, a: PublishedArticle, body: string): string {
  const authors = a.authors
    .map(
      (name) =>
        `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escapeXml(name)}</span></span>`,
    )
    .join(', ');
  return `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${escapeXml(a.headline)}</h1>
<p class="byline">${authors} <time itemprop="datePublished" datetime="${a.publishedAt.toISOString()}"></time></p>
${share(outlet.furniture.share)}<div itemprop="articleBody">${body}</div>${share(outlet.furniture.share)}</article>`;
}

function nextData(a: PublishedArticle): string {
  const html = a.body
    .trim()
    .split(/\n\s*\n/)
    .map((text) => `<p>${escapeXml(text.trim())}</p>`)
    .join('');
  const data = {
    props: {
      pageProps: {
        article: {
          id: a.id,
          title: a.headline,
          lead: a.summary,
          content: html,
          section: a.section,
          authors: a.authors,
        },
      },
    },
    page: '/[section]/[id]',
  };
  return `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
