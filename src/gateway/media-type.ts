export type MediaType = 'application/json' | 'application/graphql-response+json' | 'text/event-stream';

const KNOWN = new Map<string, MediaType>();
const MAX_KNOWN = 500;

/**
 * The type that a client accepts, the one of greatest weight and of those the first named; application/json where it
 * says nothing or takes anything. Null where it takes nothing that Telal gives.
 */
export function acceptedType(accept: string | undefined): MediaType | null {
  if (accept === undefined || accept === '' || accept === '*/*') return 'application/json';
  const known = KNOWN.get(accept);
  if (known) return known;
  const type = negotiate(accept.slice(0, 1000));
  if (type && KNOWN.size < MAX_KNOWN) KNOWN.set(accept, type);
  return type;
}

function negotiate(accept: string): MediaType | null {
  let best: MediaType | null = null;
  let weight = 0;
  for (const range of accept.split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const type = typeOf(name);
    const charset = parameters.find((parameter) => parameter.startsWith('charset='));
    if (!type || (charset && !/^charset="?utf-?8"?$/.test(charset))) continue;
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    if (quality > weight) {
      best = type;
      weight = quality;
    }
  }
  return best;
}

function typeOf(range: string): MediaType | null {
  switch (range) {
    case 'application/json':
    case 'application/*':
    case '*/*':
      return 'application/json';
    case 'application/graphql-response+json':
      return 'application/graphql-response+json';
    case 'text/event-stream':
      return 'text/event-stream';
    default:
      return null;
  }
}
