import type { BoardId } from '../../base/ids';
import type { LinkPiece, LinkSource } from '../../model/linkGraph';
import type { Entry, EvidenceItem, PersonaDoc } from './model';

/**
 * What a persona says and the sources it says it from, for others to rest on. Its entries rest on the sources that they cite, so that “why is this here?” ends at the evidence; they
 * link to nothing on a board: a persona is of several workshops, and links of one are stored on its boards.
 * @param id the persona's own
 */
export function personaLinks(id: string, doc: PersonaDoc): LinkSource {
  const entries = Object.values<Entry>(doc.entries).map(
    (entry): LinkPiece => ({
      kind: 'entry',
      id: entry.id,
      text: entry.text,
      links: entry.cites.map((cited) => ({ board: id as BoardId, kind: 'evidence', id: cited })),
    }),
  );
  const evidence = Object.values<EvidenceItem>(doc.evidence).map(
    (item): LinkPiece => ({
      kind: 'evidence',
      id: item.id,
      text: item.title,
      links: [],
    }),
  );
  return { id, pieces: [...entries, ...evidence] };
}
