import { jsonEqual } from '../document/jsonEqual';
import { haveCommonHistory } from '../document/yDocument';
import { mergeStored, type StoredDoc } from '../file/storedState';
import type { WorkshopBundle } from '../file/workshopFile';
import type { Lang } from '../i18n/lang';
import type { DocKind } from '../model/document';
import type { WorkshopDoc } from '../model/workshop';
import { sheetTitle } from './sheetPairs';
import { type DiffLine, sheetLines } from './workshopDiff';

/** Where a document of a merged workshop comes from. */
export type MergeOrigin =
  /** Both say the same. */
  | 'same'
  /** The one holds all that the other does, and more; or stands in the other as it was before. */
  | 'a'
  | 'b'
  /** In one file only. */
  | 'onlyA'
  | 'onlyB'
  /** Something of each. */
  | 'both'
  /** One of them had taken it out of the workshop. */
  | 'dropped';

export interface MergedSheet {
  readonly origin: MergeOrigin;
  readonly kind: DocKind;
  readonly title: string;
  readonly id: string;
  /** What the result has otherwise than the first file, and than the second: what came from the other one. */
  readonly fromB: readonly DiffLine[];
  readonly fromA: readonly DiffLine[];
  /** False where the copies share no history: then whole entries won over each other, not fields. */
  readonly hasHistory: boolean;
}

export interface WorkshopMerge {
  readonly bundle: WorkshopBundle;
  readonly sheets: readonly MergedSheet[];
}

type Docs = Readonly<Record<string, StoredDoc>>;

/**
 * Two copies of one workshop as one, as the app merges a file into its own copy: document by document, by their histories; where both
 * changed the same field, one of the two wins, the same on every computer. null for two different workshops. `lang` is that of the words
 * in which it is told what came from where.
 */
export function mergeWorkshops(a: WorkshopBundle, b: WorkshopBundle, lang: Lang): WorkshopMerge | null {
  if (a.workshopId !== b.workshopId) return null;
  const [ofA, ofB]: readonly Docs[] = [a.docs, b.docs] as const;
  const all: Record<string, StoredDoc> = {};
  for (const id of new Set([...Object.keys(ofA ?? {}), ...Object.keys(ofB ?? {})])) {
    const [one, other] = [ofA?.[id], ofB?.[id]];
    // A document of another kind under the same id is no copy of it.
    const isCopy = one && other && one.doc.kind === other.doc.kind;
    const merged = isCopy ? mergeStored(one, other) : (one ?? other);
    if (merged) all[id] = merged;
  }
  const kept = idsInUse(all, a.workshopId);
  const docs = Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)));
  const sheets = Object.entries(all).map(([id, { doc }]) => {
    const title = sheetTitle({ ...a, docs: all }, id);
    return {
      ...comparedSheet(ofA?.[id], ofB?.[id], kept.has(id) ? docs[id] : undefined, lang),
      kind: doc.kind,
      title,
      id,
    };
  });
  const used = new Set(
    JSON.stringify(docs, (key, value) => (key === 'state' ? undefined : value)).match(/(?<=")[0-9a-f]{64}(?=")/g),
  );
  const assets = Object.entries({ ...a.assets, ...b.assets }).filter(([hash]) => used.has(hash));
  return { bundle: { workshopId: a.workshopId, docs, assets: Object.fromEntries(assets) }, sheets };
}

/** The workshop, what it lists, and the personas that its boards name without its listing them. */
function idsInUse(docs: Docs, workshopId: string): ReadonlySet<string> {
  const workshop = docs[workshopId]?.doc as unknown as WorkshopDoc;
  const listed = [workshopId, ...Object.keys(workshop.boards), ...Object.keys(workshop.personas)];
  const text = JSON.stringify(listed.map((id) => docs[id]?.doc ?? null));
  const named = Object.entries(docs).filter(([id, { doc }]) => doc.kind === 'persona' && text.includes(`"${id}"`));
  return new Set([...listed, ...named.map(([id]) => id)]);
}

function comparedSheet(
  one: StoredDoc | undefined,
  other: StoredDoc | undefined,
  result: StoredDoc | undefined,
  lang: Lang,
): Pick<MergedSheet, 'origin' | 'fromA' | 'fromB' | 'hasHistory'> {
  const alone = { fromA: [], fromB: [], hasHistory: true };
  if (!result) return { ...alone, origin: 'dropped' };
  if (!one || !other) return { ...alone, origin: one ? 'onlyA' : 'onlyB' };
  const hasHistory = haveCommonHistory(one.state, other.state);
  if (jsonEqual(one.doc, other.doc)) return { ...alone, origin: 'same', hasHistory };
  const { kind } = result.doc;
  return {
    origin: jsonEqual(result.doc, one.doc) ? 'a' : jsonEqual(result.doc, other.doc) ? 'b' : 'both',
    fromB: sheetLines(kind, one.doc, result.doc, lang),
    fromA: sheetLines(kind, other.doc, result.doc, lang),
    hasHistory,
  };
}
