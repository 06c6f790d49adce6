import { escapeUTF8 } from 'entities';

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** Collects what an element of text holds, and tells it as HTML whichever of the many ways it was written in. */
export class TextConstruct {
  /** Within a CDATA section. */
  raw = false;
  private parts: { text: string; kind: 'text' | 'raw' | 'tag' }[] = [];
  private hasTags = false;
  private readonly attributes: Record<string, string>;

  constructor(attributes: Record<string, string>) {
    this.attributes = attributes;
  }

  text(text: string): void {
    const kind = this.raw ? 'raw' : 'text';
    const last = this.parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else this.parts.push({ text, kind });
  }

  open(name: string, attributes: Record<string, string>): void {
    this.hasTags = true;
    let tag = `<${name}`;
    for (const [key, value] of Object.entries(attributes)) {
      if (!key.startsWith('xmlns')) tag += ` ${key}="${escapeUTF8(value)}"`;
    }
    this.parts.push({ text: `${tag}>`, kind: 'tag' });
  }

  close(name: string): void {
    if (!VOID.has(name)) this.parts.push({ text: `</${name}>`, kind: 'tag' });
  }

  html(): string {
    const { type, mode } = this.attributes;
    if (this.hasTags) {
      return this.parts
        .map(({ text, kind }) => (kind === 'text' ? escapeUTF8(text) : text))
        .join('')
        .trim();
    }
    const text = this.parts
      .map((part) => part.text)
      .join('')
      .trim();
    return asHtml(text, type, mode);
  }
}

/** Text of an Atom construct of some type as HTML. RSS has no types, there it is HTML always. */
export function asHtml(text: string, type: string | undefined, mode?: string): string {
  const kind = type?.trim().toLowerCase() ?? '';
  if ((mode === 'base64' || isBinary(kind)) && /^[A-Za-z0-9+/=\s]+$/.test(text)) {
    return Buffer.from(text, 'base64').toString('utf8').trim();
  }
  const literal = kind === 'text' || kind === 'text/plain' || kind === 'plain';
  return literal && !looksLikeHtml(text) ? escapeUTF8(text) : text;
}

function isBinary(kind: string): boolean {
  return kind.includes('/') && !/^text\/|xml$|html|^message\//.test(kind);
}

/** Whole elements in a text that says it is plain: what says so is wrong more often than the text speaks of HTML. */
function looksLikeHtml(text: string): boolean {
  return /<(p|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|figure|blockquote)\b[^>]*>[\s\S]*<\/\1>|<(?:br|img)\b[^>]*>/i.test(
    text.slice(0, 4000),
  );
}
