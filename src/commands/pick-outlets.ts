import { TelalError } from '../domain/error.ts';
import type { Outlet } from '../domain/knowledge.ts';
import { nearest } from '../domain/nearest.ts';

/** The named outlets, or all; an unknown slug is told with the nearest known ones. */
export function pickOutlets(outlets: readonly Outlet[], named: readonly string[]): Outlet[] {
  if (named.length === 0) return [...outlets];
  const bySlug = new Map(outlets.map((outlet) => [outlet.slug, outlet]));
  return named.map((slug) => {
    const outlet = bySlug.get(slug);
    if (outlet) return outlet;
    const near = nearest(slug, bySlug.keys());
    const hint = near.length > 0 ? ` Near it: ${near.join(', ')}.` : ' "telal outlets" lists them.';
    throw new TelalError('BAD_USER_INPUT', `There is no outlet "${slug}".${hint}`);
  });
}
