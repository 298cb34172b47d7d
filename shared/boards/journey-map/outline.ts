import type { OutlineNode } from '../boardKind';
import { isByPersona, personaLines, slotFor } from './byPersona';
import { detailWords } from './detail';
import {
  holdsNotes,
  type JourneyMapDoc,
  type Jump,
  type Lane,
  type Note,
  STEP_LANES,
  type Stage,
  type Step,
} from './model';
import { columnOf, indicatorsIn, lanesInOrder, notesIn, slotsOf, stagesInOrder, touchpointsIn } from './order';
import { shownPoints, shownStages, shownSteps, shownTouchpoints } from './shown';
import {
  cellLabel,
  clusterLabel,
  emotionLabel,
  figureLabel,
  indicatorLabel,
  jumpLabel,
  laneLabel,
  noteLabel,
  personaName,
  type SpokenContext,
  stageLabel,
  stepLabel,
  touchpointLabel,
} from './spokenLabels';
import { cellTarget, detailTarget, figureTarget, TITLE_TARGET } from './targets';

/**
 * The map as a tree: title > stages > steps > cells > what they hold, then the rows themselves (so that hidden ones can be
 * reached). Rows cut by step stand under each step, the others under their stage; empty cells are kept, one can add to them.
 */
export function journeyMapOutline(doc: JourneyMapDoc, ctx: SpokenContext): OutlineNode {
  const { t } = ctx;
  const lanes = lanesInOrder(doc);
  const shown = lanes.filter((lane) => !lane.hidden);
  const title = doc.info.title.trim() || t('journey.name');
  return {
    target: TITLE_TARGET,
    label: t('journey.outline.map', { state: t(`journey.state.${doc.info.state}`), title }),
    children: [
      ...shownStages(doc).map((stage) => stageNode(doc, stage, stagesInOrder(doc).indexOf(stage), shown, ctx)),
      // They are drawn along the path alone.
      ...(doc.info.form === 'path'
        ? Object.values<Jump>(doc.jumps).map((jump) => leaf('jump', jump.id, jumpLabel(doc, jump, ctx)))
        : []),
      ...lanes.map((lane) => leaf('lane', lane.id, laneLabel(lane, ctx))),
    ],
  };
}

const leaf = (kind: string, id: string, label: string): OutlineNode => ({ target: { kind, id }, label, children: [] });

function stageNode(
  doc: JourneyMapDoc,
  stage: Stage,
  at: number,
  lanes: readonly Lane[],
  ctx: SpokenContext,
): OutlineNode {
  const wide = lanes.filter((lane) => !STEP_LANES.has(lane.kind));
  return {
    target: { kind: 'stage', id: stage.id },
    label: stageLabel(stage, at, ctx),
    children: [
      ...detailLeaf(stage, ctx),
      ...shownSteps(doc, stage.id).map((step) => stepNode(doc, stage, step, lanes, ctx)),
      ...wide.flatMap((lane) => stageCells(doc, stage, lane, ctx)),
    ],
  };
}

/** The way to the map that tells a stage in detail. */
function detailLeaf(stage: Stage, ctx: SpokenContext): readonly OutlineNode[] {
  const words = detailWords(stage, ctx);
  return words ? [{ target: detailTarget(stage.id), label: words, children: [] }] : [];
}

function stepNode(
  doc: JourneyMapDoc,
  stage: Stage,
  step: Step,
  lanes: readonly Lane[],
  ctx: SpokenContext,
): OutlineNode {
  const cells = lanes.map((lane) => stepCell(doc, stage, step, lane, ctx));
  return {
    target: { kind: 'step', id: step.id },
    label: stepLabel(step, columnOf(doc, step.id), ctx),
    children: cells.filter((cell) => cell !== null),
  };
}

/** The cell of a row in a step; null for rows that span the stage and hold nothing here. */
function stepCell(doc: JourneyMapDoc, stage: Stage, step: Step, lane: Lane, ctx: SpokenContext): OutlineNode | null {
  const place = { laneId: lane.id, stageId: stage.id, stepId: step.id };
  if (lane.kind === 'touchpoints') {
    const items = shownTouchpoints(doc, touchpointsIn(doc, place)).map((item) =>
      leaf('touchpoint', item.id, touchpointLabel(item, ctx)),
    );
    return { target: cellTarget(place), label: cellLabel(lane, items.length, ctx), children: items };
  }
  if (lane.kind === 'emotion') {
    const points = shownPoints(doc, lane).filter((point) => point.stepId === step.id);
    const items = points.map((point) => leaf('emotion-point', point.id, emotionLabel(doc, point, ctx)));
    return { target: cellTarget(place), label: cellLabel(lane, items.length, ctx), children: items };
  }
  if (lane.kind === 'indicators') {
    const items = indicatorsIn(doc, place).map((item) => leaf('indicator', item.id, indicatorLabel(item, ctx)));
    return { target: cellTarget(place), label: cellLabel(lane, items.length, ctx), children: items };
  }
  if (!holdsNotes(lane.kind)) return null;
  const cell = noteCell(doc, stage, step, lane, ctx);
  return STEP_LANES.has(lane.kind) || cell.children.length > 0 ? cell : null;
}

/** What a row says of a whole stage: its figure, its notes, or its notes line by line of the personas. */
function stageCells(doc: JourneyMapDoc, stage: Stage, lane: Lane, ctx: SpokenContext): readonly OutlineNode[] {
  if (!holdsNotes(lane.kind)) return [figureLeaf(doc, stage, lane, ctx)];
  const whole = noteCell(doc, stage, null, lane, ctx);
  if (!isByPersona(doc, lane)) return [whole];
  return personaLines(doc, lane).map((personaId) => {
    const children = slotsOf(doc, { laneId: lane.id, stageId: stage.id, stepId: null }).flatMap((slot, at) =>
      slotFor(doc, slot) === personaId ? (whole.children[at] ?? []) : [],
    );
    const place = { laneId: lane.id, stageId: stage.id, stepId: null, ...(personaId ? { personaId } : {}) };
    const who = personaName(doc, personaId, ctx);
    return { target: cellTarget(place), label: `${cellLabel(lane, children.length, ctx)}, ${who}`, children };
  });
}

/** The figure of a stage on a row of figures. */
const figureLeaf = (doc: JourneyMapDoc, stage: Stage, lane: Lane, ctx: SpokenContext): OutlineNode => ({
  target: figureTarget(lane.id, stage.id),
  label: figureLabel(doc, stage, lane, ctx),
  children: [],
});

function noteCell(doc: JourneyMapDoc, stage: Stage, step: Step | null, lane: Lane, ctx: SpokenContext): OutlineNode {
  const place = { laneId: lane.id, stageId: stage.id, stepId: step?.id ?? null };
  const noteLeaf = (note: Note) => leaf('note', note.id, noteLabel(note, lane, ctx));
  const items = slotsOf(doc, place).map((slot) =>
    slot.cluster
      ? {
          target: { kind: 'cluster', id: slot.cluster.id },
          label: clusterLabel(slot.cluster, slot.notes.length, lane, ctx),
          children: slot.notes.map(noteLeaf),
        }
      : noteLeaf(slot.note),
  );
  const count = notesIn(doc, place).length;
  return { target: cellTarget(place), label: cellLabel(lane, count, ctx), children: items };
}
