import type { FrontQuery, TaleFragment } from '../../generated/graphql.ts';
import { articlesOf, formatAgo, formatCount, formatMoment, htmlLang, languageName } from '../formats.ts';
import { usePage } from '../page.ts';
import { Toggle } from './toggle.tsx';

type Telling = TaleFragment['articles']['nodes'][number];
const SIDE_BY_SIDE = 6;

/** The first telling of each country and language before the second of any. */
function byVoice(tellings: readonly Telling[]): Telling[] {
  const rank = new Map<string, number>();
  return tellings
    .map((telling) => {
      const voice = `${telling.outlet.country.code} ${telling.language}`;
      const place = rank.get(voice) ?? 0;
      rank.set(voice, place + 1);
      return { telling, place };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ telling }) => telling);
}

/** What most outlets tell: each story with its headlines side by side, by country and language. */
export function Stories({ stories }: { stories: FrontQuery['stories'] }) {
  if (stories.nodes.length === 0) return null;
  return (
    <section class="stories" aria-labelledby="stories-title">
      <div class="head">
        <h2 id="stories-title">Top stories</h2>
        <p>{formatCount(stories.totalCount)} told by two outlets or more</p>
      </div>
      <ol>
        {stories.nodes.map((story) => (
          <li key={story.id}>
            <Story story={story} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Story({ story }: { story: TaleFragment }) {
  const { now } = usePage();
  const tellings = byVoice(story.articles.nodes);
  const lead = tellings.find((telling) => telling.headline === story.title) ?? tellings[0];
  const others = tellings.filter((telling) => telling !== lead);
  const countries = story.publisherCountries.length;
  const shown = others.length <= SIDE_BY_SIDE + 2 ? others.length : SIDE_BY_SIDE;
  return (
    <article>
      <h3 lang={htmlLang(lead?.language ?? '')}>
        <a href={lead?.url} rel="noreferrer">
          {story.title}
        </a>
      </h3>
      <p class="byline">
        <span>
          {articlesOf(story.articleCount)}, {formatCount(story.independentOutletCount)} independent{' '}
          {story.independentOutletCount === 1 ? 'outlet' : 'outlets'}, {formatCount(countries)}{' '}
          {countries === 1 ? 'country' : 'countries'}
        </span>
        <time dateTime={story.lastPublishedAt} title={formatMoment(story.lastPublishedAt)}>
          {formatAgo(story.lastPublishedAt, now)}
        </time>
      </p>
      <Tellings tellings={others.slice(0, shown)} />
      {others.length > shown && (
        <details class="numbers">
          <summary>{formatCount(others.length - shown)} more headlines</summary>
          <Tellings tellings={others.slice(shown)} />
        </details>
      )}
      {story.silentCountries.length > 0 && (
        <p class="silent">Not told in {story.silentCountries.map((country) => country.name).join(', ')}</p>
      )}
      {story.actors.length > 0 && (
        <p class="tags">
          {story.actors.map(({ actor }) => (
            <Toggle key={actor.slug} kind="actor" value={actor.slug}>
              {actor.name}
            </Toggle>
          ))}
        </p>
      )}
    </article>
  );
}

function Tellings({ tellings }: { tellings: readonly Telling[] }) {
  return (
    <ul class="tellings">
      {tellings.map(({ id, url, headline, language, outlet }) => (
        <li key={id}>
          <p>
            {outlet.country.name}, {languageName(language)}
          </p>
          <a href={url} rel="noreferrer" lang={htmlLang(language)} title={outlet.name}>
            {headline}
          </a>
        </li>
      ))}
    </ul>
  );
}
