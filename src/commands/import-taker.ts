import type { Annotation } from '../domain/annotation.ts';
import type { ArticleDraft, KnownArticle, SaveOutcome } from '../domain/draft.ts';
import type { ActorJoin } from '../domain/poll-store.ts';
import type { TellStory } from '../domain/story.ts';
import { lookForCopiesAmong } from '../poll/copies.ts';
import { allSaid, saysMore } from '../poll/evidence.ts';
import { createStoryTeller } from '../understand/tell-stories.ts';
import type { ReadLine } from './import-lines.ts';
import type { ImportPlace } from './open-import.ts';
import { openPeople, type People } from './open-people.ts';

export interface Taker {
  /** Stores lines, many at once and in their order, and tells what became of each. */
  take(lines: readonly ReadLine[]): Promise<SaveOutcome['outcome'][]>;
  /** After the last line: people whom several articles name are joined, and found under their former slugs. */
  end(): Promise<void>;
}

/** What was exported goes in as it is; plain articles are annotated first, and told into stories after. */
export function openTaker(place: ImportPlace, options: { annotate: boolean }): Taker {
  const { store, log, outlets } = place;
  let people: People | undefined;
  let teller: TellStory | undefined;
  // Copies whose original stands further down: the original will name them.
  const early = new Map<string, number[]>();
  // Made known at the end, when all articles that name somebody have come: whom to show him as goes by them.
  const joined = new Map<string, ActorJoin>();

  return {
    async take(lines) {
      const drafts = await draftsOf(lines);
      const saved = await store.saveArticles(drafts);
      for (const line of lines) for (const join of line.joined) joined.set(join.slug, join);
      for (const [at, { copyOfUrl }] of drafts.entries()) if (copyOfUrl) early.get(copyOfUrl)?.push(saved[at]!.id);
      if (options.annotate) await tell(lines, drafts, saved);
      if (people === undefined && teller === undefined) place.letKnowledgeGo();
      return saved.map(({ outcome }) => outcome);
    },
    async end() {
      await people?.settle();
      if (joined.size > 0) await store.keepFormerSlugs([...joined.values()]);
    },
  };

  async function draftsOf(lines: readonly ReadLine[]): Promise<ArticleDraft[]> {
    const plain = lines.filter(({ annotation }) => annotation === null);
    const plainDrafts = new Map(plain.length === 0 ? [] : await annotated(plain));
    const here = new Set(lines.map(({ draft }) => draft.url));
    const originals = lines.flatMap(({ draft: { copyOfUrl } }) =>
      copyOfUrl && !here.has(copyOfUrl) ? [copyOfUrl] : [],
    );
    const there = originals.length > 0 ? await store.knownArticles(originals.map((url) => `url:${url}`)) : new Map();
    for (const url of originals) if (!there.has(`url:${url}`) && !early.has(url)) early.set(url, []);
    return lines.map((line) => {
      const { draft, annotation, prepared, copyBands } = line;
      if (annotation === null) return plainDrafts.get(line)!;
      const copiedBy = early.get(draft.url);
      early.delete(draft.url);
      return { ...draft, annotation, prepared, copyBands, copyOf: null, copiedBy };
    });
  }

  async function annotated(plain: readonly ReadLine[]): Promise<[ReadLine, ArticleDraft][]> {
    const known = await store.knownArticles(plain.flatMap(({ draft }) => draft.keys));
    const knownAs = plain.map(({ draft }) => draft.keys.map((key) => known.get(key)).find((one) => one !== undefined));
    const copies = await lookForCopiesAmong(
      store,
      plain.map(({ draft, copyBands }, at) => ({ ...draft, copyBands, ownId: knownAs[at]?.id ?? null })),
    );
    if (options.annotate) {
      people ??= openPeople(store, await place.knowledge());
      await people.settle();
    }
    return plain.map((line, at) => {
      const { draft, prepared, copyBands } = line;
      const { copyOf, copyOfPlace, copiedBy } = copies[at]!;
      const copyOfUrl = copyOfPlace === null ? null : plain[copyOfPlace]!.draft.url;
      const annotation = annotationOf(line, knownAs[at]);
      return [line, { ...draft, annotation, prepared, copyBands, copyOf, copyOfUrl, copiedBy }];
    });
  }

  /** Of a text that is known as it is, the annotation is not asked for again. */
  function annotationOf({ draft, language }: ReadLine, known: KnownArticle | undefined): Annotation {
    const { headline, summary, body, publishedAt } = draft;
    const outlet = outlets.get(draft.outlet);
    const same =
      known?.headline === headline &&
      !saysMore(known, draft) &&
      (summary === null || known.summary === summary) &&
      (body === null || known.body === body);
    if (same || people === undefined) return unannotated(language ?? outlet?.languages[0] ?? 'und');
    const { sections, feedTopics: topics } = allSaid(known ?? null, draft);
    return people.annotate(
      { headline, summary: summary ?? known?.summary ?? null, body: body ?? known?.body ?? null },
      {
        ...{ language, outletLanguages: outlet?.languages, outletCountry: outlet?.country },
        ...{ topics, sections, publishedAt },
      },
    );
  }

  async function tell(lines: readonly ReadLine[], drafts: readonly ArticleDraft[], saved: readonly SaveOutcome[]) {
    const untold = lines.flatMap((line, at) =>
      line.storyKnown || saved[at]!.outcome === 'unchanged' ? [] : [{ draft: drafts[at]!, id: saved[at]!.id }],
    );
    if (untold.length === 0) return;
    const stored = await store.articlesByIds(untold.map(({ id }) => id));
    teller ??= createStoryTeller(store, await place.knowledge(), log);
    for (const [at, { draft, id }] of untold.entries()) {
      const { outlet, publishedAt, headline, summary, body, annotation } = draft;
      const copyOf = stored[at]?.copyOf ?? null;
      await teller({ id, outlet, publishedAt, text: { headline, summary, body }, annotation, copyOf });
    }
  }
}

const unannotated = (language: string): Annotation => ({
  language,
  countries: [],
  actors: [],
  topics: [],
  quotes: [],
  agency: null,
  version: '',
});
