/** Branded string ids: a StageId is never taken for a NoteId. */
declare const brand: unique symbol;
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type WorkshopId = Id<'Workshop'>;
export type BoardId = Id<'Board'>;
export type PersonaId = Id<'Persona'>;
export type StageId = Id<'Stage'>;
export type StepId = Id<'Step'>;
export type LaneId = Id<'Lane'>;
export type NoteId = Id<'Note'>;
export type ClusterId = Id<'Cluster'>;
export type TouchpointId = Id<'Touchpoint'>;
export type EmotionPointId = Id<'EmotionPoint'>;
export type FindingId = Id<'Finding'>;
export type IndicatorId = Id<'Indicator'>;
/** Somebody of the workshop who rates the moments of a journey. */
export type ParticipantId = Id<'Participant'>;
export type RatingId = Id<'Rating'>;
export type JumpId = Id<'Jump'>;
/** A block of a persona: a standard name (`needs`) or a fresh id. */
export type BlockId = Id<'Block'>;
export type EntryId = Id<'Entry'>;
/** A source that a persona cites: an interview, a survey. */
export type EvidenceId = Id<'Evidence'>;
/** sha-256 of an asset's bytes, in hexadecimal. */
export type AssetHash = Id<'Asset'>;
/** Any stored document: a workshop, a persona or a board. */
export type DocId = WorkshopId | PersonaId | BoardId;

/** Source of fresh ids; `shared/` never makes its own (nanoid in the app, a counter in tests). */
export type NewId = <T extends Id<string>>() => T;

/** Ids as stored and as accepted from files: 1 to 64 letters, digits, `_` or `-`. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;
/** Keys that look like ids but would touch the prototype chain. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** True when `value` may be used as an id. */
export function isId(value: unknown): value is Id<string> {
  return typeof value === 'string' && ID_PATTERN.test(value) && !FORBIDDEN_KEYS.has(value);
}
