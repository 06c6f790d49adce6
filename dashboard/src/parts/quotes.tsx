import type { FrontQuery } from '../../generated/graphql.ts';
import { formatAgo, formatCount, formatMoment, htmlLang } from '../formats.ts';
import { usePage } from '../page.ts';
import { Toggle } from './toggle.tsx';

export function Quotes({ quotes }: { quotes: FrontQuery['quotes'] }) {
  const { now } = usePage();
  return (
    <section class="quotes" aria-labelledby="quotes-title">
      <div class="head">
        <h2 id="quotes-title">In their words</h2>
        <p>{formatCount(quotes.totalCount)} quoted</p>
      </div>
      {quotes.nodes.length === 0 && <p class="none">No one is quoted in these articles.</p>}
      <ul>
        {quotes.nodes.map(({ id, text, speaker, speakerName, article }) => (
          <li key={id}>
            <figure>
              <blockquote lang={htmlLang(article.language)}>
                <p>{text}</p>
              </blockquote>
              <figcaption>
                {speaker ? (
                  <Toggle kind="actor" value={speaker.slug} look="speaker">
                    {speaker.name}
                  </Toggle>
                ) : (
                  <span class="speaker" lang={htmlLang(article.language)}>
                    {speakerName ?? 'Speaker not named'}
                  </span>
                )}
                <a href={article.url} rel="noreferrer" title={article.headline}>
                  {article.outlet.name}
                </a>
                <time dateTime={article.publishedAt} title={formatMoment(article.publishedAt)}>
                  {formatAgo(article.publishedAt, now)}
                </time>
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  );
}
