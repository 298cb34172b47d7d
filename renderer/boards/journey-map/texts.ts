import type {
  ClusterId,
  EmotionPointId,
  IndicatorId,
  JumpId,
  LaneId,
  NoteId,
  StageId,
  StepId,
  TouchpointId,
} from '@shared/base/ids';
import { renameCluster } from '@shared/boards/journey-map/commands/clusters';
import { setEmotionPointFields } from '@shared/boards/journey-map/commands/emotionPoints';
import { setIndicatorFields } from '@shared/boards/journey-map/commands/indicators';
import { setInfo } from '@shared/boards/journey-map/commands/info';
import { setJump } from '@shared/boards/journey-map/commands/jumps';
import { renameLane } from '@shared/boards/journey-map/commands/lanes';
import { setNoteText } from '@shared/boards/journey-map/commands/notes';
import { setStageFields } from '@shared/boards/journey-map/commands/stages';
import { renameStep } from '@shared/boards/journey-map/commands/steps';
import { setTouchpointFields } from '@shared/boards/journey-map/commands/touchpoints';
import { figureText, readFigure } from '@shared/boards/journey-map/figures';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { figurePlace } from '@shared/boards/journey-map/targets';
import type { Lang } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import type { RunOptions, Session } from '@/session/session';
import { formatNumber, parseNumber } from '@/ui/numberText';
import { currentT } from '@/ui/useT';
import { entityOf, laneOf, stageOf } from './entities';

type FigurePlace = NonNullable<ReturnType<typeof figurePlace>>;

/** The stored text that a target is edited through; null for what has none. */
export function textOf(doc: JourneyMapDoc, target: Target, lang: Lang): string | null {
  if (target.kind === 'title') return doc.info.title;
  const figure = figurePlace(target);
  if (figure) return figureOf(doc, figure, lang);
  const found = entityOf(doc, target);
  switch (found?.kind) {
    case 'note':
      return found.entity.text;
    case 'touchpoint':
    case 'jump':
      return found.entity.label;
    case 'emotion-point':
      return found.entity.quote;
    case 'indicator':
      return found.entity.value === null ? '' : formatNumber(found.entity.value, lang, 1);
    case 'cluster':
    case 'stage':
    case 'step':
    case 'lane':
      return found.entity.title;
    default:
      return null;
  }
}

function figureOf(doc: JourneyMapDoc, { laneId, stageId }: FigurePlace, lang: Lang): string | null {
  const [lane, stage] = [laneOf(doc, laneId), stageOf(doc, stageId)];
  return lane && stage && figureText(stage, lane.kind, currentT(), lang);
}

/** True when its text may not be changed. */
export function isLocked(doc: JourneyMapDoc, target: Target): boolean {
  const found = entityOf(doc, target);
  return found?.kind === 'note' && found.entity.locked;
}

/** Writes the text of a target. An emptied indicator is to be measured; what is no number yet (while typing) is left alone. */
export function writeText(session: Session<JourneyMapDoc>, target: Target, text: string, options: RunOptions): void {
  const { id } = target;
  switch (target.kind) {
    case 'title':
      session.run(setInfo, { fields: { title: text } }, options);
      return;
    case 'note':
      session.run(setNoteText, { id: id as NoteId, text }, options);
      return;
    case 'cluster':
      session.run(renameCluster, { id: id as ClusterId, title: text }, options);
      return;
    case 'touchpoint':
      session.run(setTouchpointFields, { id: id as TouchpointId, fields: { label: text } }, options);
      return;
    case 'emotion-point':
    case 'quote':
      session.run(setEmotionPointFields, { id: id as EmotionPointId, fields: { quote: text } }, options);
      return;
    case 'stage':
      session.run(setStageFields, { id: id as StageId, fields: { title: text } }, options);
      return;
    case 'step':
      session.run(renameStep, { id: id as StepId, title: text }, options);
      return;
    case 'jump':
      session.run(setJump, { id: id as JumpId, fields: { label: text } }, options);
      return;
    case 'lane':
      session.run(renameLane, { id: id as LaneId, title: text }, options);
      return;
    case 'figure': {
      const place = figurePlace(target);
      const lane = place && laneOf(session.store.getState().doc, place.laneId);
      if (!lane) return;
      session.run(setStageFields, { id: place.stageId, fields: readFigure(text, lane.kind) }, options);
      return;
    }
    case 'indicator': {
      const value = parseNumber(text.replace(/\/7$/, ''));
      if (value !== null || text.trim() === '')
        session.run(setIndicatorFields, { id: id as IndicatorId, fields: { value } }, options);
      return;
    }
  }
}
