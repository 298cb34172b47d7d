import type { BlockId } from '@shared/base/ids';
import { FACT_IDS, type FactId, HEAD_LINES, type HeadLine, SLOT_IDS, type SlotId } from '@shared/boards/persona/blocks';
import type { Claim } from '@shared/boards/persona/commands/evidence';
import type { Block, Entry, EvidenceItem, PersonaDoc } from '@shared/boards/persona/model';
import { slotOf } from '@shared/boards/persona/order';
import type { Target } from '@shared/scene/primitives';

const own = <T>(all: Readonly<Record<string, T>>, id: string): T | null =>
  Object.hasOwn(all, id) ? (all[id] ?? null) : null;

/** Kinds of targets that are words or figures of an entry. */
const OF_ENTRY: ReadonlySet<string> = new Set(['entry', 'entry-opposite', 'entry-value', 'entry-unit']);
const OF_BLOCK: ReadonlySet<string> = new Set(['block', 'block-title', 'block-note', 'prompt']);

export const blockById = (doc: PersonaDoc, id: string): Block | null => own<Block>(doc.blocks, id);
export const evidenceById = (doc: PersonaDoc, id: string): EvidenceItem | null => own<EvidenceItem>(doc.evidence, id);

/** The fact a name stands for. */
const factId = (id: string): FactId | null => FACT_IDS.find((name) => name === id) ?? null;

/** The fact or line of the head a name stands for. */
export const slotId = (id: string): SlotId | null => SLOT_IDS.find((name) => name === id) ?? null;

/** The line of the head that a target is and that may have a proof. */
export const headLineOf = ({ kind }: Target): HeadLine | null => HEAD_LINES.find((name) => name === kind) ?? null;

/** The fact of the band a target belongs to. */
export const factOf = ({ kind, id }: Target): FactId | null =>
  kind === 'fact' || kind === 'fact-label' ? factId(id) : null;

/** The entry a target is, or is a part of. */
export const entryOf = (doc: PersonaDoc, { kind, id }: Target): Entry | null =>
  OF_ENTRY.has(kind) ? own<Entry>(doc.entries, id) : null;

/** The block a target is, is a part of, or stands in. */
export function blockOf(doc: PersonaDoc, target: Target): Block | null {
  if (OF_BLOCK.has(target.kind)) return blockById(doc, target.id);
  const entry = entryOf(doc, target);
  return entry && blockById(doc, entry.block);
}

/** The claim behind a target: an entry, a fact, a line of the head. */
export function claimOf(doc: PersonaDoc, target: Target): Claim | null {
  const entry = entryOf(doc, target);
  if (entry) return { kind: 'entry', id: entry.id };
  const line = headLineOf(target);
  if (line) return { kind: line, id: line };
  const fact = factOf(target);
  return fact && { kind: 'fact', id: fact };
}

/** What stands behind a claim. */
export function proofOf(doc: PersonaDoc, claim: Claim): Pick<Entry, 'evidence' | 'cites'> {
  if (claim.kind !== 'entry') return slotOf(doc, claim.id);
  return own<Entry>(doc.entries, claim.id) ?? { evidence: null, cites: [] };
}

export const blockTargetOf = (id: BlockId): Target => ({ kind: 'block', id });

/** Whether a target still stands for something. */
export function exists(doc: PersonaDoc, target: Target): boolean {
  switch (target.kind) {
    case 'sheet':
    case 'portrait':
    case 'name':
    case 'tagline':
    case 'quote':
      return true;
    case 'fact':
    case 'fact-label':
      return factOf(target) !== null;
    case 'evidence':
      return evidenceById(doc, target.id) !== null;
    default:
      return blockOf(doc, target)?.visible ?? false;
  }
}
