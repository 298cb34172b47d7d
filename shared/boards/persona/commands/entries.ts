import { type BlockId, type EntryId, isId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asNumber, asOneOf, asText, type Clean, type Cleaners, orNull, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { indexOf, moveTo, orderAt, peek } from '../../../model/orderKey';
import { type Entry, MEDIA, MOST_SAMPLE, MOST_VALUE, type PersonaDoc } from '../model';
import { emptyEntry, type PersonaDraft, proofCleaners } from './draft';

export type EntryFields = Omit<Entry, 'id' | 'block' | 'order'>;

const asValue = asNumber(-MOST_VALUE, MOST_VALUE, 1000);
const asSlider = asNumber(0, 100, 1);

/** A value in the range of its block: whole 0..100 for sliders, not below zero for channels, thousandths elsewhere. */
const valueFor = (draft: PersonaDraft, block: BlockId): Clean<number | null> => {
  const kind = entity(draft.blocks, block)?.kind;
  if (kind === 'sliders') return orNull(asSlider);
  return orNull(kind === 'channels' ? asNumber(0, MOST_VALUE, 1000) : asValue);
};

const cleaners = (draft: PersonaDraft, block: BlockId): Cleaners<EntryFields> => ({
  text: asText,
  opposite: asText,
  unit: asText,
  value: valueFor(draft, block),
  medium: orNull(asOneOf(MEDIA)),
  sample: orNull(asNumber(0, MOST_SAMPLE, 1)),
  ...proofCleaners(draft),
});

const inBlock =
  (block: BlockId) =>
  (entry: Entry): boolean =>
    entry.block === block;

export interface AddEntry {
  readonly id: EntryId;
  readonly block: BlockId;
  /** Index among the entries of the block; null is the end. */
  readonly at: number | null;
  readonly fields: Partial<EntryFields>;
}

/** Adds an entry to a block; a new slider stands in the middle. */
export const addEntry = defineCommand<PersonaDoc, AddEntry>('persona.addEntry', (draft, { id, block, at, fields }) => {
  const home = entity(draft.blocks, block);
  if (!home || !isId(id) || entity(draft.entries, id)) return;
  const entry = emptyEntry(id, block, orderAt<Entry>(draft.entries, inBlock(block), at));
  if (home.kind === 'sliders') entry.value = 50;
  setFields<EntryFields>(entry, fields, cleaners(draft, block));
  draft.entries[id] = entry;
});

/** Writes the text of an entry. */
export const setEntryText = defineCommand<PersonaDoc, { readonly id: EntryId; readonly text: string }>(
  'persona.setEntryText',
  (draft, { id, text }) => {
    const entry = entity(draft.entries, id);
    if (entry) setFields<Pick<Entry, 'text'>>(entry, { text }, { text: asText });
  },
);

/** Sets what an entry says beyond its text: opposite word, value, unit, medium, sample, proof. Values are brought into range. */
export const setEntryFields = defineCommand<
  PersonaDoc,
  { readonly id: EntryId; readonly fields: Partial<Omit<EntryFields, 'text'>> }
>('persona.setEntryFields', (draft, { id, fields }) => {
  const entry = entity(draft.entries, id);
  if (entry) setFields<EntryFields>(entry, fields, { ...cleaners(draft, entry.block), text: undefined });
});

/** Moves an entry to an index of a block, itself not counted (null: the end). */
export const moveEntry = defineCommand<
  PersonaDoc,
  { readonly id: EntryId; readonly block: BlockId; readonly at: number | null }
>('persona.moveEntry', (draft, { id, block, at }) => {
  const entry = entity(draft.entries, id);
  if (!entry || !entity(draft.blocks, block)) return;
  if (entry.block === block) return moveTo<Entry>(draft.entries, id, inBlock(block), at);
  const order = orderAt<Entry>(draft.entries, inBlock(block), at);
  Object.assign(entry, { block, order });
  const value = valueFor(draft, block)(entry.value);
  if (value !== undefined && value !== entry.value) entry.value = value;
});

/** Copies an entry right after itself, with its proof. */
export const duplicateEntry = defineCommand<PersonaDoc, { readonly id: EntryId; readonly newId: EntryId }>(
  'persona.duplicateEntry',
  (draft, { id, newId }) => {
    const entry = entity(draft.entries, id);
    if (!entry || !isId(newId) || entity(draft.entries, newId)) return;
    const { block } = entry;
    const at = indexOf<Entry>(draft.entries, inBlock(block), id) + 1;
    const order = orderAt<Entry>(draft.entries, inBlock(block), at);
    const seen = peek(entry);
    draft.entries[newId] = { ...seen, cites: [...seen.cites], id: newId, order };
  },
);

/** Deletes entries. */
export const deleteEntries = defineCommand<PersonaDoc, { readonly ids: readonly EntryId[] }>(
  'persona.deleteEntries',
  (draft, { ids }) => {
    for (const id of ids) if (entity(draft.entries, id)) delete draft.entries[id];
  },
);
