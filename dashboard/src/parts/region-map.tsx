import map from 'virtual:balkan-map';
import { useState } from 'preact/hooks';
import type { FrontQuery } from '../../generated/graphql.ts';
import { articlesOf, countryName, formatCount, formatShort } from '../formats.ts';
import { nameOf } from '../names.ts';
import { usePage } from '../page.ts';
import { evenSteps, stepOf } from '../steps.ts';
import { Numbers } from './numbers.tsx';

type Facets = FrontQuery['articles']['facets'];
const REGION = new Set(['AL', 'BA', 'BG', 'GR', 'HR', 'ME', 'MK', 'RO', 'RS', 'SI', 'XK', 'TR']);

export function RegionMap({ facets }: { facets: Facets }) {
  const { choice, choose, toggle } = usePage();
  const [pointed, setPointed] = useState<string | null>(null);
  const about = new Map(facets.countries.map((one) => [one.country.code, one.count]));
  const from = new Map(facets.publisherCountries.map((one) => [one.country.code, one.count]));
  const kind = choice.map;
  const counts = kind === 'about' ? about : from;
  const steps = evenSteps(map.shapes.map((shape) => counts.get(shape.code) ?? 0));
  const words = (code: string) =>
    `${nameOf('about', code)}: ${articlesOf(about.get(code) ?? 0)} about it, ${formatCount(from.get(code) ?? 0)} published there`;
  const shapes = map.shapes.toSorted(
    (a, b) => Number(choice[kind].includes(a.code)) - Number(choice[kind].includes(b.code)),
  );
  const codes = [...new Set([...about.keys(), ...from.keys()])];
  return (
    <section class="map" aria-labelledby="map-title">
      <div class="head">
        <h2 id="map-title">{kind === 'about' ? 'Who is written about' : 'Who writes'}</h2>
        <fieldset class="switch">
          <legend class="hidden">Shade the map by</legend>
          <button type="button" aria-pressed={kind === 'about'} onClick={() => choose({ ...choice, map: 'about' })}>
            About
          </button>
          <button type="button" aria-pressed={kind === 'from'} onClick={() => choose({ ...choice, map: 'from' })}>
            Published in
          </button>
        </fieldset>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold shapes */}
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="group"
        aria-label="Map of the region: each country is a filter"
      >
        {shapes.map((shape) => {
          const count = counts.get(shape.code) ?? 0;
          const chosen = choice[kind].includes(shape.code);
          const press = () => toggle(kind, shape.code);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a shape of a picture cannot be a button element
            <g
              key={shape.code}
              class={REGION.has(shape.code) ? 'land' : 'land beyond'}
              role="button"
              tabIndex={0}
              aria-pressed={chosen}
              aria-label={words(shape.code)}
              data-code={shape.code}
              data-count={count}
              onClick={press}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                press();
              }}
              onMouseEnter={() => setPointed(shape.code)}
              onMouseLeave={() => setPointed(null)}
              onFocus={() => setPointed(shape.code)}
              onBlur={() => setPointed(null)}
            >
              <path d={shape.d} class={`step-${stepOf(count, steps)}`} />
            </g>
          );
        })}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: the labels take no focus; the shapes say the same */}
        <g class="labels" aria-hidden="true">
          {map.shapes
            .filter((shape) => REGION.has(shape.code))
            .map((shape) => {
              const count = counts.get(shape.code) ?? 0;
              return (
                <text key={shape.code} x={shape.x} y={shape.y} class={stepOf(count, steps) >= 4 ? 'on-dark' : ''}>
                  <tspan>{shape.code}</tspan>
                  <tspan class="figure" x={shape.x} dy="1.05em">
                    {count > 0 ? formatShort(count) : ''}
                  </tspan>
                </text>
              );
            })}
        </g>
      </svg>
      <div class="under">
        <p class="pointed">
          {pointed ? (
            words(pointed)
          ) : (
            <>
              Press a country to read only of it<span class="with-pointer">; point at it for its numbers</span>.
            </>
          )}
        </p>
        <ul class="legend" aria-hidden="true">
          {steps.map((from, place) => (
            <li key={from}>
              <i class={`step-${place + 1}`} />
              {formatShort(from)}+
            </li>
          ))}
        </ul>
      </div>
      <Numbers
        title="Articles by country"
        head={['Country', 'About it', 'Published there']}
        rows={codes.map((code) => [
          nameOf('about', code) || countryName(code),
          formatCount(about.get(code) ?? 0),
          formatCount(from.get(code) ?? 0),
        ])}
      />
    </section>
  );
}
