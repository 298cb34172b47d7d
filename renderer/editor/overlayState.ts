import type { AnyDoc } from '@shared/model/document';
import type { Box, Target } from '@shared/scene/primitives';
import { EMPTY_OVERLAY, type OverlayLayer, type OverlayModel } from '@/canvas/overlayModel';
import type { BoardEditing } from './boardEditing';
import type { SceneNow } from './boardScene';
import type { DragPicture } from './drag';
import { type Found, hitAt } from './find';
import { targetBox } from './targetBox';
import { hasTarget, sameTarget } from './targets';
import type { Editing } from './uiState';

export interface OverlayInputs<Doc extends AnyDoc> {
  readonly plug: BoardEditing<Doc>;
  readonly now: SceneNow<Doc>;
  readonly selection: readonly Target[];
  readonly editing: Editing | null;
  readonly hover: Target | null;
  readonly marquee: Box | null;
  readonly picture: DragPicture<Doc>;
  /** What was looked for, and the number of the place looked at. */
  readonly looked: { readonly found: Found; readonly at: number } | null;
  readonly layer: OverlayLayer | null;
}

/** What lies over the board for a state of the hands: frames of the selection, of what is written, of what is under the pointer. */
export function overlayOf<Doc extends AnyDoc>(inputs: OverlayInputs<Doc>): OverlayModel {
  const { plug, now, selection, editing, hover, marquee, picture, looked, layer } = inputs;
  const boxOf = (target: Target): Box[] => {
    const box = targetBox(plug, now, target);
    return box ? [box] : [];
  };
  const dragged = picture.lifted !== null;
  const { focus } = now.inputs;
  // What has the sheet's own focus has its own look there (a yellow header, a tinted column).
  const isFramed = (target: Target) =>
    !(focus && sameTarget(focus, target)) && !(editing && sameTarget(editing.target, target));
  const [only] = selection;
  return {
    ...EMPTY_OVERLAY,
    selected: dragged ? [] : selection.filter(isFramed).flatMap(boxOf),
    handles: selection.length === 1 && only !== undefined && plug.targets.isContent(only),
    editing: editing ? (boxOf(editing.target)[0] ?? null) : null,
    hover: hover && !dragged && !hasTarget(selection, hover) ? (boxOf(hover)[0] ?? null) : null,
    marquee,
    drop: picture.drop,
    lifted: picture.lifted,
    badge: picture.badge,
    guides: picture.guides,
    found: looked ? looked.found.hits.map(({ box }) => box) : [],
    layer,
    foundNow: looked ? (hitAt(looked.found, looked.at)?.box ?? null) : null,
  };
}
