import type { AssetHash, DocId, WorkshopId } from '../base/ids';
import { DOC_KINDS, docType } from '../boards/docTypes';
import { PRESET_IDS } from '../boards/persona/templates';
import { createYDoc, encodeState } from '../document/yDocument';
import { inStableOrder } from '../file/orderedJson';
import { renumber } from '../file/renumber';
import { sha256 } from '../file/sha256';
import type { WorkshopBundle } from '../file/workshopFile';
import type { AnyDoc, Json } from '../model/document';
import { usedAssets } from '../model/usedAssets';
import type { RedactChoices } from './choices';
import { cleanPicture } from './cleanPicture';
import { hashText, idsFrom } from './draw';
import { redactDocs } from './redactDocs';
import type { RedactReport } from './report';
import { isWordPlace, type PlaceOfText } from './textPlaces';

export interface RedactedWorkshop {
  /** A workshop of its own: new ids, no history, no picture that it does not show. */
  readonly bundle: WorkshopBundle;
  readonly report: RedactReport;
}

/** Moment that a copy says it was saved at: none, so that it tells nothing. */
export const NO_MOMENT = '';

/**
 * The client-safe copy of a workshop, and what was changed for it. It shares no id with its original nor with another copy of other content, holds
 * the present state alone, and its pictures say nothing about themselves. Pure: the same workshop and choices give the same bytes.
 */
export function redactWorkshop(original: WorkshopBundle, choices: RedactChoices): RedactedWorkshop {
  const before = Object.fromEntries(Object.entries(original.docs).map(([id, { doc }]) => [id, doc]));
  const { docs: texts, report } = redactDocs(before, original.workshopId, choices);
  const pictures = picturesOf(original, texts);
  const bare = Object.fromEntries(Object.entries(texts).map(([id, doc]) => [id, bareDoc(doc, pictures.renamed)]));
  // Ids depend on the content: two copies with one seed that differ would else be taken for one.
  const content = JSON.stringify(Object.entries(bare).sort(byKey));
  const seed = hashText(`${choices.seed}/ids/${hashText(content)}`);
  const { docs, ids } = withNewIds(bare, seed);
  const stored = Object.entries(docs).map(([id, doc], at) => {
    const ordered = inStableOrder(doc) as unknown as AnyDoc;
    const writer = Number.parseInt(hashText(`${seed}/writer/${at}`).slice(0, 8), 16);
    const ydoc = createYDoc(docType<AnyDoc>(doc.kind), ordered, writer);
    const state = encodeState(ydoc);
    ydoc.destroy();
    return [id, { doc: ordered, state }] as const;
  });
  const workshopId = ids.get(original.workshopId) as WorkshopId;
  return {
    bundle: {
      workshopId,
      docs: Object.fromEntries(stored) as Record<DocId, (typeof stored)[0][1]>,
      assets: pictures.assets,
    },
    report,
  };
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);

/** The pictures that the copy shows, cleaned, and the new name of each. */
function picturesOf({ assets }: WorkshopBundle, docs: Readonly<Record<string, AnyDoc>>) {
  const used = usedAssets(docs);
  const renamed = new Map<string, string>();
  const kept: Record<AssetHash, Uint8Array> = {};
  for (const [hash, bytes] of Object.entries(assets)) {
    const clean = used.has(hash as AssetHash) ? cleanPicture(bytes) : null;
    if (!clean) continue;
    const name = sha256(clean) as AssetHash;
    renamed.set(hash, name);
    kept[name] = clean;
  }
  return { assets: kept, renamed };
}

/** Fields that hold a picture. */
const PICTURES: ReadonlySet<string> = new Set(['image', 'photo', 'logo']);

interface Pictured {
  readonly asset: string;
}

/** A document without a picture that is not there, without a template of the author's own, and without signs of what nobody sees. */
function bareDoc(doc: AnyDoc, pictures: ReadonlyMap<string, string>): AnyDoc {
  const bare = (value: Json, name: string): Json => {
    if (typeof value === 'string')
      return name === 'template' && !PRESET_IDS.some((known) => known === value) ? '' : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => bare(item, ''));
    if (PICTURES.has(name) && 'asset' in value) {
      const asset = pictures.get((value as unknown as Pictured).asset);
      return asset === undefined ? null : { ...value, asset };
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bare(item, key)]));
  };
  return bare(doc as unknown as Json, '') as unknown as AnyDoc;
}

/** Kinds of things that links lead to. */
const LINKED: ReadonlySet<string> = new Set([
  'note',
  'touchpoint',
  'emotion-point',
  'entry',
  'evidence',
  'stage',
  'step',
]);

/** The documents under new ids, references to what is gone too; links to what is gone are dropped, since they mean nothing. */
function withNewIds(docs: Readonly<Record<string, AnyDoc>>, seed: string) {
  const newId = idsFrom(seed);
  const known = new Set<string>();
  const names = new Set(DOC_KINDS.flatMap((kind) => Object.values(docType(kind).names ?? {}).flat()));
  for (const [id, doc] of Object.entries(docs)) {
    known.add(id);
    for (const name of docType(doc.kind).collections)
      for (const each of Object.keys((doc as unknown as Record<string, object>)[name] ?? {})) known.add(each);
  }
  const lost = new Map<string, string>();
  const cut = (value: Json, name: string): Json => {
    if (typeof value === 'string') {
      if (value === '' || !IS_REFERENCE.test(name) || known.has(value) || names.has(value)) return value;
      if (!lost.has(value)) lost.set(value, newId());
      return lost.get(value) ?? '';
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const links = name === 'links' ? value.filter((link) => isWhole(link as Json, known)) : value;
      return links.map((item) => cut(item as Json, name));
    }
    // Tags and words of a list have no id.
    const keeps = 'entityId' in value && isWordPlace(value as unknown as PlaceOfText);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, keeps && key === 'entityId' ? item : cut(item, key)]),
    );
  };
  const whole = Object.fromEntries(Object.entries(docs).map(([id, doc]) => [id, cut(doc as unknown as Json, '')]));
  return renumber(whole as unknown as Record<string, AnyDoc>, newId);
}

const IS_REFERENCE = /^(board|block|cites)$|Ids?$/;

function isWhole(link: Json, known: ReadonlySet<string>): boolean {
  const { board, id, kind } = link as unknown as { readonly board: string; readonly id: string; readonly kind: string };
  return known.has(board) && known.has(id) && LINKED.has(kind);
}
