import { openStore } from '../../src/store/open-store.ts';
import { annotationOf, draftOf, NOON } from './sample-world.ts';

// A process of its own that saves articles until it is ended: `writer-process.ts URL NAME COUNT`.
const [url, name, count] = process.argv.slice(2) as [string, string, string];
const store = await openStore(url);
for (let i = 0; i < Number(count); i += 1) {
  const draft = draftOf({
    url: `https://dnevnik.example/${name}/${i}`,
    headline: `Naslov ${i}`,
    body: 'Telo teksta koje traje. '.repeat(40),
    publishedAt: NOON - i,
    annotation: annotationOf({
      countries: ['RS', 'MK'],
      actors: ['ana-djoric', `${name}-${i % 50}`],
      topics: ['election'],
      quotes: [{ text: 'Dobro je', speaker: 'ana-djoric' }],
    }),
  });
  const { id } = await store.saveArticle(draft);
  process.stdout.write(`${id}\n`);
}
await store.close();
