import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { type Config, home } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import { exploreSite } from './add-outlet/explore.ts';
import { renderOutlet } from './add-outlet/render-outlet.ts';
import { openFetcher } from './fetch-once.ts';
import { openKnowledge } from './open-knowledge.ts';

/** Looks at a site and writes the file of its outlet, for a person to read: to standard output or into a folder of sources. */
export async function addOutlet(
  config: Config,
  address: string,
  options: { into?: string; slug?: string; country?: string },
): Promise<void> {
  const country = options.country?.toUpperCase();
  if (country && !/^[A-Z]{2}$/.test(country))
    throw new TelalError('BAD_USER_INPUT', `--country is "${options.country}": a code such as MK was expected.`);
  if (options.slug && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(options.slug))
    throw new TelalError('BAD_USER_INPUT', `--slug is "${options.slug}": a–z, 0–9 and single hyphens were expected.`);
  const knowledge = await openKnowledge(config);
  if (options.slug && knowledge.outlet(options.slug))
    throw new TelalError('BAD_USER_INPUT', `There is an outlet "${options.slug}" already.`);
  const fetcher = openFetcher(config);
  const says = (line: string) => console.error(line);
  const found = await exploreSite(address, { fetcher, knowledge, says, slug: options.slug, country }).finally(() =>
    fetcher.close(),
  );
  const text = renderOutlet(found, new Date().toISOString().slice(0, 10));
  if (!options.into) {
    process.stdout.write(text);
    return;
  }
  if (!found.country.country)
    throw new TelalError('BAD_USER_INPUT', `The country of ${found.homepage} is not evident; name it with --country.`);
  const folder = join(options.into, 'outlets', found.country.country);
  const path = join(folder, `${found.slug}.yaml`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(path, `# yaml-language-server: $schema=${schemaFrom(folder)}\n${text}`, { flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    throw new TelalError('BAD_USER_INPUT', `${path} is there already; --slug gives the file another name.`, { cause });
  }
  console.log(path);
  says(`TELAL_SOURCES=${options.into} telal outlets check ${found.slug} tries it.`);
}

/** Where an editor finds the keys, from the folder that the file lies in. */
const schemaFrom = (folder: string) =>
  relative(resolve(folder), join(home, 'sources', 'schemas', 'outlet.json')).replaceAll(sep, '/');
