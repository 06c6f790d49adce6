import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { TelalError } from './domain/error.ts';

/** Telal's version, as package.json says. */
export const version = (createRequire(import.meta.url)(join(findHome(), 'package.json')) as { version: string })
  .version;

/** The package's own folder; it holds sources/ whether Telal runs from a checkout or installed. */
export const home = findHome();

const list = (separator: string) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(separator)
        .map((part) => part.trim())
        .filter(Boolean),
    );
const count = (fallback: number) => z.coerce.number().int().min(0).default(fallback);

const settings = {
  DATABASE_URL: {
    about: 'file: or :memory: for the embedded SQLite, postgres:// for PostgreSQL',
    is: z
      .string()
      .default('file:./data/telal.db')
      .refine((url) => /^(file:|:memory:$|postgres(ql)?:\/\/)/.test(url), {
        error: 'must begin with file: or postgres://, or be :memory:',
      }),
  },
  TELAL_SOURCES: {
    about: 'more folders like sources/ and OPML files of subscriptions (NAME.opml), joined by ":"',
    is: list(':'),
  },
  TELAL_ALLOW_HOSTS: {
    about: 'hosts (or host:port), joined by commas, that may resolve to loopback or private addresses',
    is: list(','),
  },
  TELAL_MIN_HOST_DELAY_MS: { about: 'least gap between two requests to one host, milliseconds', is: count(1000) },
  TELAL_USER_AGENT: {
    about: 'sent with every request',
    is: z.string().min(1).default('Telal/0.1 (+https://github.com/telal-news/telal)'),
  },
  DATABASE_READ_URL: {
    about: 'a PostgreSQL replica for answers',
    is: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .optional(),
  },
  TELAL_DOCUMENTS: {
    about: 'a file of trusted documents (hash to document): only these run',
    is: z.string().optional(),
  },
  TELAL_KEEP_DAYS: {
    about: 'articles older than this many days are removed',
    is: z.coerce.number().int().min(1).optional(),
  },
  TELAL_RATE_LIMIT: { about: 'requests a minute from one address; 0 for no limit', is: count(600) },
  TELAL_PUBLIC_BODIES: {
    about: 'off: body is null for clients, still used inside',
    is: z.enum(['on', 'off']).default('on'),
  },
  TELAL_DOCUMENTS_ONLY: {
    about: 'off: other queries run beside the trusted documents, within the limits',
    is: z.enum(['on', 'off']).default('on'),
  },
  TELAL_LIMITS: {
    about: 'limits of a request other than the usual ones (docs/gateway.md), such as depth=15,nodes=20000',
    is: list(',').transform((pairs, context) => {
      const limits: Record<string, number> = {};
      for (const pair of pairs) {
        const [name = '', value = ''] = pair.split('=').map((part) => part.trim());
        if (!/^\d+$/.test(value)) context.addIssue(`"${pair}" is no NAME=NUMBER`);
        else limits[name] = Number(value);
      }
      return limits;
    }),
  },
  TELAL_TIME_LIMIT: {
    about: 'seconds that one answer may take, 0.1 to 30; then it is given up and its SQL stopped',
    is: z.coerce.number().min(0.1).max(30).default(10),
  },
  TELAL_PROXIES: { about: 'proxies in front that add to X-Forwarded-For; 0: none', is: count(0) },
  TELAL_PUBLIC_URL: {
    about: 'the address that the world reaches Telal at; with it, hubs (WebSub) are asked to tell of news at once',
    is: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  },
  TELAL_WEBSUB_SECRET: {
    about: 'a secret of at least 16 characters that signs what hubs send; needed with TELAL_PUBLIC_URL',
    is: z.string().min(16, 'must have at least 16 characters').optional(),
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    about: 'a collector (OTLP over HTTP) that traces of requests, SQL and polls are sent to',
    is: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  },
  PORT: { about: 'where serve listens', is: z.coerce.number().int().min(0).max(65535).default(4000) },
  HOST: { about: 'the address serve listens on', is: z.string().min(1).default('127.0.0.1') },
  LOG_LEVEL: {
    about: 'trace, debug, info, warn, error or silent',
    is: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  },
} as const;

/** Every setting with its meaning and default, for `telal --help` and the docs. */
export const settingsHelp = Object.entries(settings).map(([name, { about, is }]) => {
  const fallback = is.safeParse(undefined).data;
  const isNone = fallback === undefined || (typeof fallback === 'object' && Object.keys(fallback).length === 0);
  const shown = isNone ? '–' : String(fallback);
  return { name, about, fallback: shown };
});

/** Everything that the environment decides, checked. */
export interface Config {
  readonly databaseUrl: string;
  readonly databaseReadUrl: string | null;
  /** sources/ first, then the user's own. */
  readonly sources: readonly string[];
  /** Those of the folders whose outlets are polled; the demo polls only its own. */
  readonly outletSources: readonly string[];
  readonly allowHosts: readonly string[];
  readonly minHostDelayMs: number;
  readonly userAgent: string;
  readonly documents: string | null;
  readonly keepDays: number | null;
  readonly rateLimit: number;
  readonly publicBodies: boolean;
  readonly documentsOnly: boolean;
  readonly limits: Readonly<Record<string, number>>;
  readonly timeLimitMs: number;
  readonly proxies: number;
  /** Where hubs can reach Telal, and the secret that their messages are signed with. */
  readonly webSub: { readonly publicUrl: string; readonly secret: string } | null;
  /** Where traces are sent to; null for none. */
  readonly tracesTo: string | null;
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
}

/** Reads the environment once; a wrong setting is a TelalError that names it and says what would be right. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const wrong: string[] = [];
  const read = <K extends keyof typeof settings>(name: K): z.infer<(typeof settings)[K]['is']> => {
    const given = env[name]?.trim() || undefined;
    const result = settings[name].is.safeParse(given);
    if (!result.success)
      wrong.push(`${name} is "${given}": ${result.error.issues[0]?.message ?? 'wrong'} (${settings[name].about}).`);
    return result.data as z.infer<(typeof settings)[K]['is']>;
  };
  const sources = [join(home, 'sources'), ...(read('TELAL_SOURCES') ?? []).map((folder) => resolve(folder))];
  const publicUrl = read('TELAL_PUBLIC_URL');
  const secret = read('TELAL_WEBSUB_SECRET');
  if (publicUrl && !secret && wrong.length === 0)
    wrong.push('TELAL_PUBLIC_URL is set without TELAL_WEBSUB_SECRET, which signs what hubs send.');
  const config: Config = {
    databaseUrl: read('DATABASE_URL'),
    databaseReadUrl: read('DATABASE_READ_URL') ?? null,
    sources,
    outletSources: sources,
    allowHosts: read('TELAL_ALLOW_HOSTS'),
    minHostDelayMs: read('TELAL_MIN_HOST_DELAY_MS'),
    userAgent: read('TELAL_USER_AGENT'),
    documents: read('TELAL_DOCUMENTS') ?? null,
    keepDays: read('TELAL_KEEP_DAYS') ?? null,
    rateLimit: read('TELAL_RATE_LIMIT'),
    publicBodies: read('TELAL_PUBLIC_BODIES') === 'on',
    documentsOnly: read('TELAL_DOCUMENTS_ONLY') === 'on',
    limits: read('TELAL_LIMITS'),
    timeLimitMs: read('TELAL_TIME_LIMIT') * 1000,
    proxies: read('TELAL_PROXIES'),
    webSub: publicUrl && secret ? { publicUrl, secret } : null,
    tracesTo: read('OTEL_EXPORTER_OTLP_ENDPOINT') ?? null,
    port: read('PORT'),
    host: read('HOST'),
    logLevel: read('LOG_LEVEL'),
  };
  if (wrong.length > 0) throw new TelalError('BAD_SETTING', wrong.join('\n'));
  return Object.freeze(config);
}

function findHome(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return resolve(here, basename(dirname(here)) === 'dist' ? '../..' : '..');
}
