import type { Dialect } from '../engine.ts';

/** The tables of articles, what they are found by, and what polling knows. */
export function articles(dialect: Dialect): string[] {
  const { identity, clustered, integer, text } = dialect;
  return [
    // One row. Writers hold it while they write, so that ids appear in the order in which they were given.
    `CREATE TABLE state (
      one INTEGER PRIMARY KEY, generation ${integer} NOT NULL, catalog ${text} NOT NULL,
      counted_to ${integer} NOT NULL
    )`,
    "INSERT INTO state (one, generation, catalog, counted_to) VALUES (1, 0, '', 0)",

    `CREATE TABLE tag (
      id INTEGER PRIMARY KEY, kind ${text} NOT NULL, key ${text} NOT NULL,
      articles INTEGER NOT NULL, tracked INTEGER NOT NULL, UNIQUE (kind, key)
    )`,
    'CREATE INDEX tag_by_articles ON tag (kind, articles DESC, id)',

    `CREATE TABLE outlet (
      id ${identity}, slug ${text} NOT NULL UNIQUE, country ${text} NOT NULL, kind ${text}, owner ${text},
      languages ${text} NOT NULL, listed INTEGER NOT NULL, tag_id INTEGER NOT NULL
    )`,
    `CREATE TABLE feed (
      id ${identity}, outlet_id ${integer} NOT NULL REFERENCES outlet (id), url ${text} NOT NULL, kind ${text} NOT NULL,
      listed INTEGER NOT NULL, status ${text} NOT NULL, last_fetched_at ${integer}, last_succeeded_at ${integer},
      next_fetch_at ${integer}, failures INTEGER NOT NULL, last_error ${text}, state ${text} NOT NULL,
      lease_owner ${text}, lease_until ${integer}, UNIQUE (outlet_id, url)
    )`,
    'CREATE INDEX feed_due ON feed (listed, next_fetch_at)',

    `CREATE TABLE topic (slug ${text} PRIMARY KEY, path ${text} NOT NULL)`,

    `CREATE TABLE actor (
      id ${identity}, slug ${text} NOT NULL UNIQUE, kind ${text} NOT NULL, curated INTEGER NOT NULL,
      wikidata_id ${text}, description ${text}, countries ${text} NOT NULL, tag_id INTEGER NOT NULL UNIQUE
    )`,
    'CREATE INDEX actor_by_wikidata ON actor (wikidata_id)',
    `CREATE TABLE actor_country (
      country ${text} NOT NULL, actor_id ${integer} NOT NULL REFERENCES actor (id), PRIMARY KEY (country, actor_id)
    )${clustered}`,
    // `uses` counts articles for a form found by rule; curated forms keep their place in the catalog.
    `CREATE TABLE actor_name (
      actor_id ${integer} NOT NULL REFERENCES actor (id), text ${text} NOT NULL, language ${text} NOT NULL,
      place INTEGER NOT NULL, uses INTEGER NOT NULL, folded ${text} NOT NULL,
      PRIMARY KEY (actor_id, text, language)
    )${clustered}`,
    'CREATE INDEX actor_name_folded ON actor_name (folded)',
    `CREATE TABLE actor_word (
      word ${text} NOT NULL, actor_id ${integer} NOT NULL REFERENCES actor (id), PRIMARY KEY (word, actor_id)
    )${clustered}`,

    `CREATE TABLE article (
      id ${identity}, outlet_id ${integer} NOT NULL REFERENCES outlet (id), url ${text} NOT NULL,
      headline ${text} NOT NULL, summary ${text}, authors ${text} NOT NULL, image ${text}, language ${text} NOT NULL,
      sections ${text} NOT NULL, word_count INTEGER NOT NULL, published_at ${integer} NOT NULL,
      published_at_source ${text} NOT NULL, first_seen_at ${integer} NOT NULL, revised_at ${integer},
      copy_of ${integer} REFERENCES article (id), agency ${text}, story ${integer}, doc ${integer}
    )`,
    'CREATE INDEX article_by_doc ON article (doc)',
    'CREATE INDEX article_by_copy ON article (copy_of) WHERE copy_of IS NOT NULL',
    'CREATE INDEX article_by_story ON article (story) WHERE story IS NOT NULL',
    'CREATE INDEX article_by_revision ON article (revised_at) WHERE revised_at IS NOT NULL',
    // Apart, so that a walk over articles does not drag their texts along.
    `CREATE TABLE article_body (article_id ${integer} PRIMARY KEY REFERENCES article (id), body ${text} NOT NULL)`,
    `CREATE TABLE article_key (
      key ${text} PRIMARY KEY, article_id ${integer} NOT NULL REFERENCES article (id)
    )${clustered}`,
    `CREATE TABLE revision (
      article_id ${integer} NOT NULL REFERENCES article (id), number INTEGER NOT NULL, seen_at ${integer} NOT NULL,
      headline ${text} NOT NULL, summary ${text}, body ${text}, PRIMARY KEY (article_id, number)
    )`,
    `CREATE TABLE copy_band (
      band ${text} NOT NULL, published_at ${integer} NOT NULL, article_id ${integer} NOT NULL REFERENCES article (id),
      PRIMARY KEY (band, published_at, article_id)
    )${clustered}`,
    'CREATE INDEX copy_band_by_article ON copy_band (article_id)',

    // The tags as they are shown, most salient first, each [key, count, weight, evidence].
    `CREATE TABLE annotation (
      article_id ${integer} PRIMARY KEY REFERENCES article (id), version ${text} NOT NULL,
      countries ${text} NOT NULL, actors ${text} NOT NULL, topics ${text} NOT NULL
    )`,
    `CREATE TABLE quote (
      id ${identity}, article_id ${integer} NOT NULL REFERENCES article (id), place INTEGER NOT NULL,
      text ${text} NOT NULL, speaker_name ${text}, speaker ${text}, field ${text} NOT NULL,
      start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, UNIQUE (article_id, place)
    )`,

    // The one index behind every list: a tag's articles in order of publication.
    `CREATE TABLE posting (
      tag_id INTEGER NOT NULL, published_at ${integer} NOT NULL, article_id ${integer} NOT NULL,
      PRIMARY KEY (tag_id, published_at, article_id)
    )${clustered}`,
    `CREATE TABLE article_tag (
      article_id ${integer} NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (article_id, tag_id)
    )${clustered}`,

    // Counts of the tags that many articles have, over articles up to state.counted_to.
    `CREATE TABLE pair_count (
      tag_id INTEGER NOT NULL, other_id INTEGER NOT NULL, articles ${integer} NOT NULL, PRIMARY KEY (tag_id, other_id)
    )${clustered}`,
    `CREATE TABLE hour_count (
      tag_id INTEGER NOT NULL, hour ${integer} NOT NULL, articles ${integer} NOT NULL, PRIMARY KEY (tag_id, hour)
    )${clustered}`,
    ...dialect.articleText.tables,
    ...dialect.quoteText.tables,
  ];
}
