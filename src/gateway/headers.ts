/** On every answer. Nothing here can be changed by a request, so anyone's page may read it, but never with credentials. */
export const COMMON_HEADERS: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'ETag, Retry-After, X-Request-Id'],
];

export const PREFLIGHT_HEADERS: Record<string, string> = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Content-Type, Accept, Last-Event-ID, If-None-Match',
  'Access-Control-Max-Age': '86400',
  'Content-Length': '0',
};

/** What is no page may load nothing and stand in no frame. */
export const DATA_HEADERS: Record<string, string> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

const page = (parts: Record<string, string>) => ({
  'Content-Security-Policy': Object.entries({
    'default-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
    ...parts,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; '),
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
});

/** The dashboard shows the outlets' pictures, which lie on their own hosts. */
export const PAGE_HEADERS: Record<string, string> = page({
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: https:",
});

/** GraphiQL's editor starts workers from blobs and writes styles. */
export const GRAPHIQL_HEADERS: Record<string, string> = page({
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'worker-src': "'self' blob:",
});
