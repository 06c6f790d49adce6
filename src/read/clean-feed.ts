import { prefixOfNamespace, SAME_AS, usualPrefix } from './feed-names.ts';

const ROOT = /<(rss|feed|rdf:RDF)(?=[\s>])([^>]*)>/;
const NAMESPACE = /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Where rss-parser would answer, but wrongly: inherited bases, inline XHTML, encoded content, stray control characters. */
const MISREAD =
  /\sxml:base\s*=|\stype\s*=\s*["'](?!text["']|html["']|text\/html["']|text\/plain["']|image\/|audio\/|video\/|application\/(?:rss|atom|json|x-shock)|permalink)[^"']*(?:xhtml|xml|octet)[^"']*["']|\smode\s*=\s*["'](?:xml|base64|escaped)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|&(?:amp;)?#(?:x[89][0-9a-fA-F]|(?:12[89]|1[345]\d));|\ud83d(?![\udc00-\udfff])/;

/** Names that only repair turns into the usual ones. */
const ALIAS = new RegExp(
  `<(?:${Object.keys(SAME_AS)
    .filter((name) => name !== 'feedburner:origlink')
    .join('|')})[\\s>]`,
);

/**
 * Whether rss-parser alone can be trusted with this feed, so far as can be told without parsing it. Faults that make
 * it throw need not be told here.
 */
export function looksClean(xml: string): boolean {
  const root = ROOT.exec(xml.length > 8192 ? xml.slice(0, 8192) : xml);
  if (!root || /<!(?!--)/.test(xml.slice(0, root.index)) || MISREAD.test(xml) || ALIAS.test(xml)) return false;
  if (root[1] === 'rss' && !/\sversion\s*=\s*["'](?:2|0\.9)/.test(root[2]!)) return false;
  if (root[1] === 'feed' && !/2005\/Atom["']/i.test(root[2]!)) return false;
  const usual = new Set<string>();
  for (const [declaration, prefix = '', double, single] of xml.matchAll(NAMESPACE)) {
    if (usual.has(declaration)) continue;
    if (!isUsual(prefix, double ?? single ?? '')) return false;
    if (prefix === '' && usual.has(prefix)) return false;
    usual.add(declaration).add(prefix);
  }
  return true;
}

function isUsual(prefix: string, uri: string): boolean {
  const meant = prefixOfNamespace(uri);
  if (prefix === '') return meant === '';
  if (meant === '') return prefix === 'atom' || prefix === 'atom10' || prefix === 'rss';
  return meant === null ? usualPrefix(prefix) === null : meant === prefix;
}

/** How many items the text seems to have, to compare with how many were read. */
export function countItems(xml: string): number {
  return xml.match(/<(?:item|entry)[\s>]/g)?.length ?? 0;
}
