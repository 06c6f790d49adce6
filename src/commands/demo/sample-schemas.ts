import { z } from 'zod';

const quote = z
  .strictObject({
    text: z.string().describe('The exact words between the marks.'),
    speaker: z.string().nullable().describe('Slug of the actor who says it; null where it is no known actor.'),
    name: z.string().nullable().describe('The speaker as the article names them.'),
  })
  .describe('A quote.');

const labels = z.strictObject({
  countries: z.array(z.string()).describe('Codes of the countries that it is about, most salient first.'),
  countriesMaybe: z
    .array(z.string())
    .default([])
    .describe('Countries on which two careful readers may differ: neither right nor wrong.'),
  topics: z.array(z.string()).describe('Slugs of its topics.'),
  topicsMaybe: z.array(z.string()).default([]).describe('Topics on which two careful readers may differ.'),
  actors: z.array(z.string()).default([]).describe('Slugs of the known actors that stand in the text.'),
  people: z.array(z.string()).default([]).describe('Persons on no list that stand in the text: full names, base form.'),
  quotes: z.array(quote).default([]).describe('Who is quoted with what.'),
});

const article = z
  .strictObject({
    outlet: z.string().describe('Slug of a file in samples/outlets/.'),
    hoursAgo: z.number().positive().describe('Published so long before the demo starts.'),
    language: z.string().describe('Language it is written in.'),
    headline: z.string().describe('Its headline.'),
    summary: z.string().describe('What the feed shows.'),
    authors: z.array(z.string()).default([]).describe('Who signs it.'),
    section: z.string().describe('Its section, as the outlet names it.'),
    image: z.boolean().default(false).describe('Whether it has an invented picture.'),
    caption: z.string().optional().describe('What stands under the picture.'),
    body: z.string().describe('The text, paragraphs separated by a blank line.'),
    labels: labels.describe('What a careful reader says it is about.'),
    copyOf: z.string().optional().describe('Slug of the outlet whose article of this event it repeats word for word.'),
    agency: z.string().optional().describe('Slug of the agency that the text credits.'),
  })
  .describe('One invented article.');

/** A file of sources/samples/events/. */
export const sampleEventSchema = z
  .strictObject({
    event: z.string().describe('The file’s name.'),
    articles: z.array(article).min(1).describe('How several outlets tell it.'),
  })
  .describe('One invented event, told by several outlets in several languages.');

/** What a file of sources/samples/outlets/ says beside what every outlet's file says. */
export const sampleOutletFields = {
  serve: z
    .strictObject({
      format: z.enum(['rss', 'atom', 'rdf', 'json', 'none']).describe('Format of its feed.'),
      charset: z.string().describe('Charset that feed and pages are encoded in.'),
      fault: z
        .enum(['none', 'malformed', 'mislabelled', 'no-dates', 'zone-less-dates'])
        .describe('What is wrong with its feed.'),
      pages: z.boolean().describe('Whether its articles have pages.'),
      style: z.enum(['plain', 'jsonld', 'next-data', 'microdata']).describe('How its pages are marked up.'),
      furniture: z.string().describe('How much stands around an article: none or full.'),
      newsSitemap: z.boolean().describe('Whether it has a news sitemap.'),
    })
    .describe('How the demo serves it.'),
  furniture: z
    .strictObject({
      nav: z.array(z.string()).describe('Its navigation.'),
      related: z.array(z.string()).describe('Headlines of its related articles.'),
      newsletter: z.string().describe('Its newsletter box.'),
      share: z.string().describe('Its share button.'),
      comments: z.string().describe('What stands where comments would.'),
      footer: z.string().describe('Its footer.'),
    })
    .describe('What stands around an article on its pages.'),
};
