/** On every answer. Nothing here can be changed by a request, so anyone's page may read it, but never with credentials. */
export const COMMON_HEADERS: Record<string, string> = {
  Vary: 'Accept, Accept-Encoding',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
};

export const PREFLIGHT_HEADERS: Record<string, string> = {
  ...COMMON_HEADERS,
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Content-Type, Accept, Last-Event-ID, If-None-Match',
  'Access-Control-Max-Age': '86400',
  'Content-Length': '0',
};

/** Data that a browser might show as a page: it may load nothing and stand in no frame. */
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
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
});

/** The dashboard asks no other host, not even for the outlets' pictures. Its bars have their lengths as styles. */
export const PAGE_HEADERS: Record<string, string> = page({
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
});

/** GraphiQL's editor starts workers from blobs and writes styles. */
export const GRAPHIQL_HEADERS: Record<string, string> = page({
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'worker-src': "'self' blob:",
});
