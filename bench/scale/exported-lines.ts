import { writeArticleLine } from '../../src/commands/article-line.ts';
import type { Catalog } from '../../src/domain/knowledge.ts';
import { inventPress } from './press.ts';
import { inventText } from './words.ts';

const PER_STORY = 5;
const FEATURES = 60;

/**
 * The invented press as lines that `telal export` would write, with bodies of so many words, five articles a story and
 * one in fifty with an earlier state.
 */
export function* exportedLines(catalog: Catalog, articles: number, words: number): Generator<string> {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let id = 0;
  let first = '';
  for (const draft of inventPress(catalog, articles)) {
    id += 1;
    if (id % PER_STORY === 1) first = draft.url;
    const { url, outlet, headline, summary, publishedAt, publishedAtSource, annotation, sections, keys } = draft;
    const feedTopics = draft.feedTopics ?? [];
    const body = inventText(annotation.language, words, random);
    const features = Buffer.from(Uint32Array.from({ length: FEATURES }, () => random() * 2 ** 32).buffer);
    const changed = id % 50 === 0;
    const firstSeenAt = draft.seenAt;
    const text = { headline, summary, body };
    const states = [
      { ...text, number: 1, seenAt: firstSeenAt, headline: `${headline} !` },
      { ...text, number: 2, seenAt: firstSeenAt + 60_000 },
    ];
    yield `${writeArticleLine({
      article: {
        ...{ id, url, outlet, ...text, language: annotation.language, publishedAt, publishedAtSource, firstSeenAt },
        ...{
          revisedAt: changed ? firstSeenAt + 60_000 : null,
          authors: [],
          image: null,
          sections,
          feedTopics,
          agency: null,
        },
        ...{ copyOf: null, story: 1, wordCount: words },
      },
      keys: [...keys, `guid:${url}:${id}`],
      annotation,
      revisions: changed ? states : [],
      copyOfUrl: null,
      joined: [],
      story: {
        ...{ id: Math.ceil(id / PER_STORY), first, former: [], features: features.toString('base64') },
        centrality: 5000,
      },
    })}\n`;
  }
}
