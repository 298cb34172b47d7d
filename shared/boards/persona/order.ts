import type { BlockId } from '../../base/ids';
import { groupedBy, memoised, sorted } from '../../model/reading';
import { FACT_IDS, type FactId, SLOT_IDS, type SlotId } from './blocks';
import type { Block, Entry, EvidenceItem, FactSlot, PersonaDoc } from './model';

/**
 * The persona in reading order. Lists are computed once per snapshot and cached by the identity of the collections: these functions
 * take snapshots only, never a draft.
 */
const EMPTY: readonly never[] = [];

const blockList = memoised((blocks: PersonaDoc['blocks']) => sorted<Block>(blocks));
const evidenceList = memoised((evidence: PersonaDoc['evidence']) => sorted<EvidenceItem>(evidence));
const entryLists = memoised((entries: PersonaDoc['entries']) => groupedBy<Entry>(entries, ({ block }) => block));

/** Every block, hidden ones too. */
export const blocksInOrder = (doc: PersonaDoc): readonly Block[] => blockList(doc.blocks);

/** The blocks that are shown. */
export const shownBlocks = (doc: PersonaDoc): readonly Block[] => blocksInOrder(doc).filter(({ visible }) => visible);

/** Entries of a block, first to last. */
export const entriesOf = (doc: PersonaDoc, block: BlockId): readonly Entry[] =>
  entryLists(doc.entries).get(block) ?? EMPTY;

/** Evidence items, first to last. */
export const evidenceInOrder = (doc: PersonaDoc): readonly EvidenceItem[] => evidenceList(doc.evidence);

/** What is stored about a fact of the band or a line of the head beyond its text; one nobody touched is visible and unproven. */
export const slotOf = (doc: PersonaDoc, id: SlotId): FactSlot => doc.factSlots[id] ?? PLAIN_SLOTS[id];

const PLAIN_SLOTS = Object.fromEntries(
  SLOT_IDS.map((id): [SlotId, FactSlot] => [id, { id, label: '', visible: true, evidence: null, cites: [] }]),
) as Readonly<Record<SlotId, FactSlot>>;

/** Facts of the band with a text, shown ones only. */
export const shownFacts = (doc: PersonaDoc): readonly FactId[] =>
  FACT_IDS.filter((id) => doc.info[id].trim() !== '' && slotOf(doc, id).visible);

/** Facts that the template asks for and that nobody answered: empty, with a slot of their own that is visible. */
export const askedFacts = (doc: PersonaDoc): readonly FactId[] =>
  FACT_IDS.filter((id) => doc.info[id].trim() === '' && doc.factSlots[id]?.visible === true);
