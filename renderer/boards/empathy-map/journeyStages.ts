import type { BoardId } from '@shared/base/ids';
import { setInfo } from '@shared/boards/empathy-map/commands/info';
import { syncStages } from '@shared/boards/empathy-map/commands/stages';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { useEffect } from 'react';
import { useStore } from 'zustand/react';
import { editKey } from '@/editor/textEditing';
import { useDoc } from '@/editor/useController';
import type { BoardViewProps } from '@/session/boardHandle';
import type { OtherBoards } from '@/session/otherBoards';
import type { Session } from '@/session/session';

/** Links a journey (null: none) and takes its stages over, as one step of undo. */
export async function linkJourney(
  session: Session<EmpathyMapDoc>,
  others: OtherBoards,
  journeyId: BoardId | null,
): Promise<void> {
  const journey = journeyId ? await others.read(journeyId) : null;
  const mergeKey = editKey();
  session.run(setInfo, { fields: { journeyId } }, { mergeKey });
  if (journey?.stages) session.run(syncStages, { stages: journey.stages }, { mergeKey });
}

/**
 * Keeps the stages of a map as its linked journey has them while the map is on screen. What follows from the journey is no step
 * of undo here: Ctrl+Z takes back what somebody did on this map, and can redo it afterwards.
 */
export function useJourneyStages({ session, others }: Pick<BoardViewProps<EmpathyMapDoc>, 'session' | 'others'>): void {
  const { journeyId } = useDoc(session).info;
  const version = useStore(others.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the journey may have changed.
  useEffect(() => {
    if (!journeyId) return;
    let isWanted = true;
    void others.read(journeyId).then((journey) => {
      const isLinked = session.store.getState().doc.info.journeyId === journeyId;
      if (isWanted && isLinked && journey?.stages)
        session.run(syncStages, { stages: journey.stages }, { untracked: true });
    });
    return () => {
      isWanted = false;
    };
  }, [session, others, journeyId, version]);
}
