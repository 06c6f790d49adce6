/** What GraphiQL opens on, a tab each. */
export const EXAMPLE_QUERIES: readonly string[] = [
  `# The newest articles about Kosovo from outlets of three countries.
query AboutKosovo {
  articles(
    filter: { countries: { any: ["XK"] }, publisherCountries: { any: ["XK", "RS", "AL"] } }
    first: 15
  ) {
    totalCount
    nodes {
      headline
      language
      publishedAt
      url
      outlet { name country { name } }
      actors(first: 3) { actor { name } salience }
      topics { topic { label } }
    }
    facets {
      publisherCountries { country { name } count }
    }
  }
}
`,
  `# What an actor is in the news for.
query InTheNewsFor {
  actor(by: { slug: "aleksandar-vucic" }) {
    name
    inSerbian: name(language: "sr-Cyrl")
    description
    articles(first: 10) {
      totalCount
      facets {
        topics(first: 8) { topic { label } count }
        countries(first: 8) { country { name } count }
      }
      nodes { headline outlet { name } publishedAt url }
    }
    coActors(first: 8) { actor { name kind } count }
    quotes(first: 5) { nodes { text article { headline outlet { name } } } }
  }
}
`,
  `# A topic over time, by days as they are in Sarajevo.
query TopicOverTime {
  topic(slug: "politics") {
    label
    children { slug label }
    articles(first: 5) {
      totalCount
      timeline(interval: DAY, timeZone: "Europe/Sarajevo") { start count }
      facets { languages { language count } actors(kind: PERSON, first: 8) { actor { name } count } }
      nodes { headline publishedAt outlet { name } }
    }
  }
}
`,
  `# The largest stories told by outlets of at least three countries; add publishedAt to the filter for one day's.
query ToldInThreeCountries {
  stories(orderBy: LARGEST, minimumCountries: 3, first: 15) {
    totalCount
    nodes {
      title(language: "en")
      articleCount
      independentOutletCount
      lastPublishedAt
      publisherCountries { country { name } count }
      silentCountries { name }
    }
  }
}
`,
  `# What outlets of Serbia tell of Kosovo that those of Kosovo do not, and the other way round.
query ToldOnOneSide {
  onlyInSerbia: stories(
    filter: { countries: { any: ["XK"] }, publisherCountries: { any: ["RS"] } }
    untoldIn: ["XK"]
    first: 10
  ) { totalCount nodes { title lastPublishedAt articleCount } }
  onlyInKosovo: stories(
    filter: { countries: { any: ["RS"] }, publisherCountries: { any: ["XK"] } }
    untoldIn: ["RS"]
    first: 10
  ) { totalCount nodes { title lastPublishedAt articleCount } }
}
`,
  `# The largest story, with every headline side by side and what is said in it.
query EveryHeadline {
  stories(orderBy: LARGEST, first: 1) {
    nodes {
      title
      languages { language count }
      articles(first: 50) { nodes { headline language publishedAt url outlet { name country { name } } } }
      quotes { speaker { name } quotes { text article { language outlet { name } } } }
    }
  }
}
`,
  `# How the outlets are doing: which are silent, which fail, and why.
query OutletHealth {
  outlets(first: 50) {
    totalCount
    nodes {
      name
      country { name }
      health { status lastArticleAt articlesLastDay medianLagSeconds }
      feeds { url status lastSucceededAt nextFetchAt consecutiveFailures lastError }
    }
  }
}
`,
  `# Articles about Serbia as they arrive. Press play and wait: each appears as soon as it is stored.
subscription AsItHappens {
  articlePublished(filter: { countries: { any: ["RS"] } }) {
    cursor
    node { headline language outlet { name } }
  }
}
`,
];
