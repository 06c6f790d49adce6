/** A text without what no text should hold: the letter NUL, halves of pairs. Its length stays, so that spans fit. */
export const cleanText = (text: string): string => text.replaceAll('\0', '\ufffd').toWellFormed();

// As JSON writes them; a backslash before a backslash is text.
const oddInJson = /\\(?:u0000|u(d[89a-f][0-9a-f]{2})|.)/g;

/** The same within JSON. */
export function cleanJson(json: string): string {
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return json.replace(oddInJson, (found, half) => (found === '\\u0000' || half !== undefined ? '\ufffd' : found));
}

/** The same in all texts of a value. */
export function cleanAll<T>(value: T): T {
  const json = JSON.stringify(value);
  const clean = cleanJson(json);
  return clean === json ? value : JSON.parse(clean);
}
