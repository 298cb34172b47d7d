import type { BlockId, EntryId, EvidenceId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { entity } from '../../../model/entity';
import { peek } from '../../../model/orderKey';
import type { FactId } from '../blocks';
import type { EvidenceItem, FactSlot, PersonaDoc } from '../model';
import { slotOf } from '../order';
import type { PersonaDraft } from './draft';
import { addEntry, deleteEntries, type EntryFields } from './entries';
import { addEvidence, cite, type EvidenceFields, removeEvidence } from './evidence';
import { setPersonaFields } from './info';

/** The field that figures are pinned to: a fact of the band, or a block. */
export type PinField =
  | { readonly kind: 'fact'; readonly id: FactId }
  | { readonly kind: 'block'; readonly id: BlockId };

/** A figure of a file of data, in the words of the one who pins it. */
export interface PinnedFigure {
  /** Of the evidence item that it becomes, and of the entry where the field is a block. */
  readonly evidence: EvidenceId;
  readonly entry: EntryId;
  /** Where it comes from, when, out of how many. */
  readonly source: Pick<EvidenceFields, 'title' | 'date' | 'sample' | 'note'>;
  /** What a fact without a text says from now on: `36`, `2 450 €`. */
  readonly value: string;
  /** What the new entry of a block says. */
  readonly says: Partial<Pick<EntryFields, 'text' | 'value' | 'unit' | 'sample'>>;
}

export interface PinFigures {
  readonly field: PinField;
  readonly figures: readonly PinnedFigure[];
}

/** An item that says the same is cited again, not listed twice. */
const sameItem = (draft: PersonaDraft, { title, date, sample, note }: PinnedFigure['source']): EvidenceId | undefined =>
  Object.values<EvidenceItem>(peek(draft.evidence)).find(
    (item) =>
      item.kind === 'data' &&
      item.title === title &&
      item.date === date &&
      item.sample === sample &&
      item.note === note,
  )?.id;

/**
 * Pins figures to a field of a persona: each becomes an evidence item of kind data, which the fact cites, or a new entry of the block. A fact
 * without a text takes the first figure as its text; one that says something keeps it.
 */
export const pinFigures = defineCommand<PersonaDoc, PinFigures>('persona.pinFigures', (draft, { field, figures }) => {
  if (field.kind === 'block' && !entity(draft.blocks, field.id)) return;
  for (const { evidence, entry, source, value, says } of figures) {
    const known = sameItem(draft, source);
    const item = known ?? evidence;
    if (!known) addEvidence(draft, { id: item, at: null, fields: { kind: 'data', ...source } });
    if (field.kind === 'block') {
      const fields: Partial<EntryFields> = { ...says, evidence: 'data', cites: [item] };
      addEntry(draft, { id: entry, block: field.id, at: null, fields });
      continue;
    }
    if (draft.info[field.id].trim() === '') setPersonaFields(draft, { fields: { [field.id]: value } });
    cite(draft, { claim: field, evidence: item, cited: true });
  }
});

/** A fact of the band at one moment. */
export interface FactState {
  readonly id: FactId;
  readonly text: string;
  readonly evidence: FactSlot['evidence'];
  /** Whether something but its text is stored of it. */
  readonly hasSlot: boolean;
}

/** What is to be known to take pinned figures back. */
export interface PinnedTrace {
  readonly evidence: readonly EvidenceId[];
  readonly entries: readonly EntryId[];
  /** The fact before and after; null where the field was a block. */
  readonly fact: { readonly before: FactState; readonly after: FactState } | null;
}

const factState = (doc: PersonaDoc, id: FactId): FactState => ({
  id,
  text: doc.info[id],
  evidence: slotOf(doc, id).evidence,
  hasSlot: Object.hasOwn(doc.factSlots, id),
});

const added = <Id extends string>(before: Readonly<Record<Id, unknown>>, after: Readonly<Record<Id, unknown>>): Id[] =>
  (Object.keys(after) as Id[]).filter((id) => !Object.hasOwn(before, id));

/** What pinning to a field changed between two snapshots. */
export function pinnedTrace(before: PersonaDoc, after: PersonaDoc, field: PinField): PinnedTrace {
  const fact =
    field.kind === 'fact' ? { before: factState(before, field.id), after: factState(after, field.id) } : null;
  return { evidence: added(before.evidence, after.evidence), entries: added(before.entries, after.entries), fact };
}

/** Takes pinned figures back where nothing else can: in a persona that was closed meanwhile. What was written over since then stays. */
export const unpinFigures = defineCommand<PersonaDoc, PinnedTrace>(
  'persona.unpinFigures',
  (draft, { evidence, entries, fact }) => {
    deleteEntries(draft, { ids: entries });
    removeEvidence(draft, evidence);
    if (!fact) return;
    const { before, after } = fact;
    if (draft.info[after.id] === after.text) setPersonaFields(draft, { fields: { [before.id]: before.text } });
    const slot = draft.factSlots[before.id];
    if (!slot) return;
    if (slot.evidence === after.evidence && slot.evidence !== before.evidence) slot.evidence = before.evidence;
    const isPlain = slot.label === '' && slot.visible && slot.evidence === null && slot.cites.length === 0;
    if (isPlain && !before.hasSlot) delete draft.factSlots[before.id];
  },
);
