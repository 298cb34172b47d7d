import type {
  ClusterId,
  EmotionPointId,
  IndicatorId,
  LaneId,
  NoteId,
  PersonaId,
  StageId,
  StepId,
  TouchpointId,
} from '../../base/ids';
import { z } from '../../base/schema';
import type { DocType } from '../../model/document';
import { dateText, idOf, orderKey, recordOf, text } from '../../model/fields';
import { clusterShape, EMPTY_NOTE, noteShape } from '../../model/note';
import { journeyMapMigrations, NOTE_DEFAULTS } from './migrations';

/** Whether the map shows the journey as it is or as it should be. */
export const JOURNEY_STATES = ['current', 'target'] as const;
export const PHASES = ['pre', 'purchase', 'post'] as const;
/** Rows in their default order. `notes` is the free lane; all but touchpoints, emotion and indicators hold notes. */
export const LANE_KINDS = [
  'actions',
  'touchpoints',
  'thoughts',
  'emotion',
  'indicators',
  'pain-points',
  'opportunities',
  'contents',
  'owner',
  'notes',
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];
export const CHANNELS = [
  'poster',
  'radio',
  'press',
  'store',
  'checkout',
  'phone',
  'e-mail',
  'website',
  'app',
  'social-network',
  'review-site',
  'word-of-mouth',
  'sales-rep',
  'delivery',
  'support',
  'event',
  'appointment',
  'product',
  'custom',
] as const;
export type ChannelId = (typeof CHANNELS)[number];
export const MEDIUMS = ['online', 'offline'] as const;
export type Medium = (typeof MEDIUMS)[number];
export const METRICS = ['nps', 'csat', 'ces'] as const;
export type Metric = (typeof METRICS)[number];

const journeyInfo = z.strictObject({
  /** Title of the poster and of the sheet. */
  title: text,
  state: z.enum(JOURNEY_STATES),
  /** One sentence: what the map shows in the end (the poster's subtitle). */
  result: text,
  /** Where the facts come from, printed on the poster. */
  sources: text,
  date: dateText,
  /** Version as written by the team: 7 reads `v7`. */
  version: z.int().min(0).max(9999),
  /** Personas of the map; the first one is the poster's card. */
  personaIds: z.array(idOf<PersonaId>()).max(8),
});

const stage = z.strictObject({
  id: idOf<StageId>(),
  order: orderKey,
  title: text,
  phase: z.enum(PHASES),
  /** How long it lasts, as the team says it: `12 jours`. */
  duration: text,
  help: text,
});

const step = z.strictObject({ id: idOf<StepId>(), stageId: idOf<StageId>(), order: orderKey, title: text });

const lane = z.strictObject({
  id: idOf<LaneId>(),
  kind: z.enum(LANE_KINDS),
  order: orderKey,
  /** Own title; empty takes the kind's name in the interface language. */
  title: text,
  hidden: z.boolean(),
  /** Folded to one line that tells the count per stage. */
  folded: z.boolean(),
});

const rating = z.int().min(1).max(5).nullable();

/** Where notes and groups of notes stand. */
const cell = {
  laneId: idOf<LaneId>(),
  stageId: idOf<StageId>(),
  /** Column inside the stage; null spans the whole stage. */
  stepId: idOf<StepId>().nullable(),
};

const note = z.strictObject({
  id: idOf<NoteId>(),
  ...cell,
  /** Among the notes of its group, or among the groups and other notes of its cell. */
  order: orderKey,
  ...noteShape,
  severity: rating,
  impact: rating,
  effort: rating,
});

/** A group stands in one cell, with all its notes. */
const cluster = z.strictObject({ ...clusterShape, ...cell });

const touchpoint = z.strictObject({
  id: idOf<TouchpointId>(),
  laneId: idOf<LaneId>(),
  stepId: idOf<StepId>(),
  order: orderKey,
  label: text,
  channel: z.enum(CHANNELS),
  medium: z.enum(MEDIUMS),
  owner: text,
  /** Whether the company controls it; null when unknown. */
  controlled: z.boolean().nullable(),
  /** How it is measured; empty means not measured. */
  measure: text,
});

const emotionPoint = z.strictObject({
  id: idOf<EmotionPointId>(),
  laneId: idOf<LaneId>(),
  personaId: idOf<PersonaId>().nullable(),
  stepId: idOf<StepId>(),
  /** Place inside the step, 0 (left edge) to 1 (right edge). */
  offset: z.number().min(0).max(1),
  /** -2 (very unpleasant) to +2 (very pleasant). */
  valence: z.number().min(-2).max(2),
  /** The feeling in one word. */
  word: text,
  quote: text,
  momentOfTruth: z.boolean(),
});

const indicator = z.strictObject({
  id: idOf<IndicatorId>(),
  laneId: idOf<LaneId>(),
  stepId: idOf<StepId>(),
  order: orderKey,
  metric: z.enum(METRICS),
  /** NPS -100..100, CSAT 0..100 (%), CES 1..7 (mean); null is still to be measured. */
  value: z.number().min(-100).max(100).nullable(),
  /** Number of answers; null when unknown. */
  n: z.int().min(0).nullable(),
  /** Last readings, oldest first, the value included when there is one. */
  trend: z.array(z.number()).max(60),
});

const journeyMapSchema = z.strictObject({
  kind: z.literal('journey-map'),
  schema: z.literal(2),
  info: journeyInfo,
  stages: recordOf(idOf<StageId>(), stage),
  steps: recordOf(idOf<StepId>(), step),
  lanes: recordOf(idOf<LaneId>(), lane),
  notes: recordOf(idOf<NoteId>(), note),
  clusters: recordOf(idOf<ClusterId>(), cluster),
  touchpoints: recordOf(idOf<TouchpointId>(), touchpoint),
  emotionPoints: recordOf(idOf<EmotionPointId>(), emotionPoint),
  indicators: recordOf(idOf<IndicatorId>(), indicator),
});

/** A customer journey: stages of steps across, lanes down, one emotion curve per persona. */
export type JourneyMapDoc = z.infer<typeof journeyMapSchema>;
export type Stage = z.infer<typeof stage>;
export type Step = z.infer<typeof step>;
export type Lane = z.infer<typeof lane>;
export type Note = z.infer<typeof note>;
export type Cluster = z.infer<typeof cluster>;
export type Touchpoint = z.infer<typeof touchpoint>;
export type EmotionPoint = z.infer<typeof emotionPoint>;
export type Indicator = z.infer<typeof indicator>;
export type Phase = (typeof PHASES)[number];
export type JourneyState = (typeof JOURNEY_STATES)[number];

export const journeyMapType: DocType<JourneyMapDoc> = {
  kind: 'journey-map',
  schemaVersion: 2,
  collections: ['stages', 'steps', 'lanes', 'notes', 'clusters', 'touchpoints', 'emotionPoints', 'indicators'],
  schema: journeyMapSchema,
  defaults: {
    notes: { ...EMPTY_NOTE, ...NOTE_DEFAULTS, stepId: null, severity: null, impact: null, effort: null },
  },
  migrations: journeyMapMigrations,
};

/** Lanes whose notes belong to one step each; notes of the other note lanes span their stage by default. */
export const STEP_LANES: ReadonlySet<LaneKind> = new Set(['actions', 'touchpoints', 'indicators', 'emotion']);
