import { type BlockId, isId, type NewId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asFlag, asText, type Cleaners, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { moveTo, orderAt, peek, renumber } from '../../../model/orderKey';
import { BLOCK_KINDS, SLOT_IDS, type SlotId, STANDARD_BLOCKS, standardBlock } from '../blocks';
import type { Block, FactSlot, PersonaDoc } from '../model';
import type { PersonaTemplate } from '../templates';
import { any, emptyBlock, type PersonaDraft, proofCleaners } from './draft';

export type BlockFields = Pick<Block, 'title' | 'visible' | 'prompt' | 'note'>;

const CLEANERS: Cleaners<BlockFields> = { title: asText, visible: asFlag, prompt: asText, note: asText };

export interface AddBlock {
  /** A standard name (`needs`), or a fresh id for a block of the team's own. */
  readonly id: BlockId;
  /** How its entries are drawn; a standard block keeps its own kind. */
  readonly kind: Block['kind'];
  /** Index among all blocks; null is the end. */
  readonly at: number | null;
  readonly fields: Partial<BlockFields>;
}

/** Adds a block; one that is there but hidden is shown. */
export const addBlock = defineCommand<PersonaDoc, AddBlock>('persona.addBlock', (draft, { id, kind, at, fields }) => {
  if (!isId(id) || !BLOCK_KINDS.includes(kind)) return;
  const known = entity(draft.blocks, id);
  if (known) return setFields<BlockFields>(known, { visible: true }, CLEANERS);
  const standard = standardBlock(id);
  const block = emptyBlock(id, orderAt<Block>(draft.blocks, any, at), standard ? STANDARD_BLOCKS[standard].kind : kind);
  setFields<BlockFields>(block, fields, CLEANERS);
  draft.blocks[id] = block;
});

/** Sets title, visibility, question and note of a block; a hidden block keeps its entries. */
export const setBlockFields = defineCommand<
  PersonaDoc,
  { readonly id: BlockId; readonly fields: Partial<BlockFields> }
>('persona.setBlockFields', (draft, { id, fields }) => {
  const block = entity(draft.blocks, id);
  if (block) setFields<BlockFields>(block, fields, CLEANERS);
});

/** Moves a block to an index among the other blocks, hidden ones counted (null: the end). */
export const moveBlock = defineCommand<PersonaDoc, { readonly id: BlockId; readonly to: number | null }>(
  'persona.moveBlock',
  (draft, { id, to }) => {
    if (entity(draft.blocks, id)) moveTo<Block>(draft.blocks, id, any, to);
  },
);

/** Deletes a block with its entries. */
export const deleteBlock = defineCommand<PersonaDoc, { readonly id: BlockId }>('persona.deleteBlock', (draft, { id }) =>
  removeBlock(draft, id),
);

export function removeBlock(draft: PersonaDraft, id: BlockId): void {
  if (!entity(draft.blocks, id)) return;
  for (const entry of Object.values(peek(draft.entries))) if (entry.block === id) delete draft.entries[entry.id];
  delete draft.blocks[id];
}

export type FactSlotFields = Omit<FactSlot, 'id'>;

/** Sets label, visibility and proof of a fact of the band, the proof of a line of the head; its text is set with `setPersonaFields`. */
export const setFact = defineCommand<PersonaDoc, { readonly id: SlotId; readonly fields: Partial<FactSlotFields> }>(
  'persona.setFact',
  (draft, { id, fields }) => {
    if (!SLOT_IDS.includes(id)) return;
    const known = draft.factSlots[id];
    const slot: FactSlot = known ?? { id, label: '', visible: true, evidence: null, cites: [] };
    const before = JSON.stringify(slot);
    setFields<FactSlotFields>(slot, fields, { label: asText, visible: asFlag, ...proofCleaners(draft) });
    if (!known && JSON.stringify(slot) !== before) draft.factSlots[id] = slot;
  },
);

/**
 * Lays the page out as a template says: its blocks come first in its order, with its titles, questions and notes where the persona has
 * none; other blocks follow, hidden when they are empty. No entry and no fact is lost.
 */
export const applyTemplate = defineCommand<PersonaDoc, { readonly template: PersonaTemplate; readonly newId: NewId }>(
  'persona.applyTemplate',
  (draft, { template, newId }) => {
    const first: string[] = [];
    for (const { standard, kind, title, prompt, note } of template.blocks) {
      const same = Object.values(peek(draft.blocks)).find((each) =>
        standard ? each.id === standard : title !== '' && each.title === title && each.kind === kind,
      );
      const id = same?.id ?? ((standard ?? newId<BlockId>()) as BlockId);
      const block = entity(draft.blocks, id) ?? emptyBlock(id, 'a0', kind);
      const fields = {
        visible: true,
        title: block.title || title,
        prompt: block.prompt || prompt,
        note: block.note || note,
      };
      setFields<BlockFields>(block, fields, CLEANERS);
      if (!same) draft.blocks[id] = block;
      first.push(id);
    }
    const filled = new Set<string>(Object.values(peek(draft.entries)).map(({ block }) => block));
    const rest = Object.values(peek(draft.blocks))
      .filter(({ id }) => !first.includes(id))
      .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
    for (const { id, visible } of rest) {
      const block = visible && !filled.has(id) ? entity(draft.blocks, id) : undefined;
      if (block) block.visible = false;
    }
    renumber<Block>(draft.blocks, [...first, ...rest.map(({ id }) => id)]);
    for (const { id, label } of template.facts) {
      const slot = draft.factSlots[id];
      if (!slot) draft.factSlots[id] = { id, label, visible: true, evidence: null, cites: [] };
      else
        setFields<FactSlotFields>(
          slot,
          { visible: true, label: slot.label || label },
          { visible: asFlag, label: asText },
        );
    }
    if (draft.info.template !== template.questions) draft.info.template = template.questions.slice(0, 64);
    if (draft.info.kind !== template.kind) draft.info.kind = template.kind;
  },
);
