import type { ClusterId, FindingId, NoteId, StageId } from '@shared/base/ids';
import { renameCluster } from '@shared/boards/empathy-map/commands/clusters';
import { setFindingText } from '@shared/boards/empathy-map/commands/findings';
import { setInfo } from '@shared/boards/empathy-map/commands/info';
import { setNoteText } from '@shared/boards/empathy-map/commands/notes';
import { setEmotion, setStageFields } from '@shared/boards/empathy-map/commands/stages';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import type { Target } from '@shared/scene/primitives';
import type { RunOptions, Session } from '@/session/session';
import { clusterOf, findingOf, followsJourney, noteOf, stageOf } from './entities';

/** The stored text that a target is edited through; null for what has none, or whose text the linked journey says. */
export function textOf(doc: EmpathyMapDoc, { kind, id }: Target): string | null {
  switch (kind) {
    case 'title':
      return doc.info.title;
    case 'goal':
      return doc.info.goal;
    case 'situation':
      return doc.info.situation;
    case 'note':
      return noteOf(doc, id)?.text ?? null;
    case 'cluster':
      return clusterOf(doc, id)?.title ?? null;
    case 'finding':
      return findingOf(doc, id)?.text ?? null;
    case 'stage': {
      const stage = stageOf(doc, id);
      return stage && !followsJourney(doc, stage) ? stage.title : null;
    }
    case 'emotion-word':
      return stageOf(doc, id)?.word ?? null;
    default:
      return null;
  }
}

/** True when its text may not be changed. */
export const isLocked = (doc: EmpathyMapDoc, { kind, id }: Target): boolean =>
  kind === 'note' && (noteOf(doc, id)?.locked ?? false);

/** Writes the text of a target. */
export function writeText(session: Session<EmpathyMapDoc>, target: Target, text: string, options: RunOptions): void {
  const { kind, id } = target;
  switch (kind) {
    case 'title':
    case 'goal':
    case 'situation':
      session.run(setInfo, { fields: { [kind]: text } }, options);
      return;
    case 'note':
      session.run(setNoteText, { id: id as NoteId, text }, options);
      return;
    case 'cluster':
      session.run(renameCluster, { id: id as ClusterId, title: text }, options);
      return;
    case 'finding':
      session.run(setFindingText, { id: id as FindingId, text }, options);
      return;
    case 'stage':
      session.run(setStageFields, { id: id as StageId, fields: { title: text } }, options);
      return;
    case 'emotion-word':
      session.run(setEmotion, { id: id as StageId, fields: { word: text } }, options);
      return;
  }
}
