import type { EvidenceKind } from '../../../model/evidence';
import type { PosterPart } from '../../../scene/posterParts';

interface Rated {
  readonly votes: number;
  readonly evidence: EvidenceKind | null;
  readonly severity?: number | null;
}

interface Noted {
  readonly info: { readonly sources: string };
  readonly notes: Readonly<Record<string, Rated>>;
}

/**
 * A map as if what `hides` names had never been said of it: its notes without votes, proofs or severities, itself without sources.
 * Whatever is made of it then has no place for them, and a legend has nothing to explain. The card and the legend are no part of a document.
 */
export function mapWithout<Doc extends Noted>(doc: Doc, hides: readonly PosterPart[]): Doc {
  const sources = hides.includes('sources') ? { info: { ...doc.info, sources: '' } } : {};
  const change: Partial<Rated> = {
    ...(hides.includes('votes') ? { votes: 0 } : {}),
    ...(hides.includes('evidence') ? { evidence: null } : {}),
  };
  const blank = (note: Rated): Rated => ({
    ...note,
    ...change,
    ...(hides.includes('severity') && note.severity !== undefined ? { severity: null } : {}),
  });
  const notes = Object.fromEntries(Object.entries(doc.notes).map(([id, note]) => [id, blank(note)]));
  return { ...doc, ...sources, notes };
}
