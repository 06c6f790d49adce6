import { loadCatalog } from '../../src/catalog/load-catalog.ts';
import { createAnnotator } from '../../src/understand/annotate.ts';

/** The whole understanding with all that the project knows but its outlets; made once for the file that imports this. */
export const annotate = createAnnotator(
  await loadCatalog({ folders: [new URL('../../sources', import.meta.url).pathname], outletFolders: [] }),
);

const mentions = (kind: string, language: string, body: string): string[] =>
  annotate({ headline: '', summary: null, body }, { language })
    .actors.filter((actor) => actor.kind === kind)
    .flatMap((actor) => actor.evidence)
    .sort((a, b) => a.start - b.start)
    .map((span) => span.text);

/** Where people and bodies are named in a text, as it writes them, in its order. */
export const people = (language: string, body: string): string[] => mentions('PERSON', language, body);
export const bodies = (language: string, body: string): string[] => mentions('ORGANIZATION', language, body);
