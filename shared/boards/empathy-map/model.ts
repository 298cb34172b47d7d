import type { BoardId, ClusterId, FindingId, NoteId, PersonaId, StageId } from '../../base/ids';
import { z } from '../../base/schema';
import type { DocType } from '../../model/document';
import { dateText, idOf, orderKey, recordOf, text } from '../../model/fields';
import { clusterShape, EMPTY_NOTE, noteShape } from '../../model/note';
import { translationsSchema, withTranslations } from '../../model/translation';
import { empathyMapMigrations } from './migrations';
import { EMPATHY_LAYOUTS, ZONES } from './zones';

/** Farthest a note is put by hand below the top of its area, in units of the screen. */
export const MOST_DOWN = 20_000;
/** Most moments that a stage takes over from a journey. */
export const MOST_MOMENTS = 200;

const empathyInfo = z.strictObject({
  /** Title of the poster and of the sheet. */
  title: text,
  layout: z.enum(EMPATHY_LAYOUTS),
  /** Whom the map is about. */
  personaId: idOf<PersonaId>().nullable(),
  /** The job they want done, in their own terms: subtitle of "needs to do". */
  goal: text,
  /** Where they are and what they are up to: `compare des chaussures`. */
  situation: text,
  /** Where the facts come from, printed on the poster. */
  sources: text,
  date: dateText,
  /** Version as written by the team: 7 reads `v7`. */
  version: z.int().min(0).max(9999),
  participants: text,
  designedBy: text,
  /** The journey whose stages are the columns of the layout by stage. */
  journeyId: idOf<BoardId>().nullable(),
  /** Shows the questions of every zone, of filled ones too. */
  showPrompts: z.boolean(),
});

const place = z.strictObject({
  /** Left edge as a share of the area's width, 0..1. */
  x: z.number().min(0).max(1),
  /** From the top of the area's notes, in units of the screen; other forms take it in proportion to their text. */
  y: z.number().min(0).max(MOST_DOWN),
});

const note = z.strictObject({
  ...noteShape,
  id: idOf<NoteId>(),
  zone: z.enum(ZONES),
  /** Column of the layout by stage; kept while another layout is on. */
  stageId: idOf<StageId>().nullable(),
  order: orderKey,
  /** Where somebody put it by hand; null stands in the flow. The layout by stage has no room for it and lets every note flow. */
  place: place.nullable(),
});

const cluster = z.strictObject(clusterShape);

const valence = z.number().min(-2).max(2);

const stage = z.strictObject({
  id: idOf<StageId>(),
  order: orderKey,
  title: text,
  /** How long it lasts, as the team says it: `12 jours`. */
  duration: text,
  /** Moments `from` to `to` (exclusive; null: the last) of a stage of the linked journey; null for a stage of its own. */
  source: z.strictObject({ stageId: idOf<StageId>(), from: z.int().min(0), to: z.int().min(0).nullable() }).nullable(),
  /** Valences of the moments of the journey's stage, in order. */
  moments: z.array(valence).max(MOST_MOMENTS),
  /** Valence that somebody set by hand, in tenths; null takes the median of the moments. */
  hand: valence.nullable(),
  /** The feeling in one word. */
  word: text,
});

const finding = z.strictObject({
  id: idOf<FindingId>(),
  order: orderKey,
  /** What they say, and what they do. */
  sayId: idOf<NoteId>(),
  doId: idOf<NoteId>(),
  text,
});

const empathyMapSchema = z.strictObject({
  kind: z.literal('empathy-map'),
  schema: z.literal(2),
  info: empathyInfo,
  notes: recordOf(idOf<NoteId>(), note),
  clusters: recordOf(idOf<ClusterId>(), cluster),
  stages: recordOf(idOf<StageId>(), stage),
  findings: recordOf(idOf<FindingId>(), finding),
  translations: translationsSchema,
});

/** An empathy map: notes about one person in one situation, in zones that three layouts share. */
export type EmpathyMapDoc = z.infer<typeof empathyMapSchema>;
export type EmpathyNote = z.infer<typeof note>;
export type NotePlace = z.infer<typeof place>;
export type Cluster = z.infer<typeof cluster>;
export type EmpathyStage = z.infer<typeof stage>;
export type Finding = z.infer<typeof finding>;

export const empathyMapType: DocType<EmpathyMapDoc> = {
  kind: 'empathy-map',
  schemaVersion: 2,
  collections: ['notes', 'clusters', 'stages', 'findings', 'translations'],
  schema: empathyMapSchema,
  defaults: { notes: { ...EMPTY_NOTE, stageId: null, place: null } },
  migrations: [...empathyMapMigrations, withTranslations(2)],
};
