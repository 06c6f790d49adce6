import type { Image } from '../domain/document.ts';
import { httpAddress } from './urls.ts';

/** A picture that a feed offers in some place, before it is known to be one. */
export interface PictureCandidate {
  url: string | undefined;
  /** MIME type or medium. */
  type?: string | undefined;
  width?: string | undefined;
  height?: string | undefined;
  caption?: string | null;
  /** A thumbnail by its name. */
  isSmall?: boolean;
}

const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif|gif|jfif)(?:$|[?#&!:/])/i;
const OTHER_FILE = /\.(?:mp[34]|m4[av]|webm|ogg|wav|pdf|mov|avi|flv|swf|m3u8|docx?|xlsx?|zip|svg)(?:$|[?#])/i;
/** Counters, share buttons, smileys and portraits that stand in texts as pictures do. */
const NO_PICTURE =
  /feedburner\.com|feedsportal|feeds\.wordpress\.com|\/\/(?:stats|pixel|b|a)\.|doubleclick|google-analytics|gravatar\.com|\/emoji\/|\/smilies\/|s\.w\.org\/images|(?:^|[/_.-])(?:pixel|spacer|blank|transparent|1x1|tracking|beacon)(?:[/_.-]|$)/i;

/** The widest candidate that is a picture, the first of equals; one that does not tell its width is taken for middling. */
export function bestPicture(candidates: PictureCandidate[], base: string | undefined): Image | null {
  let best: Image | null = null;
  let bestWidth = -1;
  for (const { url, type, width, height, caption, isSmall } of candidates) {
    if (!url || tooSmall(width) || tooSmall(height) || !isPicture(url, type)) continue;
    const address = pictureAddress(url, base);
    const wide = Number.parseInt(width ?? '', 10) || (isSmall ? 150 : 600);
    if (address && wide > bestWidth) {
      best = { url: address, caption: caption ?? null };
      bestWidth = wide;
    }
  }
  return best;
}

/** The first picture within HTML. */
export function pictureInHtml(html: string | null, base: string | undefined): Image | null {
  if (!html || !/<img\s/i.test(html)) return null;
  for (const [tag] of html.matchAll(/<img\s[^>]{1,4000}>/gi)) {
    const source = attribute(tag, 'data-src') ?? attribute(tag, 'data-lazy-src') ?? attribute(tag, 'src');
    const width = attribute(tag, 'width');
    const height = attribute(tag, 'height');
    if (!source || tooSmall(width) || tooSmall(height) || /\bclass\s*=\s*["'][^"']*(?:emoji|smiley|avatar)/i.test(tag))
      continue;
    const url = pictureAddress(source, base);
    if (url) return { url, caption: null };
  }
  return null;
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function tooSmall(size: string | undefined): boolean {
  return size !== undefined && /^\s*\d+(?:px)?\s*$/.test(size) && Number.parseInt(size, 10) < 20;
}

function isPicture(url: string, type: string | undefined): boolean {
  const kind = type?.toLowerCase() ?? '';
  if (kind.startsWith('image')) return true;
  if (kind && !kind.startsWith('application/octet'))
    return PICTURE_FILE.test(url) && !/^(?:video|audio|text)/.test(kind);
  return !OTHER_FILE.test(url);
}

function pictureAddress(url: string, base: string | undefined): string | null {
  if (/^\s*data:/i.test(url) || NO_PICTURE.test(url)) return null;
  return httpAddress(url, base);
}
