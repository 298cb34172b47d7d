import type { JourneyMapDoc, Lane } from '@shared/boards/journey-map/model';
import { columnOf } from '@shared/boards/journey-map/order';
import type { TranslateFn } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import { entityOf, laneOf, stageNumber, stageOf, whereIs } from './entities';

/** A row's own title, or its kind's name. */
export const laneTitle = (lane: Lane, t: TranslateFn): string => lane.title || t(`journey.lane.${lane.kind}`);

/** A stage's title, or its number while it has none. */
export function stageTitle(doc: JourneyMapDoc, stageId: string, t: TranslateFn): string {
  const stage = stageOf(doc, stageId);
  if (!stage) return '';
  return stage.title || t('journey.stageUntitled', { number: stageNumber(doc, stage.id) });
}

/** What a target is in a word: `Irritant`, `Étape`, `Ligne`. */
function kindWord(doc: JourneyMapDoc, target: Target, t: TranslateFn): string {
  const found = entityOf(doc, target);
  if (target.kind === 'quote') return t('editing.select.quote');
  switch (found?.kind) {
    case 'note': {
      const lane = laneOf(doc, found.entity.laneId);
      return t(`journey.item.${lane?.kind ?? 'notes'}`);
    }
    case 'cluster':
      return found.entity.title
        ? t('journey.outline.cluster', { title: found.entity.title })
        : t('journey.outline.clusterUntitled');
    case 'touchpoint':
      return t('journey.item.touchpoints');
    case 'indicator':
      return t('journey.item.indicators');
    case 'emotion-point':
      return t('journey.item.emotion');
    case 'stage':
      return t('editing.select.stage', { number: stageNumber(doc, found.entity.id) });
    case 'step':
      return t('editing.select.step', { number: columnOf(doc, found.entity.id) + 1 });
    case 'jump':
      return t(`journey.path.kind.${found.entity.kind}`);
    case 'lane':
      return t('editing.select.lane', { title: laneTitle(found.entity, t) });
    default:
      if (target.kind === 'detail') return t('editing.detail.linkedMap');
      return target.kind === 'cell' || target.kind === 'figure' ? cellWord(doc, target, t) : t('editing.select.board');
  }
}

function cellWord(doc: JourneyMapDoc, target: Target, t: TranslateFn): string {
  const { laneId } = whereIs(doc, target);
  const lane = laneId ? laneOf(doc, laneId) : null;
  return lane ? t('editing.select.cell', { lane: laneTitle(lane, t) }) : t('editing.select.board');
}

/** A target in words: `Irritant, étape 3`, `Étape 3, Considération`. */
export function targetLabel(doc: JourneyMapDoc, target: Target, t: TranslateFn): string {
  const word = kindWord(doc, target, t);
  if (target.kind === 'stage') {
    const title = stageOf(doc, target.id)?.title;
    return title ? t('editing.select.stageTitled', { stage: word, title }) : word;
  }
  const { stageId } = whereIs(doc, target);
  return stageId ? t('editing.select.inStage', { what: word, number: stageNumber(doc, stageId) }) : word;
}
