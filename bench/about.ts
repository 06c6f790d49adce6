/**
 * Countries and topics of the sample articles beside their labels, by language, on each half of the events:
 * `node bench/about.ts`; `--wrong` shows every mistake of the seen half. The measured half is for counting only.
 */
import { countCountries, countTopics, type Half, type Judged, judgeSamples, macroF1 } from './measure-about.ts';

const { judged: all, tops } = await judgeSamples();
const isTop = (slug: string) => tops.includes(slug);
const three = (figure: number) => Number(figure.toFixed(3));

for (const half of ['seen', 'measured'] satisfies Half[]) {
  const judged = all.filter((one) => one.half === half);
  const events = new Set(judged.map(({ article }) => article.event)).size;
  console.log(`\n${half}: ${judged.length} articles of ${events} events`);
  const languages = [...new Set(judged.map(({ article }) => article.language))].sort();
  const row = (some: readonly Judged[]) => {
    const { precision, recall, f1, gold } = countCountries(some);
    return {
      articles: some.length,
      countries: gold,
      precision: three(precision),
      recall: three(recall),
      'countries F1': three(f1),
      'top topics macro-F1': three(macroF1(countTopics(some), isTop)),
    };
  };
  console.table({
    ...Object.fromEntries(
      languages.map((language) => [language, row(judged.filter((one) => one.article.language === language))]),
    ),
    all: row(judged),
  });
  const counts = countTopics(judged);
  const rows = [...counts].filter(([slug]) => isTop(slug)).sort();
  console.table(
    Object.fromEntries(rows.map(([slug, { hit, said, gold, f1 }]) => [slug, { hit, said, gold, f1: three(f1) }])),
  );
  console.log('topics below the top ones, macro-F1:', three(macroF1(counts, (slug) => !isTop(slug))));
}

if (process.argv.includes('--wrong')) for (const one of all) if (one.half === 'seen') report(one);

function report({ article, countries, topics, said, gold, maybe }: Judged): void {
  const { event, language, outlet, headline, labels, section } = article;
  const missed = labels.countries.filter((code) => !countries.some((tag) => tag.code === code));
  const allowed = [...labels.countries, ...labels.countriesMaybe];
  const wrong = countries.filter((tag) => !allowed.includes(tag.code));
  const missedTopics = [...gold].filter((slug) => !said.has(slug));
  const wrongTopics = topics.filter((tag) => !gold.has(tag.slug) && !maybe.has(tag.slug));
  if (missed.length + wrong.length + missedTopics.length + wrongTopics.length === 0) return;
  console.log(`\n${event} · ${language} · ${outlet} · ${section} · ${headline}`);
  console.log(`  labels: ${labels.countries.join(' ')} · ${labels.topics.join(' ')}`);
  const told = countries.map(({ code, salience, count }) => `${code} ${salience} ×${count}`).join(', ');
  if (missed.length + wrong.length > 0) console.log(`  countries said: ${told}`);
  if (missed.length > 0) console.log(`  missed: ${missed.join(' ')}`);
  for (const { code, evidence } of wrong)
    console.log(`  wrong ${code}: ${evidence.map((span) => span.text).join(' | ')}`);
  if (missedTopics.length > 0) console.log(`  missed topics: ${missedTopics.join(' ')}`);
  for (const { slug, confidence, evidence } of wrongTopics)
    console.log(`  wrong topic ${slug} ${confidence}: ${evidence.map((span) => span.text).join(' | ')}`);
}
