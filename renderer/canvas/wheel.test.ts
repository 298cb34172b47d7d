import { describe, expect, it } from 'vitest';
import { wheelMove } from './wheel';

const still = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };

describe('wheelMove', () => {
  it('pans in both directions', () => {
    expect(wheelMove({ ...still, deltaX: 4, deltaY: -9 })).toEqual({ type: 'pan', dx: -4, dy: 9 });
    expect(wheelMove({ ...still, deltaY: 3, deltaMode: 1 })).toEqual({ type: 'pan', dx: -0, dy: -48 });
  });

  it('turns sideways with Shift', () => {
    expect(wheelMove({ ...still, deltaY: 10, shiftKey: true })).toEqual({ type: 'pan', dx: -10, dy: 0 });
  });

  it('zooms in and out by inverse factors with Ctrl', () => {
    const inward = wheelMove({ ...still, deltaY: -100, ctrlKey: true });
    const outward = wheelMove({ ...still, deltaY: 100, ctrlKey: true });
    if (inward.type !== 'zoom' || outward.type !== 'zoom') throw new Error('zoom expected');
    expect(inward.factor).toBeGreaterThan(1.1);
    expect(inward.factor * outward.factor).toBeCloseTo(1);
  });

  it('does not leap on a violent wheel', () => {
    const move = wheelMove({ ...still, deltaY: -5000, metaKey: true });
    expect(move.type === 'zoom' && move.factor).toBeLessThan(1.5);
  });
});
