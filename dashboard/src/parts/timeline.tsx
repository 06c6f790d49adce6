import { useRef, useState } from 'preact/hooks';
import type { FrontQuery } from '../../generated/graphql.ts';
import { barsOf, type Choice, spanOf } from '../choice.ts';
import { articlesOf, formatCount, formatMoment, formatMonth, formatShortDate } from '../formats.ts';
import { usePage } from '../page.ts';
import { Numbers } from './numbers.tsx';

interface Bar {
  start: number;
  end: number;
  count: number;
}
type Buckets = FrontQuery['articles']['timeline'];
const LENGTH_MS = { HOUR: 3_600_000, DAY: 86_400_000, WEEK: 7 * 86_400_000, MONTH: 31 * 86_400_000 };

function barsFrom(buckets: Buckets, choice: Choice, now: number): Bar[] {
  const { interval, together } = barsOf(choice, now);
  const bars: Bar[] = [];
  for (const [place, { start, count }] of buckets.entries()) {
    const at = Date.parse(start);
    const next = buckets[place + 1];
    const end = next ? Date.parse(next.start) : at + LENGTH_MS[interval];
    const last = bars.at(-1);
    // Joined hours begin at 0, 6, 12 and 18 o'clock of the reader.
    const joins = together > 1 && last && new Date(at).getHours() % together !== 0;
    if (joins) {
      last.end = end;
      last.count += count;
    } else bars.push({ start: at, end, count });
  }
  return bars;
}

export function Timeline({ buckets, answered }: { buckets: Buckets; answered: Choice }) {
  const { choice, choose, now } = usePage();
  const [pointed, setPointed] = useState<number | null>(null);
  const [stop, setStop] = useState(0);
  const row = useRef<HTMLDivElement>(null);
  const bars = barsFrom(buckets, answered, now);
  const largest = Math.max(1, ...bars.map((bar) => bar.count));
  const { interval } = barsOf(answered, now);
  const name = (bar: Bar) =>
    interval === 'MONTH'
      ? formatMonth(bar.start)
      : interval === 'HOUR'
        ? formatMoment(bar.start)
        : formatShortDate(bar.start);
  const words = (bar: Bar) => `${interval === 'WEEK' ? 'Week of ' : ''}${name(bar)}: ${articlesOf(bar.count)}`;
  const narrow = (bar: Bar, extend: boolean) => {
    const span = spanOf(choice, now);
    const since = extend && choice.since ? Math.min(bar.start, Date.parse(choice.since)) : bar.start;
    const until = extend && choice.until ? Math.max(bar.end, Date.parse(choice.until)) : bar.end;
    const from = span.from ? Math.max(since, Date.parse(span.from)) : since;
    choose({ ...choice, since: new Date(extend ? since : from).toISOString(), until: new Date(until).toISOString() });
  };
  const focus = (place: number) => {
    const target = Math.max(0, Math.min(bars.length - 1, place));
    setStop(target);
    (row.current?.children[target] as HTMLElement | undefined)?.focus();
  };
  const tabStop = Math.min(stop, bars.length - 1);
  const every = Math.ceil(bars.length / 7);
  return (
    <section class="timeline" aria-labelledby="timeline-title">
      <div class="head">
        <h2 id="timeline-title">When</h2>
        <p class="pointed">{bars[pointed ?? -1] ? words(bars[pointed!]!) : 'Press a bar to read only of that time.'}</p>
      </div>
      <div
        ref={row}
        class="bars"
        role="toolbar"
        aria-label="Articles over time; arrow keys move, Enter chooses"
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowLeft: -1, Home: -bars.length, End: bars.length }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          focus(tabStop + by);
        }}
      >
        {bars.map((bar, place) => (
          <button
            key={bar.start}
            type="button"
            tabIndex={place === tabStop ? 0 : -1}
            aria-label={words(bar)}
            data-count={bar.count}
            onClick={(event) => narrow(bar, event.shiftKey)}
            onMouseEnter={() => setPointed(place)}
            onMouseLeave={() => setPointed(null)}
            onFocus={() => setPointed(place)}
            onBlur={() => setPointed(null)}
          >
            <i style={{ height: `${(bar.count / largest) * 100}%` }} />
          </button>
        ))}
      </div>
      <div class="ticks" aria-hidden="true">
        {bars.map((bar, place) => (
          <span key={bar.start}>
            {place % every === 0 && place <= bars.length - every / 2
              ? interval === 'MONTH'
                ? formatMonth(bar.start)
                : interval === 'HOUR' && answered.period === 'day'
                  ? formatMoment(bar.start).slice(-5)
                  : formatShortDate(bar.start)
              : ''}
          </span>
        ))}
      </div>
      <Numbers
        title="Articles over time"
        head={['From', 'Articles']}
        rows={bars.map((bar) => [name(bar), formatCount(bar.count)])}
      />
    </section>
  );
}
