import { setInfo as setEmpathyInfo } from '@shared/boards/empathy-map/commands/info';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { setInfo } from '@shared/boards/journey-map/commands/info';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { TranslateFn } from '@shared/i18n/translate';
import type { AnyDoc, BoardKindId } from '@shared/model/document';
import type { IconName } from '@shared/scene/icons';
import type { ComponentType } from 'react';
import type { BoardViewProps } from '@/session/boardHandle';
import type { Session } from '@/session/session';
import { type OnDemand, onDemand } from '@/ui/onDemand';

type View = OnDemand<BoardViewProps>;

/** How a kind of board is shown: its canvas, its panels, its icon on a tab, its size in words. */
export interface BoardViews {
  readonly Canvas: View;
  readonly Outline: View;
  readonly Inspector: View;
  readonly icon: IconName;
  readonly summary: (doc: AnyDoc, t: TranslateFn) => string;
  /** Title of the sheet and of its poster; a tab has its own, shorter name. */
  readonly title: (doc: AnyDoc) => string;
  readonly setTitle: (session: Session<AnyDoc>, title: string) => void;
}

/** A view of one kind as a view of any: the screen hands each the documents of its own kind. */
const view = <Doc extends AnyDoc>(load: () => Promise<ComponentType<BoardViewProps<Doc>>>): View =>
  onDemand(async () => (await load()) as unknown as ComponentType<BoardViewProps>);

function journeySummary(doc: AnyDoc, t: TranslateFn): string {
  const { stages, steps } = doc as JourneyMapDoc;
  return [
    t('journey.stageCount', { count: Object.keys(stages).length }),
    t('journey.stepCount', { count: Object.keys(steps).length }),
  ].join(', ');
}

const VIEWS: Readonly<Record<BoardKindId, BoardViews>> = {
  'journey-map': {
    Canvas: view<JourneyMapDoc>(async () => (await import('@/boards/journey-map/BoardCanvas')).BoardCanvas),
    Outline: view<JourneyMapDoc>(async () => (await import('@/boards/journey-map/OutlinePanel')).OutlinePanel),
    Inspector: view<JourneyMapDoc>(async () => (await import('@/boards/journey-map/InspectorPanel')).InspectorPanel),
    icon: 'path',
    summary: journeySummary,
    title: (doc) => (doc as JourneyMapDoc).info.title,
    setTitle: (session, title) => (session as unknown as Session<JourneyMapDoc>).run(setInfo, { fields: { title } }),
  },
  'empathy-map': {
    Canvas: view<EmpathyMapDoc>(async () => (await import('@/boards/empathy-map/BoardPicture')).BoardPicture),
    Outline: view<EmpathyMapDoc>(async () => (await import('@/boards/empathy-map/BoardPicture')).NoPanel),
    Inspector: view<EmpathyMapDoc>(async () => (await import('@/boards/empathy-map/BoardPicture')).LayoutPanel),
    icon: 'ear',
    summary: (doc, t) => t('empathy.noteCount', { count: Object.keys((doc as EmpathyMapDoc).notes).length }),
    title: (doc) => (doc as EmpathyMapDoc).info.title,
    setTitle: (session, title) =>
      (session as unknown as Session<EmpathyMapDoc>).run(setEmpathyInfo, { fields: { title } }),
  },
};

export const boardViews = (kind: BoardKindId): BoardViews => VIEWS[kind];
