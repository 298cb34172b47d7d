import { touchpointUses } from '@shared/analysis/journeyFacts';
import {
  type RegisteredTouchpoint,
  type RegisterStage,
  type StageColumn,
  stageColumns,
  type TouchpointUse,
  touchpointRegister,
} from '@shared/analysis/register';
import type { BoardId, TouchpointId } from '@shared/base/ids';
import { setTouchpointFields, type TouchpointFields } from '@shared/boards/journey-map/commands/touchpoints';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { stagesInOrder } from '@shared/boards/journey-map/order';
import { boardsInOrder } from '@shared/model/workshopCommands';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import { newId } from '@/app/newId';
import type { OpenWorkshop } from '@/app/openWorkshop';
import type { Session } from '@/session/session';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';

type JourneySession = Session<JourneyMapDoc>;

interface OpenJourney {
  readonly id: BoardId;
  readonly title: string;
  readonly session: JourneySession;
  readonly doc: JourneyMapDoc;
}

export interface RegisterView {
  /** False until every journey has been read. */
  readonly isRead: boolean;
  readonly touchpoints: readonly RegisteredTouchpoint[];
  readonly columns: readonly StageColumn[];
  /** Where a use stands, in words. */
  readonly placeOf: (use: TouchpointUse) => string;
  /** Changes a touchpoint wherever it stands, and offers to take that back. */
  readonly change: (touchpoint: RegisteredTouchpoint, fields: Partial<TouchpointFields>) => void;
}

/** The touchpoints of every journey of a workshop, as they are now. */
export function useRegister(open: OpenWorkshop): RegisterView {
  const workshop = useStore(open.session.store, (state) => state.doc);
  const boards = useMemo(() => boardsInOrder(workshop).filter(({ kind }) => kind === 'journey-map'), [workshop]);
  const [sessions, setSessions] = useState<ReadonlyMap<BoardId, JourneySession> | null>(null);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let isHere = true;
    const stops: (() => void)[] = [];
    void Promise.all(boards.map(async ({ id }) => [id, await open.board(id)] as const)).then((opened) => {
      if (!isHere) return;
      const found = opened.flatMap(([id, board]) =>
        board.ok ? [[id, board.value as unknown as JourneySession] as const] : [],
      );
      for (const [, session] of found)
        stops.push(
          session.store.subscribe((state, before) => state.doc !== before.doc && setVersion((count) => count + 1)),
        );
      setSessions(new Map(found));
    });
    return () => {
      isHere = false;
      for (const stop of stops) stop();
    };
  }, [open, boards]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a journey that changed is read again.
  return useMemo(() => {
    const journeys: readonly OpenJourney[] = boards.flatMap(({ id, title }) => {
      const session = sessions?.get(id);
      return session ? [{ id, title, session, doc: session.store.getState().doc }] : [];
    });
    const stages: readonly RegisterStage[] = journeys.flatMap(({ id, doc }) =>
      stagesInOrder(doc).map((stage) => ({ board: id, id: stage.id, title: stage.title })),
    );
    const uses = journeys.flatMap(({ id, doc }) => touchpointUses(id, doc));
    return {
      isRead: sessions !== null,
      touchpoints: touchpointRegister(uses),
      columns: stageColumns(stages),
      placeOf: (use) =>
        currentT()('analysis.register.use', {
          board: journeys.find(({ id }) => id === use.board)?.title ?? '',
          stage: stages.find(({ board, id }) => board === use.board && id === use.stageId)?.title ?? '',
        }),
      change: (touchpoint, fields) => changeEverywhere(journeys, touchpoint, fields),
    };
  }, [boards, sessions, version]);
}

function changeEverywhere(
  journeys: readonly OpenJourney[],
  { uses, label }: RegisteredTouchpoint,
  fields: Partial<TouchpointFields>,
): void {
  const options = { mergeKey: `touchpoint ${newId()}` };
  const changed: { readonly session: JourneySession; readonly doc: JourneyMapDoc }[] = [];
  for (const { id, session } of journeys) {
    const before = session.store.getState().doc;
    for (const use of uses.filter(({ board }) => board === id))
      session.run(setTouchpointFields, { id: use.id as TouchpointId, fields }, options);
    const { doc } = session.store.getState();
    if (doc !== before) changed.push({ session, doc });
  }
  if (changed.length === 0) return;
  const t = currentT();
  showToast({
    icon: 'check',
    text: t('analysis.register.changed', {
      label: fields.label || label || t('analysis.register.untitled'),
      count: uses.length,
    }),
    lastsMs: 8000,
    action: {
      label: t('common.undo'),
      shortcut: 'CmdOrCtrl+Z',
      // Only where nothing else was done since: undo takes back the latest change of a journey.
      run: () => {
        for (const { session, doc } of changed) if (session.store.getState().doc === doc) session.undo();
      },
    },
  });
}
