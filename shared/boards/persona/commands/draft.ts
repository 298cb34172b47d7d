import type { BlockId, EntryId, EvidenceId } from '../../../base/ids';
import type { Draft } from '../../../document/command';
import { asOneOf, type Clean, type Cleaners, orNull } from '../../../model/cleanFields';
import { EVIDENCE_KINDS } from '../../../model/evidence';
import { peek } from '../../../model/orderKey';
import type { Block, Entry, FactSlot, PersonaDoc } from '../model';
import { MOST_CITES } from '../model';

/** What commands of a persona write on. */
export type PersonaDraft = Draft<PersonaDoc>;

/** Items of a persona in the order they are listed. */
export const any = (): boolean => true;

/** A block without content. */
export const emptyBlock = (id: BlockId, order: string, kind: Block['kind']): Block => ({
  id,
  order,
  kind,
  title: '',
  visible: true,
  prompt: '',
  note: '',
});

/** An entry that says nothing yet. */
export const emptyEntry = (id: EntryId, block: BlockId, order: string): Entry => ({
  id,
  block,
  order,
  text: '',
  opposite: '',
  value: null,
  unit: '',
  medium: null,
  sample: null,
  evidence: null,
  cites: [],
});

type Proof = Pick<Entry, 'evidence' | 'cites'>;

/** How a claim's proof is brought into range: citations of items that are there, each once. */
export const proofCleaners = (draft: PersonaDraft): Cleaners<Proof> => {
  const known = peek(draft.evidence);
  const asCites: Clean<Proof['cites']> = (value) =>
    Array.isArray(value)
      ? [...new Set(value.filter((id): id is EvidenceId => typeof id === 'string' && Object.hasOwn(known, id)))].slice(
          0,
          MOST_CITES,
        )
      : undefined;
  return { evidence: orNull(asOneOf(EVIDENCE_KINDS)), cites: asCites };
};

/** The claims of a draft that cite something: entries and facts. */
export function citing(draft: PersonaDraft, id: EvidenceId): readonly (Entry | FactSlot)[] {
  const claims: (Entry | FactSlot)[] = [];
  for (const seen of Object.values(peek(draft.entries)))
    if (seen.cites.includes(id)) {
      const own = draft.entries[seen.id];
      if (own) claims.push(own);
    }
  for (const seen of Object.values(peek(draft.factSlots)))
    if (seen?.cites.includes(id)) {
      const own = draft.factSlots[seen.id];
      if (own) claims.push(own);
    }
  return claims;
}
