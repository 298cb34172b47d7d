import type { StageId, StepId } from '../base/ids';
import type {
  ChannelId,
  EmotionPoint,
  Indicator,
  JourneyMapDoc,
  Lane,
  LaneKind,
  Metric,
  Note,
  Stage,
  Step,
} from '../boards/journey-map/model';
import { indicatorsIn, lanesInOrder, notesIn, touchpointsIn } from '../boards/journey-map/order';
import { shownPoints, shownStages, shownSteps } from '../boards/journey-map/shown';

/** A figure of a stage, to be read from the back of a room. */
export interface SlideIndicator {
  readonly id: string;
  /** The touchpoint it is about; empty where its moment has none. */
  readonly label: string;
  readonly channel: ChannelId | null;
  readonly metric: Metric;
  /** NPS -100..100, CSAT 0..100 (%), CES 1..7. */
  readonly value: number;
  readonly n: number | null;
  readonly trend: readonly number[];
  /** How its moment is felt, -2..+2; null where nobody said. */
  readonly valence: number | null;
}

/** What the person says or thinks, and where that is. */
export interface SlideQuote {
  readonly text: string;
  /** The touchpoint of its moment, and what is done there; empty for nothing. */
  readonly where: string;
  readonly doing: string;
}

export interface StageSlide {
  readonly kind: 'stage';
  readonly id: StageId;
  /** From 1. */
  readonly number: number;
  /** Empty where the stage has no name. */
  readonly title: string;
  readonly duration: string;
  /** Its moments by their names; one without a name by what is done in it first. */
  readonly moments: readonly string[];
  /** What is done in it, moment after moment. */
  readonly actions: readonly string[];
  readonly quote: SlideQuote | null;
  readonly indicators: readonly SlideIndicator[];
  readonly pain: string | null;
  readonly opportunity: string | null;
  /** For the facilitator only. */
  readonly notes: string;
}

/** The whole map, before the first stage and after the last. */
export interface OverviewSlide {
  readonly kind: 'overview';
  readonly isEnd: boolean;
}

export type Slide = OverviewSlide | StageSlide;

/** A felt moment on the curve under every slide. */
export interface DeckPoint {
  /** Place across the map, 0 to 1. */
  readonly x: number;
  /** -2..+2. */
  readonly valence: number;
  readonly stageId: StageId;
}

/** A stage on that curve: from where to where across the map, 0 to 1. */
export interface DeckSpan {
  readonly id: StageId;
  /** From 1, as on the map. */
  readonly number: number;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

export interface Deck {
  readonly slides: readonly Slide[];
  readonly spans: readonly DeckSpan[];
  readonly points: readonly DeckPoint[];
  /** Stages of the map, whether or not they are told here. */
  readonly count: number;
}

/** Figures that are read at one look. */
const MOST_INDICATORS = 2;

/** One line, as a slide says it. */
const line = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** Everything a stage is told from, looked up once. */
interface Source {
  readonly doc: JourneyMapDoc;
  readonly lanes: readonly Lane[];
  readonly points: readonly EmotionPoint[];
}

const lanesOf = ({ lanes }: Source, kind: LaneKind): readonly Lane[] => lanes.filter((lane) => lane.kind === kind);

/** Points of the map's first persona, of the curve the map is about (today's or the one aimed at). */
function pointsOf(doc: JourneyMapDoc, lanes: readonly Lane[]): readonly EmotionPoint[] {
  const first = doc.info.personaIds[0] ?? null;
  const all = lanes.filter(({ kind }) => kind === 'emotion').flatMap((lane) => shownPoints(doc, lane));
  const theirs = all.filter(({ personaId }) => personaId === null || personaId === first);
  const felt = theirs.length > 0 ? theirs : all.filter(({ personaId }) => personaId === all[0]?.personaId);
  const own = felt.filter(({ state }) => state === doc.info.state);
  return own.length > 0 ? own : felt;
}

/** Notes of a stage in rows of a kind: those of the whole stage, then moment after moment. Pictures without words are left out. */
function notesOf(source: Source, kind: LaneKind, stageId: StageId): readonly Note[] {
  const { doc } = source;
  const steps = [null, ...shownSteps(doc, stageId).map(({ id }) => id)];
  return lanesOf(source, kind)
    .flatMap((lane) => steps.flatMap((stepId) => notesIn(doc, { laneId: lane.id, stageId, stepId })))
    .filter(({ text }) => line(text) !== '');
}

/** The first of those that `score` puts highest. */
function highest<T>(all: readonly T[], score: (one: T) => number): T | null {
  return all.reduce<T | null>((best, one) => (best === null || score(one) > score(best) ? one : best), null);
}

const stepTouchpoints = (source: Source, stepId: StepId) =>
  lanesOf(source, 'touchpoints').flatMap((lane) => touchpointsIn(source.doc, { laneId: lane.id, stepId }));

const stepActions = (source: Source, step: Step): readonly string[] =>
  lanesOf(source, 'actions')
    .flatMap((lane) => notesIn(source.doc, { laneId: lane.id, stageId: step.stageId, stepId: step.id }))
    .flatMap(({ text }) => (line(text) ? [line(text)] : []));

/** A moment in words; empty where it has none. */
const momentOf = (source: Source, step: Step): string => line(step.title) || (stepActions(source, step)[0] ?? '');

function quoteAt(source: Source, text: string, step: Step | undefined): SlideQuote {
  return {
    text: line(text),
    where: step ? line(stepTouchpoints(source, step.id)[0]?.label ?? '') : '',
    // Said among the moments already where that one has no name.
    doing: step && line(step.title) ? (stepActions(source, step)[0] ?? '') : '',
  };
}

/** What is said where it is felt most strongly; else what is thought. */
function quoteOf(source: Source, stage: Stage): SlideQuote | null {
  const { doc } = source;
  const steps = shownSteps(doc, stage.id);
  const spoken = source.points.filter(
    (point) => line(point.quote) !== '' && steps.some(({ id }) => id === point.stepId),
  );
  const strongest = highest(spoken, ({ valence }) => Math.abs(valence));
  if (strongest) return quoteAt(source, strongest.quote, doc.steps[strongest.stepId]);
  const [thought] = notesOf(source, 'thoughts', stage.id);
  return thought ? quoteAt(source, thought.text, thought.stepId ? doc.steps[thought.stepId] : undefined) : null;
}

function indicatorOf(source: Source, indicator: Indicator, value: number): SlideIndicator {
  const { id, stepId, metric, n, trend } = indicator;
  const [touchpoint] = stepTouchpoints(source, stepId);
  const felt = source.points.filter((point) => point.stepId === stepId);
  return {
    id,
    label: line(touchpoint?.label ?? ''),
    channel: touchpoint?.channel ?? null,
    metric,
    value,
    n,
    trend,
    valence: highest(felt, ({ valence }) => Math.abs(valence))?.valence ?? null,
  };
}

function indicatorsOf(source: Source, stageId: StageId): readonly SlideIndicator[] {
  const { doc } = source;
  return shownSteps(doc, stageId)
    .flatMap((step) =>
      lanesOf(source, 'indicators').flatMap((lane) => indicatorsIn(doc, { laneId: lane.id, stepId: step.id })),
    )
    .flatMap((indicator) => (indicator.value === null ? [] : [indicatorOf(source, indicator, indicator.value)]))
    .slice(0, MOST_INDICATORS);
}

const MOST_VOTES = 1e6;
const worth = ({ impact, effort }: Note): number => (impact === null || effort === null ? -10 : impact - effort);

function stageSlide(source: Source, stage: Stage, at: number): StageSlide {
  const { doc } = source;
  const steps = shownSteps(doc, stage.id);
  const pain = highest(
    notesOf(source, 'pain-points', stage.id),
    ({ severity, votes }) => (severity ?? 0) * MOST_VOTES + votes,
  );
  const idea = highest(notesOf(source, 'opportunities', stage.id), (note) => worth(note) * MOST_VOTES + note.votes);
  return {
    kind: 'stage',
    id: stage.id,
    number: at + 1,
    title: line(stage.title),
    duration: line(stage.duration),
    moments: steps.flatMap((step) => momentOf(source, step) || []),
    actions: notesOf(source, 'actions', stage.id).map(({ text }) => line(text)),
    quote: quoteOf(source, stage),
    indicators: indicatorsOf(source, stage.id),
    pain: pain && line(pain.text),
    opportunity: idea && line(idea.text),
    notes: stage.help,
  };
}

/** Stages side by side, each as wide as it has moments; one without any takes the room of one. */
function spansOf(
  doc: JourneyMapDoc,
  stages: readonly Stage[],
): {
  readonly spans: readonly DeckSpan[];
  readonly xOf: ReadonlyMap<StepId, number>;
  readonly column: number;
} {
  const all = shownStages(doc);
  const widths = stages.map(({ id }) => Math.max(1, shownSteps(doc, id).length));
  const column =
    1 /
    Math.max(
      1,
      widths.reduce((sum, width) => sum + width, 0),
    );
  const xOf = new Map<StepId, number>();
  let at = 0;
  const spans = stages.map((stage, index) => {
    const from = at * column;
    for (const [place, { id }] of shownSteps(doc, stage.id).entries()) xOf.set(id, (at + place) * column);
    at += widths[index] ?? 1;
    return { id: stage.id, number: all.indexOf(stage) + 1, title: line(stage.title), from, to: at * column };
  });
  return { spans, xOf, column };
}

/**
 * What is shown of a journey to a room: the whole map, then each stage that the map shows, then the map again. A stage gives one quote (where
 * it is felt most strongly), its first two figures, its gravest pain point and its most worthwhile opportunity. What hidden rows hold is left out.
 * `shown` are the ids of the stages that are told; without it all are.
 */
export function journeyDeck(doc: JourneyMapDoc, shown?: readonly string[]): Deck {
  const lanes = lanesInOrder(doc).filter(({ hidden }) => !hidden);
  const all = shownStages(doc);
  const told = shown ? all.filter(({ id }) => shown.includes(id)) : all;
  const { spans, xOf, column } = spansOf(doc, told);
  const points = pointsOf(doc, lanes).filter(({ stepId }) => xOf.has(stepId));
  const source: Source = { doc, lanes, points };
  const stages = told.map((stage) => stageSlide(source, stage, all.indexOf(stage)));
  return {
    slides: [
      { kind: 'overview', isEnd: false },
      ...stages,
      ...(stages.length > 0 ? [{ kind: 'overview', isEnd: true } as const] : []),
    ],
    spans,
    count: all.length,
    points: points.flatMap(({ stepId, offset, valence }) => {
      const stageId = doc.steps[stepId]?.stageId;
      return stageId ? [{ x: (xOf.get(stepId) ?? 0) + offset * column, valence, stageId }] : [];
    }),
  };
}
