import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { findingsInOrder } from '@shared/boards/empathy-map/order';
import type { ZonePlace } from '@shared/boards/empathy-map/targets';
import type { TranslateFn } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import { clusterOf, noteAt, stageNumber, stageOf, zoneOf } from './entities';

/** A stage's title, or its number while it has none. */
export function stageName(doc: EmpathyMapDoc, stageId: string, t: TranslateFn): string {
  const stage = stageOf(doc, stageId);
  if (!stage) return '';
  return stage.title || t('journey.stageUntitled', { number: stageNumber(doc, stage.id) });
}

/** A zone in words: `Voit`, by stage `Pense, étape 3`. */
export function zoneName(doc: EmpathyMapDoc, { area, stageId }: ZonePlace, t: TranslateFn): string {
  const what = t(`empathy.area.${area.id}`);
  return stageId ? t('editing.select.inStage', { what, number: stageNumber(doc, stageId) }) : what;
}

function stageWord(doc: EmpathyMapDoc, id: string, t: TranslateFn): string {
  const stage = stageOf(doc, id);
  if (!stage) return '';
  const number = t('editing.select.stage', { number: stageNumber(doc, stage.id) });
  return stage.title ? t('editing.select.stageTitled', { stage: number, title: stage.title }) : number;
}

/** A target in words: `Douleur, étape 3`, `Étape 3, Considération`. */
export function targetLabel(doc: EmpathyMapDoc, target: Target, t: TranslateFn): string {
  switch (target.kind) {
    case 'note': {
      const note = noteAt(doc, target);
      const what = note ? t(`empathy.item.${note.zone}`) : '';
      const stageId = zoneOf(doc, target)?.stageId;
      return stageId ? t('editing.select.inStage', { what, number: stageNumber(doc, stageId) }) : what;
    }
    case 'cluster': {
      const title = clusterOf(doc, target.id)?.title;
      return title ? t('journey.outline.cluster', { title }) : t('journey.outline.clusterUntitled');
    }
    case 'stage':
      return stageWord(doc, target.id, t);
    case 'emotion':
    case 'emotion-word':
      return t('empathy.select.emotion', { stage: stageWord(doc, target.id, t) });
    case 'finding': {
      const number = findingsInOrder(doc).findIndex(({ id }) => id === target.id) + 1;
      return t('empathy.select.finding', { number });
    }
    case 'reserve':
      return t('empathy.select.reserve', { zone: t(`empathy.area.${target.id as 'who'}`) });
    case 'goal':
      return t('empathy.panel.goal');
    case 'situation':
      return t('empathy.panel.situation');
    case 'zone': {
      const zone = zoneOf(doc, target);
      return zone ? zoneName(doc, zone, t) : t('empathy.name');
    }
    default:
      return t('empathy.name');
  }
}
