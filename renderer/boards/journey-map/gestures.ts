import type { LaneId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { type CellPlace, cellPlace } from '@shared/boards/journey-map/targets';
import type { Lang } from '@shared/i18n/translate';
import type { Box, Target } from '@shared/scene/primitives';
import type { PointerControl, PointerHit } from '@/canvas/attachPointer';
import { boxOf } from '@/canvas/boxes';
import { type Point, toScene, type ViewSize } from '@/canvas/camera';
import type { CameraStore } from '@/canvas/cameraStore';
import type { PointerEffect } from '@/canvas/pointerMachine';
import type { PlacedTarget } from '@/canvas/targetIndex';
import type { Session } from '@/session/session';
import { addPointTo, addToCell } from './adding';
import type { SceneNow } from './boardScene';
import { type Drag, type DragPicture, STILL } from './drag';
import { curveSpot } from './dragFace';
import { laneOf } from './entities';
import { isFolded, setFolded } from './folding';
import { startDrag } from './startDrag';
import { axisOf, hasTarget, hitRank, isContent, isMovable, targetOfKey, toggled } from './targets';
import { editKey, type TextEditing } from './textEditing';
import type { UiStore } from './uiState';
import type { ViewMoves } from './viewMoves';

export interface GestureDeps {
  readonly session: Session<JourneyMapDoc>;
  readonly ui: UiStore;
  readonly camera: CameraStore;
  readonly moves: ViewMoves;
  readonly editing: TextEditing;
  readonly now: () => SceneNow;
  readonly view: () => ViewSize;
  readonly selection: () => readonly Target[];
  readonly select: (selection: readonly Target[]) => void;
  readonly lang: () => Lang;
  /** Shows what a gesture looks like; parts left out stay as they are. */
  readonly show: (next: {
    readonly picture?: DragPicture;
    readonly hover?: Target | null;
    readonly marquee?: Box | null;
  }) => void;
}

export interface Gestures {
  readonly hitAt: (point: Point) => PointerHit;
  readonly onEffect: (effect: PointerEffect) => void;
  readonly onHover: (point: Point | null) => void;
  readonly onDoubleClick: (point: Point) => void;
  readonly onMenu: (point: Point, client: Point) => void;
  readonly setPointer: (pointer: PointerControl) => void;
  /** Ends a drag or a marquee without a trace; true when there was one. */
  readonly cancel: () => boolean;
}

/** Small things can be hit this far beside them, in CSS pixels. */
const REACH = 3;

/** What the mouse does on a journey map. */
export function createGestures(deps: GestureDeps): Gestures {
  const { session, editing } = deps;
  let drag: Drag | null = null;
  let atStart: readonly Target[] = [];
  let pointer: PointerControl | null = null;
  let hovered: string | null = null;

  const sceneAt = (point: Point): Point => toScene(deps.camera.get(), deps.view(), point);
  const placedAt = (point: Point): PlacedTarget | null => {
    const at = sceneAt(point);
    return deps.now().index.at(at.x, at.y, hitRank, REACH / deps.camera.get().zoom);
  };

  const hitAt = (point: Point): PointerHit => {
    const placed = placedAt(point);
    const axis = placed && axisOf(placed.target);
    return { key: placed?.key ?? null, draggable: placed !== null && isMovable(placed.target), axis };
  };

  /** The row whose name stands at this height: a folded row opens wherever it is clicked. */
  const laneAcross = (at: Point): Target | null =>
    deps.now().index.list.find(({ target, box }) => target.kind === 'lane' && at.y >= box.y && at.y < box.y + box.h)
      ?.target ?? null;

  const click = (key: string | null, point: Point, additive: boolean): void => {
    const at = sceneAt(point);
    const across = key === null && at.x > 0 && at.x < deps.now().scene.width ? laneAcross(at) : null;
    const target = key === null ? across : targetOfKey(key);
    if (!target) {
      if (!additive) deps.select([]);
      return;
    }
    if (additive) deps.select(toggled(deps.selection(), target));
    else deps.select([target]);
    const lane = target.kind === 'lane' ? laneOf(deps.now().inputs.doc, target.id) : null;
    if (lane && !additive && isFolded(deps, lane)) setFolded(deps, lane, false);
  };

  const marquee = (effect: Extract<PointerEffect, { type: 'marquee' }>): void => {
    const from = sceneAt(effect.from);
    const to = sceneAt(effect.to);
    const box = boxOf(from.x, from.y, to.x, to.y);
    const inside = deps
      .now()
      .index.touching(box)
      .flatMap(({ target }) => (isContent(target) ? [target] : []));
    const fresh = inside.filter((target, at) => inside.findIndex((one) => one.id === target.id) === at);
    const kept = effect.mods.shift ? atStart.filter((target) => !hasTarget(fresh, target)) : [];
    deps.select([...kept, ...fresh]);
    deps.show({ marquee: effect.done ? null : box });
  };

  const dragStart = (key: string, from: Point): void => {
    const held = targetOfKey(key);
    if (!hasTarget(deps.selection(), held)) deps.select([held]);
    deps.ui.setState({ dragging: true });
    drag = startDrag({ session, now: deps.now(), lang: deps.lang(), from: sceneAt(from) }, held, deps.selection());
  };

  const endDrag = (): void => {
    drag = null;
    deps.ui.setState({ dragging: false });
    deps.show({ picture: STILL });
  };

  const onEffect = (effect: PointerEffect): void => {
    switch (effect.type) {
      case 'press':
        // The press itself brings the keyboard here, as on any control.
        editing.finish();
        atStart = deps.selection();
        return;
      case 'click':
        click(effect.hit, effect.at, effect.mods.shift || effect.mods.ctrl);
        return;
      case 'marquee':
        marquee(effect);
        return;
      case 'drag-start':
        dragStart(effect.hit, effect.from);
        return;
      case 'drag-move':
        if (drag) deps.show({ picture: drag.move(sceneAt(effect.to), effect.mods), hover: null });
        return;
      case 'drag-end': {
        const selected = drag?.drop();
        endDrag();
        if (selected) deps.select(selected);
        return;
      }
      case 'cancelled':
        endDrag();
        deps.show({ marquee: null });
        deps.select(atStart);
    }
  };

  const onHover = (point: Point | null): void => {
    const placed = point ? placedAt(point) : null;
    const target = placed && isMovable(placed.target) ? placed.target : null;
    const key = target ? (placed?.key ?? null) : null;
    if (key === hovered) return;
    hovered = key;
    deps.show({ hover: target });
  };

  const addAt = (place: CellPlace): void => {
    const mergeKey = editKey();
    const added = addToCell(session, place, null, { mergeKey });
    if (!added) return;
    deps.select([added]);
    editing.start(added, { created: true, mergeKey });
  };

  const onDoubleClick = (point: Point): void => {
    const placed = placedAt(point);
    if (!placed) return;
    const place = cellPlace(placed.target);
    if (!place) {
      const target = placed.target.kind === 'emotion-point' ? { kind: 'quote', id: placed.target.id } : placed.target;
      editing.start(target, { selectAll: true });
      return;
    }
    const spot = curveSpot(deps.now(), sceneAt(point));
    if (!spot) {
      addAt(place);
      return;
    }
    const { laneId, stepId, offset, valence } = spot;
    deps.select([addPointTo(session, { laneId: laneId as LaneId, stepId, offset, valence }, {})]);
  };

  const onMenu = (point: Point, client: Point): void => {
    editing.finish();
    const placed = placedAt(point);
    if (placed && !hasTarget(deps.selection(), placed.target)) deps.select([placed.target]);
    if (!placed) deps.select([]);
    deps.ui.setState({ menu: client });
  };

  return {
    hitAt,
    onEffect,
    onHover,
    onDoubleClick,
    onMenu,
    setPointer: (next) => {
      pointer = next;
    },
    cancel: () => pointer?.cancel() ?? false,
  };
}
