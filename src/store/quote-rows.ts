import type { QuoteTag } from '../domain/annotation.ts';
import type { Dialect, Rows } from './engine.ts';
import { foldSearch } from './fold-search.ts';
import type { Value } from './rows.ts';
import type { IndexedText } from './text-index.ts';

const columns = ['text', 'speaker_name', 'speaker', 'field', 'start_at', 'end_at'];

const valuesOf = ({ text, speakerName, speaker, span }: QuoteTag): Value[] => [
  text,
  speakerName,
  speaker,
  span.field,
  span.start,
  span.end,
];

const indexed = (text: string): IndexedText => ({ headline: foldSearch(text), summary: '', body: '', focus: '' });

/** Writes quotations of articles that have none yet. */
export async function writeQuotes(
  rows: Rows,
  dialect: Dialect,
  quotes: readonly { articleId: number; place: number; quote: QuoteTag }[],
): Promise<void> {
  if (quotes.length === 0) return;
  const ids = await rows.createAll(
    'quote',
    ['article_id', 'place', ...columns],
    quotes.map(({ articleId, place, quote }) => [articleId, place, ...valuesOf(quote)]),
  );
  await dialect.quoteText.put(
    rows,
    quotes.map(({ quote }, at) => [ids[at]!, indexed(quote.text)]),
  );
}

/** Makes an article's quotations others; one keeps its id for as long as its place holds it. */
export async function changeQuotes(
  rows: Rows,
  dialect: Dialect,
  articleId: number,
  quotes: readonly QuoteTag[],
): Promise<void> {
  const former = await rows.all<{ id: number; place: number; text: string }>(
    'SELECT id, place, text FROM quote WHERE article_id = ?',
    [articleId],
  );
  const texts = new Map(former.map((quote) => [quote.place, quote]));
  for (const [place, quote] of quotes.entries()) {
    const same = texts.get(place);
    if (same === undefined) {
      await writeQuotes(rows, dialect, [{ articleId, place, quote }]);
      continue;
    }
    const set = columns.map((column) => `${column} = ?`).join(', ');
    await rows.run(`UPDATE quote SET ${set} WHERE id = ?`, [...valuesOf(quote), same.id]);
    texts.delete(place);
    if (same.text === quote.text) continue;
    await dialect.quoteText.remove(rows, same.id);
    await dialect.quoteText.put(rows, [[same.id, indexed(quote.text)]]);
  }
  for (const gone of texts.values()) {
    await dialect.quoteText.remove(rows, gone.id);
    await rows.run('DELETE FROM quote WHERE id = ?', [gone.id]);
  }
}
