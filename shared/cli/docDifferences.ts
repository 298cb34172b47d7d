import { docType } from '../boards/docTypes';
import { jsonEqual } from '../document/jsonEqual';
import type { AnyDoc } from '../model/document';
import { docTexts } from '../search/docTexts';

/** One field that two copies of an entity say otherwise; undefined is not there. */
export interface FieldDifference {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of one entity of a document, or of the fields of the document itself. */
export interface EntityDifference {
  /** `info`, or a collection. */
  readonly where: string;
  /** Empty for `info`. */
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The first text it holds, of the later copy where that has one; empty for what says nothing. */
  readonly label: string;
  /** Of a changed one. */
  readonly fields: readonly FieldDifference[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Everything that two documents of one kind say otherwise, as they are stored: by id, and by the names that fields have in `workshop.json`.
 * Entities in the order of the collections of their kind, `info` first.
 */
export function docDifferences(before: AnyDoc, after: AnyDoc): readonly EntityDifference[] {
  const labels = new Map(
    [...docTexts(after), ...docTexts(before)].reverse().map((one) => [`${one.where}/${one.id}`, one.text]),
  );
  const labelOf = (where: string, id: string) => (where === 'info' ? '' : (labels.get(`${where}/${id}`) ?? ''));
  const differences: EntityDifference[] = [];
  const compare = (where: string, id: string, was: Fields | undefined, is: Fields | undefined) => {
    if (jsonEqual(was, is)) return;
    const kind = was ? (is ? 'changed' : 'removed') : 'added';
    const fields = was && is ? fieldDifferences(was, is) : [];
    differences.push({ where, id, kind, label: labelOf(where, id), fields });
  };
  compare('info', '', before.info as Fields, after.info as Fields);
  for (const name of docType(after.kind).collections) {
    const [was, is] = [collectionOf(before, name), collectionOf(after, name)];
    for (const id of new Set([...Object.keys(was), ...Object.keys(is)])) compare(name, id, was[id], is[id]);
  }
  return differences;
}

function fieldDifferences(was: Fields, is: Fields): readonly FieldDifference[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names
    .filter((name) => !jsonEqual(was[name], is[name]))
    .map((name) => ({ name, before: was[name], after: is[name] }));
}

const collectionOf = (doc: AnyDoc, name: string): Readonly<Record<string, Fields>> =>
  (doc as unknown as Readonly<Record<string, Readonly<Record<string, Fields>>>>)[name] ?? {};
