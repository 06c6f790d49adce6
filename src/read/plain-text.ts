import { Tokenizer } from 'htmlparser2';

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'svg',
  'select',
  'button',
]);
const BLOCKS = new Set(
  `address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
   h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
);

/**
 * What a reader sees of a piece of HTML: paragraphs separated by a blank line, lines by a line break, entities decoded
 * once. Text without any markup keeps its own blank lines.
 */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return tidyLines(html);
  const source = html.replace(/[\x01\x02]/g, '');
  let text = '';
  let silent = 0;
  let tags = 0;
  const ignore = () => {};
  // The tokenizer alone, without a stack of elements: its time grows with the length only, whatever nests in what.
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        const name = source.slice(start, end).toLowerCase();
        tags++;
        if (SILENT.has(name)) silent++;
        else if (name === 'br') text += '\u0001';
        else if (BLOCKS.has(name)) text += '\u0002';
        else if (name === 'td' || name === 'th') text += ' ';
      },
      onclosetag(start, end) {
        const name = source.slice(start, end).toLowerCase();
        tags++;
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        else if (BLOCKS.has(name)) text += '\u0002';
      },
      ontext(start, end) {
        if (silent === 0) text += source.slice(start, end);
      },
      ontextentity(codePoint) {
        if (silent === 0) text += String.fromCodePoint(codePoint);
      },
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  if (tags === 0) return tidyLines(text);
  return text
    .replace(/[^\S\u00a0]+/g, ' ')
    .replace(/ *(?:\u0002[\s\u0001\u0002]*|\u0001[\s]*\u0001[\s\u0001\u0002]*)/g, '\n\n')
    .replace(/ *\u0001[ \u0002]*/g, '\n')
    .replace(/[ \u00a0]{2,}|\u00a0/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function tidyLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}

/** The same on one line, for headlines and names. */
export function plainLine(html: string): string {
  return (/[<&]/.test(html) ? plainText(html) : html).replace(/\s+/g, ' ').trim();
}
