/**
 * Articles a second that stories are found for, and the memory it takes: made-up news, 10,000 articles a day for the
 * days of the window and some more. `node --expose-gc bench/story-speed.ts [DAYS]`
 */
import { pack, term, writeHead } from '../src/understand/stories/terms.ts';
import { createStoryFinder } from '../src/understand/stories.ts';

const A_DAY = 10_000;
const days = Number(process.argv[2] ?? 8);
let seed = 1;
const random = (below: number) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((seed / 0x80000000) * below);
};
/** Few words are frequent, many are rare. */
const zipf = (size: number) => Math.floor(size ** (random(1_000_000) / 1_000_000)) - 1;

const finder = createStoryFinder();
const events: number[][] = [];
const memory = () => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
};
const before = memory();
let stories = 0;
for (let day = 0; day < days; day++) {
  let spent = 0;
  for (let n = 0; n < A_DAY; n++) {
    // Each event is told by some four articles within hours.
    if (n % 4 === 0) events.push(Array.from({ length: 40 }, () => term('name', `n${zipf(60_000)}`)));
    const event = events[Math.max(0, events.length - 1 - random(200))]!;
    const keys = new Set(event.filter(() => random(10) < 6));
    for (let i = 0; i < 60; i++) keys.add(term('stem', `w${zipf(40_000)}`));
    for (let i = 0; i < 8; i++) keys.add(term('number', `${zipf(3_000)}`));
    keys.add(term('country', `${zipf(30)}`));
    const features = Uint32Array.from([
      writeHead({ group: 'bcs', recurring: false }),
      ...[...keys].map((key) => pack(key, 3 + random(6))),
    ]);
    const article = {
      id: day * A_DAY + n + 1,
      outlet: `o${random(400)}`,
      publishedAt: (day + n / A_DAY) * 86_400_000,
      features,
    };
    const started = process.cpuUsage();
    const { story: found, absorbed } = finder.decide({ ...article, copyOf: null });
    const story = found ?? ++stories;
    finder.merge(absorbed, story);
    finder.hold({ ...article, story });
    const { user, system } = process.cpuUsage(started);
    spent += (user + system) / 1_000;
  }
  const held = ((memory() - before) / 2 ** 20).toFixed(0);
  console.log(
    `day ${day + 1}: ${Math.round(A_DAY / (spent / 1000))} articles a second, ${finder.size()} held in ${held} MB, ${stories} stories`,
  );
}
