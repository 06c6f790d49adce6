import { decodeHTML, escapeUTF8 } from 'entities';

const PROLOG = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/;
/** Numbers that Unicode keeps for control characters, but old editors mean Windows' quotes by. */
const WINDOWS_REFERENCE = /&(?:amp;)?#(?:(12[89]|1[345]\d)|x([89][0-9a-f]));/gi;

/** HTML's named entities as characters, and no document type, where bombs are laid. */
export function tidyMarkup(xml: string): string {
  let text = xml;
  const start = PROLOG.exec(xml)![0].length;
  if (/^<!doctype/i.test(xml.slice(start, start + 9))) {
    const bracket = xml.indexOf('[', start);
    const close = xml.indexOf('>', start);
    const end = bracket >= 0 && bracket < close ? xml.indexOf(']>', bracket) + 1 : close;
    if (end > start) text = xml.slice(0, start) + xml.slice(end + 1);
  }
  text = text.replace(
    WINDOWS_REFERENCE,
    (_, decimal, hex) => WINDOWS_1252[(decimal ? Number(decimal) : Number.parseInt(hex, 16)) - 0x80] ?? '',
  );
  return text.replace(/&[a-zA-Z][a-zA-Z0-9]{1,30};/g, (entity) => {
    if (/^&(?:amp|lt|gt|quot|apos);$/.test(entity)) return entity;
    const character = decodeHTML(entity);
    return /[<>&"']/.test(character) && character !== entity ? escapeUTF8(character) : character;
  });
}

/** Also without the characters that XML has no place for; the C1 controls are what Windows puts its quotes at. */
export function escapeXml(text: string): string {
  const escaped = /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!) : text;
  if (!/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/.test(escaped)) return escaped;
  return escaped
    .toWellFormed()
    .replace(/[\x80-\x9f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]!)
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '');
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
