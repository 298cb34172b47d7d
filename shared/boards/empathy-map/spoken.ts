import type { LayoutContext } from '../boardKind';
import { emotionLevel, formatValence } from '../pieces/valence';
import { emotionOf } from './emotions';
import type { EmpathyMapDoc, EmpathyNote, EmpathyStage, Finding } from './model';
import type { AreaId, ZoneId } from './zones';

export type SpokenContext = Pick<LayoutContext, 't' | 'lang' | 'personas'>;

const spoken = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join(', ');

/** Text on one line. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** Title of an area in the language of the sheet. */
export const areaTitle = (id: AreaId, { t }: Pick<SpokenContext, 't'>): string => t(`empathy.area.${id}`);

/** Title of a stage; a stage without one is numbered from 1. */
export const stageTitle = (stage: EmpathyStage, at: number, { t }: Pick<SpokenContext, 't'>): string =>
  oneLine(stage.title) || t('journey.stageUntitled', { number: at + 1 });

/** `+0,1, de −1,7 à +1,8` or `−0,9, à la main`; empty without an emotion. */
export function emotionText(stage: EmpathyStage, { t, lang }: Pick<SpokenContext, 't' | 'lang'>): string {
  const felt = emotionOf(stage);
  if (!felt) return '';
  const value = formatValence(felt.valence, lang);
  if (felt.spread) {
    const { min, max } = felt.spread;
    const range = { value, from: formatValence(min, lang), to: formatValence(max, lang) };
    return t(felt.byHand ? 'empathy.emotion.byHandFromTo' : 'empathy.emotion.fromTo', range);
  }
  return felt.byHand ? t('empathy.emotion.byHand', { value }) : value;
}

/** The emotion of a stage in one spoken line. */
export function emotionLabel(stage: EmpathyStage, ctx: SpokenContext): string {
  const { t, lang } = ctx;
  const felt = emotionOf(stage);
  if (!felt) return t('empathy.outline.noEmotion');
  const word = oneLine(stage.word) || t(`journey.emotionLevel.${emotionLevel(felt.valence)}`);
  const { min, max } = felt.spread ?? { min: 0, max: 0 };
  return spoken(
    t('journey.outline.emotion', { value: formatValence(felt.valence, lang), word }),
    felt.byHand && t('empathy.outline.byHand'),
    felt.spread !== null &&
      t('empathy.outline.spread', { from: formatValence(min, lang), to: formatValence(max, lang) }),
  );
}

export function noteLabel(
  note: EmpathyNote,
  doc: EmpathyMapDoc,
  numbers: readonly number[],
  ctx: SpokenContext,
): string {
  const { t } = ctx;
  const cluster = note.clusterId ? doc.clusters[note.clusterId] : undefined;
  return spoken(
    t('journey.outline.item', {
      kind: t(`empathy.item.${note.zone}`),
      text: oneLine(note.text) || note.image?.alt || t('journey.outline.empty'),
    }),
    cluster !== undefined &&
      t('empathy.outline.inCluster', { title: oneLine(cluster.title) || t('empathy.cluster.untitled') }),
    note.votes > 0 && t('journey.votes', { count: note.votes }),
    note.evidence !== null && t('journey.outline.evidence', { evidence: t(`journey.evidence.${note.evidence}`) }),
    note.source !== '' && t('journey.outline.source', { source: oneLine(note.source) }),
    note.author !== '' && t('journey.outline.author', { author: oneLine(note.author) }),
    note.tags.length > 0 && t('empathy.outline.tags', { tags: note.tags.join(', ') }),
    numbers.length > 0 && t('empathy.outline.findings', { numbers: numbers.join(', ') }),
    note.locked && t('journey.outline.locked'),
  );
}

/** Words of a finding: its own, else what the two notes say. */
export function findingText(finding: Finding, doc: EmpathyMapDoc, { t }: Pick<SpokenContext, 't'>): string {
  if (oneLine(finding.text)) return finding.text;
  const say = oneLine(doc.notes[finding.sayId]?.text ?? '') || t('journey.outline.empty');
  const does = oneLine(doc.notes[finding.doId]?.text ?? '') || t('journey.outline.empty');
  return t('empathy.finding.pair', { say, do: does });
}

/** Name of a zone for lists of the reserve. */
export const zoneTitle = (zone: ZoneId, ctx: Pick<SpokenContext, 't'>): string => areaTitle(zone, ctx);
