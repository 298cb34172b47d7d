import { generateNKeysBetween } from 'fractional-indexing';
import type { LaneId, NewId, StageId, StepId } from '../../base/ids';
import type { CreateArgs } from '../boardKind';
import { INFO_DEFAULTS, LANE_DEFAULTS, STAGE_DEFAULTS } from './defaults';
import { FIRST_LANES, type JourneyMapDoc, type Lane, type Stage, type Step } from './model';
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
    schema: 4,
    translations: {},
    info: { title, state: 'current', result: '', sources: '', date, version: 1, personaIds: [], ...INFO_DEFAULTS },
    stages: byId(stages),
    steps: byId(steps),
    lanes: byId(defaultLanes(newId)),
    notes: {},
    clusters: {},
    touchpoints: {},
    emotionPoints: {},
    indicators: {},
    participants: {},
    ratings: {},
    jumps: {},
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
    ...STAGE_DEFAULTS,
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

/** The rows that every new map has. */
function defaultLanes(newId: NewId): Lane[] {
  const orders = generateNKeysBetween(null, null, FIRST_LANES.length);
  return FIRST_LANES.map((kind, at) => ({
    id: newId<LaneId>(),
    kind,
    order: orders[at] ?? 'a0',
    title: '',
    hidden: false,
    folded: false,
    ...LANE_DEFAULTS,
  }));
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<T['id'], T> =>
  Object.fromEntries(all.map((one) => [one.id, one])) as Record<T['id'], T>;
