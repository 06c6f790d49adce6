import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoBounds, geoConicConformal, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import type { MapShape } from '../src/map-shape.ts';

const WIDTH = 800;
const HEIGHT = 740;
/** Where the cut goes: points that the picture must hold, in degrees. */
const CORNERS = [
  [13.3, 46.9],
  [29.9, 47.1],
  [13.6, 41.5],
  [29.5, 41],
  [20, 35.9],
  [26, 35.2],
];
/** Natural Earth names countries in its own way; some have no ISO number. */
const CODES: Record<string, string> = {
  Albania: 'AL',
  'Bosnia and Herz.': 'BA',
  Bulgaria: 'BG',
  Greece: 'GR',
  Croatia: 'HR',
  Kosovo: 'XK',
  Macedonia: 'MK',
  Montenegro: 'ME',
  Romania: 'RO',
  Serbia: 'RS',
  Slovenia: 'SI',
  Turkey: 'TR',
  Austria: 'AT',
  Hungary: 'HU',
  Italy: 'IT',
  Moldova: 'MD',
  Ukraine: 'UA',
};
/** Labels stand where the land is wide, which the middle of the shape is not always. */
const LABELS: Record<string, [number, number]> = {
  HR: [16.35, 45.55],
  GR: [21.9, 39.4],
  TR: [28.1, 40.0],
  BA: [17.8, 44.2],
  IT: [14.9, 41.6],
  AT: [14.6, 46.85],
  HU: [19.3, 46.75],
  UA: [29.2, 46.35],
  MD: [28.6, 46.75],
  RO: [24.9, 45.8],
  SI: [14.7, 46.05],
  RS: [20.75, 44.2],
  BG: [25.1, 42.7],
  AL: [20.05, 41.05],
  MK: [21.7, 41.6],
  ME: [19.25, 42.8],
  XK: [20.9, 42.57],
};

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** Gives `virtual:balkan-map`: Natural Earth's shapes, cut to the region and drawn once, when the page is built. */
export function balkanMap(): Plugin {
  return {
    name: 'balkan-map',
    resolveId: (id) => (id === 'virtual:balkan-map' ? `\0${id}` : null),
    load: (id) => (id === '\0virtual:balkan-map' ? `export default ${JSON.stringify(drawMap())};` : null),
  };
}

function drawMap(): { width: number; height: number; shapes: MapShape[] } {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const world = JSON.parse(readFileSync(path, 'utf8')) as World;
  const simple = simplify(presimplify(world), 0.0004) as World;
  const { features } = feature(simple, simple.objects.countries) as FeatureCollection<Geometry, { name: string }>;
  const projection = geoConicConformal()
    .parallels([38, 46])
    .rotate([-21, 0])
    .fitExtent(
      [
        [0, 0],
        [WIDTH, HEIGHT],
      ],
      { type: 'MultiPoint', coordinates: CORNERS },
    )
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
  const draw = geoPath(projection).digits(1);
  const shapes = features.flatMap((country): MapShape[] => {
    const code = CODES[country.properties.name];
    const d = code && inTheRegion(country) ? draw(withoutSpecks(country)) : null;
    if (!code || !d) return [];
    const label = projection(LABELS[code]!);
    return [{ code, d, x: Math.round(label?.[0] ?? 0), y: Math.round(label?.[1] ?? 0) }];
  });
  return { width: WIDTH, height: HEIGHT, shapes: shapes.sort((a, b) => a.code.localeCompare(b.code)) };
}

function inTheRegion(country: Feature<Geometry, { name: string }>): boolean {
  const [[west, south], [east, north]] = geoBounds(country);
  return east > 12 && west < 45 && north > 34 && south < 49;
}

/** Rocks in the sea cost bytes and show as dust. */
function withoutSpecks(country: Feature<Geometry, { name: string }>): Feature {
  const { geometry } = country;
  if (geometry.type !== 'MultiPolygon') return country;
  const coordinates = geometry.coordinates.filter(
    (polygon) => geoArea({ type: 'Polygon', coordinates: polygon }) > 8e-7,
  );
  return { ...country, geometry: { type: 'MultiPolygon', coordinates } };
}
