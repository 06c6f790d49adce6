import type { FrontQuery } from '../../generated/graphql.ts';
import { articlesOf, formatCount } from '../formats.ts';
import { usePage } from '../page.ts';
import { stepOf, stepsOf } from '../steps.ts';
import { Scroll } from './scroll.tsx';

type Cells = FrontQuery['coverageMatrix'];
const COLUMNS = 16;

function ordered(cells: Cells, side: 'publisher' | 'about'): { code: string; name: string; total: number }[] {
  const totals = new Map<string, { code: string; name: string; total: number }>();
  for (const cell of cells) {
    const { code, name } = cell[side];
    const held = totals.get(code) ?? { code, name, total: 0 };
    held.total += cell.count;
    totals.set(code, held);
  }
  return [...totals.values()].sort((a, b) => b.total - a.total || a.code.localeCompare(b.code));
}

/** Who covers whom: a table that is also a picture. */
export function Coverage({ cells }: { cells: Cells }) {
  const { choice, choose } = usePage();
  const publishers = ordered(cells, 'publisher');
  const covered = ordered(cells, 'about').slice(0, COLUMNS);
  const count = new Map(cells.map((cell) => [`${cell.publisher.code} ${cell.about.code}`, cell.count]));
  // What a press writes of its own country outweighs the rest; the shades are for the rest.
  const abroad = cells.filter((cell) => cell.publisher.code !== cell.about.code).map((cell) => cell.count);
  const steps = stepsOf(Math.max(1, ...abroad));
  const chosen = (from: string, about: string) => choice.from.includes(from) && choice.about.includes(about);
  const pick = (from: string, about: string) =>
    choose(chosen(from, about) ? { ...choice, from: [], about: [] } : { ...choice, from: [from], about: [about] });
  if (covered.length === 0) return null;
  return (
    <section class="coverage" aria-labelledby="coverage-title">
      <div class="head">
        <h2 id="coverage-title">Who covers whom</h2>
        <p>Rows: where the outlets are. Columns: whom they write about.</p>
      </div>
      <Scroll label="Table: who covers whom">
        <table>
          <thead>
            <tr>
              <td />
              {covered.map((about) => (
                <th key={about.code} scope="col">
                  <abbr title={about.name}>{about.code}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {publishers.map((from) => (
              <tr key={from.code}>
                <th scope="row">{from.name}</th>
                {covered.map((about) => {
                  const number = count.get(`${from.code} ${about.code}`) ?? 0;
                  const words = `${from.name} about ${about.name}: ${articlesOf(number)}`;
                  return (
                    <td key={about.code} class={from.code === about.code ? 'own' : ''}>
                      {number > 0 ? (
                        <button
                          type="button"
                          class={`step-${stepOf(number, steps)}`}
                          title={words}
                          aria-label={words}
                          aria-pressed={chosen(from.code, about.code)}
                          onClick={() => pick(from.code, about.code)}
                        >
                          {formatCount(number)}
                        </button>
                      ) : (
                        <span class="hidden">none</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
