import { writeFile } from 'node:fs/promises';
import { printGraph } from './index.ts';

await writeFile(new URL('schema.graphql', import.meta.url), printGraph());
