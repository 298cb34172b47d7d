import { type EntryId, type EvidenceId, isId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asNumber, asOneOf, asText, type Cleaners, orNull, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { moveTo, orderAt } from '../../../model/orderKey';
import { type FactId, type HeadLine, SLOT_IDS } from '../blocks';
import {
  EVIDENCE_SOURCES,
  type EvidenceItem,
  type EvidenceSource,
  MOST_CITES,
  MOST_SAMPLE,
  type PersonaDoc,
} from '../model';
import { any, citing, type PersonaDraft } from './draft';

export type EvidenceFields = Omit<EvidenceItem, 'id' | 'order'>;

const CLEANERS: Cleaners<EvidenceFields> = {
  kind: asOneOf(EVIDENCE_SOURCES),
  title: asText,
  date: asText,
  sample: orNull(asNumber(0, MOST_SAMPLE, 1)),
  note: asText,
};

/** Adds an evidence item: an interview, an observation, a questionnaire, a data file, something else. */
export const addEvidence = defineCommand<
  PersonaDoc,
  { readonly id: EvidenceId; readonly at: number | null; readonly fields: Partial<EvidenceFields> }
>('persona.addEvidence', (draft, { id, at, fields }) => {
  if (!isId(id) || entity(draft.evidence, id)) return;
  const order = orderAt<EvidenceItem>(draft.evidence, any, at);
  const item: EvidenceItem = { id, order, kind: 'interview', title: '', date: '', sample: null, note: '' };
  setFields<EvidenceFields>(item, fields, CLEANERS);
  draft.evidence[id] = item;
});

/** Sets kind, title, date, sample and note of an evidence item. */
export const setEvidenceFields = defineCommand<
  PersonaDoc,
  { readonly id: EvidenceId; readonly fields: Partial<EvidenceFields> }
>('persona.setEvidenceFields', (draft, { id, fields }) => {
  const item = entity(draft.evidence, id);
  if (item) setFields<EvidenceFields>(item, fields, CLEANERS);
});

/** Moves an evidence item to an index among the others (null: the end). */
export const moveEvidence = defineCommand<PersonaDoc, { readonly id: EvidenceId; readonly to: number | null }>(
  'persona.moveEvidence',
  (draft, { id, to }) => {
    if (entity(draft.evidence, id)) moveTo<EvidenceItem>(draft.evidence, id, any, to);
  },
);

/** Deletes evidence items; what cited them keeps its kind of proof and loses the citation. */
export const deleteEvidence = defineCommand<PersonaDoc, { readonly ids: readonly EvidenceId[] }>(
  'persona.deleteEvidence',
  (draft, { ids }) => removeEvidence(draft, ids),
);

export function removeEvidence(draft: PersonaDraft, ids: readonly EvidenceId[]): void {
  for (const id of ids) {
    if (!entity(draft.evidence, id)) continue;
    for (const claim of citing(draft, id)) claim.cites = claim.cites.filter((cited) => cited !== id);
    delete draft.evidence[id];
  }
}

/** Kind of proof that an item gives to a claim that had none. */
const PROOF_OF: Readonly<Record<EvidenceSource, 'verbatim' | 'observation' | 'data'>> = {
  interview: 'verbatim',
  observation: 'observation',
  questionnaire: 'data',
  data: 'data',
  other: 'observation',
};

/** Something that cites evidence: an entry, a fact of the band, or a line of the head, whose kind and id are its name. */
export type Claim =
  | { readonly kind: 'entry'; readonly id: EntryId }
  | { readonly kind: 'fact'; readonly id: FactId }
  | { readonly kind: HeadLine; readonly id: HeadLine };

/**
 * Lets a claim cite an evidence item, or stop citing it. A claim without proof, or a hypothesis, takes the proof that the item gives
 * (interview: verbatim; observation, other: observation; questionnaire, data: data).
 */
export const cite = defineCommand<
  PersonaDoc,
  { readonly claim: Claim; readonly evidence: EvidenceId; readonly cited: boolean }
>('persona.cite', (draft, { claim, evidence, cited }) => {
  const item = entity(draft.evidence, evidence);
  if (!item) return;
  if (claim.kind !== 'entry' && SLOT_IDS.includes(claim.id) && cited && !draft.factSlots[claim.id])
    draft.factSlots[claim.id] = { id: claim.id, label: '', visible: true, evidence: null, cites: [] };
  const own = claim.kind === 'entry' ? entity(draft.entries, claim.id) : draft.factSlots[claim.id];
  if (!own || own.cites.includes(evidence) === cited) return;
  if (!cited) {
    own.cites = own.cites.filter((id) => id !== evidence);
    return;
  }
  if (own.cites.length >= MOST_CITES) return;
  own.cites = [...own.cites, evidence];
  if (own.evidence === null || own.evidence === 'hypothesis') own.evidence = PROOF_OF[item.kind];
});
