/**
 * The stories told in most countries, each with its headlines side by side.
 * node examples/told-across-borders.ts [http://127.0.0.1:4000/graphql]
 */
import { ToldAcrossBordersDocument, type ToldAcrossBordersQuery } from '../dashboard/generated/graphql.ts';

const endpoint = process.argv[2] ?? 'http://127.0.0.1:4000/graphql';
const response = await fetch(endpoint, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: ToldAcrossBordersDocument.toString(), variables: { minimumCountries: 3, first: 5 } }),
});
const { data, errors } = (await response.json()) as { data?: ToldAcrossBordersQuery; errors?: { message: string }[] };
if (!data) {
  console.error(errors?.map((error) => error.message).join('\n') ?? `Telal answered with status ${response.status}.`);
  process.exit(1);
}
for (const story of data.stories.nodes) {
  console.log(`\n${story.title}  (${story.independentOutletCount} independent outlets)`);
  for (const { headline, language, outlet } of story.articles.nodes)
    console.log(`  ${outlet.country.name.padEnd(24)} ${language.padEnd(8)} ${headline}`);
  if (story.silentCountries.length > 0)
    console.log(`  Not told in ${story.silentCountries.map((country) => country.name).join(', ')}.`);
}
