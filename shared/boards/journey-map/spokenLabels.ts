import type { PersonaId } from '../../base/ids';
import type { LayoutContext } from '../boardKind';
import { type EmotionLevel, emotionLevel, formatNumber, formatValence } from '../pieces/valence';
import { detailWords } from './detail';
import { figureText, flowsOf } from './figures';
import { formatIndicator, formatShare, trendOf } from './format';
import type {
  Cluster,
  EmotionPoint,
  Indicator,
  JourneyMapDoc,
  Jump,
  Lane,
  Note,
  Stage,
  Step,
  Touchpoint,
} from './model';
import { contentWords, footWords } from './noteWords';
import { columnOf } from './order';

export type SpokenContext = Pick<LayoutContext, 't' | 'lang' | 'personas' | 'boards'>;

/** Joins what there is to say. */
const spoken = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join(', ');

/** Text on one line. */
const line = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** Name of a row: its own title or that of its kind. */
export const laneTitle = (lane: Lane, { t }: Pick<SpokenContext, 't'>): string =>
  line(lane.title) || t(`journey.lane.${lane.kind}`);

/** Title of a stage; a stage without one is numbered from 1. */
export const stageTitle = (stage: Stage, at: number, { t }: Pick<SpokenContext, 't'>): string =>
  line(stage.title) || t('journey.stageUntitled', { number: at + 1 });

export function stageLabel(stage: Stage, at: number, ctx: SpokenContext): string {
  const { t } = ctx;
  const title = line(stage.title)
    ? t('journey.outline.stage', { number: at + 1, title: line(stage.title) })
    : stageTitle(stage, at, ctx);
  const duration = line(stage.duration);
  return spoken(
    title,
    t(`journey.phase.${stage.phase}`),
    duration && t('journey.outline.duration', { duration }),
    line(detailWords(stage, ctx)),
  );
}

/** Steps are numbered through the whole map. */
export function stepLabel(step: Step, column: number, { t }: SpokenContext): string {
  const title = line(step.title);
  const number = column + 1;
  return title ? t('journey.outline.stepTitled', { number, title }) : t('journey.outline.step', { number });
}

export function laneLabel(lane: Lane, ctx: SpokenContext): string {
  const { t } = ctx;
  const title = t('journey.outline.lane', { title: laneTitle(lane, ctx) });
  return spoken(title, lane.hidden && t('journey.outline.laneHidden'), lane.folded && t('journey.outline.laneFolded'));
}

/** A cell by its row and how much it holds. */
export const cellLabel = (lane: Lane, count: number, ctx: SpokenContext): string =>
  ctx.t('journey.outline.cell', { lane: laneTitle(lane, ctx), count: ctx.t(`journey.count.${lane.kind}`, { count }) });

/** A group by its title and the number of its notes. */
export function clusterLabel(cluster: Cluster, count: number, lane: Lane, { t }: SpokenContext): string {
  const title = line(cluster.title);
  return spoken(
    title ? t('journey.outline.cluster', { title }) : t('journey.outline.clusterUntitled'),
    t(`journey.count.${lane.kind}`, { count }),
    cluster.folded && t('journey.outline.folded'),
  );
}

export function noteLabel(note: Note, lane: Lane, { t, lang }: SpokenContext): string {
  const said = t('journey.outline.item', {
    kind: t(`journey.item.${lane.kind}`),
    text: line(note.text) || t('journey.outline.empty'),
  });
  return spoken(
    said,
    note.severity !== null && t('journey.outline.severity', { value: note.severity }),
    note.impact !== null && t('journey.outline.impact', { value: note.impact }),
    note.effort !== null && t('journey.outline.effort', { value: note.effort }),
    contentWords(note, { t, lang }),
    ...footWords(note, { t, lang }),
    note.votes > 0 && t('journey.votes', { count: note.votes }),
    note.evidence !== null && t('journey.outline.evidence', { evidence: t(`journey.evidence.${note.evidence}`) }),
    note.source !== '' && t('journey.outline.source', { source: line(note.source) }),
    note.author !== '' && t('journey.outline.author', { author: line(note.author) }),
    note.tags.length > 0 && t('journey.outline.tags', { tags: note.tags.join(', ') }),
    note.image !== null &&
      (line(note.image.alt)
        ? t('journey.outline.imageOf', { what: line(note.image.alt) })
        : t('journey.outline.image')),
    note.locked && t('journey.outline.locked'),
  );
}

/** The name of a persona of the map, or everybody. */
export function personaName(doc: JourneyMapDoc, id: PersonaId | null, { t, personas }: SpokenContext): string {
  if (id === null) return t('journey.persona.everybody');
  return personas[id]?.info.name || t('journey.persona.unnamed', { number: doc.info.personaIds.indexOf(id) + 1 });
}

/** The figure of a stage: who came in, went on and left; how long it lasts and waits. */
export function figureLabel(doc: JourneyMapDoc, stage: Stage, lane: Lane, ctx: SpokenContext): string {
  const { t, lang } = ctx;
  const text = figureText(stage, lane.kind, t, lang) || t('journey.outline.empty');
  const said = t('journey.outline.item', { kind: laneTitle(lane, ctx), text });
  if (lane.kind === 'duration') return spoken(said, stage.deadTime === 0 && t('journey.figure.noWait'));
  const flow = flowsOf(doc).get(stage.id);
  if (!flow || flow.left === null) return said;
  const count = flow.left;
  const n = formatNumber(-count, lang);
  const share = formatShare(flow.leaving ?? 0, lang);
  return spoken(
    said,
    t(flow.leaving === null ? 'journey.figure.leave' : 'journey.figure.leaveShare', { count, n, share }),
  );
}

export function touchpointLabel(touchpoint: Touchpoint, { t }: SpokenContext): string {
  const { label, channel, medium, owner, controlled, measure } = touchpoint;
  return spoken(
    t('journey.outline.item', { kind: t('journey.item.touchpoints'), text: line(label) || t('journey.outline.empty') }),
    t(`journey.medium.${medium}`),
    channel !== 'custom' && t('journey.outline.channel', { channel: t(`journey.channel.${channel}`) }),
    owner !== '' && t('journey.outline.owner', { owner: line(owner) }),
    controlled !== null && t(controlled ? 'journey.outline.controlled' : 'journey.outline.notControlled'),
    measure !== '' && t('journey.outline.measure', { measure: line(measure) }),
  );
}

const LEVELS: readonly EmotionLevel[] = ['-2', '-1', '0', '1', '2'];

/** A level of the scale in the team's own word, else in the app's. */
export const levelWord = (
  { info }: Pick<JourneyMapDoc, 'info'>,
  level: EmotionLevel,
  { t }: Pick<SpokenContext, 't'>,
): string => line(info.emotionWords[LEVELS.indexOf(level)] ?? '') || t(`journey.emotionLevel.${level}`);

export function emotionLabel(doc: JourneyMapDoc, point: EmotionPoint, ctx: SpokenContext): string {
  const { t, lang, personas } = ctx;
  const word = line(point.word) || levelWord(doc, emotionLevel(point.valence), ctx);
  const persona = point.personaId && personas[point.personaId]?.info.name;
  return spoken(
    t('journey.outline.emotion', { value: formatValence(point.valence, lang), word }),
    point.quote !== '' && t('journey.outline.quote', { quote: line(point.quote) }),
    point.state === 'target' && t('journey.emotion.target'),
    point.intensity !== null && t('journey.emotion.intensityOf', { share: formatShare(point.intensity / 100, lang) }),
    point.momentOfTruth && t('journey.outline.momentOfTruth'),
    Boolean(persona) && t('journey.outline.persona', { name: persona ?? '' }),
  );
}

export function indicatorLabel(indicator: Indicator, { t, lang }: SpokenContext): string {
  const { metric, value, n, trend } = indicator;
  const text = value === null ? t('journey.indicator.toMeasure') : formatIndicator(value, metric, lang);
  return spoken(
    t('journey.outline.item', { kind: t(`journey.metric.${metric}`), text }),
    n !== null && t('journey.indicator.sample', { n: formatNumber(n, lang) }),
    trend.length > 1 && t(`journey.indicator.${trendOf(trend)}`),
  );
}

/** A way beside the path: what it is called, where it leaves and where it leads. */
export function jumpLabel(doc: JourneyMapDoc, jump: Jump, { t }: Pick<SpokenContext, 't'>): string {
  const { kind, label, fromStepId, toStepId } = jump;
  const from = columnOf(doc, fromStepId) + 1;
  const way =
    toStepId === null
      ? t('journey.path.wayOut', { from })
      : t('journey.path.wayTo', { from, to: columnOf(doc, toStepId) + 1 });
  return spoken(
    t('journey.outline.item', { kind: t(`journey.path.kind.${kind}`), text: line(label) || way }),
    line(label) !== '' && way,
  );
}
