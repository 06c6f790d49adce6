import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { TelalError } from '../../domain/error.ts';

const quote = z.strictObject({ text: z.string(), speaker: z.string().nullable(), name: z.string().nullable() });
const labels = z.strictObject({
  countries: z.array(z.string()),
  topics: z.array(z.string()),
  actors: z.array(z.string()).default([]),
  people: z.array(z.string()).default([]),
  quotes: z.array(quote).default([]),
});
const article = z.strictObject({
  outlet: z.string(),
  hoursAgo: z.number().positive(),
  language: z.string(),
  headline: z.string(),
  summary: z.string(),
  authors: z.array(z.string()).default([]),
  section: z.string(),
  image: z.boolean().default(false),
  caption: z.string().optional(),
  body: z.string(),
  labels,
  copyOf: z.string().optional(),
  agency: z.string().optional(),
});
const event = z.strictObject({ event: z.string(), articles: z.array(article).min(1) });

const outlet = z.looseObject({
  name: z.string(),
  homepage: z.string(),
  country: z.string(),
  languages: z.array(z.string()).min(1),
  serve: z.strictObject({
    format: z.enum(['rss', 'atom', 'rdf', 'json', 'none']),
    charset: z.string(),
    fault: z.enum(['none', 'malformed', 'mislabelled', 'no-dates', 'zone-less-dates']),
    pages: z.boolean(),
    style: z.enum(['plain', 'jsonld', 'next-data', 'microdata']),
    furniture: z.string(),
    newsSitemap: z.boolean(),
  }),
  furniture: z.strictObject({
    nav: z.array(z.string()),
    related: z.array(z.string()),
    newsletter: z.string(),
    share: z.string(),
    comments: z.string(),
    footer: z.string(),
  }),
});

/** An invented outlet of sources/samples/, with how it serves its articles. */
export type SampleOutlet = z.infer<typeof outlet> & { slug: string };

/** One invented article with what a careful reader says it is about. */
export type SampleArticle = z.infer<typeof article> & { event: string; id: number };

/** The invented outlets and articles of `folder` (sources/samples); a wrong file is named. */
export async function loadSamples(folder: string): Promise<{ outlets: SampleOutlet[]; articles: SampleArticle[] }> {
  const outlets = (await readAll(join(folder, 'outlets'), outlet)).map(([slug, value]) => ({ ...value, slug }));
  const slugs = new Set(outlets.map((one) => one.slug));
  let id = 1000;
  const articles = (await readAll(join(folder, 'events'), event)).flatMap(([name, value]) =>
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
