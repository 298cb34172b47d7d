import type { Json, Migration } from '../../model/document';
import {
  INFO_DEFAULTS,
  LANE_DEFAULTS,
  NOTE_DEFAULTS_3,
  POINT_DEFAULTS,
  STAGE_DEFAULTS,
  TOUCHPOINT_DEFAULTS,
} from './defaults';

type JsonObject = { readonly [key: string]: Json };

/** What schema 2 added to notes, as it is where nobody wrote it. */
export const NOTE_DEFAULTS = { tags: [], image: null, clusterId: null, links: [] } as const;

const objectAt = (doc: JsonObject, name: string): JsonObject => (doc[name] ?? {}) as JsonObject;

/** Schema 2: notes have tags, a picture, a group and links, like notes of every kind of board; groups are a collection. */
function toSchema2(doc: Record<string, Json>): Record<string, Json> {
  const notes = Object.entries(objectAt(doc, 'notes')).map(([id, note]) => [
    id,
    { ...NOTE_DEFAULTS, ...(note as JsonObject) },
  ]);
  return { ...doc, notes: Object.fromEntries(notes) as JsonObject, clusters: objectAt(doc, 'clusters') };
}

/**
 * Schema 3: figures of stages, looks of rows, personas and decisions of notes, curves aimed at, ratings of participants, ways through the path.
 * Fields are read where they are missing (`defaults.ts`); the new collections begin empty.
 */
function toSchema3(doc: Record<string, Json>): Record<string, Json> {
  const given = (name: string, defaults: object): JsonObject =>
    Object.fromEntries(
      Object.entries(objectAt(doc, name)).map(([id, item]) => [id, { ...defaults, ...(item as JsonObject) }]),
    );
  return {
    ...doc,
    info: { ...INFO_DEFAULTS, ...objectAt(doc, 'info') },
    stages: given('stages', STAGE_DEFAULTS),
    lanes: given('lanes', LANE_DEFAULTS),
    notes: given('notes', NOTE_DEFAULTS_3),
    touchpoints: given('touchpoints', TOUCHPOINT_DEFAULTS),
    emotionPoints: given('emotionPoints', POINT_DEFAULTS),
    participants: objectAt(doc, 'participants'),
    ratings: objectAt(doc, 'ratings'),
    jumps: objectAt(doc, 'jumps'),
  };
}

/**
 * Steps from each schema of the journey map to the next. A shipped step is never edited; a change of the model raises `schemaVersion` and
 * adds one here, with a frozen file of the version before in tests/fixtures.
 */
export const journeyMapMigrations: readonly Migration[] = [
  { to: 2, up: toSchema2 },
  { to: 3, up: toSchema3 },
];
