import { compareMaps } from '../analysis/comparison';
import { allListed } from '../analysis/differenceSigns';
import { journeyFacts } from '../analysis/journeyFacts';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { type ItemChange, type PersonaChange, personaChanges } from '../boards/persona/changes';
import { fieldName } from '../boards/persona/changeWords';
import type { PersonaDoc } from '../boards/persona/model';
import { differenceWords, pieceName, pieceWords, stageTitle } from '../exchange/differenceWords';
import type { WorkshopBundle } from '../file/workshopFile';
import { type Lang, translator } from '../i18n/translate';
import type { AnyDoc, DocKind } from '../model/document';
import { docDifferences, type EntityDifference } from './docDifferences';
import { type SheetPair, sheetPairs } from './sheetPairs';
import { verbWords } from './verbWords';

/** One thing that two copies of a document say otherwise. */
export interface DiffLine {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** Stage, block or collection it stands in; empty for the document's own fields. */
  readonly where: string;
  /** What it is: `Action`, `Citation`, the name of a field. */
  readonly what: string;
  /** What the first copy says; null where it says nothing, or nothing that can be written in a line. */
  readonly before: string | null;
  readonly after: string | null;
  /** What is to be said besides, such as where it came from; empty for nothing. */
  readonly note: string;
}

/** What became of one document. */
export interface SheetDiff {
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: DocKind;
  readonly title: string;
  /** Of the later copy, else of the earlier one. */
  readonly id: string;
  /** Of a changed one; empty only where nothing that is told differs. */
  readonly lines: readonly DiffLine[];
}

/**
 * What two workshops say otherwise, document by document; empty for two that say the same. Journeys are compared as the app's comparison
 * does, personas as their versions are; whatever those do not speak of is told by the names that fields have in the file. `lang` is that of
 * the words.
 */
export function workshopDiff(a: WorkshopBundle, b: WorkshopBundle, lang: Lang): readonly SheetDiff[] {
  return sheetPairs(a, b)
    .filter(({ isSame }) => !isSame)
    .map((pair) => sheetDiff(pair, lang));
}

function sheetDiff({ kind, title, a, b, ids }: SheetPair, lang: Lang): SheetDiff {
  const id = ids.b ?? ids.a ?? '';
  const change = a ? (b ? 'changed' : 'removed') : 'added';
  return { change, kind, title, id, lines: a && b ? sheetLines(kind, a, b, lang) : [] };
}

/** What two copies of one document say otherwise, from the first to the second; empty for the same. */
export function sheetLines(kind: DocKind, a: AnyDoc, b: AnyDoc, lang: Lang): readonly DiffLine[] {
  if (kind === 'persona') return personaLines(a as unknown as PersonaDoc, b as unknown as PersonaDoc, lang);
  if (kind === 'journey-map') return journeyLines(a as unknown as JourneyMapDoc, b as unknown as JourneyMapDoc, lang);
  const all = docDifferences(a, b);
  // Boards and personas that come and go are told as such.
  return storedLines(kind === 'workshop' ? all.filter((one) => one.kind === 'changed') : all, lang);
}

function journeyLines(a: JourneyMapDoc, b: JourneyMapDoc, lang: Lang): readonly DiffLine[] {
  const t = translator(lang);
  const words = verbWords(lang);
  const comparison = compareMaps(journeyFacts(a), journeyFacts(b));
  const { stages } = comparison;
  const stageLines = stages.flatMap((stage, row): DiffLine[] => {
    const [before, after] = [stage.a?.title ?? null, stage.b?.title ?? null];
    const change = stage.a ? (stage.b ? 'changed' : 'removed') : 'added';
    if (change === 'changed' && !stage.isRenamed) return [];
    const title = stageTitle(stage, row, t);
    const told = change === 'changed' ? { before, after } : { before: before && title, after: after && title };
    return [{ change, where: '', what: words('diff.stage'), ...told, note: '' }];
  });
  const pieces = allListed(comparison).map(({ difference, sign, row }): DiffLine => {
    const [was, is] = [difference.a, difference.b];
    const note =
      difference.kind === 'moved' || sign !== difference.kind ? differenceWords(difference, sign, t, lang) : '';
    return {
      change: difference.kind,
      where: stageTitle(stages[row], row, t),
      what: pieceName(was ?? (is as NonNullable<typeof is>), t),
      before: was && pieceWords(was, t, lang),
      after: is && pieceWords(is, t, lang),
      note,
    };
  });
  const told = new Set<string>(
    stages.flatMap((stage) => [
      // A stage that only one map has is told once, with all that stands on it.
      ...(stage.a && stage.b ? (stage.isRenamed ? [stage.b.id] : []) : [stage.a?.id ?? '', stage.b?.id ?? '']),
      ...stage.differences.flatMap((one) => [one.a?.ref.id ?? '', one.b?.ref.id ?? '']),
    ]),
  );
  const rest = docDifferences(a, b).filter(({ id, where }) => where === 'info' || !told.has(id));
  // Maps that were made apart share no id: all of it would be told twice.
  return [
    ...stageLines,
    ...pieces,
    ...storedLines(comparison.areStrangers ? rest.filter(({ where }) => where === 'info') : rest, lang),
  ];
}

function personaLines(a: PersonaDoc, b: PersonaDoc, lang: Lang): readonly DiffLine[] {
  const t = translator(lang);
  return personaChanges(a, b).changes.flatMap((change) => {
    const name = fieldName(change.field, a, b, t);
    if ('items' in change) return itemLines(name, change.items, ({ title }) => title, change.kind);
    if ('texts' in change) return itemLines(name, change.texts, ({ text }) => text, change.kind);
    if ('entries' in change) return itemLines(name, change.entries, ({ text }) => text, change.kind);
    return [
      {
        change: change.kind,
        where: '',
        what: name,
        before: valueText(change.before),
        after: valueText(change.after),
        note: '',
      },
    ];
  });
}

/** The entries that changed; where none did, the block itself: its title, its place, whether it is shown. */
function itemLines<Item>(
  where: string,
  items: readonly ItemChange<Item>[],
  textOf: (item: Item) => string,
  kind: PersonaChange['kind'],
): readonly DiffLine[] {
  const lines = items.flatMap((item): DiffLine[] => {
    if (item.kind === 'same') return [];
    const [before, after] = [item.before && textOf(item.before), item.after && textOf(item.after)];
    return [{ change: item.kind, where, what: '', before, after, note: '' }];
  });
  return lines.length > 0 ? lines : [{ change: kind, where: '', what: where, before: null, after: null, note: '' }];
}

/** Differences by the names of the file: one line for what came or went, one for each field that changed. */
function storedLines(all: readonly EntityDifference[], lang: Lang): readonly DiffLine[] {
  const words = verbWords(lang);
  return all.flatMap(({ where, kind, label, fields }): DiffLine[] => {
    const place = where === 'info' ? '' : where;
    if (kind !== 'changed') {
      const [before, after] = kind === 'added' ? [null, label || null] : [label || null, null];
      return [{ change: kind, where: place, what: '', before, after, note: '' }];
    }
    return fields.map(({ name, before, after }) => ({
      change: 'changed',
      where: place,
      what: label === '' ? name : words('diff.fieldOf', { field: name, label }),
      before: valueText(before),
      after: valueText(after),
      note: '',
    }));
  });
}

/** A value in a line; null for nothing, and for what is no text, figure or list of them. */
function valueText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') && value.length > 0 ? value.join(', ') : null;
  return typeof value === 'object' ? null : String(value);
}
