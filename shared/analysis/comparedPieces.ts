import { foldText } from '../text/searchText';
import type { FactRef, MapFacts, Placed } from './mapFacts';

/** What a difference is about. */
export type PieceKind = 'moment' | 'emotion' | 'indicator' | 'touchpoint' | 'note';

/** Something of one map, in the words and the figures that two maps are compared by. */
export interface Piece {
  readonly ref: FactRef;
  readonly kind: PieceKind;
  /** Kind of row of a note, curve of an emotion, metric of an indicator; empty for the others. */
  readonly sort: string;
  readonly words: string;
  /** Valence or score; severity of pain points; null for what has none. */
  readonly value: number | null;
  readonly stageId: string;
  /** The moment it stands in, of a moment itself; null across a whole stage. */
  readonly stepId: string | null;
}

/** Words as they are compared: without capitals and doubled spaces. */
export const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
/** Words as they are found again: without accents and punctuation either. */
export const folded = (words: string): string =>
  foldText(words.normalize('NFKC'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || plain(words);

/** Everything of a map that is compared, stage by stage; `curveOf` gives the name that a curve is compared under. */
export function piecesOf(map: MapFacts, curveOf: (curve: string) => string): readonly Piece[] {
  const severity = new Map(map.pains.map(({ ref, severity: value }) => [ref.id, value]));
  const at = ({ ref, stageId, stepId }: Placed) => ({ ref, stageId, stepId });
  const all: readonly Piece[] = [
    ...map.steps.map(
      ({ id, stageId, title, ownTitle }): Piece => ({
        ref: { kind: 'step', id },
        kind: 'moment',
        sort: '',
        words: ownTitle ?? title,
        value: null,
        stageId,
        stepId: id,
      }),
    ),
    ...map.emotions.map(
      (one): Piece => ({
        ...at(one),
        kind: 'emotion',
        sort: curveOf(one.curve),
        words: one.words,
        value: one.valence,
      }),
    ),
    ...map.touchpoints.map(
      (one): Piece => ({
        ...at(one),
        kind: 'touchpoint',
        sort: '',
        words: one.words,
        value: null,
      }),
    ),
    ...map.indicators.map(
      (one): Piece => ({
        ...at(one),
        kind: 'indicator',
        sort: one.metric,
        words: '',
        value: one.value,
      }),
    ),
    ...map.notes.map(
      (one): Piece => ({
        ...at(one),
        kind: 'note',
        sort: one.lane,
        words: one.words,
        value: severity.get(one.ref.id) ?? null,
      }),
    ),
  ];
  const order = new Map(map.stages.map(({ id }, index) => [id, index]));
  return all
    .filter(({ stageId }) => order.has(stageId))
    .sort((one, other) => (order.get(one.stageId) ?? 0) - (order.get(other.stageId) ?? 0));
}
