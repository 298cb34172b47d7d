import { jsonEqual } from '../document/jsonEqual';
import type { WorkshopBundle } from '../file/workshopFile';
import type { AnyDoc, DocKind } from '../model/document';
import type { WorkshopDoc } from '../model/workshop';
import { foldText } from '../text/searchText';

/** One document of either workshop, or of both. */
export interface SheetPair {
  readonly kind: DocKind;
  /** As the later workshop calls it, else the earlier one. */
  readonly title: string;
  readonly a: AnyDoc | null;
  readonly b: AnyDoc | null;
  readonly ids: { readonly a: string | null; readonly b: string | null };
  readonly isSame: boolean;
}

/** What a document is called: a board by its tab, a persona by its name, a workshop by its title. */
export function sheetTitle(bundle: WorkshopBundle, id: string): string {
  const doc = docOf(bundle, id);
  const boards = workshopOf(bundle).boards as WorkshopDoc['boards'] & Readonly<Record<string, { title: string }>>;
  const ref = Object.hasOwn(boards, id) ? boards[id]?.title : undefined;
  const info = (doc?.info ?? {}) as { readonly name?: string; readonly title?: string };
  return (ref || info.name || info.title || '').trim();
}

/** The document of a bundle that is its workshop. */
export const workshopOf = (bundle: WorkshopBundle): WorkshopDoc =>
  bundle.docs[bundle.workshopId]?.doc as unknown as WorkshopDoc;

const docOf = ({ docs }: WorkshopBundle, id: string): AnyDoc | null =>
  Object.hasOwn(docs, id) ? ((docs as Readonly<Record<string, { doc: AnyDoc }>>)[id]?.doc ?? null) : null;

/** The workshops first, then their boards in the order of their tabs, then their personas; what is in neither list comes last. */
function idsInOrder(bundle: WorkshopBundle): readonly string[] {
  const { boards, personas } = workshopOf(bundle);
  const inOrder = (refs: Readonly<Record<string, { readonly id: string; readonly order: string }>>) =>
    Object.values(refs)
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .map(({ id }) => id);
  const listed = [bundle.workshopId, ...inOrder(boards), ...inOrder(personas)];
  return [...new Set([...listed, ...Object.keys(bundle.docs)])].filter((id) => docOf(bundle, id));
}

/**
 * Documents of two workshops that belong together: the workshops themselves, then what has the same id and kind, then what is of one kind
 * and is called the same (accents and capitals aside), each taken once. What has no partner stands alone.
 */
export function sheetPairs(a: WorkshopBundle, b: WorkshopBundle): readonly SheetPair[] {
  const [ofA, ofB] = [idsInOrder(a), idsInOrder(b)];
  const partner = new Map<string, string>([[a.workshopId, b.workshopId]]);
  const taken = new Set<string>([b.workshopId]);
  const kindIn = (bundle: WorkshopBundle, id: string) => docOf(bundle, id)?.kind;
  const pairBy = (isPartner: (one: string, other: string) => boolean) => {
    for (const id of ofA) {
      if (partner.has(id)) continue;
      const found = ofB.find(
        (other) => !taken.has(other) && kindIn(a, id) === kindIn(b, other) && isPartner(id, other),
      );
      if (found === undefined) continue;
      partner.set(id, found);
      taken.add(found);
    }
  };
  pairBy((one, other) => one === other);
  pairBy((one, other) => {
    const name = foldText(sheetTitle(a, one));
    return name !== '' && name === foldText(sheetTitle(b, other));
  });
  const pairs = ofA.map((id) => pairOf(a, b, id, partner.get(id) ?? null));
  const added = ofB.filter((id) => !taken.has(id)).map((id) => pairOf(a, b, null, id));
  return [...pairs, ...added];
}

function pairOf(a: WorkshopBundle, b: WorkshopBundle, idA: string | null, idB: string | null): SheetPair {
  const was = idA === null ? null : docOf(a, idA);
  const is = idB === null ? null : docOf(b, idB);
  const title = (idB === null ? '' : sheetTitle(b, idB)) || (idA === null ? '' : sheetTitle(a, idA));
  const kind = (is ?? was)?.kind as DocKind;
  return { kind, title, a: was, b: is, ids: { a: idA, b: idB }, isSame: jsonEqual(was, is) };
}
