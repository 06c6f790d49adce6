import { TelalError } from '../src/domain/error.ts';

/** Types that `node` finds. A type that becomes a Node is added here. */
export const NODE_TYPES = ['Article', 'Quote', 'Actor', 'Topic', 'Country', 'Outlet', 'Feed', 'Story'] as const;
export type NodeType = (typeof NODE_TYPES)[number];

const NUMBERED = new Set<string>(['Article', 'Quote', 'Feed', 'Story']);
const BASE64 = /^[A-Za-z0-9_-]+={0,2}$|^[A-Za-z0-9+/]+={0,2}$/;

/** `Type:key` in base64url: opaque to clients, the same for ever. */
export function encodeGlobalId(type: string, key: string | number | bigint): string {
  return Buffer.from(`${type}:${key}`, 'utf8').toString('base64url');
}

/** Reads plain base64 too; null where the text is no id of Telal. */
export function tryDecodeGlobalId(text: string): { typename: NodeType; id: string } | null {
  if (text.length > 400 || !BASE64.test(text)) return null;
  const plain = Buffer.from(text, 'base64url').toString('utf8');
  const colon = plain.indexOf(':');
  if (colon < 1) return null;
  const typename = plain.slice(0, colon) as NodeType;
  const id = plain.slice(colon + 1);
  if (!NODE_TYPES.includes(typename) || id === '') return null;
  if (NUMBERED.has(typename) && !/^[1-9]\d{0,14}$/.test(id)) return null;
  return { typename, id };
}

export function decodeGlobalId(text: string): { typename: NodeType; id: string } {
  const decoded = tryDecodeGlobalId(text);
  if (!decoded)
    throw new TelalError(
      'BAD_USER_INPUT',
      `${quoted(text)} is not an id of this graph; take one from an \`id\` field.`,
    );
  return decoded;
}

/** The key of an id that must be of one type. */
export function keyOfGlobalId(text: string, type: NodeType): string {
  const { typename, id } = decodeGlobalId(text);
  if (typename !== type)
    throw new TelalError(
      'BAD_USER_INPUT',
      `${quoted(text)} is the id of a ${typename}, but one of type ${type} is needed here.`,
    );
  return id;
}

/** What a client sent, cut to a length that is safe to send back. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}…` : text);
}
