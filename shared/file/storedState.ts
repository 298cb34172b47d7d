import type { Doc as YDoc } from 'yjs';
import { docType, sweepOf } from '../boards/docTypes';
import { applyCommand } from '../document/applyCommand';
import { defineCommand } from '../document/command';
import { jsonEqual } from '../document/jsonEqual';
import { migrateYDoc } from '../document/migrate';
import { createYDoc, encodeState, isIncomplete, loadYDoc, metaOf, snapshotOf } from '../document/yDocument';
import type { AnyDoc, DocType } from '../model/document';

/** A document with the mergeable state that says exactly the same. */
export interface StoredDoc {
  readonly doc: AnyDoc;
  readonly state: Uint8Array;
}

/** Makes every field of a document what the JSON says. */
const becomeJson = defineCommand<AnyDoc, AnyDoc>('file.becomeJson', (draft, json) => {
  Object.assign(draft, json);
});

/**
 * Brings JSON and state together. The JSON is what people read and may have edited, so it wins; the state is kept under it where it
 * is sound (what differs is written on top), so that the document can still be merged with its other copies. Without a usable
 * state the JSON starts a new history. What a merge left dangling is swept.
 */
export function reconcile(json: AnyDoc, state: Uint8Array | null): StoredDoc {
  const type = docType(json.kind);
  const loaded = state === null ? null : loadSound(state, type);
  const untouched = loaded !== null && !loaded.migrated && jsonEqual(snapshotOf(loaded.ydoc, type), json);
  const ydoc =
    (untouched ? loaded.ydoc : null) ?? (loaded && rewritten(loaded.ydoc, type, json)) ?? createYDoc(type, json);
  const swept = sweepDoc(ydoc, type);
  const doc = snapshotOf(ydoc, type);
  const kept = untouched && !swept && state !== null;
  const stored = { doc, state: kept ? state : encodeState(ydoc) };
  ydoc.destroy();
  return stored;
}

/** How a state stands to the JSON beside it: `damaged` cannot be used, `differs` says something else. */
export type StateFault = 'damaged' | 'differs';

/** What is wrong with the mergeable state of a document; null when it says what its JSON says, or was written by an older app. */
export function stateFault(json: AnyDoc, state: Uint8Array): StateFault | null {
  const type = docType(json.kind);
  const loaded = loadSound(state, type);
  if (!loaded) return 'damaged';
  const isSame = loaded.migrated || jsonEqual(snapshotOf(loaded.ydoc, type), json);
  loaded.ydoc.destroy();
  return isSame ? null : 'differs';
}

/** Two copies of one document as one, as the app merges them: by their histories, with what merging left dangling swept. */
export function mergeStored(one: StoredDoc, other: StoredDoc): StoredDoc {
  const type = docType(one.doc.kind);
  const ydoc = loadYDoc([one.state, other.state]);
  sweepDoc(ydoc, type);
  const merged = { doc: snapshotOf(ydoc, type), state: encodeState(ydoc) };
  ydoc.destroy();
  return merged;
}

interface Loaded {
  readonly ydoc: YDoc;
  readonly migrated: boolean;
}

/** The state when it decodes, is whole, is of this kind and not of a newer schema; else null. */
function loadSound(state: Uint8Array, type: DocType<AnyDoc>): Loaded | null {
  try {
    const ydoc = loadYDoc([state]);
    if (isIncomplete(ydoc) || metaOf(ydoc)?.kind !== type.kind) return null;
    const migrated = migrateYDoc(ydoc, type);
    return migrated.ok ? { ydoc, migrated: migrated.value } : null;
  } catch {
    return null;
  }
}

/** The document changed to say what the JSON says; null when it cannot be. */
function rewritten(ydoc: YDoc, type: DocType<AnyDoc>, json: AnyDoc): YDoc | null {
  const outcome = applyCommand(ydoc, type, snapshotOf(ydoc, type), becomeJson, json);
  return outcome.ok && jsonEqual(snapshotOf(ydoc, type), json) ? ydoc : null;
}

/** True when there was something to sweep. */
function sweepDoc(ydoc: YDoc, type: DocType<AnyDoc>): boolean {
  const outcome = applyCommand(ydoc, type, snapshotOf(ydoc, type), sweepOf(type.kind), null);
  return outcome.ok && outcome.value;
}
