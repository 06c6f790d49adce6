import { describe, expect, it } from 'vitest';
import type { PageHints } from '../../src/domain/ports.ts';
import { readPage } from '../../src/read/page.ts';

const read = (html: string, hints: PageHints = {}) =>
  readPage(new TextEncoder().encode(html), { url: 'https://outlet.example/vesti/1', ...hints });

const headline = 'Počela gradnja obilaznice oko Užica';
const text = [
  'Gradnja obilaznice oko Užica počela je danas, saopštilo je javno preduzeće koje upravlja putevima.',
  'Prva deonica, duga šest kilometara, treba da bude gotova za dve godine.',
  '„Kamioni više neće prolaziti kroz centar grada“, rekao je gradonačelnik na otvaranju radova.',
  'Meštani traže i pasarelu kod škole u Krčagovu, jer deca svakog dana pretrčavaju put.',
];
const other = [
  'Na pijaci u Čačku od jutros nema paprike, a prodavci kažu da će je biti tek krajem nedelje.',
  'Otkupna cena je pala ispod troškova berbe, pa su proizvođači odlučili da ne dolaze.',
  'Slična je situacija i u Kraljevu, gde je ponuda upola manja nego prošle godine u isto vreme.',
  'Udruženje proizvođača zatražilo je hitan sastanak sa ministarstvom poljoprivrede.',
];
const paragraphs = (lines: readonly string[], tag = 'p'): string =>
  lines.map((line) => `<${tag}>${line}</${tag}>`).join('\n');
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="sr-Latn"><head><meta charset="utf-8"><title>${headline} | Primer</title><meta property="og:site_name" content="Primer">${head}</head><body>${body}</body></html>`;
const title = `<h1>${headline}</h1>`;

describe('a page laid out', () => {
  it.each<[string, string]>([
    ['with a div for each paragraph', `${title}<div class="c">${paragraphs(text, 'div')}</div>`],
    ['with line breaks alone', `${title}<div>${text.join('<br/><br/>')}</div>`],
    [
      'with line breaks and advertisements between',
      `${title}<div>${text.join('<br><br><div class="ad-slot">Reklama</div><br>')}</div>`,
    ],
    [
      'in nested tables',
      `<table><tr><td><a href="/">Početna</a></td><td>${title}<table><tr><td>${paragraphs(text)}</td></tr></table></td></tr></table>`,
    ],
    [
      'with every paragraph in a section of its own',
      `${title}${text.map((line) => `<section class="row"><div class="col"><p>${line}</p></div></section>`).join('')}`,
    ],
    [
      'with the first paragraph outside the rest',
      `<main>${title}<p class="lid"><strong>${text[0]}</strong></p><div class="gallery"><img src="/1.jpg"></div><div class="txt">${paragraphs(text.slice(1))}</div></main>`,
    ],
    [
      'inside one form, as old systems do',
      `<form id="aspnetForm"><input type="hidden" value="x"><div>${title}<div>${paragraphs(text)}</div></div></form>`,
    ],
    [
      'in an element named for its sidebar',
      `<div class="content-with-sidebar related-wrapper">${title}${paragraphs(text)}</div>`,
    ],
    [
      'as a post about advertising',
      `<article class="post type-post category-marketing tag-reklama hentry">${title}<div>${paragraphs(text)}</div></article>`,
    ],
  ])('%s gives the text', (_, body) => {
    expect(read(page(body)).body?.split('\n\n')).toEqual(text);
  });

  it.each<[string, string]>([
    [
      'another whole article below, for endless scrolling',
      `<article>${title}<div>${paragraphs(text)}</div></article><article><h2>Na pijaci nema paprike</h2><div>${paragraphs([...other, ...other])}</div></article>`,
    ],
    [
      'comments longer than the text',
      `<main>${title}<div>${paragraphs(text)}</div></main><div id="comments"><ul class="comment-list">${[...other, ...other, ...other].map((line) => `<li><p>${line}</p></li>`).join('')}</ul></div>`,
    ],
    [
      'teasers with whole sentences beside',
      `<div class="main">${title}<div class="t">${paragraphs(text)}</div></div><div class="right">${other.map((line) => `<div class="item"><h3><a href="/x">Naslov druge vesti</a></h3><p>${line}</p></div>`).join('')}</div>`,
    ],
    [
      'a related box amid the text',
      `${title}<div class="t">${paragraphs(text.slice(0, 2))}<div class="inline-related"><a href="/x">Na pijaci nema paprike</a><p>${other[0]}</p></div>${paragraphs(text.slice(2))}</div>`,
    ],
    [
      'a bare line of related links amid the text',
      `${title}<div class="t">${paragraphs(text.slice(0, 2))}<p><a href="/x">Na pijaci u Čačku nema paprike ni za lek</a></p>${paragraphs(text.slice(2))}</div>`,
    ],
    [
      'a list of related links under a subhead',
      `${title}<div class="t">${paragraphs(text)}<h4>Povezane vesti</h4><ul><li><a href="/1">${other[0]}</a></li><li><a href="/2">${other[1]}</a></li></ul></div>`,
    ],
    [
      'a cookie notice',
      `<div class="x1">Ovaj sajt koristi kolačiće kako bi vam pružio bolje iskustvo. Nastavkom pregleda prihvatate njihovu upotrebu.</div>${title}<div>${paragraphs(text)}</div>`,
    ],
    [
      'captions in boxes without a name',
      `${title}<div class="t">${paragraphs(text.slice(0, 2))}<div><div><img src="/2.jpg"></div><div>Bageri kod Krčagova</div></div>${paragraphs(text.slice(2))}<p><em>Foto: Tanjug/Petar Petrović</em></p></div>`,
    ],
    [
      'a source of the picture alone',
      `${title}<div class="t"><p>Tanjug/AP Photo/Darko V.</p>${paragraphs(text)}</div>`,
    ],
    [
      'a byline, a date and a share bar in plain paragraphs',
      `${title}<div class="t"><p>Piše: Petar Petrović</p><p>12. mart 2026. 14:30</p><p>Podeli na Fejsbuku</p>${paragraphs(text)}</div>`,
    ],
    [
      'a newsletter, the address and the rights in plain paragraphs',
      `${title}<div class="t">${paragraphs(text)}<p>Prijavite se na naš njuzleter i budite u toku.</p><p>Zapratite nas na Instagramu!</p><p>Redakcija: Trg slobode 1, Užice, tel: 031/555-333, redakcija@primer.example</p><p>© Primer 2026. Sva prava zadržana.</p></div>`,
    ],
    [
      'text that is hidden',
      `${title}<div class="t">${paragraphs(text)}<div style="display:none"><p>${other[0]}</p></div><p hidden>${other[1]}</p></div>`,
    ],
  ])('with %s gives the text alone', (_, body) => {
    expect(read(page(body)).body?.split('\n\n')).toEqual(text);
  });

  it('keeps subheads, lists, quotations and embedded posts in their order', () => {
    const body = `${title}<div class="t"><p>${text[0]}</p><h2>Šta se gradi</h2><ul><li>Dva mosta preko Đetinje</li><li>Jedan tunel dug sedamsto metara</li></ul><blockquote class="twitter-tweet"><p>Radovi su počeli!</p></blockquote><p>${text[1]}</p><ol><li>Prva faza</li><li>Druga faza</li></ol><p>${text[2]}</p></div>`;
    expect(read(page(body)).body?.split('\n\n')).toEqual([
      text[0],
      'Šta se gradi',
      'Dva mosta preko Đetinje',
      'Jedan tunel dug sedamsto metara',
      'Radovi su počeli!',
      text[1],
      'Prva faza',
      'Druga faza',
      text[2],
    ]);
  });

  it.each([
    'Povećan je broj prijava, pa inspekcija moli građane da zovu broj 0800 111 222.',
    '„Pratite nas i naučićete“, poručio je trener.',
    'Više od hiljadu ljudi došlo je na otvaranje: prvi put su svi videli plan.',
    'Pročitajte ugovor pre potpisa, savetuju u udruženju potrošača.',
    'Komentari građana na forumu bili su oštri, ali pristojni.',
    'Objavljeno je da će radovi trajati do jeseni.',
    'Foto-safari u Zlatiborskom okrugu otkazan je zbog radova na putu.',
    'Podelio je svoje iskustvo sa mladima.',
  ])('keeps a sentence that begins as furniture does: %s', (sentence) => {
    expect(
      read(
        page(`${title}<div class="t"><p>${text[0]}</p><p>${sentence}</p><p>${text[1]}</p><p>${sentence}</p></div>`),
      ).body?.split('\n\n'),
    ).toEqual([text[0], sentence, text[1], sentence]);
  });

  it('keeps the agency that the text is credited to', () => {
    const body = `${title}<div class="t">${paragraphs(text)}<p>Izvor: Tanjug</p><p>Komentari (3)</p></div>`;
    expect(read(page(body)).body?.split('\n\n').at(-1)).toBe('Izvor: Tanjug');
  });

  it('has no space where markup parts a word, and one where it parts words', () => {
    const body = `${title}<div><p>Uži<b>ce</b> ima<br>novu&nbsp;obi&shy;laznicu, a <a href="/x">meštani</a> <i>pasarelu</i>, rekao je gradonačelnik juče.</p>${paragraphs(text)}</div>`;
    expect(read(page(body)).body?.split('\n\n')[0]).toBe(
      'Užice ima\nnovu obilaznicu, a meštani pasarelu, rekao je gradonačelnik juče.',
    );
  });

  it('never shows markup, even where the page escapes it twice', () => {
    const found = read(
      page(
        `${title}<div>${paragraphs(text)}</div>`,
        '<meta property="og:description" content="&lt;p&gt;Po&amp;#269;elo je&lt;/p&gt;">',
      ),
    );
    expect(found.summary).toBe('Počelo je');
  });
});

describe('what the outlet says of its pages', () => {
  const body = `${title}<div class="lead-box">${paragraphs(other)}</div><div class="real"><p class="promo-x">${other[0]}</p>${paragraphs(text)}</div>`;

  it('comes first: the selector of the text', () => {
    expect(read(page(body), { body: '.real', remove: ['.promo-x'] }).body?.split('\n\n')).toEqual(text);
  });

  it('is heard without a selector of the text too', () => {
    expect(read(page(body), { remove: ['.lead-box', '.promo-x'] }).body?.split('\n\n')).toEqual(text);
  });

  it('is left aside where it finds no text any more', () => {
    expect(read(page(`${title}<div>${paragraphs(text)}</div>`), { body: '.gone' }).body?.split('\n\n')).toEqual(text);
  });
});

describe('a page with a paywall', () => {
  const offer =
    '<div class="paywall-box"><h3>Nastavak teksta je samo za pretplatnike</h3><p>Pretplatite se za nastavak čitanja već od 300 dinara.</p></div>';

  it('is marked, and the offer is no part of the text', () => {
    const found = read(page(`${title}<div class="t">${paragraphs(text.slice(0, 2))}${offer}</div>`));
    expect(found).toMatchObject({ paywalled: true, body: text.slice(0, 2).join('\n\n') });
  });

  it('is known by structured data alone', () => {
    const data = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
    expect(read(page(`${title}<div>${paragraphs(text)}</div>`, data)).paywalled).toBe(true);
  });

  it('is not what invites to subscribe to a newsletter', () => {
    const invitation =
      '<div class="subscribe"><p>Pretplatite se na naš bilten i primajte vesti svakog jutra.</p></div>';
    expect(read(page(`${title}<div>${paragraphs(text)}</div>${invitation}`)).paywalled).toBe(false);
  });
});

describe('text that only data holds', () => {
  const long = [...text, ...other];

  it.each<[string, string]>([
    [
      'JSON-LD',
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline, articleBody: long.join('\n\n') })}</script>`,
    ],
    [
      'JSON-LD in a graph, with raw line breaks and a comma too many',
      `<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"${headline}","articleBody":"${long.map((line) => line.replace(/"/g, '\\"')).join('\n\n')}",}]}</script>`.replaceAll(
        '\n\n',
        '\\n\\n',
      ),
    ],
    [
      '__NEXT_DATA__ as HTML',
      `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { post: { content: { rendered: paragraphs(long) } } } } })}</script>`,
    ],
    [
      '__NEXT_DATA__ as a list of blocks',
      `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { blocks: [{ type: 'image', text: 'Foto' }, ...long.map((line) => ({ type: 'paragraph', data: { text: line } }))] } })}</script>`,
    ],
    [
      '__NUXT_DATA__',
      `<script type="application/json" id="__NUXT_DATA__">${JSON.stringify([{ state: 1 }, { article: 2 }, { title: 3, body: 4 }, headline, paragraphs(long)])}</script>`,
    ],
    [
      'window.__NUXT__ as code',
      `<script>window.__NUXT__=(function(a,b){return {data:[{title:a,body:${JSON.stringify(paragraphs(long)).replace(/</g, '\\u003C')}}]}}("x","y"))</script>`,
    ],
    [
      'window.__INITIAL_STATE__',
      `<script>window.__INITIAL_STATE__ = ${JSON.stringify({ article: { id: 1, body: paragraphs(long), comments: [{ text: other.join(' ').repeat(9) }] } })};</script>`,
    ],
    [
      'self.__next_f',
      `<script>self.__next_f.push([1,${JSON.stringify(`5:["$","div",null,{"html":${JSON.stringify(paragraphs(long))}}]`)}])</script>`,
    ],
    [
      'self.__next_f in pieces, as a row of text',
      [
        `5:["$","div",null,{"html":"$6"}]\n6:T${Buffer.byteLength(paragraphs(long)).toString(16)},${paragraphs(long)}7:["$","p",null,{}]`,
      ]
        .flatMap((stream) => [stream.slice(0, 300), stream.slice(300)])
        .map((piece) => `<script>self.__next_f.push([1,${JSON.stringify(piece)}])</script>`)
        .join(''),
    ],
  ])('is read from %s', (_, script) => {
    const found = read(page('<div id="app"><p>Učitavanje</p></div>', script));
    expect(found.body?.split('\n\n')).toEqual(long);
  });
});
