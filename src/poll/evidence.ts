import type { ArticleDraft, KnownArticle } from '../domain/draft.ts';

/** What a feed says an article is about, beside its text. */
type Evidence = Pick<ArticleDraft, 'sections' | 'feedTopics'>;

/** Whether a feed says what no feed of the outlet has said of the article yet. */
export function saysMore(known: KnownArticle, { sections, feedTopics = [] }: Evidence): boolean {
  return (
    sections.some((section) => !known.sections.includes(section)) ||
    feedTopics.some((topic) => !known.feedTopics.includes(topic))
  );
}

/** All that feeds have said of it. */
export function allSaid(known: KnownArticle | null, { sections, feedTopics = [] }: Evidence): Required<Evidence> {
  return {
    sections: [...new Set([...(known?.sections ?? []), ...sections])],
    feedTopics: [...new Set([...(known?.feedTopics ?? []), ...feedTopics])],
  };
}
