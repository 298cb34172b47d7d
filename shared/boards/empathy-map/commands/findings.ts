import { type FindingId, isId, type NoteId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asText, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { orderAt, peek } from '../../../model/orderKey';
import type { EmpathyMapDoc, Finding } from '../model';

export interface AddFinding {
  readonly id: FindingId;
  /** A note of what they say, and one of what they do. */
  readonly sayId: NoteId;
  readonly doId: NoteId;
  readonly text: string;
}

/** Marks a contradiction between a note of what they say and one of what they do; the same pair is marked once. */
export const addFinding = defineCommand<EmpathyMapDoc, AddFinding>(
  'empathy.addFinding',
  (draft, { id, sayId, doId, text }) => {
    if (!isId(id) || entity(draft.findings, id)) return;
    if (entity(draft.notes, sayId)?.zone !== 'say' || entity(draft.notes, doId)?.zone !== 'do') return;
    const known = Object.values(peek(draft.findings));
    if (known.some((finding) => finding.sayId === sayId && finding.doId === doId)) return;
    const order = orderAt<Finding>(draft.findings, () => true, null);
    draft.findings[id] = { id, order, sayId, doId, text: asText(text) ?? '' };
  },
);

/** Writes what the contradiction tells. */
export const setFindingText = defineCommand<EmpathyMapDoc, { readonly id: FindingId; readonly text: string }>(
  'empathy.setFindingText',
  (draft, { id, text }) => {
    const finding = entity(draft.findings, id);
    if (finding) setFields<Pick<Finding, 'text'>>(finding, { text }, { text: asText });
  },
);

/** Takes findings off their notes. */
export const deleteFindings = defineCommand<EmpathyMapDoc, { readonly ids: readonly FindingId[] }>(
  'empathy.deleteFindings',
  (draft, { ids }) => {
    for (const id of ids) if (entity(draft.findings, id)) delete draft.findings[id];
  },
);
