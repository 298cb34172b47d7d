import type { Lang } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { Box, Target } from '@shared/scene/primitives';
import type { PointerControl, PointerHit } from '@/canvas/attachPointer';
import { boxOf } from '@/canvas/boxes';
import { type Point, toScene } from '@/canvas/camera';
import type { PointerEffect } from '@/canvas/pointerMachine';
import { type PlacedTarget, targetKey } from '@/canvas/targetIndex';
import type { BoardController } from './boardController';
import { type Drag, type DragPicture, STILL } from './drag';
import { hasTarget, targetOfKey, toggled } from './targets';
import { editKey } from './textEditing';

/** What a gesture looks like; parts left out stay as they are. */
export interface GestureLook<Doc extends AnyDoc> {
  readonly picture?: DragPicture<Doc>;
  readonly hover?: Target | null;
  readonly marquee?: Box | null;
}

export interface GestureDeps<Doc extends AnyDoc> {
  readonly controller: () => BoardController<Doc>;
  readonly lang: () => Lang;
  readonly look: (next: GestureLook<Doc>) => void;
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

/** True on the sign before the title of a group, which folds it. */
function isOnFold(group: PlacedTarget | null, { x, y }: Point): boolean {
  const title = group?.editBox;
  return title != null && x < title.x && y >= title.y && y < title.y + title.lineHeight;
}

/** What the mouse does on a board. */
export function createGestures<Doc extends AnyDoc>(deps: GestureDeps<Doc>): Gestures {
  let drag: Drag<Doc> | null = null;
  let atStart: readonly Target[] = [];
  let pointer: PointerControl | null = null;
  let hovered: string | null = null;
  const board = deps.controller;

  const sceneAt = (point: Point): Point => toScene(board().camera.get(), board().viewSize(), point);
  const placedAt = (point: Point): PlacedTarget | null => {
    const { plug, now, camera } = board();
    const at = sceneAt(point);
    return now().index.at(at.x, at.y, plug.targets.rank, REACH / camera.get().zoom);
  };

  const hitAt = (point: Point): PointerHit => {
    const { isMovable, axisOf } = board().plug.targets;
    const placed = placedAt(point);
    const axis = placed && axisOf(placed.target);
    return { key: placed?.key ?? null, draggable: placed !== null && isMovable(placed.target), axis };
  };

  const click = (key: string | null, point: Point, additive: boolean): void => {
    const { plug, now, selection, select, perform } = board();
    const target = key === null ? (plug.gestures.behind?.(now(), sceneAt(point)) ?? null) : targetOfKey(key);
    if (!target) {
      if (!additive) select([]);
      return;
    }
    if (additive) {
      select(toggled(selection(), target));
      return;
    }
    select([target]);
    if (plug.gestures.opened?.(board(), target)) return;
    if (plug.groups.isGroup(target) && isOnFold(now().index.get(targetKey(target)), sceneAt(point))) {
      perform('foldGroup');
      return;
    }
    plug.gestures.clicked?.(board(), target);
  };

  const marquee = (effect: Extract<PointerEffect, { type: 'marquee' }>): void => {
    const { plug, now, select } = board();
    const from = sceneAt(effect.from);
    const to = sceneAt(effect.to);
    const box = boxOf(from.x, from.y, to.x, to.y);
    const inside = now()
      .index.touching(box)
      .flatMap(({ target }) => (plug.targets.isContent(target) ? [target] : []));
    const fresh = inside.filter((target, at) => inside.findIndex((one) => one.id === target.id) === at);
    const kept = effect.mods.shift ? atStart.filter((target) => !hasTarget(fresh, target)) : [];
    select([...kept, ...fresh]);
    deps.look({ marquee: effect.done ? null : box });
  };

  const dragStart = (key: string, from: Point): void => {
    const { plug, session, now, ui, selection, select } = board();
    const held = targetOfKey(key);
    if (!hasTarget(selection(), held)) select([held]);
    ui.setState({ dragging: true });
    const context = { plug, session, now: now(), lang: deps.lang(), from: sceneAt(from) };
    drag = plug.gestures.startDrag(context, held, selection());
  };

  const endDrag = (): void => {
    drag = null;
    board().ui.setState({ dragging: false });
    deps.look({ picture: STILL });
  };

  const onEffect = (effect: PointerEffect): void => {
    switch (effect.type) {
      case 'press':
        // The press itself brings the keyboard here, as on any control.
        board().editing.finish();
        atStart = board().selection();
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
        if (drag) deps.look({ picture: drag.move(sceneAt(effect.to), effect.mods), hover: null });
        return;
      case 'drag-end': {
        const selected = drag?.drop(effect.mods);
        endDrag();
        if (selected) board().select(selected);
        return;
      }
      case 'cancelled':
        endDrag();
        deps.look({ marquee: null });
        board().select(atStart);
    }
  };

  const onHover = (point: Point | null): void => {
    const placed = point ? placedAt(point) : null;
    const target = placed && board().plug.targets.isMovable(placed.target) ? placed.target : null;
    const key = target ? (placed?.key ?? null) : null;
    if (key === hovered) return;
    hovered = key;
    deps.look({ hover: target });
  };

  const addAt = (place: Target): void => {
    const { plug, session, select, editing } = board();
    session.whenEditable(() => {
      const mergeKey = editKey();
      const added = plug.places.add(session, place, null, { mergeKey });
      if (!added) return;
      select([added]);
      editing.start(added, { created: true, mergeKey });
    });
  };

  const onDoubleClick = (point: Point): void => {
    const { plug, editing } = board();
    const placed = placedAt(point);
    if (!placed) return;
    if (!plug.places.isPlace(placed.target)) {
      editing.start(plug.texts.writtenPart(placed.target), { selectAll: true });
      return;
    }
    if (!plug.gestures.placeOpened?.(board(), sceneAt(point))) addAt(placed.target);
  };

  const onMenu = (point: Point, client: Point): void => {
    const { editing, selection, select, ui } = board();
    editing.finish();
    const placed = placedAt(point);
    if (placed && !hasTarget(selection(), placed.target)) select([placed.target]);
    if (!placed) select([]);
    ui.setState({ menu: client });
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
