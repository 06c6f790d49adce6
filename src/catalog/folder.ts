import type { z } from 'zod';
import type { Mistakes } from './mistakes.ts';
import type { SourceFile } from './source-file.ts';
import type { SubscriptionFile } from './subscribe.ts';

/** The files of one folder, by what they hold; or a subscription list in a folder's place. */
export interface Folder {
  subscriptions: SubscriptionFile | null;
  outlets: SourceFile[];
  actors: SourceFile[];
  places: SourceFile[];
  givenNames: SourceFile[];
  roles: SourceFile[];
  topics: SourceFile[];
  countries: SourceFile[];
}

/** The entries of the lists in a kind of file, each checked. */
export function readList<T>(
  folders: readonly Folder[],
  kind: Exclude<keyof Folder, 'subscriptions'>,
  schema: z.ZodType<T>,
  mistakes: Mistakes,
  each?: (value: T, file: SourceFile, index: number, folder: number) => void,
): T[] {
  const all: T[] = [];
  folders.forEach((folder, number) => {
    for (const file of folder[kind]) {
      if (file.value === null || file.value === undefined) continue;
      if (!Array.isArray(file.value)) {
        mistakes.add(file, [], 'a list of entries was expected');
        continue;
      }
      file.value.forEach((value, index) => {
        const checked = mistakes.check(schema, value, file, [index]);
        if (checked === undefined) return;
        all.push(checked);
        each?.(checked, file, index, number);
      });
    }
  });
  return all;
}
