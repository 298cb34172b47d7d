import { generateNKeysBetween } from 'fractional-indexing';
import type {
  EmotionPointId,
  Id,
  IndicatorId,
  LaneId,
  NewId,
  NoteId,
  PersonaId,
  StageId,
  StepId,
  TouchpointId,
} from '../base/ids';
import {
  type EmotionPoint,
  type Indicator,
  type JourneyMapDoc,
  type JourneyState,
  LANE_KINDS,
  type Lane,
  type LaneKind,
  type Note,
  type Stage,
  type Step,
  type Touchpoint,
} from '../boards/journey-map/model';
import { EMPTY_NOTE } from '../model/note';
import type { BoardWords, StageWords } from './sampleContent';
import type { StageFigures } from './sampleFigures';

export interface SampleBoardArgs {
  readonly words: BoardWords;
  readonly figures: readonly StageFigures[];
  readonly state: JourneyState;
  readonly version: number;
  readonly date: string;
  readonly personaId: PersonaId;
  readonly newId: NewId;
}

const FIRST = 'a0';

const byId = <K extends Id<string>, T extends { readonly id: K }>(all: readonly T[]): Record<K, T> =>
  Object.fromEntries(all.map((one) => [one.id, one])) as Record<K, T>;

function lanesOf(newId: NewId): { readonly all: readonly Lane[]; readonly of: (kind: LaneKind) => LaneId } {
  const kinds = LANE_KINDS.filter((kind) => kind !== 'notes');
  const orders = generateNKeysBetween(null, null, kinds.length);
  const all = kinds.map((kind, at) => ({
    id: newId<LaneId>(),
    kind,
    order: orders[at] ?? FIRST,
    title: '',
    hidden: false,
    folded: false,
  }));
  const ids = new Map<LaneKind, LaneId>(all.map((lane) => [lane.kind, lane.id]));
  return { all, of: (kind) => ids.get(kind) ?? newId<LaneId>() };
}

const NEW_NOTE = {
  stepId: null,
  order: FIRST,
  ...EMPTY_NOTE,
  severity: null,
  impact: null,
  effort: null,
} as const;

interface Builder {
  readonly newId: NewId;
  readonly lane: (kind: LaneKind) => LaneId;
  readonly personaId: PersonaId;
}

function notesOf(
  words: StageWords,
  figures: StageFigures,
  stage: Stage,
  steps: readonly Step[],
  build: Builder,
): Note[] {
  const note = (kind: LaneKind, text: string, more: Partial<Note> = {}): Note => ({
    ...NEW_NOTE,
    id: build.newId<NoteId>(),
    laneId: build.lane(kind),
    stageId: stage.id,
    text,
    ...more,
  });
  return [
    ...steps.map((step, at) => note('actions', words.actions[at] ?? '', { stepId: step.id })),
    note('thoughts', words.thought, { evidence: 'verbatim' }),
    note('pain-points', words.pain, { ...figures.pain, source: words.painSource }),
    note('opportunities', words.opportunity, figures.opportunity),
    note('contents', words.content),
    note('owner', words.owner.name, { author: words.owner.badge }),
  ];
}

function touchpointsOf(words: StageWords, figures: StageFigures, steps: readonly Step[], build: Builder): Touchpoint[] {
  return steps.flatMap((step, at) => {
    const figure = figures.steps[at];
    if (!figure) return [];
    return {
      id: build.newId<TouchpointId>(),
      laneId: build.lane('touchpoints'),
      stepId: step.id,
      order: FIRST,
      label: words.touchpoints[at] ?? '',
      channel: figure.channel,
      medium: figure.medium,
      owner: words.owner.name,
      controlled: !NOT_OURS.has(figure.channel),
      measure: figure.indicator ? figure.indicator.metric.toUpperCase() : '',
    };
  });
}

/** What people say among themselves is not the company's to run. */
const NOT_OURS: ReadonlySet<string> = new Set(['word-of-mouth', 'event', 'review-site', 'social-network', 'custom']);

function emotionOf(words: StageWords, figures: StageFigures, steps: readonly Step[], build: Builder): EmotionPoint[] {
  return steps.map((step, at) => ({
    id: build.newId<EmotionPointId>(),
    laneId: build.lane('emotion'),
    personaId: build.personaId,
    stepId: step.id,
    offset: 0.5,
    valence: figures.steps[at]?.valence ?? 0,
    word: '',
    quote: words.quotes[at] ?? '',
    momentOfTruth: figures.steps[at]?.truth ?? false,
  }));
}

function indicatorsOf(figures: StageFigures, steps: readonly Step[], build: Builder): Indicator[] {
  return steps.flatMap((step, at) => {
    const indicator = figures.steps[at]?.indicator;
    if (!indicator) return [];
    return {
      id: build.newId<IndicatorId>(),
      laneId: build.lane('indicators'),
      stepId: step.id,
      order: FIRST,
      metric: indicator.metric,
      value: indicator.trend.at(-1) ?? 0,
      n: indicator.n,
      trend: [...indicator.trend],
    };
  });
}

/** One board of the sample, from its words and its figures. */
export function sampleBoard({
  words,
  figures,
  state,
  version,
  date,
  personaId,
  newId,
}: SampleBoardArgs): JourneyMapDoc {
  const lanes = lanesOf(newId);
  const build: Builder = { newId, lane: lanes.of, personaId };
  const stageOrders = generateNKeysBetween(null, null, words.stages.length);
  const stages: Stage[] = [];
  const steps: Step[] = [];
  const notes: Note[] = [];
  const touchpoints: Touchpoint[] = [];
  const emotionPoints: EmotionPoint[] = [];
  const indicators: Indicator[] = [];
  words.stages.forEach((said, at) => {
    const figure = figures[at];
    if (!figure) return;
    const { title, duration, help } = said;
    const id = newId<StageId>();
    const stage: Stage = { id, order: stageOrders[at] ?? FIRST, title, phase: figure.phase, duration, help };
    const orders = generateNKeysBetween(null, null, figure.steps.length);
    const own = orders.map((order): Step => ({ id: newId<StepId>(), stageId: id, order, title: '' }));
    stages.push(stage);
    steps.push(...own);
    notes.push(...notesOf(said, figure, stage, own, build));
    touchpoints.push(...touchpointsOf(said, figure, own, build));
    emotionPoints.push(...emotionOf(said, figure, own, build));
    indicators.push(...indicatorsOf(figure, own, build));
  });
  const { title, result, sources } = words;
  return {
    kind: 'journey-map',
    schema: 2,
    info: { title, state, result, sources, date, version, personaIds: [personaId] },
    stages: byId(stages),
    steps: byId(steps),
    lanes: byId(lanes.all),
    notes: byId(notes),
    clusters: {},
    touchpoints: byId(touchpoints),
    emotionPoints: byId(emotionPoints),
    indicators: byId(indicators),
  };
}
