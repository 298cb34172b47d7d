import type { StageId } from '../../base/ids';
import type { Target } from '../../scene/primitives';
import { type Area, areaById, type EmpathyLayout } from './zones';

/** What can be hit, selected or edited on an empathy map. `id` is the entity's id, except for zones (see `zoneTarget`). */
export const EMPATHY_TARGETS = [
  'sheet',
  'title',
  'goal',
  'situation',
  'zone',
  'note',
  'cluster',
  'stage',
  'emotion',
  'emotion-word',
  'finding',
  'reserve',
] as const;

/** Where notes can stand: an area, in the layout by stage of one stage. */
export interface ZonePlace {
  readonly area: Area;
  /** Null in the layouts without stages. */
  readonly stageId: StageId | null;
}

/** Target of a place for notes: `see`, or `say/<stage>` in the layout by stage. */
export const zoneTarget = ({ area, stageId }: ZonePlace): Target => ({
  kind: 'zone',
  id: stageId === null ? area.id : `${area.id}/${stageId}`,
});

/** The place a zone target stands for in a layout, or null when it has none there. */
export function zonePlace(target: Target, layout: EmpathyLayout): ZonePlace | null {
  if (target.kind !== 'zone') return null;
  const [areaId = '', stageId] = target.id.split('/');
  const area = areaById(layout, areaId);
  if (!area || (layout === 'stages') !== Boolean(stageId)) return null;
  return { area, stageId: stageId ? (stageId as StageId) : null };
}

export const TITLE_TARGET: Target = { kind: 'title', id: 'title' };
export const GOAL_TARGET: Target = { kind: 'goal', id: 'goal' };
export const SITUATION_TARGET: Target = { kind: 'situation', id: 'situation' };
