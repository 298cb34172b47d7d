import type { StageId, StepId } from '../../base/ids';
import { groupedBy, memoised } from '../../model/reading';
import type { EmotionPoint, JourneyMapDoc, Lane, Stage, Step, Touchpoint } from './model';
import { columnsInOrder, emotionPointsIn, stagesInOrder, stepsOf } from './order';

const touchpointsByStep = memoised((all: JourneyMapDoc['touchpoints']) =>
  groupedBy<Touchpoint>(all, ({ stepId }) => stepId),
);

/** The last stage of the buyer's journey: the last one of the purchase; where no stage is one, the last before what comes after. */
export function lastOfPurchase(stages: readonly Stage[]): number {
  const purchase = stages.findLastIndex(({ phase }) => phase === 'purchase');
  if (purchase >= 0) return purchase;
  const after = stages.findIndex(({ phase }) => phase === 'post');
  return after > 0 ? after - 1 : stages.length - 1;
}

/** A moment is shown unless the view asks for one medium and all its touchpoints are of the other. */
function isShown({ info, touchpoints }: JourneyMapDoc, step: Step): boolean {
  if (info.medium === 'all') return true;
  const all = touchpointsByStep(touchpoints).get(step.id) ?? [];
  return all.length === 0 || all.some(({ medium }) => medium === info.medium);
}

interface Shown {
  readonly stages: readonly Stage[];
  readonly steps: ReadonlyMap<StageId, readonly Step[]> | null;
}

/** What the view of a map shows, once per snapshot. A view that would show nothing shows everything. */
const shownOf = memoised((doc: JourneyMapDoc): Shown => {
  const all = stagesInOrder(doc);
  const scoped = doc.info.scope === 'buyer' ? all.slice(0, lastOfPurchase(all) + 1) : all;
  if (doc.info.medium === 'all') return { stages: scoped, steps: null };
  const steps = new Map(scoped.map(({ id }) => [id, stepsOf(doc, id).filter((step) => isShown(doc, step))]));
  const stages = scoped.filter(({ id }) => (steps.get(id) ?? []).length > 0);
  return stages.length > 0 ? { stages, steps } : { stages: scoped, steps: null };
});

/** Stages that the map shows, left to right: those of its scope that the view of one medium leaves something of. */
export const shownStages = (doc: JourneyMapDoc): readonly Stage[] => shownOf(doc).stages;

/** Moments of a stage that the map shows, left to right. */
export const shownSteps = (doc: JourneyMapDoc, stageId: StageId): readonly Step[] =>
  shownOf(doc).steps?.get(stageId) ?? stepsOf(doc, stageId);

/** Points of an emotion row that it shows: of its persona and of the curves it was asked for, left to right. */
export const shownPoints = (doc: JourneyMapDoc, lane: Lane): readonly EmotionPoint[] => {
  const all = emotionPointsIn(doc, lane.id);
  const { personaId, curves } = lane;
  if (personaId === null && curves === 'both') return all;
  const first = doc.info.personaIds[0] ?? null;
  const isIts = (point: EmotionPoint) => personaId === null || (point.personaId ?? first) === personaId;
  return all.filter((point) => isIts(point) && (curves === 'both' || point.state === curves));
};

/** Touchpoints of the medium that the map shows. */
export const shownTouchpoints = ({ info }: JourneyMapDoc, all: readonly Touchpoint[]): readonly Touchpoint[] =>
  info.medium === 'all' ? all : all.filter(({ medium }) => medium === info.medium);

/** True when the view leaves out some of the map. */
export const leavesOut = (doc: JourneyMapDoc): boolean =>
  shownStages(doc).length < stagesInOrder(doc).length || shownOf(doc).steps !== null;

/**
 * Share of the journey before the person first talks to somebody who sells, 0..1: moments before that one / all moments of the scope.
 * Null when the team has not said which moment it is. (The autonomous part of the journey, as the mockup of the path counts it.)
 */
export function autonomousShare(doc: JourneyMapDoc): number | null {
  const { firstContactStepId } = doc.info;
  if (firstContactStepId === null) return null;
  const inScope = new Set(
    doc.info.scope === 'buyer'
      ? shownStages({ ...doc, info: { ...doc.info, medium: 'all' } }).map(({ id }) => id)
      : Object.keys(doc.stages),
  );
  const columns = columnsInOrder(doc).filter(({ stageId }) => inScope.has(stageId));
  const at = columns.findIndex(({ id }) => id === (firstContactStepId as StepId));
  return at < 0 || columns.length === 0 ? null : at / columns.length;
}
