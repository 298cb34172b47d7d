import type { BlockId, EvidenceId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { entity } from '../../../model/entity';
import { orderAt, peek } from '../../../model/orderKey';
import { idsOf, matchIds, straighten } from '../../../model/repair';
import { STANDARD_BLOCKS, standardBlock } from '../blocks';
import type { Block, Entry, EvidenceItem, FactSlot, PersonaDoc } from '../model';
import { any, emptyBlock, type PersonaDraft } from './draft';

/**
 * Repairs what merging two copies can leave behind: a block that one copy deleted while the other wrote in it comes back under its id,
 * citations of items that are gone go, values fit their block, equal order keys are told apart. No entry is lost. Deterministic: two
 * copies with the same content are repaired alike. Changes nothing on a sound persona.
 */
export const sweep = defineCommand<PersonaDoc, null>('persona.sweep', (draft) => {
  for (const name of ['blocks', 'entries', 'evidence'] as const)
    matchIds(draft[name] as Record<string, { id: string }>);
  bringBlocksBack(draft);
  for (const { id } of Object.values(peek(draft.entries))) {
    const entry = peek(draft.entries)[id];
    if (entry && !isSoundProof(entry, draft)) repairProof(draft.entries[id], draft);
  }
  for (const slot of Object.values(peek(draft.factSlots)))
    if (slot && !isSoundProof(slot, draft)) repairProof(draft.factSlots[slot.id], draft);
  fitValues(draft);
  straighten<Block>(draft.blocks, () => '');
  straighten<Entry>(draft.entries, ({ block }) => block);
  straighten<EvidenceItem>(draft.evidence, () => '');
});

/** Kind of a block that is gone, from what its entries hold. */
function kindOf(id: BlockId, entries: readonly Entry[]): Block['kind'] {
  const standard = standardBlock(id);
  if (standard) return STANDARD_BLOCKS[standard].kind;
  if (entries.some(({ opposite }) => opposite !== '')) return 'sliders';
  return entries.some(({ value }) => value !== null) ? 'number' : 'list';
}

function bringBlocksBack(draft: PersonaDraft): void {
  const lost = new Map<BlockId, Entry[]>();
  const entries = peek(draft.entries);
  for (const id of idsOf(entries)) {
    const entry = entries[id as keyof typeof entries];
    if (!entry || entity(draft.blocks, entry.block)) continue;
    lost.set(entry.block, [...(lost.get(entry.block) ?? []), entry]);
  }
  for (const [id, own] of lost)
    draft.blocks[id] = emptyBlock(id, orderAt<Block>(draft.blocks, any, null), kindOf(id, own));
}

const isSoundProof = ({ cites }: Pick<Entry, 'cites'>, draft: PersonaDraft): boolean =>
  new Set(cites).size === cites.length && cites.every((id) => entity(draft.evidence, id));

function repairProof(claim: Entry | FactSlot | undefined, draft: PersonaDraft): void {
  if (claim) claim.cites = [...new Set<EvidenceId>(claim.cites)].filter((id) => entity(draft.evidence, id));
}

function fitValues(draft: PersonaDraft): void {
  for (const { id, block, value } of Object.values(peek(draft.entries))) {
    if (value === null) continue;
    const kind = entity(draft.blocks, block)?.kind;
    const whole = Math.round(Math.min(100, Math.max(0, value))) + 0;
    const wanted = kind === 'sliders' ? whole : kind === 'channels' ? Math.max(0, value) : value;
    const entry = Object.is(wanted, value) ? undefined : entity(draft.entries, id);
    if (entry) entry.value = wanted;
  }
}
