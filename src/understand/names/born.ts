import { GAP, NUMBER } from '../context.ts';
import type { Scene } from './scene.ts';

const births = new Set(
  'd dogum r rodj rodjen rodjena roden rodena rojen rojena n nascut nascuta b born lindi gen'.split(' '),
);

/** "(d. 14 Ağustos 1902", "(1850 - 1916)": the years of a life in brackets behind the name. */
export function isBorn({ tokens }: Pick<Scene, 'tokens'>, at: number): boolean {
  const token = tokens[at];
  if (token?.gap !== GAP.OPEN_BRACKET) return false;
  if (births.has(token.folded)) return true;
  const next = tokens[at + 1];
  return (
    /^1\d{3}$/.test(token.text) &&
    next !== undefined &&
    next.shape === NUMBER &&
    (next.gap & (GAP.DASH | GAP.HYPHEN)) !== 0
  );
}
