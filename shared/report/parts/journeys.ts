import { figureText } from '../../boards/journey-map/figures';
import { formatIndicator } from '../../boards/journey-map/format';
import {
  type EmotionPoint,
  FIGURE_LANES,
  holdsNotes,
  type Indicator,
  type JourneyMapDoc,
  type Lane,
  type Note,
  type Stage,
  type Touchpoint,
} from '../../boards/journey-map/model';
import { contentWords, footWords } from '../../boards/journey-map/noteWords';
import {
  columnOf,
  indicatorsIn,
  lanesInOrder,
  notesIn,
  stagesInOrder,
  touchpointsIn,
} from '../../boards/journey-map/order';
import { shownPoints, shownStages, shownSteps, shownTouchpoints } from '../../boards/journey-map/shown';
import { laneTitle, levelWord, stageTitle } from '../../boards/journey-map/spokenLabels';
import { emotionLevel, formatNumber, formatValence } from '../../boards/pieces/valence';
import { capitalised, quoted } from '../../text/typography';
import type { ReportBlock } from '../model';
import {
  boardTitle,
  evidenceWord,
  journeysIn,
  lineOf,
  type PartContext,
  personaName,
  type Sheet,
  withDetails,
} from '../partContext';

/** The journeys: each whole on a page, then stage by stage in words. */
export function journeysPart(ctx: PartContext): readonly ReportBlock[] {
  const maps = journeysIn(ctx.source);
  if (maps.length === 0) return [];
  const { r, t } = ctx;
  return [
    { kind: 'paragraph', look: 'lead', text: r('intro.journeys') },
    {
      kind: 'table',
      title: r('part.journeys'),
      columns: [
        { title: r('map'), share: 6, isHead: true },
        { title: r('about'), share: 3.4 },
        { title: r('state'), share: 3.4 },
        { title: r('scope'), share: 3.8 },
      ],
      rows: maps.map((map) => {
        const { info } = map.doc;
        const stages = shownStages(map.doc);
        const steps = stages.reduce((sum, { id }) => sum + shownSteps(map.doc, id).length, 0);
        return [
          info.result.trim() ? `${boardTitle(map, ctx)}\n${lineOf(info.result, ctx)}` : boardTitle(map, ctx),
          namesOf(map.doc, ctx),
          t(`journey.state.${info.state}`),
          r('scopeCount', { stages: stages.length, steps }),
        ];
      }),
    },
    ...maps.flatMap((map, at) => mapBlocks(map, at, ctx)),
  ];
}

const namesOf = ({ info }: JourneyMapDoc, ctx: PartContext): string =>
  info.personaIds
    .flatMap((id) => ctx.personas[id] ?? [])
    .map((doc) => personaName(doc, ctx))
    .join(', ');

function mapBlocks(map: Sheet<JourneyMapDoc>, at: number, ctx: PartContext): readonly ReportBlock[] {
  const title = boardTitle(map, ctx);
  const { doc, stages: told } = map;
  const stages = shownStages(doc).filter(({ id }) => told?.includes(id) ?? true);
  const sources = lineOf(doc.info.sources, ctx);
  return [
    {
      kind: 'sheet',
      docId: map.id,
      id: `journey-${at + 1}`,
      title,
      alt: ctx.r('journeyAlt', { title }),
      orientation: 'landscape',
      text: [],
    },
    ...stages.flatMap((stage) => stageBlocks(doc, stage, `journey-${at + 1}`, ctx)),
    ...(sources
      ? [{ kind: 'paragraph', look: 'small', text: ctx.t('journey.legend.sources', { sources }) } as const]
      : []),
  ];
}

function stageBlocks(doc: JourneyMapDoc, stage: Stage, id: string, ctx: PartContext): readonly ReportBlock[] {
  const { t, r } = ctx;
  const at = stagesInOrder(doc).indexOf(stage);
  const about = [t(`journey.phase.${stage.phase}`), lineOf(stage.duration, ctx)].filter((word) => word !== '');
  const title = `${at + 1}. ${stageTitle(stage, at, ctx)}`;
  const rows = lanesInOrder(doc)
    .filter(({ hidden }) => !hidden)
    .map((lane) => [laneTitle(lane, ctx), linesOf(doc, stage, lane, ctx).join('\n')])
    .filter(([, text]) => text !== '');
  return [
    { kind: 'heading', level: 3, id: `${id}-stage-${at + 1}`, text: title },
    { kind: 'paragraph', look: 'small', text: capitalised(about.join(', '), ctx.lang) },
    ...(rows.length > 0
      ? [
          {
            kind: 'table',
            title,
            columns: [
              { title: r('row'), share: 3, isHead: true },
              { title: r('says'), share: 11 },
            ],
            rows,
          } as const,
        ]
      : []),
  ];
}

/** What a row says in a stage: moment by moment under the moment's number, then what holds for the whole stage. */
function linesOf(doc: JourneyMapDoc, stage: Stage, lane: Lane, ctx: PartContext): readonly string[] {
  const steps = shownSteps(doc, stage.id);
  const inSteps = steps.flatMap((step) => {
    const number = columnOf(doc, step.id) + 1;
    const place = { laneId: lane.id, stageId: stage.id, stepId: step.id };
    return textsIn(doc, lane, place, ctx).map((text) => ctx.r('moment', { number, text }));
  });
  if (FIGURE_LANES.has(lane.kind)) {
    const figure = figureText(stage, lane.kind, ctx.t, ctx.lang);
    return figure ? [lineOf(figure, ctx)] : [];
  }
  if (!holdsNotes(lane.kind)) return inSteps;
  const wide = notesIn(doc, { laneId: lane.id, stageId: stage.id, stepId: null });
  return [...inSteps, ...wide.map((note) => noteText(note, ctx))];
}

type Place = Parameters<typeof touchpointsIn>[1] & Parameters<typeof notesIn>[1];

function textsIn(doc: JourneyMapDoc, lane: Lane, place: Place, ctx: PartContext): readonly string[] {
  switch (lane.kind) {
    case 'touchpoints':
      return shownTouchpoints(doc, touchpointsIn(doc, place)).map((item) => touchpointText(item, ctx));
    case 'emotion':
      return shownPoints(doc, lane)
        .filter(({ stepId }) => stepId === place.stepId)
        .map((point) => pointText(doc, point, ctx));
    case 'indicators':
      return indicatorsIn(doc, place).map((item) => indicatorText(item, ctx));
    default:
      return holdsNotes(lane.kind) ? notesIn(doc, place).map((note) => noteText(note, ctx)) : [];
  }
}

function noteText(note: Note, ctx: PartContext): string {
  const { t } = ctx;
  const words = lineOf(note.text, ctx) || lineOf(note.image?.alt ?? '', ctx) || t('journey.outline.empty');
  return withDetails(words, [
    note.severity !== null && t('journey.outline.severity', { value: note.severity }),
    note.impact !== null && t('journey.outline.impact', { value: note.impact }),
    note.effort !== null && t('journey.outline.effort', { value: note.effort }),
    contentWords(note, ctx),
    ...footWords(note, ctx),
    note.votes > 0 && t('journey.votes', { count: note.votes }),
    note.evidence && evidenceWord(note.evidence, ctx),
    lineOf(note.source, ctx),
  ]);
}

function touchpointText({ label, channel, medium, owner, measure }: Touchpoint, ctx: PartContext): string {
  const { t } = ctx;
  return withDetails(lineOf(label, ctx) || t('journey.outline.empty'), [
    channel !== 'custom' && t(`journey.channel.${channel}`).toLocaleLowerCase(ctx.lang),
    t(`journey.medium.${medium}`),
    owner.trim() && t('journey.outline.owner', { owner: lineOf(owner, ctx) }),
    measure.trim() && t('journey.outline.measure', { measure: lineOf(measure, ctx) }),
  ]);
}

function pointText(doc: JourneyMapDoc, point: EmotionPoint, ctx: PartContext): string {
  const { t, lang } = ctx;
  const word = lineOf(point.word, ctx) || levelWord(doc, emotionLevel(point.valence), ctx);
  const said = quoted(lineOf(point.quote, ctx), lang);
  const persona = point.personaId ? ctx.personas[point.personaId] : undefined;
  return withDetails(`${formatValence(point.valence, lang)}, ${word}${said ? `, ${said}` : ''}`, [
    point.state === 'target' && t('journey.emotion.target'),
    point.momentOfTruth && t('journey.outline.momentOfTruth'),
    doc.info.personaIds.length > 1 && persona !== undefined && personaName(persona, ctx),
  ]);
}

function indicatorText({ metric, value, n }: Indicator, ctx: PartContext): string {
  const { t, lang } = ctx;
  const figure = value === null ? t('journey.indicator.toMeasure') : formatIndicator(value, metric, lang);
  return withDetails(`${t(`journey.metric.${metric}`)} ${figure}`, [
    n !== null && t('journey.indicator.sample', { n: formatNumber(n, lang) }),
  ]);
}
