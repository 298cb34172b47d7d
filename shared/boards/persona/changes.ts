import type { BlockId } from '../../base/ids';
import { jsonEqual } from '../../document/jsonEqual';
import { placeKey, type Translation } from '../../model/translation';
import { FACT_IDS, type FactId, HEAD_LINES } from './blocks';
import type { Block, Entry, EvidenceItem, PersonaDoc, PersonaInfo } from './model';
import { blocksInOrder, entriesOf, evidenceInOrder, slotOf } from './order';
import { diffWords, type TextDiff } from './wordDiff';

export type ChangeKind = 'added' | 'removed' | 'changed';

/** Fields of `info` that are no fact of the band. */
export type PlainField = Exclude<keyof PersonaInfo, FactId>;

/** What a change is about: also what `takeFromVersion` brings back. */
export type ChangeField =
  | { readonly kind: 'info'; readonly name: PlainField }
  | { readonly kind: 'fact'; readonly name: FactId }
  | { readonly kind: 'block'; readonly id: BlockId }
  | { readonly kind: 'evidence' }
  | { readonly kind: 'translations' };

/** One entry (or evidence item) on both sides. `same` ones are there to read a list whole. */
export interface ItemChange<Item> {
  readonly id: string;
  readonly kind: ChangeKind | 'same' | 'moved';
  readonly before: Item | null;
  readonly after: Item | null;
  /** Words of its text that differ; null where it stands on one side only. */
  readonly words: TextDiff | null;
}

/** One line of a comparison. */
export type PersonaChange =
  | {
      readonly field: ChangeField & { readonly kind: 'info' | 'fact' };
      readonly kind: ChangeKind;
      readonly before: unknown;
      readonly after: unknown;
      /** Words that differ, of fields that are texts. */
      readonly words: TextDiff | null;
    }
  | {
      readonly field: ChangeField & { readonly kind: 'block' };
      readonly kind: ChangeKind;
      readonly before: Block | null;
      readonly after: Block | null;
      readonly entries: readonly ItemChange<Entry>[];
    }
  | {
      readonly field: ChangeField & { readonly kind: 'evidence' };
      readonly kind: ChangeKind;
      readonly items: readonly ItemChange<EvidenceItem>[];
    }
  | {
      readonly field: ChangeField & { readonly kind: 'translations' };
      readonly kind: ChangeKind;
      /** By the places that are translated. */
      readonly texts: readonly ItemChange<Translation>[];
    };

export interface PersonaComparison {
  readonly changes: readonly PersonaChange[];
  /** Fields, facts and blocks that hold something and are the same in both. */
  readonly same: readonly ChangeField[];
}

const PLAIN_FIELDS: readonly PlainField[] = [
  'name',
  'tagline',
  'quote',
  'portrait',
  'photo',
  'facts',
  'kind',
  'tags',
  'owner',
  'lastReviewed',
  'archived',
  'favourite',
  'template',
];

const isBlank = (value: unknown): boolean =>
  value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0);

const kindOf = (before: boolean, after: boolean): ChangeKind => (before ? (after ? 'changed' : 'removed') : 'added');

const wordsOf = (before: unknown, after: unknown): TextDiff | null =>
  typeof before === 'string' && typeof after === 'string' ? diffWords(before, after) : null;

interface Item {
  readonly id: string;
  readonly order: string;
}

/** An item but for its place: renumbering a list says nothing of what it holds. */
const content = <T extends Item>({ order: _, ...rest }: T): object => rest;

/** Items of both lists in reading order: those of the later list, each removed one where it stood. */
function compareItems<T extends Item>(
  before: readonly T[],
  after: readonly T[],
  textOf: (item: T) => string,
): readonly ItemChange<T>[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  const moved = movedIds(
    before.filter(({ id }) => now.has(id)).map(({ id }) => id),
    after.filter(({ id }) => old.has(id)).map(({ id }) => id),
  );
  const lines: ItemChange<T>[] = after.map((item) => {
    const was = old.get(item.id);
    if (!was) return { id: item.id, kind: 'added', before: null, after: item, words: null };
    const isSame = jsonEqual(content(was), content(item));
    const kind = isSame ? (moved.has(item.id) ? 'moved' : 'same') : 'changed';
    return { id: item.id, kind, before: was, after: item, words: diffWords(textOf(was), textOf(item)) };
  });
  before.forEach((item, at) => {
    if (now.has(item.id)) return;
    const previous = before[at - 1]?.id;
    const place = previous === undefined ? 0 : lines.findIndex(({ id }) => id === previous) + 1;
    lines.splice(place, 0, { id: item.id, kind: 'removed', before: item, after: null, words: null });
  });
  return lines;
}

/** Ids that left their place: all but a longest run that kept its order. */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, at) => [id, at]));
  const runs: { readonly length: number; readonly previous: number }[] = [];
  let best = -1;
  after.forEach((id, at) => {
    let length = 1;
    let previous = -1;
    for (let earlier = 0; earlier < at; earlier++) {
      const run = runs[earlier];
      if (run && (place.get(after[earlier] ?? '') ?? 0) < (place.get(id) ?? 0) && run.length + 1 > length) {
        length = run.length + 1;
        previous = earlier;
      }
    }
    runs.push({ length, previous });
    if (best < 0 || length > (runs[best]?.length ?? 0)) best = at;
  });
  const moved = new Set(after);
  for (let at = best; at >= 0; at = runs[at]?.previous ?? -1) moved.delete(after[at] ?? '');
  return moved;
}

const changedItems = <T>(items: readonly ItemChange<T>[]): boolean => items.some(({ kind }) => kind !== 'same');

/**
 * What differs between two versions of a persona, in the order the page is read: fields, facts of the band, blocks, sources, translations. `before` is
 * the older one. An entry that moved to another block is removed from one and added to the other.
 */
export function personaChanges(before: PersonaDoc, after: PersonaDoc): PersonaComparison {
  const changes: PersonaChange[] = [];
  const same: ChangeField[] = [];
  for (const name of PLAIN_FIELDS) {
    const field = { kind: 'info', name } as const;
    const [was, is] = [before.info[name], after.info[name]];
    const line = HEAD_LINES.find((one) => one === name);
    const isSameText = jsonEqual(was, is);
    if (isSameText && (!line || jsonEqual(slotOf(before, line), slotOf(after, line)))) {
      if (!isBlank(is)) same.push(field);
      continue;
    }
    const kind = isSameText ? 'changed' : kindOf(!isBlank(was), !isBlank(is));
    changes.push({ field, kind, before: was, after: is, words: wordsOf(was, is) });
  }
  for (const name of FACT_IDS) compareFact(name, before, after, changes, same);
  compareBlocks(before, after, changes, same);
  const items = compareItems(evidenceInOrder(before), evidenceInOrder(after), ({ title }) => title);
  if (changedItems(items)) {
    const kind = kindOf(Object.keys(before.evidence).length > 0, Object.keys(after.evidence).length > 0);
    changes.push({ field: { kind: 'evidence' }, kind, items });
  } else if (items.length > 0) same.push({ kind: 'evidence' });
  compareTranslations(before, after, changes, same);
  return { changes, same };
}

/** Translations are told by what they translate: two copies may have written the same one under ids of their own. */
function compareTranslations(
  before: PersonaDoc,
  after: PersonaDoc,
  changes: PersonaChange[],
  same: ChangeField[],
): void {
  const byPlace = ({ translations }: PersonaDoc) =>
    new Map(Object.values<Translation>(translations).map((one) => [placeKey(one), one]));
  const [old, now] = [byPlace(before), byPlace(after)];
  const texts = [...new Set([...old.keys(), ...now.keys()])].sort().map((id): ItemChange<Translation> => {
    const [was, is] = [old.get(id) ?? null, now.get(id) ?? null];
    const isSame = was?.text === is?.text && was?.source === is?.source;
    const kind = isSame ? 'same' : kindOf(was !== null, is !== null);
    return { id, kind, before: was, after: is, words: was && is && diffWords(was.text, is.text) };
  });
  const field = { kind: 'translations' } as const;
  if (changedItems(texts)) changes.push({ field, kind: kindOf(old.size > 0, now.size > 0), texts });
  else if (texts.length > 0) same.push(field);
}

function compareFact(
  name: FactId,
  before: PersonaDoc,
  after: PersonaDoc,
  changes: PersonaChange[],
  same: ChangeField[],
): void {
  const field = { kind: 'fact', name } as const;
  const [was, is] = [before.info[name], after.info[name]];
  if (was === is && jsonEqual(slotOf(before, name), slotOf(after, name))) {
    if (is !== '') same.push(field);
    return;
  }
  const kind = was === is ? 'changed' : kindOf(was !== '', is !== '');
  changes.push({ field, kind, before: was, after: is, words: diffWords(was, is) });
}

function compareBlocks(before: PersonaDoc, after: PersonaDoc, changes: PersonaChange[], same: ChangeField[]): void {
  const ids = [...blocksInOrder(after).map(({ id }) => id)];
  for (const { id } of blocksInOrder(before)) if (!ids.includes(id)) ids.push(id);
  const order = compareItems(blocksInOrder(before), blocksInOrder(after), ({ title }) => title);
  const moved = new Set(order.filter(({ kind }) => kind === 'moved').map(({ id }) => id));
  for (const id of ids) {
    const field = { kind: 'block', id } as const;
    const [was, is] = [before.blocks[id] ?? null, after.blocks[id] ?? null];
    const entries = compareItems(entriesOf(before, id), entriesOf(after, id), ({ text }) => text);
    const isSame = was && is && jsonEqual(content(was), content(is)) && !changedItems(entries) && !moved.has(id);
    if (isSame) {
      if (entries.length > 0) same.push(field);
      continue;
    }
    const kind = was && is ? blockKindOf(was, is, entries) : kindOf(was !== null, is !== null);
    changes.push({ field, kind, before: was, after: is, entries });
  }
}

/** A block that was or is empty or hidden reads as added or removed. */
function blockKindOf(was: Block, is: Block, entries: readonly ItemChange<Entry>[]): ChangeKind {
  const [had, has] = [entries.some(({ before }) => before), entries.some(({ after }) => after)];
  const [shown, shows] = [was.visible && had, is.visible && has];
  return shown === shows ? 'changed' : kindOf(shown, shows);
}
