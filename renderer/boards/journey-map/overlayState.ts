import type { Box, Target } from '@shared/scene/primitives';
import { EMPTY_OVERLAY, type OverlayModel } from '@/canvas/overlayModel';
import type { SceneNow } from './boardScene';
import type { DragPicture } from './drag';
import { targetBox } from './targetBox';
import { hasTarget, isContent, sameTarget } from './targets';
import type { Editing } from './uiState';

export interface OverlayInputs {
  readonly now: SceneNow;
  readonly selection: readonly Target[];
  readonly editing: Editing | null;
  readonly hover: Target | null;
  readonly marquee: Box | null;
  readonly picture: DragPicture;
}

/** What lies over the board for a state of the hands: frames of the selection, of what is written, of what is under the pointer. */
export function overlayOf(inputs: OverlayInputs): OverlayModel {
  const { now, selection, editing, hover, marquee, picture } = inputs;
  const boxOf = (target: Target): Box[] => {
    const box = targetBox(now, target);
    return box ? [box] : [];
  };
  const dragged = picture.lifted !== null;
  // The chosen stage has its own look on the sheet: yellow header, tinted column.
  const isFramed = (target: Target) =>
    !(target.kind === 'stage' && selection.length === 1) && !(editing && sameTarget(editing.target, target));
  const [only] = selection;
  return {
    ...EMPTY_OVERLAY,
    selected: dragged ? [] : selection.filter(isFramed).flatMap(boxOf),
    handles: selection.length === 1 && only !== undefined && isContent(only),
    editing: editing ? (boxOf(editing.target)[0] ?? null) : null,
    hover: hover && !dragged && !hasTarget(selection, hover) ? (boxOf(hover)[0] ?? null) : null,
    marquee,
    drop: picture.drop,
    lifted: picture.lifted,
    badge: picture.badge,
  };
}
