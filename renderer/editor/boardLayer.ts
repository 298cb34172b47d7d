import type { DocId } from '@shared/base/ids';
import type { AnyDoc } from '@shared/model/document';
import type { ComponentType } from 'react';
import type { OverlayLayer } from '@/canvas/overlayModel';
import type { BoardController } from './boardController';
import type { SceneNow } from './boardScene';

/**
 * Something that is looked at over a board for a while, such as what another map says otherwise. It brings its code with it: a board without one
 * reads and pays nothing.
 */
export interface BoardLayer {
  /** Over the sheet: what is looked at, and the way out. */
  readonly Bar: ComponentType<{ readonly controller: BoardController<AnyDoc> }>;
  /** What lies on the board as it is drawn; the same object as long as it looks the same. */
  readonly overlay: (now: SceneNow<AnyDoc>) => OverlayLayer;
  /** What the outline and the voice say more of things, by their key. */
  readonly words: (doc: AnyDoc) => ReadonlyMap<string, string>;
}

/** The layer that was looked at last, so that a board that comes back shows it again; one at a time. */
let remembered: { readonly id: DocId; readonly layer: BoardLayer } | null = null;

export const layerOf = (id: DocId): BoardLayer | null => (remembered?.id === id ? remembered.layer : null);

/** Lays something over a board, or takes it away. */
export function setLayer({ session, ui }: BoardController<AnyDoc>, layer: BoardLayer | null): void {
  remembered = layer && { id: session.docId, layer };
  ui.setState({ layer });
}
