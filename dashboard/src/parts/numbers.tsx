import { Scroll } from './scroll.tsx';

/** The numbers of a picture, for whoever wants them plain. */
export function Numbers({ title, head, rows }: { title: string; head: string[]; rows: (string | number)[][] }) {
  return (
    <details class="numbers">
      <summary>Numbers as a table</summary>
      <Scroll label={title}>
        <table>
          <caption class="hidden">{title}</caption>
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, place) =>
                  place === 0 ? (
                    <th key={head[place]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={head[place]}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
