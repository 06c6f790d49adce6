import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Knowledge } from '../catalog/knowledge.ts';
import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import type { Store } from '../domain/store.ts';
import { openStore } from '../store/open-store.ts';
import { openKnowledge } from './open-knowledge.ts';
import { sentence } from './sentence.ts';

type Finding = { well: boolean; says: string };

const LEAST_FREE = 1_000_000_000;
const OLDEST_SANE_CLOCK = Date.parse('2026-01-01');

/** Prints a line for each thing looked at; fails where something needs a hand. */
export async function examine(config: Config): Promise<void> {
  const findings: Finding[] = [];
  const tell = (finding: Finding) => {
    findings.push(finding);
    console.log(`${finding.well ? 'well ' : 'LOOK '} ${finding.says}`);
  };
  const knowledge = await sources(config, tell);
  await space(config, tell);
  await store(config, knowledge, tell);
  const bad = findings.filter((finding) => !finding.well).length;
  if (bad > 0) throw new TelalError('BAD_SETTING', `${bad} of ${findings.length} things need a look.`);
  console.log('All is well.');
}

async function sources(config: Config, tell: (finding: Finding) => void): Promise<Knowledge | null> {
  try {
    const knowledge = await openKnowledge(config);
    const { outlets, actors, topics, version } = knowledge;
    tell({
      well: true,
      says: `sources: ${outlets.length} outlets, ${actors.length} actors, ${topics.length} topics, version ${version}`,
    });
    for (const warning of knowledge.warnings) tell({ well: true, says: `sources: ${warning}` });
    return knowledge;
  } catch (error) {
    tell({ well: false, says: `sources: ${sentence(error)}` });
    return null;
  }
}

async function space(config: Config, tell: (finding: Finding) => void): Promise<void> {
  if (!config.databaseUrl.startsWith('file:')) return;
  let folder = dirname(config.databaseUrl.slice('file:'.length));
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  tell({ well: free >= LEAST_FREE, says: `space: ${(free / 1e9).toFixed(1)} GB free where the store lies` });
}

async function store(config: Config, knowledge: Knowledge | null, tell: (finding: Finding) => void): Promise<void> {
  tell({ well: Date.now() > OLDEST_SANE_CLOCK, says: `clock: it is ${new Date().toISOString()}` });
  if (config.databaseUrl.startsWith('file:') && !existsSync(config.databaseUrl.slice('file:'.length))) {
    tell({ well: true, says: 'store: none yet; serve and poll make it' });
    return;
  }
  let open: Store | undefined;
  try {
    open = await openStore(config.databaseUrl, { readOnly: config.databaseUrl.startsWith('file:') });
    await open.ready();
    const faults = await open.check();
    for (const fault of faults) tell({ well: false, says: `store: ${fault}` });
    if (faults.length === 0) tell({ well: true, says: `store: whole, with ${await open.countArticles({})} articles` });
    if (knowledge) await outlets(open, knowledge, tell);
  } catch (error) {
    tell({ well: false, says: `store: ${sentence(error)}` });
  } finally {
    await open?.close();
  }
}

async function outlets(open: Store, knowledge: Knowledge, tell: (finding: Finding) => void): Promise<void> {
  const slugs = knowledge.outlets.map((outlet) => outlet.slug);
  const health = await open.outletHealth(slugs, Date.now());
  const of = (status: string) => slugs.filter((slug) => health.get(slug)?.status === status);
  const failing = of('FAILING');
  const counts = ['HEALTHY', 'SILENT', 'NEW', 'DISABLED'].map(
    (status) => `${of(status).length} ${status.toLowerCase()}`,
  );
  tell({ well: failing.length * 2 <= slugs.length, says: `outlets: ${counts.join(', ')}, ${failing.length} failing` });
  if (failing.length > 0)
    tell({ well: true, says: `outlets failing: ${failing.slice(0, 10).join(', ')}${failing.length > 10 ? ' …' : ''}` });
}
