import { generateNKeysBetween } from 'fractional-indexing';
import type {
  EmotionPointId,
  Id,
  IndicatorId,
  JumpId,
  LaneId,
  NewId,
  NoteId,
  PersonaId,
  StageId,
  StepId,
  TouchpointId,
} from '../base/ids';
import {
  INFO_DEFAULTS,
  LANE_DEFAULTS,
  NOTE_DEFAULTS_3,
  POINT_DEFAULTS,
  STAGE_DEFAULTS,
  TOUCHPOINT_DEFAULTS,
} from '../boards/journey-map/defaults';
import {
  type EmotionPoint,
  FIRST_LANES,
  type Indicator,
  type JourneyMapDoc,
  type JourneyState,
  type Jump,
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
import type { SampleWay, StageFlow } from './sampleFlows';
import { roundOf, type SampleAnswers } from './sampleRatings';

export interface SampleBoardArgs {
  readonly words: BoardWords;
  readonly figures: readonly StageFigures[];
  readonly state: JourneyState;
  readonly version: number;
  readonly date: string;
  readonly personaId: PersonaId;
  readonly newId: NewId;
  /** Who comes in and goes on, and what is waited. */
  readonly flows: readonly StageFlow[];
  /** Ways back and out. */
  readonly ways: readonly SampleWay[];
  /** Rows beside the usual ones, under the indicators. */
  readonly moreLanes?: readonly LaneKind[];
  /** The journey of today: its curve stands beside this one, which is what is aimed at. */
  readonly today?: readonly StageFigures[];
  /** What the people of the workshop said each moment feels like. */
  readonly round?: readonly SampleAnswers[];
  /** What else the map says of itself. */
  readonly view?: Partial<Pick<JourneyMapDoc['info'], 'purchaseLine'>> & {
    /** Stage and moment, from 0, in which somebody who sells is first met. */
    readonly firstContact?: readonly [stage: number, step: number];
  };
}

const FIRST = 'a0';

const byId = <K extends Id<string>, T extends { readonly id: K }>(all: readonly T[]): Record<K, T> =>
  Object.fromEntries(all.map((one) => [one.id, one])) as Record<K, T>;

function lanesOf(
  newId: NewId,
  more: readonly LaneKind[],
): { readonly all: readonly Lane[]; readonly of: (kind: LaneKind) => LaneId } {
  const kinds = FIRST_LANES.flatMap((kind): readonly LaneKind[] => (kind === 'indicators' ? [kind, ...more] : [kind]));
  const orders = generateNKeysBetween(null, null, kinds.length);
  const all = kinds.map((kind, at) => ({
    id: newId<LaneId>(),
    kind,
    order: orders[at] ?? FIRST,
    title: '',
    hidden: false,
    folded: false,
    ...LANE_DEFAULTS,
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
  ...NOTE_DEFAULTS_3,
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
      ...TOUCHPOINT_DEFAULTS,
    };
  });
}

/** What people say among themselves is not the company's to run. */
const NOT_OURS: ReadonlySet<string> = new Set(['word-of-mouth', 'event', 'review-site', 'social-network', 'custom']);

function emotionOf(
  words: StageWords,
  figures: StageFigures,
  steps: readonly Step[],
  build: Builder,
  today: StageFigures | undefined,
): EmotionPoint[] {
  const point = (step: Step, at: number, valence: number): EmotionPoint => ({
    id: build.newId<EmotionPointId>(),
    laneId: build.lane('emotion'),
    personaId: build.personaId,
    stepId: step.id,
    offset: 0.5,
    valence,
    word: '',
    quote: words.quotes[at] ?? '',
    momentOfTruth: figures.steps[at]?.truth ?? false,
    ...POINT_DEFAULTS,
  });
  const own = steps.map((step, at) => point(step, at, figures.steps[at]?.valence ?? 0));
  if (!today) return own;
  const felt = steps.map((step, at) => point(step, at, today.steps[at]?.valence ?? 0));
  return [
    ...own.map((one): EmotionPoint => ({ ...one, state: 'target' })),
    ...felt.map((one) => ({ ...one, quote: '', momentOfTruth: false })),
  ];
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
  flows,
  ways,
  moreLanes = [],
  today,
  round = [],
  view = {},
}: SampleBoardArgs): JourneyMapDoc {
  const lanes = lanesOf(newId, moreLanes);
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
    const stage: Stage = {
      id,
      order: stageOrders[at] ?? FIRST,
      title,
      phase: figure.phase,
      duration,
      help,
      ...STAGE_DEFAULTS,
      ...flows[at],
    };
    const orders = generateNKeysBetween(null, null, figure.steps.length);
    const own = orders.map((order): Step => ({ id: newId<StepId>(), stageId: id, order, title: '' }));
    stages.push(stage);
    steps.push(...own);
    notes.push(...notesOf(said, figure, stage, own, build));
    touchpoints.push(...touchpointsOf(said, figure, own, build));
    emotionPoints.push(...emotionOf(said, figure, own, build, today?.[at]));
    indicators.push(...indicatorsOf(figure, own, build));
  });
  const { title, result, sources } = words;
  const stepAt = ([stage, step]: readonly [number, number]): StepId | undefined =>
    steps.filter(({ stageId }) => stageId === stages[stage]?.id)[step]?.id;
  const contact = view.firstContact && stepAt(view.firstContact);
  const jumps = ways.flatMap(({ from, to }, at): readonly Jump[] => {
    const fromStepId = stepAt(from);
    const label = words.ways[at] ?? '';
    const kind = to ? 'loop' : 'exit';
    return fromStepId ? [{ id: newId<JumpId>(), fromStepId, toStepId: (to && stepAt(to)) ?? null, kind, label }] : [];
  });
  const { participants, ratings } = roundOf(round, steps, build);
  return {
    kind: 'journey-map',
    schema: 4,
    translations: {},
    info: {
      title,
      state,
      result,
      sources,
      date,
      version,
      personaIds: [personaId],
      ...INFO_DEFAULTS,
      purchaseLine: view.purchaseLine ?? false,
      firstContactStepId: contact ?? null,
    },
    stages: byId(stages),
    steps: byId(steps),
    lanes: byId(lanes.all),
    notes: byId(notes),
    clusters: {},
    touchpoints: byId(touchpoints),
    emotionPoints: byId(emotionPoints),
    indicators: byId(indicators),
    participants: byId(participants),
    ratings: byId(ratings),
    jumps: byId(jumps),
  };
}
