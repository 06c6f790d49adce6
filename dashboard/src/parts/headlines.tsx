import { useEffect, useState } from 'preact/hooks';
import { type FrontQuery, type HeadlineFragment, MoreHeadlinesDocument } from '../../generated/graphql.ts';
import { ask } from '../ask.ts';
import { filterOf } from '../choice.ts';
import { formatAgo, formatMoment, htmlLang, languageName } from '../formats.ts';
import { usePage } from '../page.ts';
import { type Front, PAGE } from '../use-front.ts';
import { Toggle } from './toggle.tsx';

export function Headlines({ front, list }: { front: Front; list: FrontQuery['articles'] }) {
  const [more, setMore] = useState<{ nodes: HeadlineFragment[]; pageInfo: FrontQuery['articles']['pageInfo'] } | null>(
    null,
  );
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list is read from its beginning
  useEffect(() => {
    setMore(null);
    setState('idle');
  }, [list]);
  const pageInfo = more?.pageInfo ?? list.pageInfo;
  const readOn = async () => {
    setState('asking');
    try {
      const { filter } = filterOf(front.choice, front.at);
      const { articles } = await ask(MoreHeadlinesDocument, { filter, first: PAGE, after: pageInfo.endCursor ?? '' });
      setMore({ nodes: [...(more?.nodes ?? []), ...articles.nodes], pageInfo: articles.pageInfo });
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <section class="latest" aria-labelledby="latest-title">
      <div class="head">
        <h2 id="latest-title">Latest</h2>
      </div>
      <ol>
        {[...list.nodes, ...(more?.nodes ?? [])].map((article, place) => (
          <li key={article.id}>
            <Headline article={article} full={place < 4} />
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage && (
        <button type="button" class="more" disabled={state === 'asking'} onClick={readOn}>
          {state === 'failed' ? 'That did not work; try again' : state === 'asking' ? 'Reading on…' : 'Read on'}
        </button>
      )}
    </section>
  );
}

function Headline({ article, full }: { article: HeadlineFragment; full: boolean }) {
  const { now } = usePage();
  const { outlet } = article;
  return (
    <article>
      <p class="byline">
        <Toggle kind="outlet" value={outlet.slug}>
          {outlet.name}
        </Toggle>
        <Toggle kind="from" value={outlet.country.code}>
          {outlet.country.name}
        </Toggle>
        <Toggle kind="language" value={article.language}>
          {languageName(article.language)}
        </Toggle>
        <time dateTime={article.publishedAt} title={formatMoment(article.publishedAt)}>
          {formatAgo(article.publishedAt, now)}
        </time>
      </p>
      <h3 lang={htmlLang(article.language)}>
        <a href={article.url} rel="noreferrer">
          {article.headline}
        </a>
      </h3>
      {full && article.summary && (
        <p class="summary-line" lang={htmlLang(article.language)}>
          {article.summary}
        </p>
      )}
      {article.copyOf && <p class="copy">The same text as {article.copyOf.outlet.name}’s</p>}
      {article.actors.length + article.topics.length > 0 && (
        <p class="tags">
          {article.actors.map(({ actor }) => (
            <Toggle key={actor.slug} kind="actor" value={actor.slug}>
              {actor.name}
            </Toggle>
          ))}
          {article.topics.slice(0, 3).map(({ topic }) => (
            <Toggle key={topic.slug} kind="topic" value={topic.slug} look="topic">
              {topic.label}
            </Toggle>
          ))}
        </p>
      )}
    </article>
  );
}
