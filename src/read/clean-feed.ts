import { prefixOfNamespace, usualPrefix } from './feed-names.ts';

const ROOT = /<(rss|feed|rdf:RDF)(?=[\s>])([^>]*)>/;
const NAMESPACE = /^xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/;
/** Stray control characters, and the numbers that old editors give Windows' quotes. */
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;
const WINDOWS_REFERENCE = /&(?:amp;)?#(?:x[89][0-9a-fA-F]|(?:12[89]|1[345]\d));/;

/**
 * Whether rss-parser alone can be trusted with this feed, so far as can be told without parsing it. Faults that make
 * it throw need not be told here.
 */
export function looksClean(xml: string): boolean {
  const root = ROOT.exec(xml.length > 8192 ? xml.slice(0, 8192) : xml);
  if (!root || /<!(?!--)/.test(xml.slice(0, root.index))) return false;
  if (xml.includes('xml:base') || CONTROLS.test(xml)) return false;
  if (xml.includes('#') && WINDOWS_REFERENCE.test(xml)) return false;
  if (root[1] !== 'feed' && root[2]!.includes('xml:lang')) return false;
  if (root[1] === 'rss' && !/\sversion\s*=\s*["'](?:2|0\.9)/.test(root[2]!)) return false;
  if (root[1] === 'feed' && !/2005\/Atom["']/i.test(root[2]!)) return false;
  return hasUsualNamespaces(xml);
}

/** Whether every prefix means what rss-parser takes it for; the same declaration may come with every element. */
function hasUsualNamespaces(xml: string): boolean {
  const usual = new Set<string>();
  for (let at = xml.indexOf('xmlns'); at >= 0; at = xml.indexOf('xmlns', at + 5)) {
    const match = NAMESPACE.exec(xml.slice(at, at + 300));
    if (!match) continue;
    const [declaration, prefix = '', double, single] = match;
    if (usual.has(declaration)) continue;
    // A second default namespace stands for something else inside.
    if (!isUsual(prefix, double ?? single ?? '') || (prefix === '' && usual.has('xmlns'))) return false;
    usual.add(declaration).add(prefix === '' ? 'xmlns' : declaration);
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
