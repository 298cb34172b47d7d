import type { Point } from './camera';

/**
 * What the pointer is doing, as a pure machine: events in, effects out. Nothing reaches the document before the button is
 * released; `cancel` (Escape, a lost pointer) ends every gesture without a trace.
 */
export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
}

export type PointerEventInput =
  | {
      readonly type: 'down';
      readonly at: Point;
      /** 0 left, 1 middle, 2 right. */
      readonly button: number;
      readonly mods: Modifiers;
      /** Space is held, or the hand tool is in use. */
      readonly hand: boolean;
      /** Key of what lies under the pointer, null on the empty wall. */
      readonly hit: string | null;
      /** Whether a drag from here moves that thing (else it draws a marquee). */
      readonly draggable: boolean;
      readonly touch: boolean;
    }
  | { readonly type: 'move'; readonly at: Point; readonly mods: Modifiers }
  | { readonly type: 'up'; readonly at: Point; readonly mods: Modifiers }
  | { readonly type: 'cancel' };

export type PointerState =
  | { readonly name: 'idle' }
  | {
      readonly name: 'pressed';
      readonly from: Point;
      readonly hit: string | null;
      readonly draggable: boolean;
      readonly touch: boolean;
      readonly mods: Modifiers;
    }
  | { readonly name: 'panning'; readonly last: Point }
  | { readonly name: 'marquee'; readonly from: Point; readonly mods: Modifiers }
  | { readonly name: 'dragging'; readonly from: Point; readonly hit: string };

export type PointerEffect =
  | { readonly type: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly type: 'press'; readonly hit: string | null; readonly at: Point; readonly mods: Modifiers }
  | { readonly type: 'click'; readonly hit: string | null; readonly at: Point; readonly mods: Modifiers }
  | {
      readonly type: 'marquee';
      readonly from: Point;
      readonly to: Point;
      readonly mods: Modifiers;
      readonly done: boolean;
    }
  | { readonly type: 'drag-start'; readonly hit: string; readonly from: Point }
  | {
      readonly type: 'drag-move';
      readonly hit: string;
      readonly from: Point;
      readonly to: Point;
      readonly mods: Modifiers;
    }
  | {
      readonly type: 'drag-end';
      readonly hit: string;
      readonly from: Point;
      readonly to: Point;
      readonly mods: Modifiers;
    }
  | { readonly type: 'cancelled' };

export interface PointerStep {
  readonly state: PointerState;
  readonly effects: readonly PointerEffect[];
}

export const IDLE: PointerState = { name: 'idle' };
/** A hand trembles: below these distances in CSS pixels a press is a click. */
const MOUSE_SLACK = 4;
const TOUCH_SLACK = 10;

const stay = (state: PointerState): PointerStep => ({ state, effects: [] });

function down(event: Extract<PointerEventInput, { type: 'down' }>): PointerStep {
  if (event.button === 1 || (event.button === 0 && event.hand)) {
    return stay({ name: 'panning', last: event.at });
  }
  if (event.button !== 0) return stay(IDLE);
  return {
    state: {
      name: 'pressed',
      from: event.at,
      hit: event.hit,
      draggable: event.draggable,
      touch: event.touch,
      mods: event.mods,
    },
    effects: [{ type: 'press', hit: event.hit, at: event.at, mods: event.mods }],
  };
}

function movePressed(
  state: Extract<PointerState, { name: 'pressed' }>,
  event: Extract<PointerEventInput, { type: 'move' }>,
): PointerStep {
  const far = Math.hypot(event.at.x - state.from.x, event.at.y - state.from.y);
  if (far < (state.touch ? TOUCH_SLACK : MOUSE_SLACK)) return stay(state);
  if (state.hit !== null && state.draggable) {
    const drag = { hit: state.hit, from: state.from };
    return {
      state: { name: 'dragging', ...drag },
      effects: [
        { type: 'drag-start', ...drag },
        { type: 'drag-move', ...drag, to: event.at, mods: event.mods },
      ],
    };
  }
  if (state.touch) {
    return {
      state: { name: 'panning', last: event.at },
      effects: [{ type: 'pan', dx: event.at.x - state.from.x, dy: event.at.y - state.from.y }],
    };
  }
  return {
    state: { name: 'marquee', from: state.from, mods: state.mods },
    effects: [{ type: 'marquee', from: state.from, to: event.at, mods: state.mods, done: false }],
  };
}

function move(state: PointerState, event: Extract<PointerEventInput, { type: 'move' }>): PointerStep {
  switch (state.name) {
    case 'idle':
      return stay(state);
    case 'pressed':
      return movePressed(state, event);
    case 'panning':
      return {
        state: { name: 'panning', last: event.at },
        effects: [{ type: 'pan', dx: event.at.x - state.last.x, dy: event.at.y - state.last.y }],
      };
    case 'marquee':
      return { state, effects: [{ type: 'marquee', from: state.from, to: event.at, mods: state.mods, done: false }] };
    case 'dragging':
      return {
        state,
        effects: [{ type: 'drag-move', hit: state.hit, from: state.from, to: event.at, mods: event.mods }],
      };
  }
}

function up(state: PointerState, event: Extract<PointerEventInput, { type: 'up' }>): PointerStep {
  switch (state.name) {
    case 'pressed':
      return { state: IDLE, effects: [{ type: 'click', hit: state.hit, at: state.from, mods: state.mods }] };
    case 'marquee':
      return {
        state: IDLE,
        effects: [{ type: 'marquee', from: state.from, to: event.at, mods: state.mods, done: true }],
      };
    case 'dragging':
      return {
        state: IDLE,
        effects: [{ type: 'drag-end', hit: state.hit, from: state.from, to: event.at, mods: event.mods }],
      };
    default:
      return stay(IDLE);
  }
}

/** Next state and what to do about it. */
export function pointerStep(state: PointerState, event: PointerEventInput): PointerStep {
  switch (event.type) {
    case 'down':
      // A second button during a gesture (a right click while dragging) changes nothing.
      return state.name === 'idle' ? down(event) : stay(state);
    case 'move':
      return move(state, event);
    case 'up':
      return up(state, event);
    case 'cancel':
      return { state: IDLE, effects: state.name === 'idle' ? [] : [{ type: 'cancelled' }] };
  }
}
