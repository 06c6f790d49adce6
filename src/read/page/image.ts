import type { Image } from '../../domain/document.ts';
import { absoluteUrl } from './address.ts';
import { listOf, type Thing, textOf } from './json-ld.ts';
import type { Metas } from './metas.ts';
import { signOf } from './signs.ts';
import { findElements, lineOf } from './text.ts';
import type { PageElement, PageTree } from './tree.ts';

const LAZY = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-url', 'data-hi-res-src', 'src'];
const NO_PICTURE =
  /^data:|\.svg(\?|$)|1x1|pixel|spacer|blank\.|placeholder|default[-_]?(image|og|share)|avatar|gravatar|\/logo|[-_/]logo[-_.]|sprite|loading\.gif/i;
const LONGEST_CAPTION = 500;

/** The picture that stands for the article, with what is written under it where the page shows it. */
export function readImage(
  tree: PageTree,
  thing: Thing | null,
  metas: Metas,
  base: string | null,
  body: PageElement | null,
): Image | null {
  const claimed = [
    metas.first('og:image:secure_url', 'og:image', 'og:image:url'),
    imageOf(thing?.['image']),
    imageOf(thing?.['thumbnailUrl']),
    metas.first('twitter:image', 'twitter:image:src', 'image', 'thumbnail'),
    tree.links.find((link) => /(^|\s)image_src(\s|$)/i.test(link['rel'] ?? ''))?.['href'] ?? null,
  ];
  const figures = findElements(tree.document, (element) => element.name === 'img' || element.name === 'amp-img');
  for (const claim of claimed) {
    const url = absoluteUrl(claim, base);
    if (!url || NO_PICTURE.test(url)) continue;
    const shown = figures.find((figure) => LAZY.some((key) => sameFile(figure.attribs[key], url)));
    return { url, caption: (shown && captionOf(shown)) ?? thingCaption(thing) };
  }
  for (const figure of figures) {
    if (!captioned(figure) && !(body && isBelow(figure, body))) continue;
    const source = LAZY.map((key) => figure.attribs[key]).find((value) => value && !value.startsWith('data:'));
    const url = absoluteUrl(source ?? figure.attribs['data-srcset']?.split(/[\s,]/)[0] ?? null, base);
    if (!url || NO_PICTURE.test(url) || isTiny(figure)) continue;
    return { url, caption: captionOf(figure) };
  }
  return null;
}

function imageOf(value: unknown): string | null {
  for (const each of listOf(value)) {
    if (typeof each === 'string') return each;
    if (each && typeof each === 'object') {
      const url = textOf((each as Thing)['url'] ?? (each as Thing)['contentUrl'] ?? (each as Thing)['@id']);
      if (url) return url;
    }
  }
  return null;
}

function thingCaption(thing: Thing | null): string | null {
  for (const each of listOf(thing?.['image'])) {
    if (each && typeof each === 'object') {
      const caption = textOf((each as Thing)['caption']);
      if (caption) return caption.slice(0, LONGEST_CAPTION);
    }
  }
  return null;
}

/** The caption of the figure or captioned box that an image stands in. */
function captionOf(image: PageElement): string | null {
  const box = captioned(image);
  if (!box) return null;
  const text = lineOf(box).slice(0, LONGEST_CAPTION);
  return text || null;
}

function captioned(image: PageElement): PageElement | null {
  let at = image.parent as PageElement | null;
  for (let up = 0; at?.attribs && up < 5; up++, at = at.parent as PageElement | null) {
    if (at.name === 'body' || at.name === 'article' || at.chars > LONGEST_CAPTION * 2) return null;
    const [caption] = findElements(
      at,
      (element) =>
        element.name === 'figcaption' ||
        (element.name !== 'img' &&
          element.chars > 2 &&
          element.name !== 'figure' &&
          element.name !== 'picture' &&
          signOf(element) === 'caption'),
    );
    if (caption && lineOf(caption)) return innermost(caption);
  }
  return null;
}

/** A box "image-caption" around picture and caption is not the caption; the element with the words is. */
function innermost(element: PageElement): PageElement {
  const inner = findElements(
    element,
    (each) => each.chars > 2 && (each.name === 'figcaption' || /caption[-_ ]?text/i.test(each.attribs['class'] ?? '')),
  );
  return inner[0] ?? element;
}

function isBelow(element: PageElement, ancestor: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent as PageElement | null) if (at === ancestor) return true;
  return false;
}

function isTiny(image: PageElement): boolean {
  const [width, height] = [Number(image.attribs['width']), Number(image.attribs['height'])];
  return (width > 0 && width < 100) || (height > 0 && height < 60);
}

/** Sizes of one picture differ in folder and query, not in the file's name. */
function sameFile(source: string | undefined, url: string): boolean {
  if (!source) return false;
  const name = (address: string): string =>
    (address.split(/[?#]/)[0] ?? '')
      .split('/')
      .at(-1)!
      .replace(/-\d+x\d+(?=\.\w+$)/, '')
      .toLowerCase();
  const file = name(source);
  return file.length > 4 && file === name(url);
}
