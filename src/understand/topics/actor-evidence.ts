import type { KnownActor } from '../../domain/knowledge.ts';

/** What the kind of an organisation speaks for, weakly: a court is in the news for more than crime. */
const byType: Record<string, [topic: string, weight: number]> = {
  party: ['politics', 1.2],
  government: ['politics', 0.6],
  ministry: ['politics', 0.3],
  parliament: ['politics', 1.2],
  court: ['crime-and-justice', 1.2],
  prosecution: ['crime-and-justice', 1.5],
  police: ['crime-and-justice', 0.8],
  military: ['conflict', 0.8],
  militia: ['conflict', 1.2],
  bank: ['economy', 1.2],
  company: ['economy', 0.8],
  church: ['religion', 1.2],
  club: ['sport', 2],
  university: ['education', 0.7],
  union: ['labour', 1.5],
};

/** What the latest office of a person speaks for. */
const byRole: Record<string, [topic: string, weight: number]> = {
  president: ['politics', 0.5],
  'presidency-member': ['politics', 0.5],
  'prime-minister': ['politics', 0.6],
  'deputy-prime-minister': ['politics', 0.5],
  'foreign-minister': ['politics', 0.8],
  minister: ['politics', 0.3],
  speaker: ['politics', 0.8],
  mp: ['politics', 0.8],
  mep: ['politics', 0.8],
  'party-leader': ['politics', 1],
  'high-representative': ['politics', 0.6],
  prosecutor: ['crime-and-justice', 1.2],
  judge: ['crime-and-justice', 1],
  'police-chief': ['crime-and-justice', 0.6],
  'military-chief': ['conflict', 0.5],
  'religious-leader': ['religion', 1.2],
  athlete: ['sport', 2],
  coach: ['sport', 2],
  artist: ['arts-and-culture', 1],
  scientist: ['science-and-technology', 0.8],
};

/** The top topic that an actor's being named speaks for, and how much. */
export function evidenceOfActor(actor: KnownActor): [topic: string, weight: number] | undefined {
  if (actor.kind === 'ORGANIZATION') return actor.type ? byType[actor.type] : undefined;
  const role = actor.roles[0]?.role;
  return role ? byRole[role] : undefined;
}
