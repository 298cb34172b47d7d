import type { PersonaId } from '../../base/ids';
import type { EmpathyMapDoc } from '../../boards/empathy-map/model';
import { notesOfZone } from '../../boards/empathy-map/order';
import { ZONES } from '../../boards/empathy-map/zones';
import {
  holdsNotes,
  type JourneyMapDoc,
  type Lane,
  type Note,
  type Stage,
  type Step,
} from '../../boards/journey-map/model';
import {
  emotionPointsIn,
  indicatorsIn,
  lanesInOrder,
  notesIn,
  stagesInOrder,
  stepsOf,
  touchpointsIn,
} from '../../boards/journey-map/order';
import type { PersonaDoc } from '../../boards/persona/model';
import { type Lang, type TranslateFn, translator } from '../../i18n/translate';
import type { CommonNoteFields } from '../../model/note';
import type { ReportSource } from '../model';
import { empathyIn, journeysIn, personasIn } from '../partContext';
import { type ReportWords, reportWords } from '../reportWords';

/** What a workshop holds as tables. */
const TABLES = ['notes', 'touchpoints', 'indicators', 'opportunities', 'emotions'] as const;
export type WorkshopTableId = (typeof TABLES)[number];

export interface WorkshopTable {
  readonly id: WorkshopTableId;
  /** Name of its sheet and its file. */
  readonly title: string;
  /** A row of headings, then one for each thing, board after board in reading order. Texts are as they were written. */
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers, for programs that tell them from text. */
  readonly numbers: ReadonlySet<number>;
}

interface Context {
  readonly lang: Lang;
  readonly t: TranslateFn;
  readonly r: ReportWords;
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
}

/** A cell of each column; headings end in `#` for numbers. */
type Row = readonly string[];

/** Everything of the boards of a workshop that people count, sort and filter: five tables in the words of a language. */
export function workshopTables(source: ReportSource, lang: Lang): readonly WorkshopTable[] {
  const personas = Object.fromEntries(personasIn(source).map(({ id, doc }) => [id, doc])) as Context['personas'];
  const ctx: Context = { lang, t: translator(lang), r: reportWords(lang), personas };
  const headings = headingsOf(ctx);
  const rows: Record<WorkshopTableId, Row[]> = {
    notes: [],
    touchpoints: [],
    indicators: [],
    opportunities: [],
    emotions: [],
  };
  for (const { id } of source.boards) {
    for (const map of journeysIn(source))
      if (map.id === id) addJourney(rows, map.doc, map.doc.info.title || map.title, ctx);
    for (const map of empathyIn(source))
      if (map.id === id) addEmpathy(rows, map.doc, map.doc.info.title || map.title, ctx);
  }
  return TABLES.map((id) => ({
    id,
    title: ctx.r(`data.${id}`),
    rows: [headings[id].map((heading) => heading.replace(/#$/, '')), ...rows[id]],
    numbers: new Set(headings[id].flatMap((heading, at) => (heading.endsWith('#') ? [at] : []))),
  }));
}

function headingsOf({ t, r }: Context): Readonly<Record<WorkshopTableId, Row>> {
  const place = [r('data.board'), t('analysis.column.stage'), `${t('analysis.column.moment')}#`, r('data.moment')];
  const proof = [
    t('analysis.column.evidence'),
    t('analysis.column.source'),
    `${t('analysis.column.votes')}#`,
    t('analysis.column.tags'),
  ];
  const rated = [`${t('analysis.column.impact')}#`, `${t('analysis.column.effort')}#`];
  const author = t('analysis.column.author');
  const text = t('analysis.column.text');
  return {
    notes: [
      ...place,
      t('analysis.column.row'),
      r('persona'),
      text,
      ...proof,
      r('data.colour'),
      `${t('analysis.column.severity')}#`,
      ...rated,
      author,
      r('data.group'),
    ],
    touchpoints: [
      ...place,
      text,
      t('analysis.column.channel'),
      t('analysis.column.medium'),
      t('analysis.column.owner'),
      t('analysis.column.controlled'),
      t('analysis.column.measure'),
    ],
    indicators: [
      ...place,
      r('data.touchpoint'),
      t('analysis.column.metric'),
      `${t('analysis.column.value')}#`,
      `${t('analysis.column.answers')}#`,
      r('data.trend'),
    ],
    opportunities: [
      ...place,
      r('persona'),
      text,
      ...rated,
      ...proof,
      author,
      t('analysis.column.owner'),
      t('editing.detail.due'),
      t('editing.detail.decision'),
    ],
    emotions: [
      ...place,
      r('persona'),
      r('state'),
      `${t('analysis.column.valence')}#`,
      t('analysis.column.word'),
      t('analysis.column.quote'),
      `${r('data.intensity')}#`,
      t('analysis.column.truth'),
    ],
  };
}

/** With the fifteen digits that a spreadsheet keeps. */
const number = (value: number | null): string => (value === null ? '' : `${Number(value.toPrecision(15))}`);

const nameOf = (id: PersonaId | null, { personas }: Context): string => (id ? (personas[id]?.info.name ?? '') : '');

const flag = (value: boolean | null, { t }: Context): string =>
  value === null ? '' : t(value ? 'analysis.register.yes' : 'analysis.register.no');

const proofOf = (note: CommonNoteFields, { t }: Context): Row => [
  note.evidence ? t(`journey.evidence.${note.evidence}`) : '',
  note.source,
  `${note.votes}`,
  note.tags.join(', '),
];

/** What a note says: its text, else what its picture shows. */
const textOf = (note: CommonNoteFields): string => note.text || (note.image?.alt ?? '');

const paperOf = ({ color }: CommonNoteFields, { t }: Context): string => (color ? t(`editing.color.${color}`) : '');

function addJourney(rows: Record<WorkshopTableId, Row[]>, doc: JourneyMapDoc, board: string, ctx: Context): void {
  const { t } = ctx;
  const placeOf = (stage: Stage, step: Step | null): Row => [
    board,
    stage.title,
    step ? `${stepsOf(doc, stage.id).indexOf(step) + 1}` : '',
    step?.title ?? '',
  ];
  for (const lane of lanesInOrder(doc)) {
    for (const stage of stagesInOrder(doc)) {
      const steps = stepsOf(doc, stage.id);
      for (const step of holdsNotes(lane.kind) ? [null, ...steps] : steps) {
        const place = placeOf(stage, step);
        const at = { laneId: lane.id, stageId: stage.id, stepId: step?.id ?? null };
        for (const note of holdsNotes(lane.kind) ? notesIn(doc, at) : []) {
          rows.notes.push([...place, ...noteCells(doc, lane, note, ctx)]);
          if (lane.kind === 'opportunities') rows.opportunities.push([...place, ...opportunityCells(note, ctx)]);
        }
        if (lane.kind === 'touchpoints')
          for (const { label, channel, medium, owner, controlled, measure } of touchpointsIn(doc, at))
            rows.touchpoints.push([
              ...place,
              label,
              t(`journey.channel.${channel}`),
              t(`journey.medium.${medium}`),
              owner,
              flag(controlled, ctx),
              measure,
            ]);
        if (lane.kind === 'indicators')
          for (const { metric, value, n, trend } of indicatorsIn(doc, at))
            rows.indicators.push([
              ...place,
              touchpointNames(doc, step),
              t(`journey.metric.${metric}`),
              number(value),
              number(n),
              trend.join(' '),
            ]);
        if (lane.kind === 'emotion')
          for (const point of emotionPointsIn(doc, lane.id).filter(({ stepId }) => stepId === step?.id))
            rows.emotions.push([
              ...place,
              nameOf(point.personaId ?? doc.info.personaIds[0] ?? null, ctx),
              t(`journey.state.${point.state}`),
              number(point.valence),
              point.word,
              point.quote,
              number(point.intensity),
              flag(point.momentOfTruth, ctx),
            ]);
      }
    }
  }
}

const touchpointNames = (doc: JourneyMapDoc, step: Step | null): string =>
  lanesInOrder(doc)
    .flatMap((lane) =>
      step && lane.kind === 'touchpoints' ? touchpointsIn(doc, { laneId: lane.id, stepId: step.id }) : [],
    )
    .flatMap(({ label }) => label.trim() || [])
    .join(', ');

function noteCells(doc: JourneyMapDoc, lane: Lane, note: Note, ctx: Context): Row {
  const cluster = note.clusterId ? doc.clusters[note.clusterId] : undefined;
  return [
    lane.title || ctx.t(`journey.lane.${lane.kind}`),
    nameOf(note.personaId, ctx),
    textOf(note),
    ...proofOf(note, ctx),
    paperOf(note, ctx),
    number(note.severity),
    number(note.impact),
    number(note.effort),
    note.author,
    cluster?.title ?? '',
  ];
}

const opportunityCells = (note: Note, ctx: Context): Row => [
  nameOf(note.personaId, ctx),
  textOf(note),
  number(note.impact),
  number(note.effort),
  ...proofOf(note, ctx),
  note.author,
  note.owner,
  note.due,
  note.decision ? ctx.t(`analysis.decision.${note.decision}`) : '',
];

function addEmpathy(rows: Record<WorkshopTableId, Row[]>, doc: EmpathyMapDoc, board: string, ctx: Context): void {
  const persona = nameOf(doc.info.personaId, ctx);
  for (const zone of ZONES)
    for (const note of notesOfZone(doc, zone)) {
      const stage = note.stageId ? doc.stages[note.stageId] : undefined;
      const cluster = note.clusterId ? doc.clusters[note.clusterId] : undefined;
      rows.notes.push([
        board,
        stage?.title ?? '',
        '',
        '',
        ctx.t(`empathy.area.${zone}`),
        persona,
        textOf(note),
        ...proofOf(note, ctx),
        paperOf(note, ctx),
        '',
        '',
        '',
        note.author,
        cluster?.title ?? '',
      ]);
    }
}
