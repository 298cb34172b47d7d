import type { JourneyTargetKind } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';

const kindOf = (target: Target): JourneyTargetKind => target.kind as JourneyTargetKind;

/** Which target is meant where several lie on top of each other: what is small and rests on the rest. */
const RANK: Readonly<Record<JourneyTargetKind, number>> = {
  'emotion-point': 9,
  quote: 8,
  note: 7,
  touchpoint: 7,
  indicator: 7,
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
/** Rank that sees places only: where a dragged piece lands. */
export const placeRank = (target: Target): number => (target.kind === 'cell' ? 1 : -1);

const CONTENT: ReadonlySet<JourneyTargetKind> = new Set(['note', 'touchpoint', 'indicator', 'emotion-point']);
const MOVABLE: ReadonlySet<JourneyTargetKind> = new Set([
  'note',
  'touchpoint',
  'indicator',
  'emotion-point',
  'stage',
  'step',
  'lane',
]);
const DELETABLE: ReadonlySet<JourneyTargetKind> = new Set([...MOVABLE, 'quote']);

/** Pieces that stand in cells: what a marquee and Ctrl+A choose. */
export const isContent = (target: Target): boolean => CONTENT.has(kindOf(target));
export const isSelectable = (target: Target): boolean => hitRank(target) >= 0;
export const isMovable = (target: Target): boolean => MOVABLE.has(kindOf(target));
/** Headers are dragged along one axis: columns sideways, rows up and down. */
export const axisOf = ({ kind }: Target): 'x' | 'y' | null =>
  kind === 'stage' || kind === 'step' ? 'x' : kind === 'lane' ? 'y' : null;
export const isDeletable = (target: Target): boolean => DELETABLE.has(kindOf(target));

export const sameTarget = (a: Target, b: Target): boolean => a.kind === b.kind && a.id === b.id;
export const hasTarget = (list: readonly Target[], target: Target): boolean =>
  list.some((one) => sameTarget(one, target));

/** The selection with a target added, or taken out when it was in. */
export const toggled = (list: readonly Target[], target: Target): readonly Target[] =>
  hasTarget(list, target) ? list.filter((one) => !sameTarget(one, target)) : [...list, target];

/** The target a key stands for. */
export function targetOfKey(key: string): Target {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at), id: key.slice(at + 1) };
}
