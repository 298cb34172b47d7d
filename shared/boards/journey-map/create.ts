import { generateNKeysBetween } from 'fractional-indexing';
import type { LaneId, NewId, StageId, StepId } from '../../base/ids';
import type { CreateArgs } from '../boardKind';
import { type JourneyMapDoc, LANE_KINDS, type Lane, type Stage, type Step } from './model';
import { presetOf } from './presets';

/** Moments a new stage starts with. */
export const STEPS_PER_STAGE = 2;

/** A new map: the stages of a preset with two steps each, every row in canonical order, no content. */
export function createJourneyMap(args: CreateArgs): JourneyMapDoc {
  const { title, date, newId } = args;
  const stages = presetStages(args);
  const steps = stages.flatMap((stage) => stepsFor(stage.id, newId));
  return {
    kind: 'journey-map',
    schema: 2,
    info: { title, state: 'current', result: '', sources: '', date, version: 1, personaIds: [] },
    stages: byId(stages),
    steps: byId(steps),
    lanes: byId(defaultLanes(newId)),
    notes: {},
    clusters: {},
    touchpoints: {},
    emotionPoints: {},
    indicators: {},
  };
}

function presetStages({ preset, t, newId }: CreateArgs): Stage[] {
  const { stages } = presetOf(preset);
  const orders = generateNKeysBetween(null, null, stages.length);
  return stages.map((stage, at) => ({
    id: newId<StageId>(),
    order: orders[at] ?? 'a0',
    title: t(stage.title),
    phase: stage.phase,
    duration: '',
    help: t(stage.help),
  }));
}

function stepsFor(stageId: StageId, newId: NewId): Step[] {
  return generateNKeysBetween(null, null, STEPS_PER_STAGE).map((order) => ({
    id: newId<StepId>(),
    stageId,
    order,
    title: '',
  }));
}

/** One row of each kind but the free one. */
function defaultLanes(newId: NewId): Lane[] {
  const kinds = LANE_KINDS.filter((kind) => kind !== 'notes');
  const orders = generateNKeysBetween(null, null, kinds.length);
  return kinds.map((kind, at) => ({
    id: newId<LaneId>(),
    kind,
    order: orders[at] ?? 'a0',
    title: '',
    hidden: false,
    folded: false,
  }));
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<T['id'], T> =>
  Object.fromEntries(all.map((one) => [one.id, one])) as Record<T['id'], T>;
