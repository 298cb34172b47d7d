import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { useStore } from 'zustand/react';
import type { BoardHandle } from '@/session/boardHandle';
import type { Session } from '@/session/session';
import { controllerOf, type JourneyController } from './controller';
import type { JourneyUi } from './uiState';

/** The controller behind the handle that the frame passes around; null until the canvas is there. */
export const useController = (handle: BoardHandle | null): JourneyController | null => controllerOf(handle);

export const useDoc = (session: Session<JourneyMapDoc>): JourneyMapDoc => useStore(session.store, (state) => state.doc);
export const useSelection = (controller: JourneyController) => useStore(controller.state, (state) => state.selection);
export const useUi = <T>(controller: JourneyController, select: (ui: JourneyUi) => T): T =>
  useStore(controller.ui, select);
