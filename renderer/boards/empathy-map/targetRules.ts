import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { findingsInOrder, stagesInOrder } from '@shared/boards/empathy-map/order';
import type { EMPATHY_TARGETS } from '@shared/boards/empathy-map/targets';
import type { Target } from '@shared/scene/primitives';
import { noteAt, placeOf, zoneOf } from './entities';
import { contentsOf, notesAt } from './places';

type Kind = (typeof EMPATHY_TARGETS)[number];
const kindOf = (target: Target): Kind => target.kind as Kind;

/** What is small and rests on the rest comes first. */
const RANK: Readonly<Record<Kind, number>> = {
  note: 8,
  finding: 8,
  'emotion-word': 7,
  emotion: 6,
  cluster: 6,
  goal: 6,
  situation: 6,
  reserve: 6,
  stage: 5,
  title: 5,
  zone: 3,
  sheet: -1,
};

export const hitRank = (target: Target): number => RANK[kindOf(target)] ?? -1;

const MOVABLE: ReadonlySet<Kind> = new Set(['note', 'cluster', 'stage', 'emotion']);
const DELETABLE: ReadonlySet<Kind> = new Set(['note', 'cluster', 'stage', 'emotion', 'finding']);

export const isContent = (target: Target): boolean => target.kind === 'note';
export const isSelectable = (target: Target): boolean => hitRank(target) >= 0;
export const isMovable = (target: Target): boolean => MOVABLE.has(kindOf(target));
export const isDeletable = (target: Target): boolean => DELETABLE.has(kindOf(target));

/** Stages are dragged sideways, faces up and down. */
export const axisOf = ({ kind }: Target): 'x' | 'y' | null =>
  kind === 'stage' ? 'x' : kind === 'emotion' ? 'y' : null;

/** Things of the same kind in their order. */
export function siblingsOf(doc: EmpathyMapDoc, target: Target): readonly Target[] {
  const asTargets = (list: readonly { readonly id: string }[]) => list.map(({ id }) => ({ kind: target.kind, id }));
  switch (target.kind) {
    case 'stage':
      return asTargets(stagesInOrder(doc));
    case 'finding':
      return asTargets(findingsInOrder(doc));
    case 'note': {
      if (!noteAt(doc, target)?.place) break;
      const zone = zoneOf(doc, target);
      return zone ? asTargets(notesAt(doc, zone)) : [];
    }
  }
  const place = placeOf(doc, target);
  return place ? contentsOf(doc, place) : [];
}
