import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import { useStore } from 'zustand/react';
import type { Session } from '@/session/session';
import type { BoardController } from './boardController';
import type { BoardUi } from './uiState';

export const useDoc = <Doc extends AnyDoc>(session: Session<Doc>): Doc => useStore(session.store, (state) => state.doc);
export const useSelection = <Doc extends AnyDoc>(controller: BoardController<Doc>): readonly Target[] =>
  useStore(controller.state, (state) => state.selection);
export const useUi = <Doc extends AnyDoc, T>(controller: BoardController<Doc>, select: (ui: BoardUi) => T): T =>
  useStore(controller.ui, select);
