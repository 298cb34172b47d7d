import type { Show, ShownSheet } from './show';

/** The two windows of a presentation talk here: only pages of the app's own origin can. */
export const ROOM_CHANNEL = 'personarium.room';

/** What the window that presents tells the room's. */
export type ToRoom =
  | { readonly to: 'room'; readonly kind: 'sheet'; readonly sheet: ShownSheet }
  | { readonly to: 'room'; readonly kind: 'show'; readonly show: Show }
  | { readonly to: 'room'; readonly kind: 'asset'; readonly hash: string; readonly bytes: Uint8Array | null };

/** What the room's window asks of the one that presents. */
export type ToDesk =
  | { readonly to: 'desk'; readonly kind: 'hello' }
  | { readonly to: 'desk'; readonly kind: 'key'; readonly key: string; readonly shift: boolean }
  | { readonly to: 'desk'; readonly kind: 'asset'; readonly hash: string };

export type RoomMessage = ToRoom | ToDesk;
