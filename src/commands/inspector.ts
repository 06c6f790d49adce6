import type { Knowledge } from '../catalog/knowledge.ts';
import type { Config } from '../config.ts';
import type { Annotation, ArticleSetting } from '../domain/annotation.ts';
import type { FeedDocument, PageDocument } from '../domain/document.ts';
import { TelalError } from '../domain/error.ts';
import { type DocumentLine, type InspectKind, readSource } from './document-line.ts';

/** Reads or understands one document after another. */
export interface Inspector {
  /** The bytes of a file, an address or standard input, as a document. */
  open(source: string): Promise<Partial<DocumentLine>>;
  inspect(document: DocumentLine): Promise<object>;
  /** How many results are finished together where many follow one another; 1 where nothing is said. */
  together?: number;
  /** What to show of results that came one after another: they may know more together. */
  finish?(results: object[]): object[];
  close(): Promise<void>;
}

/** Loads what the kind of document needs, and no more: reading a feed needs no knowledge of actors. */
export async function openInspector(kind: InspectKind, config: Config): Promise<Inspector> {
  if (kind === 'text') return textInspector(config);
  const open = (source: string) => openBytes(source, config, kind);
  if (kind === 'feed') {
    const { readFeed } = await import('../read/feed.ts');
    return {
      open,
      inspect: async (document) => feedJson(await readFeed(bytesOf(document, document.xml), hintsOf(document))),
      close: async () => {},
    };
  }
  const { openPageReader } = await import('../read/page-reader.ts');
  const reader = openPageReader({});
  return {
    open,
    inspect: async (document) => pageJson(await reader.read(bytesOf(document, document.html), hintsOf(document))),
    close: async () => reader.close(),
  };
}

/** A person on no list is looked for in so many documents at once, and among so many people of those before. */
const TOGETHER = 2_000;
const MOST_PEOPLE = 20_000;

async function textInspector(config: Config): Promise<Inspector> {
  const { openKnowledge } = await import('./open-knowledge.ts');
  const { openAnnotator } = await import('./open-annotator.ts');
  const { createPeopleJoiner } = await import('../understand/respelling/join-people.ts');
  const { givenNamesOf } = await import('../understand/given-names.ts');
  const knowledge = await openKnowledge(config);
  const annotate = openAnnotator(knowledge);
  const givenNames = givenNamesOf(knowledge);
  const people = createPeopleJoiner((name) => givenNames.has(name), MOST_PEOPLE);
  return {
    open: async (source) => {
      if (isAddress(source))
        throw new TelalError('BAD_USER_INPUT', 'inspect text reads plain text; use inspect page for an address.');
      return { text: new TextDecoder().decode(await readSource(source)) };
    },
    inspect: async (document) => {
      if (document.text === undefined) throw new TelalError('BAD_USER_INPUT', 'A document needs "text".');
      const text = { headline: document.headline ?? '', summary: document.summary ?? null, body: document.text };
      return annotate(text, settingOf(document, knowledge));
    },
    together: TOGETHER,
    finish: (annotations) => {
      const joined = people.join(annotations as Annotation[]);
      people.joins();
      return joined.map(textJson);
    },
    close: async () => {},
  };
}

/** What the document says beside its text, as a poll would know it. */
function settingOf({ language, outlet, topics, sections, publishedAt }: DocumentLine, knowledge: Knowledge) {
  const known = outlet ? knowledge.outlet(outlet) : undefined;
  if (outlet && !known) throw new TelalError('BAD_USER_INPUT', `There is no outlet "${outlet}".`);
  const wrong = topics?.find((slug) => !knowledge.topic(slug));
  if (wrong) throw new TelalError('BAD_USER_INPUT', `There is no topic "${wrong}".`);
  return {
    language: language ?? null,
    outletLanguages: known?.languages,
    outletCountry: known?.country,
    topics: topics ?? [],
    sections: sections ?? [],
    publishedAt: publishedAt ? Date.parse(publishedAt) : undefined,
  } satisfies ArticleSetting;
}

const isAddress = (source: string) => /^https?:\/\//i.test(source);

async function openBytes(source: string, config: Config, kind: 'feed' | 'page'): Promise<Partial<DocumentLine>> {
  if (!isAddress(source)) return { bytes: Buffer.from(await readSource(source)).toString('base64') };
  const { fetchOnce } = await import('./fetch-once.ts');
  const { bytes, contentType, url } = await fetchOnce(source, config, kind);
  return { bytes: Buffer.from(bytes).toString('base64'), contentType, url };
}

function bytesOf(document: DocumentLine, asText: string | undefined): Uint8Array {
  if (document.bytes !== undefined) return Buffer.from(document.bytes, 'base64');
  const text = asText ?? document.xml ?? document.html ?? document.text;
  if (text === undefined)
    throw new TelalError('BAD_USER_INPUT', 'A document needs "bytes" (base64), or its markup in "html" or "xml".');
  return Buffer.from(text, 'utf8');
}

const hintsOf = (document: DocumentLine) => ({
  url: document.url ?? undefined,
  contentType: document.contentType ?? null,
  language: document.language ?? null,
});

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

const feedJson = (feed: FeedDocument) => ({
  feed: { title: feed.title, link: feed.link, language: feed.language },
  entries: feed.entries.map((entry) => ({ ...entry, publishedAt: instant(entry.publishedAt) })),
});

const pageJson = (page: PageDocument) => ({
  ...page,
  publishedAt: instant(page.publishedAt),
  modifiedAt: instant(page.modifiedAt),
});

const textJson = ({ language, countries, actors, topics, quotes }: Annotation) => ({
  language,
  countries,
  actors,
  topics,
  quotes: quotes.map(({ text, speakerName, speaker, span }) => ({
    text,
    speakerName,
    speaker,
    start: span.start,
    end: span.end,
  })),
});
