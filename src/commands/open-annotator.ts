import type { Knowledge } from '../catalog/knowledge.ts';
import type { Annotate } from '../domain/ports.ts';
import { articleEnd } from '../read/article-end.ts';
import { createAnnotator } from '../understand/annotate.ts';

/** The annotator over an article's own text: the address, newsletter and rights under it are the outlet's. */
export function openAnnotator(knowledge: Knowledge): Annotate {
  const annotate = createAnnotator(knowledge);
  return ({ headline, summary, body }, setting) =>
    annotate({ headline, summary, body: body === null ? null : body.slice(0, articleEnd(body)) }, setting);
}
