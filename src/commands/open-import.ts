import type { Knowledge } from '../catalog/knowledge.ts';
import { giveBack } from '../catalog/sparingly.ts';
import type { Config } from '../config.ts';
import type { Outlet } from '../domain/knowledge.ts';
import { openKnowledge } from './open-knowledge.ts';
import { openTelal, type Telal } from './open-telal.ts';

/** What lines are imported into. */
export interface ImportPlace extends Pick<Telal, 'store' | 'log' | 'close'> {
  outlets: ReadonlyMap<string, Pick<Outlet, 'languages' | 'country'>>;
  /** What annotating needs; read again where it was let go. */
  knowledge(): Promise<Knowledge>;
  /** Gives back its memory, as far as nobody else holds it: exported lines are annotated already. */
  letKnowledgeGo(): void;
}

/** Opens the store as every command does, of which no more stays than lines need. */
export async function openImport(config: Config): Promise<ImportPlace> {
  const { store, log, close, knowledge } = await openTelal(config, { frugal: true });
  return { store, log, close, ...keep(config, knowledge) };
}

/** The only thing here that holds the knowledge. */
function keep(config: Config, read: Knowledge): Omit<ImportPlace, 'store' | 'log' | 'close'> {
  let held: Knowledge | null = read;
  return {
    outlets: new Map(read.outlets.map(({ slug, languages, country }) => [slug, { languages, country }])),
    async knowledge() {
      held ??= await openKnowledge(config);
      return held;
    },
    letKnowledgeGo() {
      if (held === null) return;
      held = null;
      giveBack();
    },
  };
}
