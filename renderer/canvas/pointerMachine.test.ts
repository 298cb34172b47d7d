import { describe, expect, it } from 'vitest';
import { IDLE, type PointerEffect, type PointerEventInput, type PointerState, pointerStep } from './pointerMachine';

const mods = { shift: false, alt: false, ctrl: false };
const down = (over: Partial<Extract<PointerEventInput, { type: 'down' }>> = {}): PointerEventInput => ({
  type: 'down',
  at: { x: 10, y: 10 },
  button: 0,
  mods,
  hand: false,
  hit: null,
  draggable: false,
  touch: false,
  ...over,
});
const move = (x: number, y: number): PointerEventInput => ({ type: 'move', at: { x, y }, mods });
const up = (x: number, y: number): PointerEventInput => ({ type: 'up', at: { x, y }, mods });

function play(events: readonly PointerEventInput[]): { state: PointerState; effects: PointerEffect[] } {
  let state: PointerState = IDLE;
  const effects: PointerEffect[] = [];
  for (const event of events) {
    const step = pointerStep(state, event);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

const types = (events: readonly PointerEventInput[]) => play(events).effects.map((effect) => effect.type);

describe('pointerStep', () => {
  it('clicks when the hand only trembles', () => {
    const { effects, state } = play([down({ hit: 'note:a', draggable: true }), move(12, 11), up(12, 11)]);
    expect(effects.map((effect) => effect.type)).toEqual(['press', 'click']);
    expect(state).toEqual(IDLE);
  });

  it('drags what can be dragged', () => {
    const { effects } = play([down({ hit: 'note:a', draggable: true }), move(30, 10), move(50, 10), up(50, 12)]);
    expect(effects.map((effect) => effect.type)).toEqual(['press', 'drag-start', 'drag-move', 'drag-move', 'drag-end']);
    expect(effects.at(-1)).toMatchObject({ hit: 'note:a', from: { x: 10, y: 10 }, to: { x: 50, y: 12 } });
  });

  it('draws a marquee elsewhere', () => {
    expect(types([down({ hit: 'cell:a' }), move(60, 60), up(70, 70)])).toEqual(['press', 'marquee', 'marquee']);
    expect(play([down(), move(60, 60), up(70, 70)]).effects.at(-1)).toMatchObject({ done: true, to: { x: 70, y: 70 } });
  });

  it('pans with the middle button or the hand', () => {
    expect(types([down({ button: 1 }), move(20, 10), up(20, 10)])).toEqual(['pan']);
    expect(play([down({ hand: true, hit: 'note:a', draggable: true }), move(20, 15)]).effects).toEqual([
      { type: 'pan', dx: 10, dy: 5 },
    ]);
  });

  it('pans with a finger where nothing can be dragged', () => {
    expect(types([down({ touch: true }), move(15, 10), move(40, 10), move(50, 10), up(50, 10)])).toEqual([
      'press',
      'pan',
      'pan',
    ]);
  });

  it('leaves no trace when cancelled', () => {
    const { effects, state } = play([
      down({ hit: 'note:a', draggable: true }),
      move(30, 10),
      { type: 'cancel' },
      move(50, 10),
      up(50, 10),
    ]);
    expect(effects.map((effect) => effect.type)).toEqual(['press', 'drag-start', 'drag-move', 'cancelled']);
    expect(state).toEqual(IDLE);
    expect(types([{ type: 'cancel' }])).toEqual([]);
  });

  it('ignores a second button during a gesture, and the right one', () => {
    expect(types([down({ hit: 'note:a', draggable: true }), move(30, 10), down({ button: 2 }), up(30, 10)])).toEqual([
      'press',
      'drag-start',
      'drag-move',
      'drag-end',
    ]);
    expect(types([down({ button: 2 }), up(10, 10)])).toEqual([]);
  });
});
