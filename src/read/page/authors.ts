import { listOf, type Thing, textOf } from './json-ld.ts';
import { linesAround } from './lines-around.ts';
import type { Metas } from './metas.ts';
import { bareWords, findElements, lineOf } from './text.ts';
import type { PageElement, PageTree } from './tree.ts';

const LABELS =
  /^\s*(?:by|source|izvor|vir|burimi|извор|източник|πηγή|sursa|written by|reported by|story by|text|author|autor(?:i|ja|ka)?|avtor(?:ica)?|piše|pise|napisa[ol]a?|tekst|nga|shkruan|shkruar nga|autori|аутор(?:ка)?|автор|пише|пишува|текст|од|от|γράφει (?:ο|η)|συντάκτης|του|της|από|de|scris de|autor articol|yazar|haber|muhabir|editör|kaynak)\s*[:：]?\s+/iu;
const LABELS_WITH_COLON = /^\s*[\p{L} ]{2,20}[:：]\s*/u;
const AUTHOR_LINE =
  /^(?:author|by|written by|autor(?:i|ja|ka)?|avtor(?:ica)?|piše|pise|napisa[ol]a?|shkruan|shkruar nga|nga|аутор(?:ка)?|автор|пише|пишува|γράφει (?:ο|η)|συντάκτης|scris de|yazar|muhabir)\s*:\s*\p{L}/iu;
/** The agency that an outlet has a text from stands where the author would. */
const SOURCE_LINE = /^(?:source|izvor|vir|burimi|извор|източник|πηγή|sursa|kaynak)\s*:\s*\p{L}[^:]{1,60}$/iu;
const NOBODY =
  /^(?:admin(?:istrator|istrador)?|editor(?:ial|ial team)?|webmaster|author|autor|автор|аутор|redaksi|unknown|null|undefined|none|n\/?a|staff|guest|root|user\d*|desk|news ?desk|wordpress|web|portal|super user)$/i;
const BYLINE_MARKS =
  /(^|[^a-z])(byline|author|autor|avtor|autori|yazar|writer|vcard)([-_ ]?(name|s|link|fn))?([^a-z]|$)/;
const MOST = 8;

/** Who wrote it, as the page says; without the outlet itself and without labels. */
export function readAuthors(
  tree: PageTree,
  thing: Thing | null,
  metas: Metas,
  siteNames: readonly string[],
  heading: PageElement | null,
): string[] {
  const sources = [
    () => listOf(thing?.['author'] ?? thing?.['creator']).flatMap(namesOf),
    () =>
      metas.all(
        'author',
        'article:author',
        'dc.creator',
        'parsely-author',
        'sailthru.author',
        'dcterms.creator',
        'byl',
        'citation_author',
      ),
    () =>
      shown(
        tree,
        (element) =>
          /(^|\s)author(\s|$)/.test(element.attribs['itemprop'] ?? '') ||
          /(^|\s)author(\s|$)/.test(element.attribs['rel'] ?? ''),
      ),
    () =>
      shown(
        tree,
        (element) =>
          !isInForm(element) &&
          BYLINE_MARKS.test((element.attribs['class'] ?? '').toLowerCase()) &&
          element.chars < 120,
      ).slice(0, 1),
  ];
  sources.push(
    () => linesAround(heading, (text) => AUTHOR_LINE.test(text)).slice(0, 2),
    () => linesAround(heading, (text) => SOURCE_LINE.test(text)).slice(0, 1),
  );
  const sites = siteNames.map(bareWords);
  for (const source of sources) {
    const authors: string[] = [];
    for (const raw of source()) {
      for (const name of splitNames(raw)) {
        const bare = bareWords(name);
        if (!bare || NOBODY.test(name) || sites.includes(bare)) continue;
        if (!authors.some((other) => bareWords(other) === bare)) authors.push(name);
      }
    }
    if (authors.length) return authors.slice(0, MOST);
  }
  return [];
}

function namesOf(value: unknown): string[] {
  if (value && typeof value === 'object' && !Array.isArray(value)) {
    const { name } = value as Thing;
    return listOf(name).flatMap((each) => (typeof each === 'string' ? [each] : []));
  }
  const text = textOf(value);
  return text ? [text] : [];
}

function shown(tree: PageTree, test: (element: PageElement) => boolean): string[] {
  return findElements(tree.document, test)
    .filter((element) => element.chars < 200)
    .slice(0, 4)
    .map(lineOf);
}

function splitNames(raw: string): string[] {
  if (/^https?:|^www\.|^@?\S+@\S+\.\S+$/i.test(raw.trim())) return [];
  const text = raw
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LABELS, '')
    .replace(LABELS_WITH_COLON, '');
  return text
    .split(/\s*(?:[,;|•·/\n]|\s&\s|\s+(?:and|i|и|dhe|si|şi|και|ve|in)\s+(?=\p{Lu}))\s*/u)
    .map((name) => name.replace(/^[\s\-–—@]+|[\s\-–—.,]+$/gu, ''))
    .filter(
      (name) =>
        name.length >= 2 &&
        name.length <= 80 &&
        /\p{L}/u.test(name) &&
        name.split(' ').length <= 6 &&
        !/\d{2}/.test(name),
    );
}

/** The comment form asks for an author too. */
function isInForm(element: PageElement): boolean {
  for (let at: PageElement | null = element; at?.attribs; at = at.parent as PageElement | null) {
    if (
      at.name === 'form' ||
      at.name === 'label' ||
      /comment|koment|respond/i.test(`${at.attribs['class']} ${at.attribs['id']}`)
    )
      return true;
  }
  return false;
}
