import type { Box } from '@shared/scene/primitives';
import { type Camera, keepInSight, type Point, panBy, panWithin, type ViewSize, zoomTo } from './camera';
import type { CameraStore } from './cameraStore';
import {
  IDLE,
  type Modifiers,
  type PointerEffect,
  type PointerEventInput,
  type PointerState,
  pointerStep,
} from './pointerMachine';
import { wheelMove } from './wheel';

/** The paste of a middle button comes by way of another process: the longest it is waited for. */
const PASTE_MS = 3_000;

/** What lies under the pointer. */
export interface PointerHit {
  readonly key: string | null;
  readonly draggable: boolean;
  /** The one way it can be dragged, when there is only one: the board scrolls that way alone. */
  readonly axis?: 'x' | 'y' | null;
}

export interface PointerDeps {
  readonly container: HTMLElement;
  readonly camera: CameraStore;
  readonly view: () => ViewSize;
  /** The sheet in scene units: a part of it stays in view. */
  readonly sheet: () => Box;
  /** Asked at a press and while hovering; the point is in CSS pixels of the container. */
  readonly hitAt: (point: Point) => PointerHit;
  readonly hand: () => boolean;
  readonly onEffect: (effect: PointerEffect) => void;
  readonly onHover: (point: Point | null) => void;
  readonly onDoubleClick: (point: Point) => void;
  readonly onMenu: (point: Point, client: Point) => void;
  readonly onPanning: (panning: boolean) => void;
}

export interface PointerControl {
  /** Ends the gesture under way without a trace; true when there was one. */
  readonly cancel: () => boolean;
  readonly isBusy: () => boolean;
  readonly detach: () => void;
}

/** What lies under the pointer is told again after the wheel has rested for this long. */
const WHEEL_REST_MS = 120;
/** Within this distance of an edge, in CSS pixels, a drag scrolls the board. */
const EDGE = 36;
const EDGE_SPEED = 14;

const modifiers = (event: MouseEvent): Modifiers => ({
  shift: event.shiftKey,
  alt: event.altKey,
  ctrl: event.ctrlKey || event.metaKey,
});

const towards = (position: number, size: number): number => {
  if (position < EDGE) return (1 - Math.max(0, position) / EDGE) * EDGE_SPEED;
  if (position > size - EDGE) return -(1 - Math.max(0, size - position) / EDGE) * EDGE_SPEED;
  return 0;
};

/** Turns pointer, wheel and pinch events on an element into the effects of the pointer machine; pans and zooms by itself. */
export function attachPointer(deps: PointerDeps): PointerControl {
  const { container, camera } = deps;
  let state: PointerState = IDLE;
  let last: { at: Point; mods: Modifiers } = { at: { x: 0, y: 0 }, mods: { shift: false, alt: false, ctrl: false } };
  let scrolling = 0;
  let wheelRest = 0;
  let pressed: { readonly axis: 'x' | 'y' | null; readonly camera: Camera } = { axis: null, camera: camera.get() };
  const fingers = new Map<number, Point>();

  const setCamera = (next: Camera): void => camera.set(keepInSight(next, deps.view(), deps.sheet()));
  const pointOf = (event: MouseEvent): Point => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const feed = (event: PointerEventInput): void => {
    const before = state.name;
    const step = pointerStep(state, event);
    state = step.state;
    // A gesture given up leaves the board where it was, also when it had scrolled.
    if (event.type === 'cancel' && (before === 'dragging' || before === 'marquee')) camera.set(pressed.camera);
    for (const effect of step.effects) {
      if (effect.type === 'pan') setCamera(panBy(camera.get(), effect.dx, effect.dy));
      else deps.onEffect(effect);
    }
    if ((before === 'panning') !== (state.name === 'panning')) deps.onPanning(state.name === 'panning');
    if (state.name === 'panning') deps.onHover(null);
    if (state.name === 'dragging' || state.name === 'marquee') scrollAtEdges();
  };

  /** Keeps scrolling while the pointer rests near an edge, and tells the gesture that the board moved under it. */
  const scrollAtEdges = (): void => {
    if (scrolling !== 0) return;
    const tick = (): void => {
      scrolling = 0;
      if (state.name !== 'dragging' && state.name !== 'marquee') return;
      const view = deps.view();
      const axis = state.name === 'dragging' ? pressed.axis : null;
      const dx = axis === 'y' ? 0 : towards(last.at.x, view.width);
      const dy = axis === 'x' ? 0 : towards(last.at.y, view.height);
      if (dx === 0 && dy === 0) return;
      const before = camera.get();
      camera.set(panWithin(before, view, deps.sheet(), dx, dy));
      const after = camera.get();
      if (after === before) return;
      shiftOrigin((before.cx - after.cx) * after.zoom, (before.cy - after.cy) * after.zoom);
      feed({ type: 'move', ...last });
    };
    scrolling = requestAnimationFrame(tick);
  };
  /** A gesture began at a place on the board, not on the screen. */
  const shiftOrigin = (dx: number, dy: number): void => {
    if (state.name === 'dragging' || state.name === 'marquee') {
      state = { ...state, from: { x: state.from.x + dx, y: state.from.y + dy } };
    }
  };

  const pinch = (event: PointerEvent): boolean => {
    const before = [...fingers.values()];
    if (!fingers.has(event.pointerId)) return false;
    fingers.set(event.pointerId, pointOf(event));
    const after = [...fingers.values()];
    const [a, b] = before;
    const [c, d] = after;
    if (!a || !b || !c || !d) return false;
    const from = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const to = { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 };
    const factor = Math.hypot(c.x - d.x, c.y - d.y) / Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
    const moved = panBy(camera.get(), to.x - from.x, to.y - from.y);
    setCamera(zoomTo(moved, deps.view(), to, moved.zoom * factor));
    return true;
  };

  const onDown = (event: PointerEvent): void => {
    const at = pointOf(event);
    last = { at, mods: modifiers(event) };
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, at);
      if (fingers.size === 2) {
        feed({ type: 'cancel' });
        return;
      }
    }
    if (event.button === 1) event.preventDefault();
    const hit = deps.hitAt(at);
    const touch = event.pointerType === 'touch';
    clearTimeout(wheelRest);
    if (state.name === 'idle') pressed = { axis: hit.axis ?? null, camera: camera.get() };
    feed({
      type: 'down',
      ...last,
      button: event.button,
      hand: deps.hand(),
      hit: hit.key,
      draggable: hit.draggable,
      touch,
    });
    if (state.name !== 'idle' && container.isConnected) container.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (fingers.size > 1 && pinch(event)) return;
    last = { at: pointOf(event), mods: modifiers(event) };
    clearTimeout(wheelRest);
    if (state.name === 'idle') deps.onHover(last.at);
    else feed({ type: 'move', ...last });
  };
  const onUp = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    last = { at: pointOf(event), mods: modifiers(event) };
    feed({ type: 'up', ...last });
  };
  const onLost = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
    feed({ type: 'cancel' });
  };
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const move = wheelMove(event);
    if (move.type === 'pan') setCamera(panBy(camera.get(), move.dx, move.dy));
    else setCamera(zoomTo(camera.get(), deps.view(), pointOf(event), camera.get().zoom * move.factor));
    if (state.name !== 'idle') return;
    // A frame that jumps from piece to piece under a moving board says nothing, and costs more than the movement.
    deps.onHover(null);
    const at = pointOf(event);
    clearTimeout(wheelRest);
    wheelRest = window.setTimeout(() => state.name === 'idle' && deps.onHover(at), WHEEL_REST_MS);
  };
  // The first click of a slow double click may have been what brought the board here: the second one asks nothing of it.
  let presses = { last: false, before: false };
  const onAnyDown = (event: PointerEvent): void => {
    presses = { last: container.contains(event.target as Node), before: presses.last };
  };
  const onDouble = (event: MouseEvent): void => {
    if (presses.before) deps.onDoubleClick(pointOf(event));
  };
  const onMenu = (event: MouseEvent): void => {
    event.preventDefault();
    deps.onMenu(pointOf(event), { x: event.clientX, y: event.clientY });
  };
  const onLeave = (): void => {
    clearTimeout(wheelRest);
    deps.onHover(null);
  };

  const refuse = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  let allowPaste = (): void => undefined;
  // On Linux the middle button pastes, as it is let go, what was selected last in any program; here it moves the view. On a busy
  // machine that takes its time: until it has come, or a key or a button is pressed for something else.
  const onMiddleUp = (event: PointerEvent): void => {
    if (event.button !== 1) return;
    allowPaste();
    const waiting = new AbortController();
    const late = setTimeout(() => waiting.abort(), PASTE_MS);
    allowPaste = () => {
      clearTimeout(late);
      waiting.abort();
    };
    const once = { capture: true, signal: waiting.signal } as const;
    window.addEventListener('paste', refuse, once);
    for (const other of ['keydown', 'pointerdown']) window.addEventListener(other, allowPaste, once);
  };

  window.addEventListener('pointerdown', onAnyDown, true);
  container.addEventListener('pointerdown', onDown);
  container.addEventListener('pointerup', onMiddleUp);
  container.addEventListener('pointermove', onMove);
  container.addEventListener('pointerup', onUp);
  container.addEventListener('pointercancel', onLost);
  container.addEventListener('pointerleave', onLeave);
  // Also over the text being written, which lies beside the container.
  const wheelArea = container.parentElement ?? container;
  wheelArea.addEventListener('wheel', onWheel, { passive: false });
  container.addEventListener('dblclick', onDouble);
  container.addEventListener('contextmenu', onMenu);
  return {
    isBusy: () => state.name !== 'idle',
    cancel: () => {
      if (state.name === 'idle') return false;
      feed({ type: 'cancel' });
      return true;
    },
    detach: () => {
      cancelAnimationFrame(scrolling);
      clearTimeout(wheelRest);
      allowPaste();
      window.removeEventListener('pointerdown', onAnyDown, true);
      container.removeEventListener('pointerdown', onDown);
      container.removeEventListener('pointerup', onMiddleUp);
      container.removeEventListener('pointermove', onMove);
      container.removeEventListener('pointerup', onUp);
      container.removeEventListener('pointercancel', onLost);
      container.removeEventListener('pointerleave', onLeave);
      wheelArea.removeEventListener('wheel', onWheel);
      container.removeEventListener('dblclick', onDouble);
      container.removeEventListener('contextmenu', onMenu);
    },
  };
}
