import type {
  ClusterId,
  EmotionPointId,
  IndicatorId,
  LaneId,
  NewId,
  NoteId,
  StageId,
  StepId,
  TouchpointId,
} from '../../base/ids';
import type { Cluster, EmotionPoint, Indicator, JourneyMapDoc, Lane, Note, Stage, Touchpoint } from './model';
import { stagesInOrder, stepsOf } from './order';

/** A row with everything on it, under new ids, in the places of another map. */
export interface LaneCopy {
  readonly lane: Lane;
  readonly notes: readonly Note[];
  readonly clusters: readonly Cluster[];
  readonly touchpoints: readonly Touchpoint[];
  readonly emotionPoints: readonly EmotionPoint[];
  readonly indicators: readonly Indicator[];
  /** Figures of stages, for rows that tell those. */
  readonly stages: readonly Pick<Stage, 'id' | 'duration' | 'deadTime' | 'entered' | 'wentOn' | 'left'>[];
}

interface Places {
  readonly stage: ReadonlyMap<StageId, StageId>;
  readonly step: ReadonlyMap<StepId, StepId>;
}

/** Where each stage and moment of a map is found on another: the same one, else one of the same name, else the one at its place; the last one takes what is beyond. */
function placesOn(from: JourneyMapDoc, to: JourneyMapDoc): Places {
  const targets = stagesInOrder(to);
  const named = (title: string) => targets.find((stage) => title !== '' && stage.title === title);
  const stage = new Map<StageId, StageId>();
  const step = new Map<StepId, StepId>();
  stagesInOrder(from).forEach((own, at) => {
    const found = targets.find(({ id }) => id === own.id) ?? named(own.title) ?? targets[at] ?? targets.at(-1);
    if (!found) return;
    stage.set(own.id, found.id);
    const steps = stepsOf(to, found.id);
    stepsOf(from, own.id).forEach(({ id }, index) => {
      const there = steps.find((one) => one.id === id) ?? steps[index] ?? steps.at(-1);
      if (there) step.set(id, there.id);
    });
  });
  return { stage, step };
}

/** A row of one map as it would stand on another; null when the map has no such row. Votes stay behind, and nothing is locked. */
export function laneCopy(from: JourneyMapDoc, to: JourneyMapDoc, laneId: LaneId, newId: NewId): LaneCopy | null {
  const source = from.lanes[laneId];
  if (!source) return null;
  const places = placesOn(from, to);
  const lane: Lane = { ...source, id: newId<LaneId>(), hidden: false };
  const onRow = <T extends { readonly laneId: LaneId }>(all: Readonly<Record<string, T>>): readonly T[] =>
    Object.values(all)
      .filter((item) => item.laneId === laneId)
      .sort((a, b) => ((a as unknown as { id: string }).id < (b as unknown as { id: string }).id ? -1 : 1));
  const inStep = <T extends { readonly stepId: StepId; readonly laneId: LaneId }>(item: T): readonly T[] => {
    const stepId = places.step.get(item.stepId);
    return stepId ? [{ ...item, stepId, laneId: lane.id }] : [];
  };
  const inCell = <T extends { readonly stageId: StageId; readonly stepId: StepId | null }>(item: T): readonly T[] => {
    const stageId = places.stage.get(item.stageId);
    const stepId = item.stepId === null ? null : (places.step.get(item.stepId) ?? null);
    return stageId ? [{ ...item, stageId, stepId, laneId: lane.id }] : [];
  };
  const clusterIds = new Map<ClusterId, ClusterId>();
  const clusters = onRow<Cluster>(from.clusters).flatMap((cluster) => {
    const id = newId<ClusterId>();
    clusterIds.set(cluster.id, id);
    return inCell({ ...cluster, id });
  });
  const notes = onRow<Note>(from.notes).flatMap((note) => {
    const clusterId = (note.clusterId && clusterIds.get(note.clusterId)) || null;
    return inCell({ ...note, id: newId<NoteId>(), clusterId, votes: 0, locked: false });
  });
  const figures = stagesInOrder(from).flatMap(({ id, duration, deadTime, entered, wentOn, left }) => {
    const there = places.stage.get(id);
    return there ? [{ id: there, duration, deadTime, entered, wentOn, left }] : [];
  });
  return {
    lane,
    clusters,
    notes,
    touchpoints: onRow<Touchpoint>(from.touchpoints).flatMap((item) => inStep({ ...item, id: newId<TouchpointId>() })),
    emotionPoints: onRow<EmotionPoint>(from.emotionPoints).flatMap((item) =>
      inStep({ ...item, id: newId<EmotionPointId>() }),
    ),
    indicators: onRow<Indicator>(from.indicators).flatMap((item) => inStep({ ...item, id: newId<IndicatorId>() })),
    stages: source.kind === 'conversion' || source.kind === 'duration' ? figures : [],
  };
}
