import type { z } from 'zod';
import { TelalError } from '../domain/error.ts';
import { lineOf, type SourceFile } from './source-file.ts';

const SHOWN = 20;

/** Collects what is wrong with the knowledge files, so that one start tells all of it. */
export class Mistakes {
  readonly #messages: string[] = [];

  add(file: SourceFile, path: readonly PropertyKey[], message: string): void {
    this.#messages.push(`${file.path}:${this.#messages.length < SHOWN ? lineOf(file, path) : 1}: ${message}`);
  }

  addRaw(message: string): void {
    this.#messages.push(message);
  }

  /** The value as the schema makes it, or undefined with the mistakes noted. `path` is where in the file it stands. */
  check<T>(schema: z.ZodType<T>, value: unknown, file: SourceFile, path: readonly PropertyKey[]): T | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues.slice(0, 5)) this.#addIssue(issue, file, path);
    return undefined;
  }

  #addIssue(issue: z.core.$ZodIssue, file: SourceFile, path: readonly PropertyKey[]): void {
    if (issue.code === 'invalid_union') {
      // The branch that came nearest is the one that was meant.
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const depth = (branch: (typeof branches)[number]) => Math.max(...branch.map((each) => each.path.length));
      const nearest = branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
      if (nearest) {
        for (const inner of nearest.slice(0, 3)) this.#addIssue(inner, file, [...path, ...issue.path]);
        return;
      }
    }
    const place = [...path, ...issue.path];
    const key = issue.path.filter((part) => typeof part === 'string').join('.');
    if (issue.code === 'unrecognized_keys') {
      for (const unknown of issue.keys) this.add(file, [...place, unknown], `there is no key "${unknown}" here`);
    } else this.add(file, place, key ? `${key}: ${issue.message}` : issue.message);
  }

  /** Throws BAD_SOURCE where there is any. */
  raise(): void {
    const all = this.#messages;
    if (all.length === 0) return;
    const more = all.length > SHOWN ? `\n… and ${all.length - SHOWN} more` : '';
    const first = `${all.length} ${all.length === 1 ? 'mistake' : 'mistakes'} in the knowledge files:`;
    throw new TelalError('BAD_SOURCE', `${first}\n${all.slice(0, SHOWN).join('\n')}${more}`);
  }
}
