/** @jsxImportSource react */
/**
 * A React component with types from the schema: what is written about a country.
 * <CountryNews endpoint="https://telal.example/graphql" code="XK" />
 */
import { Suspense, use } from 'react';
import { AboutCountryDocument, type AboutCountryQuery } from '../dashboard/generated/graphql.ts';

interface Props {
  endpoint: string;
  code: string;
  first?: number;
}

const answers = new Map<string, Promise<AboutCountryQuery>>();

/** One question is asked once, however often React draws. */
function askOnce(endpoint: string, code: string, first: number): Promise<AboutCountryQuery> {
  const key = `${endpoint} ${code} ${first}`;
  const held = answers.get(key) ?? ask(endpoint, code, first);
  answers.set(key, held);
  return held;
}

async function ask(endpoint: string, code: string, first: number): Promise<AboutCountryQuery> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: AboutCountryDocument.toString(), variables: { code, first } }),
  });
  const { data, errors } = (await response.json()) as { data?: AboutCountryQuery; errors?: { message: string }[] };
  if (!data) throw new Error(errors?.map((error) => error.message).join(' '));
  return data;
}

export function CountryNews(props: Props) {
  return (
    <Suspense fallback={<p>Reading…</p>}>
      <News {...props} />
    </Suspense>
  );
}

function News({ endpoint, code, first = 10 }: Props) {
  const { country } = use(askOnce(endpoint, code, first));
  if (!country) return <p>There is no country {code}.</p>;
  return (
    <section>
      <h2>
        {country.name}: {country.articles.totalCount} articles
      </h2>
      <ul>
        {country.articles.nodes.map(({ id, url, headline, language, outlet }) => (
          <li key={id}>
            <a href={url} lang={language}>
              {headline}
            </a>{' '}
            ({outlet.name})
          </li>
        ))}
      </ul>
    </section>
  );
}
