import { loadCatalog } from '../catalog/load-catalog.ts';
import type { Config } from '../config.ts';

/** Everything that sources/ and the user's own folders say, checked. */
export const openKnowledge = (config: Config) =>
  loadCatalog({ folders: config.sources, outletFolders: config.outletSources });
