/** Namespaces that feeds use, each by the prefix that most of them give it. Compared in lower case, without end signs. */
const NAMESPACES: Record<string, string> = {
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/rss/1.0/modules/syndication': 'sy',
  'http://search.yahoo.com/mrss': 'media',
  'https://search.yahoo.com/mrss': 'media',
  'http://www.rssboard.org/media-rss': 'media',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'http://www.w3.org/xml/1998/namespace': 'xml',
};
const FEED_ITSELF =
  /^https?:\/\/(?:purl\.org\/(?:rss\/1\.0|net\/rss1\.1|atom\/ns)|www\.w3\.org\/2005\/atom|(?:my|channel)\.netscape\.com\/rdf\/simple\/0\.9|(?:my\.)?netscape\.com\/publish\/formats\/rss[\w.-]*|backend\.userland\.com\/\w+|(?:blogs|cyber)\.law\.harvard\.edu\/(?:tech\/)?rss\w*|www\.rssboard\.org\/rss-specification)$/;

/** Prefixes that mean the feed's own format, or one of the above, where nothing declares them. */
const USUAL = new Map<string, string>([
  ...Object.values(NAMESPACES).map((prefix): [string, string] => [prefix, prefix]),
  ...['atom', 'atom10', 'atom03', 'a10', 'rss'].map((prefix): [string, string] => [prefix, '']),
]);

/** The usual prefix of a namespace; '' for RSS and Atom themselves, null for one that means nothing here. */
export function prefixOfNamespace(uri: string): string | null {
  const name = uri
    .trim()
    .toLowerCase()
    .replace(/[#/]+$/, '');
  if (name === '' || FEED_ITSELF.test(name)) return '';
  return NAMESPACES[name] ?? null;
}

export function usualPrefix(prefix: string): string | null {
  return USUAL.get(prefix) ?? null;
}

/** Other names of the same thing; all in lower case, as repair sees them. */
export const SAME_AS: Record<string, string> = {
  abstract: 'description',
  body: 'content:encoded',
  fullitem: 'content:encoded',
  'xhtml:body': 'content:encoded',
  'full-text': 'content:encoded',
  fulltext: 'content:encoded',
  'dc:author': 'dc:creator',
  creator: 'dc:creator',
  copy: 'content',
  pubdate: 'pubDate',
  'sy:updateperiod': 'sy:updatePeriod',
  'sy:updatefrequency': 'sy:updateFrequency',
  'feedburner:origlink': 'feedburner:origLink',
  'pheedo:origlink': 'feedburner:origLink',
};

/** Elements of an item that hold text, which may be marked up. */
export const TEXTS = [
  'title',
  'description',
  'summary',
  'content',
  'content:encoded',
  'dc:title',
  'dc:description',
  'itunes:summary',
  'media:title',
  'media:description',
] as const;

/** Elements of an item that hold a date, the most telling first. */
export const DATES = [
  'pubDate',
  'published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'date',
  'created',
  'dcterms:created',
  'updated',
  'modified',
  'dcterms:modified',
] as const;

/** Elements of an item that outlets put a picture's address into, besides media:, enclosures and itunes:image. */
export const PICTURES = [
  'image',
  'img',
  'thumbnail',
  'thumb',
  'picture',
  'photo',
  'slika',
  'imgurl',
  'image_url',
] as const;

/** All other elements of an item that are read. */
export const OTHERS = [
  'link',
  'guid',
  'id',
  'author',
  'dc:creator',
  'itunes:author',
  'category',
  'dc:subject',
  'feedburner:origLink',
  'enclosure',
  'media:content',
  'media:thumbnail',
  'media:group',
  'itunes:image',
] as const;

export const ITEM_NAMES: ReadonlySet<string> = new Set([...TEXTS, ...DATES, ...PICTURES, ...OTHERS]);
export const TEXT_NAMES: ReadonlySet<string> = new Set(TEXTS);
export const PICTURE_NAMES: ReadonlySet<string> = new Set(PICTURES);
export const CHANNEL_NAMES: ReadonlySet<string> = new Set([
  'title',
  'dc:title',
  'link',
  'language',
  'dc:language',
  'ttl',
  'sy:updatePeriod',
  'sy:updateFrequency',
]);
/** Outermost elements of feeds, in lower case. */
export const FEED_ROOTS: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf:rdf', 'rdf', 'channel']);
