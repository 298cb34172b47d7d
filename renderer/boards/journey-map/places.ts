import type { LaneId, StageId, StepId } from '@shared/base/ids';
import { isByPersona, slotsFor } from '@shared/boards/journey-map/byPersona';
import { type JourneyMapDoc, type Lane, STEP_LANES } from '@shared/boards/journey-map/model';
import { indicatorsIn, lanesInOrder, slotsOf, stagesInOrder, touchpointsIn } from '@shared/boards/journey-map/order';
import { shownPoints, shownStages, shownSteps, shownTouchpoints } from '@shared/boards/journey-map/shown';
import { type CellPlace, cellTarget } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';
import { cellOf, firstStep, laneOf, stepOf, whereIs } from './entities';

/** Rows on the sheet, top to bottom. */
export const visibleLanes = (doc: JourneyMapDoc): readonly Lane[] => lanesInOrder(doc).filter((lane) => !lane.hidden);

/** The cell of a row at a place: of the step where the row is cut by steps, else of the whole stage. */
export function cellAt(doc: JourneyMapDoc, lane: Lane, stageId: StageId, stepId: StepId | null): CellPlace | null {
  if (!STEP_LANES.has(lane.kind)) return { laneId: lane.id, stageId, stepId: null };
  const step = stepId && stepOf(doc, stepId)?.stageId === stageId ? stepId : (firstStep(doc, stageId)?.id ?? null);
  return step ? { laneId: lane.id, stageId, stepId: step } : null;
}

/** Cells of a row from left to right. */
export function cellsOf(doc: JourneyMapDoc, lane: Lane): readonly CellPlace[] {
  if (!STEP_LANES.has(lane.kind)) {
    return shownStages(doc).map((stage) => ({ laneId: lane.id, stageId: stage.id, stepId: null }));
  }
  const steps = shownStages(doc).flatMap((stage) => shownSteps(doc, stage.id));
  return steps.map((step) => ({ laneId: lane.id, stageId: step.stageId, stepId: step.id }));
}

/** What stands in a cell, in order. */
export function contentsOf(doc: JourneyMapDoc, place: CellPlace): readonly Target[] {
  const lane = laneOf(doc, place.laneId);
  if (!lane) return [];
  const asTargets = (kind: string, list: readonly { readonly id: string }[]): Target[] =>
    list.map(({ id }) => ({ kind, id }));
  switch (lane.kind) {
    case 'touchpoints':
      return asTargets('touchpoint', shownTouchpoints(doc, touchpointsIn(doc, place)));
    case 'indicators':
      return asTargets('indicator', indicatorsIn(doc, place));
    case 'emotion':
      return asTargets(
        'emotion-point',
        shownPoints(doc, lane).filter((point) => point.stepId === place.stepId),
      );
    default: {
      const all = slotsOf(doc, place);
      const slots = isByPersona(doc, lane) ? slotsFor(doc, all, place.personaId ?? null) : all;
      return slots.map((slot) =>
        slot.cluster ? { kind: 'cluster', id: slot.cluster.id } : { kind: 'note', id: slot.note.id },
      );
    }
  }
}

/** A place among everything of a cell, for a place among what one line of it shows; `moved` is not counted. */
export function indexInCell(doc: JourneyMapDoc, place: CellPlace, at: number | null, moved?: string): number | null {
  const others = (list: readonly Target[]) => list.filter(({ id }) => id !== moved);
  const shown = others(contentsOf(doc, place));
  const before = at === null ? undefined : shown[at];
  if (!before) return null;
  const all = slotsOf(doc, place).map((slot) => (slot.cluster ? slot.cluster.id : slot.note.id) as string);
  const index = all.filter((id) => id !== moved).indexOf(before.id);
  return index < 0 ? at : index;
}

/** Notes of a group, in order. */
export function membersOf(doc: JourneyMapDoc, group: Target): readonly Target[] {
  const cell = cellOf(doc, group);
  const slot = cell && slotsOf(doc, cell).find(({ cluster }) => cluster?.id === group.id);
  return slot?.cluster ? slot.notes.map(({ id }) => ({ kind: 'note', id })) : [];
}

/** The next cell of a row (or the previous one); null past its end. */
export function cellBeside(doc: JourneyMapDoc, place: CellPlace, by: 1 | -1): CellPlace | null {
  const lane = laneOf(doc, place.laneId);
  if (!lane) return null;
  const cells = cellsOf(doc, lane);
  const at = cells.findIndex((cell) => cell.stageId === place.stageId && cell.stepId === place.stepId);
  const onLine = (cell: CellPlace | undefined): CellPlace | null =>
    cell ? { ...cell, ...(place.personaId ? { personaId: place.personaId } : {}) } : null;
  if (at >= 0) return onLine(cells[at + by]);
  // A note of one step in a row of stages: go by the row's own cells.
  const stageAt = cells.findIndex((cell) => cell.stageId === place.stageId);
  return stageAt >= 0 ? onLine(cells[stageAt + by]) : null;
}

/** The row of a kind that something new goes to: the selected one if it fits, else the first one on the sheet, else a hidden one. */
export function laneFor(doc: JourneyMapDoc, fits: (lane: Lane) => boolean, wanted: LaneId | null): Lane | null {
  const own = wanted ? laneOf(doc, wanted) : null;
  if (own && fits(own)) return own;
  return visibleLanes(doc).find(fits) ?? lanesInOrder(doc).find(fits) ?? null;
}

/** Where something new goes for a selection: its cell in the given row, else the first cell. */
export function placeFor(doc: JourneyMapDoc, lane: Lane, selected: Target | null): CellPlace | null {
  const where = selected ? whereIs(doc, selected) : null;
  const stageId = where?.stageId ?? stagesInOrder(doc)[0]?.id;
  return stageId ? cellAt(doc, lane, stageId, where?.stepId ?? null) : null;
}

export { cellTarget };
