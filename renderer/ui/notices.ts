import type { IconName } from '@shared/scene/icons';
import { createStore } from 'zustand/vanilla';

/** A dark band at the bottom, gone after some seconds: what was done, and how to take it back. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly icon?: IconName | undefined;
  /** Without an icon of its own the action takes something back. */
  readonly action?:
    | {
        readonly label: string;
        readonly icon?: IconName;
        readonly shortcut?: string | undefined;
        readonly run: () => void;
      }
    | undefined;
  readonly lastsMs: number;
}

/** A bar above the screen's content that stays until it is answered. */
export interface Notice {
  readonly id: string;
  readonly kind: 'error' | 'notice' | 'done';
  readonly title: string;
  readonly text?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly buttons: readonly { readonly label: string; readonly primary?: boolean; readonly run: () => void }[];
}

export interface NoticesState {
  readonly toast: Toast | null;
  readonly notices: readonly Notice[];
}

export const notices = createStore<NoticesState>(() => ({ toast: null, notices: [] }));

export const UNDO_MS = 8000;
let lastToast = 0;

/** Shows a toast in place of the one before. `Ctrl+Z` runs the action of the toast that is up. */
export function showToast(toast: Omit<Toast, 'id' | 'lastsMs'> & { readonly lastsMs?: number }): void {
  lastToast += 1;
  notices.setState({ toast: { lastsMs: toast.action ? UNDO_MS : 4000, ...toast, id: lastToast } });
}

export const closeToast = (): void => notices.setState({ toast: null });

/** Shows a bar; one with the same id is replaced. */
export function showNotice(notice: Notice): void {
  notices.setState((state) => ({ notices: [...state.notices.filter((other) => other.id !== notice.id), notice] }));
}

export function closeNotice(id: string): void {
  notices.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}
