import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { type RefObject, useEffect, useRef } from 'react';
import type { Session } from '@/session/session';
import { appStore, useApp } from './appStore';
import { leavePage } from './navigate';
import type { OpenWorkshop } from './openWorkshop';

/** A page over a board: its title, which is given the focus while `isTitled`, and Escape, which leads back to the board. */
export function usePage(isTitled = true): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isTitled) heading.current?.focus();
  }, [isTitled]);
  // On the window: after a button is gone nothing on the screen has the focus.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || appStore.getState().dialog) return;
      leavePage();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return heading;
}

/** What a page about a journey shows. */
export interface OpenJourney {
  readonly open: OpenWorkshop;
  readonly boardId: string;
  readonly session: Session<JourneyMapDoc>;
}

/** The journey that a page is about: the one on screen; null where another sheet is. */
export function useOpenJourney(): OpenJourney | null {
  const open = useApp((state) => state.open);
  const boardId = useApp((state) => state.boardId);
  const session = boardId && open?.boardNow(boardId);
  if (!open || !session || session.store.getState().doc.kind !== 'journey-map') return null;
  return { open, boardId, session: session as unknown as Session<JourneyMapDoc> };
}
