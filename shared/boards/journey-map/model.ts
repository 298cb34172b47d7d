import type {
  BoardId,
  ClusterId,
  EmotionPointId,
  IndicatorId,
  JumpId,
  LaneId,
  NoteId,
  ParticipantId,
  PersonaId,
  RatingId,
  StageId,
  StepId,
  TouchpointId,
} from '../../base/ids';
import { z } from '../../base/schema';
import type { DocType } from '../../model/document';
import { dateText, idOf, orderKey, recordOf, text } from '../../model/fields';
import { clusterShape, EMPTY_NOTE, MAX_LINKS, NOTE_COLORS, noteLink, noteShape } from '../../model/note';
import { translationsSchema, withTranslations } from '../../model/translation';
import {
  INFO_DEFAULTS,
  LANE_DEFAULTS,
  NOTE_DEFAULTS_3,
  POINT_DEFAULTS,
  STAGE_DEFAULTS,
  TOUCHPOINT_DEFAULTS,
} from './defaults';
import {
  CONTENT_STATUSES,
  CONTENT_TYPES,
  CURVE_CHOICES,
  CURVE_DISPLAYS,
  DECISIONS,
  JUMP_KINDS,
  MAP_FORMS,
  MEDIUM_VIEWS,
  SCOPES,
} from './enums';
import { journeyMapMigrations, NOTE_DEFAULTS } from './migrations';

/** Whether the map shows the journey as it is or as it should be. */
export const JOURNEY_STATES = ['current', 'target'] as const;
export const PHASES = ['pre', 'purchase', 'post'] as const;
/** Rows that a new map has, in their order. */
export const FIRST_LANES = [
  'actions',
  'touchpoints',
  'thoughts',
  'emotion',
  'indicators',
  'pain-points',
  'opportunities',
  'contents',
  'owner',
] as const;
/** Every kind of row, in the order they are offered. `notes` is the free one. */
export const LANE_KINDS = [
  ...FIRST_LANES,
  'expectations',
  'questions',
  'measures',
  'conversion',
  'duration',
  'images',
  'frontstage',
  'backstage',
  'support',
  'notes',
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];
/** Rows that tell a figure of each stage, which is a field of the stage. */
export const FIGURE_LANES: ReadonlySet<LaneKind> = new Set(['conversion', 'duration']);
const NOT_NOTES: ReadonlySet<LaneKind> = new Set([...FIGURE_LANES, 'touchpoints', 'emotion', 'indicators']);

/** True for rows that hold notes. */
export const holdsNotes = (kind: LaneKind): boolean => !NOT_NOTES.has(kind);
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
  scope: z.enum(SCOPES),
  /** Draws a line where the purchase is done. */
  purchaseLine: z.boolean(),
  medium: z.enum(MEDIUM_VIEWS),
  form: z.enum(MAP_FORMS),
  /** Moment at which the person first talks to somebody who sells; null when the team has not said. */
  firstContactStepId: idOf<StepId>().nullable(),
  /** The team's own words for the five levels, from -2 to +2; an empty one, or none, takes the app's. */
  emotionWords: z.array(text).max(5),
});

/** People of a stage: how many came in, went on to the next, left. Null where nobody counted. */
const people = z.int().min(0).max(1_000_000_000).nullable();

const stage = z.strictObject({
  id: idOf<StageId>(),
  order: orderKey,
  title: text,
  phase: z.enum(PHASES),
  /** How long it lasts, as the team says it: `12 jours`. */
  duration: text,
  help: text,
  /** Minutes of its duration in which nothing happens (the wait before the next stage); null when unknown. */
  deadTime: z.int().min(0).max(5_256_000).nullable(),
  entered: people,
  wentOn: people,
  left: people,
  /** Another map of the workshop that tells this stage in detail. */
  linkedBoardId: idOf<BoardId>().nullable(),
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
  /** Of the six papers; null takes the kind's own look. */
  color: z.enum(NOTE_COLORS).nullable(),
  /** Least height in units of the screen, 0 for as high as its content; a poster scales it. */
  minHeight: z.int().min(0).max(2000),
  /** Notes by persona: one line for each persona of the map, gaps shown. */
  byPersona: z.boolean(),
  /** Emotion rows: the one persona it shows; null for all. */
  personaId: idOf<PersonaId>().nullable(),
  /** Emotion rows: of today, aimed at, or both. */
  curves: z.enum(CURVE_CHOICES),
  display: z.enum(CURVE_DISPLAYS),
  /** Emotion rows: how strongly it is felt, as a second curve. */
  intensity: z.boolean(),
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
  /** Whom it is for, of several personas; null for all. */
  personaId: idOf<PersonaId>().nullable(),
  contentType: z.enum(CONTENT_TYPES).nullable(),
  status: z.enum(CONTENT_STATUSES).nullable(),
  /** Who takes care of it. */
  owner: text,
  /** Day it shall be done. */
  due: dateText,
  decision: z.enum(DECISIONS).nullable(),
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
  links: z.array(noteLink).max(MAX_LINKS),
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
  /** Felt today, or aimed at. */
  state: z.enum(JOURNEY_STATES),
  /** How strongly it is felt, 0 to 100 %; null when nobody said. */
  intensity: z.int().min(0).max(100).nullable(),
  links: z.array(noteLink).max(MAX_LINKS),
});

/** Somebody of the workshop who says what each moment feels like. */
const participant = z.strictObject({ id: idOf<ParticipantId>(), order: orderKey, name: text });

/** What one participant thinks a moment feels like. */
const personalRating = z.strictObject({
  id: idOf<RatingId>(),
  participantId: idOf<ParticipantId>(),
  stepId: idOf<StepId>(),
  /** Whose journey is rated; null for the map's first persona. */
  personaId: idOf<PersonaId>().nullable(),
  /** -2 (very unpleasant) to +2 (very pleasant). */
  valence: z.number().min(-2).max(2),
});

/** A way through the map that is not the next moment: back, around, or out (`toStepId` is null). */
const jump = z.strictObject({
  id: idOf<JumpId>(),
  fromStepId: idOf<StepId>(),
  toStepId: idOf<StepId>().nullable(),
  kind: z.enum(JUMP_KINDS),
  label: text,
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
  schema: z.literal(4),
  info: journeyInfo,
  stages: recordOf(idOf<StageId>(), stage),
  steps: recordOf(idOf<StepId>(), step),
  lanes: recordOf(idOf<LaneId>(), lane),
  notes: recordOf(idOf<NoteId>(), note),
  clusters: recordOf(idOf<ClusterId>(), cluster),
  touchpoints: recordOf(idOf<TouchpointId>(), touchpoint),
  emotionPoints: recordOf(idOf<EmotionPointId>(), emotionPoint),
  indicators: recordOf(idOf<IndicatorId>(), indicator),
  participants: recordOf(idOf<ParticipantId>(), participant),
  ratings: recordOf(idOf<RatingId>(), personalRating),
  jumps: recordOf(idOf<JumpId>(), jump),
  translations: translationsSchema,
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
export type Participant = z.infer<typeof participant>;
export type Rating = z.infer<typeof personalRating>;
export type Jump = z.infer<typeof jump>;
export type Phase = (typeof PHASES)[number];
export type JourneyState = (typeof JOURNEY_STATES)[number];

export const journeyMapType: DocType<JourneyMapDoc> = {
  kind: 'journey-map',
  schemaVersion: 4,
  collections: [
    'stages',
    'steps',
    'lanes',
    'notes',
    'clusters',
    'touchpoints',
    'emotionPoints',
    'indicators',
    'participants',
    'ratings',
    'jumps',
    'translations',
  ],
  schema: journeyMapSchema,
  defaults: {
    info: INFO_DEFAULTS,
    stages: STAGE_DEFAULTS,
    lanes: LANE_DEFAULTS,
    notes: {
      ...EMPTY_NOTE,
      ...NOTE_DEFAULTS,
      ...NOTE_DEFAULTS_3,
      stepId: null,
      severity: null,
      impact: null,
      effort: null,
    },
    touchpoints: TOUCHPOINT_DEFAULTS,
    emotionPoints: POINT_DEFAULTS,
  },
  migrations: [...journeyMapMigrations, withTranslations(4)],
};

/** Lanes whose notes belong to one step each; notes of the other note lanes span their stage by default. */
export const STEP_LANES: ReadonlySet<LaneKind> = new Set([
  'actions',
  'touchpoints',
  'indicators',
  'emotion',
  'frontstage',
  'backstage',
  'support',
]);
