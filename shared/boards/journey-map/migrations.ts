import type { Json, Migration } from '../../model/document';

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
 * Steps from each schema of the journey map to the next. A shipped step is never edited; a change of the model raises `schemaVersion` and
 * adds one here, with a frozen file of the version before in tests/fixtures.
 */
export const journeyMapMigrations: readonly Migration[] = [{ to: 2, up: toSchema2 }];
