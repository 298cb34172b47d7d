import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { columnsInOrder, stagesInOrder } from '@shared/boards/journey-map/order';
import { shownStages } from '@shared/boards/journey-map/shown';
import { cellPlace, figurePlace, figureTarget, type JourneyTargetKind } from '@shared/boards/journey-map/targets';
import type { Box, Target } from '@shared/scene/primitives';
import { union } from '@/canvas/boxes';
import type { SceneNow } from '@/editor/boardScene';
import { cellOf, placeOf } from './entities';
import { contentsOf, membersOf, visibleLanes } from './places';

const kindOf = (target: Target): JourneyTargetKind => target.kind as JourneyTargetKind;

/** What is small and rests on the rest comes first. */
const RANK: Readonly<Record<JourneyTargetKind, number>> = {
  'emotion-point': 9,
  quote: 8,
  note: 7,
  touchpoint: 7,
  indicator: 7,
  figure: 7,
  cluster: 6,
  jump: 6,
  detail: 6,
  stage: 5,
  step: 5,
  lane: 5,
  title: 5,
  cell: 3,
  // The curve is only asked for by name: a click on it means the cell behind.
  curve: -1,
  sheet: -1,
};

export const hitRank = (target: Target): number => RANK[kindOf(target)] ?? -1;

const CONTENT: ReadonlySet<JourneyTargetKind> = new Set(['note', 'touchpoint', 'indicator', 'emotion-point']);
const MOVABLE: ReadonlySet<JourneyTargetKind> = new Set([
  'note',
  'cluster',
  'touchpoint',
  'indicator',
  'emotion-point',
  'stage',
  'step',
  'lane',
]);
const DELETABLE: ReadonlySet<JourneyTargetKind> = new Set([...MOVABLE, 'quote', 'figure', 'jump']);

export const isContent = (target: Target): boolean => CONTENT.has(kindOf(target));
export const isSelectable = (target: Target): boolean => hitRank(target) >= 0;
export const isMovable = (target: Target): boolean => MOVABLE.has(kindOf(target));
/** Headers are dragged along one axis: columns sideways, rows up and down. */
export const axisOf = ({ kind }: Target): 'x' | 'y' | null =>
  kind === 'stage' || kind === 'step' ? 'x' : kind === 'lane' ? 'y' : null;
export const isDeletable = (target: Target): boolean => DELETABLE.has(kindOf(target));

/** A step without a header is its column. */
export function stepBox(now: SceneNow<JourneyMapDoc>, target: Target): Box | null {
  if (target.kind !== 'step') return null;
  const cells = now.index.list.flatMap((one) => (cellPlace(one.target)?.stepId === target.id ? [one.box] : []));
  const [first] = cells;
  return first ? cells.reduce(union, first) : null;
}

/** Things of the same kind in their order: the columns, the rows, the pieces of a cell. Of a quote, its face. */
export function siblingsOf(doc: JourneyMapDoc, target: Target): readonly Target[] {
  const asTargets = (list: readonly { readonly id: string }[]) => list.map(({ id }) => ({ kind: target.kind, id }));
  if (target.kind === 'quote') return [{ kind: 'emotion-point', id: target.id }];
  if (target.kind === 'stage') return asTargets(stagesInOrder(doc));
  if (target.kind === 'step') return asTargets(columnsInOrder(doc));
  if (target.kind === 'lane') return asTargets(visibleLanes(doc));
  const figure = figurePlace(target);
  if (figure) return shownStages(doc).map(({ id }) => figureTarget(figure.laneId, id));
  const place = placeOf(doc, target);
  const cell = cellOf(doc, target);
  if (place?.kind === 'cluster') return membersOf(doc, place);
  return cell ? contentsOf(doc, cell) : [];
}
