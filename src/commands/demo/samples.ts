import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { TelalError } from '../../domain/error.ts';
import { sampleEventSchema, sampleOutletFields } from './sample-schemas.ts';

const outlet = z.looseObject({
  name: z.string(),
  homepage: z.string(),
  country: z.string(),
  languages: z.array(z.string()).min(1),
  ...sampleOutletFields,
});

/** An invented outlet of sources/samples/, with how it serves its articles. */
export type SampleOutlet = z.infer<typeof outlet> & { slug: string };

/** One invented article with what a careful reader says it is about. */
export type SampleArticle = z.infer<typeof sampleEventSchema>['articles'][number] & { event: string; id: number };

/** The invented outlets and articles of `folder` (sources/samples); a wrong file is named. */
export async function loadSamples(folder: string): Promise<{ outlets: SampleOutlet[]; articles: SampleArticle[] }> {
  const outlets = (await readAll(join(folder, 'outlets'), outlet)).map(([slug, value]) => ({ ...value, slug }));
  const slugs = new Set(outlets.map((one) => one.slug));
  let id = 1000;
  const articles = (await readAll(join(folder, 'events'), sampleEventSchema)).flatMap(([name, value]) =>
    value.articles.map((one) => {
      if (!slugs.has(one.outlet))
        throw new TelalError('BAD_SOURCE', `${join(folder, 'events', name)}.yaml: there is no outlet "${one.outlet}".`);
      id += 1;
      return { ...one, event: value.event, id };
    }),
  );
  return { outlets, articles };
}

async function readAll<T extends z.ZodType>(folder: string, shape: T): Promise<[string, z.infer<T>][]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (name): Promise<[string, z.infer<T>]> => {
      const result = shape.safeParse(parse(await readFile(join(folder, name), 'utf8')));
      if (!result.success)
        throw new TelalError('BAD_SOURCE', `${join(folder, name)}: ${z.prettifyError(result.error)}`);
      return [name.slice(0, -5), result.data];
    }),
  );
}
