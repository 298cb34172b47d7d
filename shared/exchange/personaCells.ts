import { generateNKeysBetween } from 'fractional-indexing';
import type { BlockId, EntryId, NewId } from '../base/ids';
import { STANDARD_BLOCKS, type StandardBlock } from '../boards/persona/blocks';
import type { Block, Entry, PersonaDoc } from '../boards/persona/model';
import { blocksInOrder, entriesOf } from '../boards/persona/order';
import { oneLine } from '../boards/persona/words';
import { cleanText } from '../model/cleanText';

/** Entries of a block as lines of a cell: a claim each; `name: weight` of channels, `word / word: 40` of sliders. */
export function blockCell(doc: PersonaDoc, id: StandardBlock): string {
  return entriesOf(doc, id as string as BlockId)
    .map((entry) => lineOf(entry, STANDARD_BLOCKS[id].kind))
    .join('\n');
}

function lineOf(entry: Entry, kind: Block['kind']): string {
  const text = oneLine(entry.text);
  const value = entry.value === null ? '' : `: ${entry.value}`;
  if (kind === 'sliders') return `${text} / ${oneLine(entry.opposite)}${value}`;
  return kind === 'channels' || kind === 'number' ? `${text}${value}` : text;
}

type Said = Pick<Entry, 'text' | 'opposite' | 'value'>;

/** What a line says, as far as its block has it. */
function saidBy(line: string, kind: Block['kind']): Said {
  const hasValue = kind === 'channels' || kind === 'sliders' || kind === 'number';
  const found = hasValue ? /^(.*?)\s*:\s*(-?\d+(?:[.,]\d+)?)$/.exec(line) : null;
  const words = found?.[1] ?? line;
  const value = found ? fitted(Number((found[2] ?? '').replace(',', '.')), kind) : null;
  const slash = kind === 'sliders' ? words.indexOf(' / ') : -1;
  return slash < 0
    ? { text: words, opposite: '', value }
    : { text: words.slice(0, slash), opposite: words.slice(slash + 3), value };
}

/** A value as a block of a kind may hold it. */
export const fitted = (value: number, kind: Block['kind']): number =>
  kind === 'sliders'
    ? Math.round(Math.min(100, Math.max(0, value)))
    : Math.min(1e9, Math.max(kind === 'number' ? -1e9 : 0, value));

/**
 * The persona with a block that says what a cell says. A cell that says what the block does changes nothing; else lines that are there already keep their entry with its
 * proof, new ones become entries without one, and entries without a line go.
 */
export function withBlockCell(doc: PersonaDoc, id: StandardBlock, cell: string, newId: NewId): PersonaDoc {
  if (cell === blockCell(doc, id)) return doc;
  const { kind } = STANDARD_BLOCKS[id];
  const block = id as string as BlockId;
  const own = entriesOf(doc, block);
  const left = [...own];
  const lines = cell.split('\n').map((line) => cleanText(line).trim());
  const kept = lines
    .filter((line) => line !== '')
    .map((line): Entry => {
      const at = left.findIndex((entry) => lineOf(entry, kind) === line);
      const [same] = at < 0 ? [] : left.splice(at, 1);
      return same ?? { id: newId<EntryId>(), block, order: 'a0', ...PLAIN_ENTRY, ...saidBy(line, kind) };
    });
  const orders = generateNKeysBetween(null, null, kept.length);
  const entries = { ...doc.entries };
  for (const entry of own) delete entries[entry.id];
  for (const [at, entry] of kept.entries()) entries[entry.id] = { ...entry, order: orders[at] ?? 'a0' };
  return { ...doc, blocks: doc.blocks[block] ? doc.blocks : withBlock(doc, block, kind), entries };
}

/** What an entry says that says nothing. */
export const PLAIN_ENTRY: Omit<Entry, 'id' | 'block' | 'order'> = {
  text: '',
  opposite: '',
  value: null,
  unit: '',
  medium: null,
  sample: null,
  evidence: null,
  cites: [],
};

/** The blocks of a persona with one more at their end. */
export function withBlock(doc: PersonaDoc, id: BlockId, kind: Block['kind'], title = ''): PersonaDoc['blocks'] {
  const last = blocksInOrder(doc).at(-1)?.order ?? null;
  const [order = 'a0'] = generateNKeysBetween(last, null, 1);
  return { ...doc.blocks, [id]: { id, order, kind, title, visible: true, prompt: '', note: '' } };
}
