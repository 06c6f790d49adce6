import type { Place } from '../../catalog/knowledge.ts';
import { fold } from '../text/fold.ts';

/** One key for each place, whatever its name; the lists have some places twice, as a town and as its district. */
export function createPlaceKeys(places: readonly Place[]): (place: Place) => string {
  const first = new Map<string, Place>();
  const same = new Map<Place, Place>();
  const root = (place: Place): Place => {
    let at = place;
    for (let up = same.get(at); up !== undefined; up = same.get(at)) at = up;
    return at;
  };
  for (const place of places) {
    for (const name of new Set([place.name, ...Object.values(place.names).flat()])) {
      const key = `${place.country} ${fold(name)}`;
      const other = first.get(key);
      if (!other) first.set(key, place);
      else if (root(other) !== root(place)) same.set(root(place), root(other));
    }
  }
  return (place) => {
    const { country, name } = root(place);
    return `${country} ${fold(name)}`;
  };
}
