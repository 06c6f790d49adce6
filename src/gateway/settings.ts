/** What the operator may set. All limits have a default that suits the open internet. */
export interface GatewaySettings {
  /** Requests a minute from one address; 0 for no limit. */
  rateLimit: number;
  /** False: `body` is null for clients. */
  publicBodies: boolean;
  /** A file of trusted documents (hash to document); null for none. */
  documents: string | null;
  /** Whether only the trusted documents run; false lets others run beside them, within the limits. */
  documentsOnly: boolean;
  /** A folder with the dashboard's files, served at /; where it is null or does not exist, a plain page stands there. */
  dashboard: string | null;
  /** Proxies in front that add to X-Forwarded-For; the client's address is read from there. 0: the peer is the client. */
  proxies: number;
  limits: Limits;
  /** Bytes of finished answers kept; 0 for none. */
  cacheBytes: number;
  /** Milliseconds that one answer may take. */
  timeLimitMs: number;
  /** Open streams of one address. */
  streamsPerAddress: number;
  /** Milliseconds that a stream's reader may leave data lying before it is dropped. */
  slowStreamMs: number;
  /** Milliseconds that running answers get to finish when the gateway closes. */
  graceMs: number;
}

/** What one request may cost. Each refusal names its limit. */
export interface Limits {
  /** Bytes of a POST body. */
  body: number;
  /** Lexical tokens of a document. */
  tokens: number;
  /** Levels of fields, fragments flattened. */
  depth: number;
  aliases: number;
  /** Fields of the operation itself, fragments flattened. */
  rootFields: number;
  directives: number;
  /** Fields and fragments asked for again in the same place. */
  duplicates: number;
  /** Nodes that the answer may hold, by multiplication of what its lists may hold. */
  nodes: number;
  /** Pages, counts, facets and timelines that the store must make for it. */
  lookups: number;
  /** Fields of all objects that the answer may hold. */
  fields: number;
  /** Validation errors told at once. */
  errors: number;
  /** Levels of variables. */
  variableDepth: number;
}

export const defaultSettings: GatewaySettings = {
  rateLimit: 600,
  publicBodies: true,
  documents: null,
  documentsOnly: true,
  dashboard: null,
  proxies: 0,
  limits: {
    body: 100_000,
    tokens: 2000,
    depth: 12,
    aliases: 30,
    rootFields: 20,
    directives: 20,
    duplicates: 50,
    nodes: 10_000,
    lookups: 1000,
    fields: 100_000,
    errors: 10,
    variableDepth: 20,
  },
  cacheBytes: 64 * 1024 * 1024,
  timeLimitMs: 10_000,
  streamsPerAddress: 20,
  slowStreamMs: 10_000,
  graceMs: 5000,
};

/** Settings as given, with the defaults for what is not. */
export type GivenSettings = Partial<Omit<GatewaySettings, 'limits'>> & { limits?: Partial<Limits> };

export function completeSettings(given: GivenSettings): GatewaySettings {
  return { ...defaultSettings, ...given, limits: { ...defaultSettings.limits, ...given.limits } };
}
