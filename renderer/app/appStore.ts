import type { AppError } from '@shared/base/appError';
import type { PersonaId, WorkshopId } from '@shared/base/ids';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { BootInfo } from '@shared/ipc';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import type { IncomingPersona } from '@/session/incoming';
import type { SheetId } from '@/session/sheetRef';
import type { Workspace } from '@/session/workspaceApi';
import type { OpenWorkshop } from './openWorkshop';
import type { FoundData, LeavingAs } from './personalData';

export type ScreenName =
  | 'home'
  | 'board'
  | 'export'
  | 'table'
  | 'versions'
  | 'friction'
  | 'touchpoints'
  | 'opinions'
  | 'comparison'
  | 'present';

/** Dialogs, at most one at a time. */
export type DialogState =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'glossary' }
  | { readonly kind: 'about' }
  | { readonly kind: 'new-workshop'; readonly preset: string }
  | { readonly kind: 'new-board' }
  | { readonly kind: 'new-persona' }
  /** null compares those of the workshop on screen. */
  | { readonly kind: 'compare-personas'; readonly ids: readonly PersonaId[] | null }
  | { readonly kind: 'link-persona' }
  | { readonly kind: 'pin-persona'; readonly onPick: (id: PersonaId) => void }
  | {
      readonly kind: 'save-version';
      readonly personaId: PersonaId;
      /** A version that is there already and gets another name. */
      readonly version?: { readonly id: string; readonly name: string };
    }
  | { readonly kind: 'journey-export' }
  | { readonly kind: 'report' }
  | { readonly kind: 'redact' }
  | { readonly kind: 'translations' }
  | { readonly kind: 'title-block' }
  | { readonly kind: 'save-template'; readonly personaId: PersonaId }
  | { readonly kind: 'restore'; readonly workshopId: WorkshopId }
  | { readonly kind: 'persona-tags'; readonly ids: readonly PersonaId[] }
  | { readonly kind: 'persona-uses'; readonly personaId: PersonaId }
  | { readonly kind: 'persona-export'; readonly ids: readonly PersonaId[] }
  | { readonly kind: 'persona-compare'; readonly incoming: readonly IncomingPersona[] }
  | { readonly kind: 'persona-erase'; readonly ids: readonly PersonaId[] }
  | {
      readonly kind: 'personal-data';
      readonly found: readonly FoundData[];
      readonly as: LeavingAs;
      /** The workshop that leaves, where it is not the one on screen. */
      readonly workshopId: WorkshopId | null;
    }
  | { readonly kind: 'recovery' }
  | { readonly kind: 'details'; readonly title: string; readonly detail: string }
  | { readonly kind: 'import'; readonly bundle: WorkshopBundle; readonly title: string };

export interface AppState {
  /** null until the store has been opened: the frame of the home screen stands there meanwhile. */
  readonly workspace: Workspace | null;
  readonly boot: BootInfo | null;
  /** Why the store could not be opened; nothing else works then. */
  readonly failure: AppError | null;
  readonly screen: ScreenName;
  /** What the home screen shows. */
  readonly section: 'workshops' | 'library';
  /** This start goes straight to a board: until it is there the wall stays empty, and no home screen flashes by. */
  readonly isOpeningBoard: boolean;
  readonly open: OpenWorkshop | null;
  /** The board or the persona on screen. */
  readonly boardId: SheetId | null;
  readonly dialog: DialogState | null;
  readonly inspector: boolean;
  readonly outline: boolean;
  /** Full screen, dark, panels away. */
  readonly projecting: boolean;
}

export const appStore = createStore<AppState>(() => ({
  workspace: null,
  boot: null,
  failure: null,
  screen: 'home',
  section: 'workshops',
  isOpeningBoard: false,
  open: null,
  boardId: null,
  dialog: null,
  inspector: false,
  outline: false,
  projecting: false,
}));

export const useApp = <T>(select: (state: AppState) => T): T => useStore(appStore, select);

export const openDialog = (dialog: DialogState): void => appStore.setState({ dialog });
export const closeDialog = (): void => appStore.setState({ dialog: null });

/** The workspace; only callable from what the interface offers once it is there. */
export function workspace(): Workspace {
  const { workspace: opened } = appStore.getState();
  if (!opened) throw new Error('the workspace is not open yet');
  return opened;
}
