import { describe, expect, it } from 'vitest';
import { openingState } from './windowState';

const LAPTOP = { x: 0, y: 25, width: 1920, height: 1055 };
const PROJECTOR = { x: 1920, y: 0, width: 1280, height: 720 };
const stored = (bounds: object, rest: object = {}) => ({ bounds, maximized: false, fullScreen: false, ...rest });
const opened = (bounds: object, rest: object = {}) => stored(bounds, { isPageSize: false, ...rest });

describe('the window at a start', () => {
  it('stands in the middle the first time', () => {
    expect(openingState(undefined, [LAPTOP])).toEqual(
      opened({ x: 240, y: 103, width: 1440, height: 900 }, { isPageSize: true }),
    );
    expect(openingState(undefined, [PROJECTOR])).toEqual(opened(PROJECTOR));
  });

  it('comes back where it was', () => {
    const state = stored({ x: 2000, y: 10, width: 1000, height: 650 }, { maximized: true });
    expect(openingState(state, [LAPTOP, PROJECTOR])).toEqual({ ...state, isPageSize: false });
  });

  it('comes to the first display when its own is gone', () => {
    const state = stored({ x: 2000, y: 10, width: 1000, height: 650 });
    expect(openingState(state, [LAPTOP])).toEqual(opened({ x: 460, y: 228, width: 1000, height: 650 }));
  });

  it.each([
    ['its title bar above the display', { x: 10, y: -300, width: 1000, height: 900 }, { y: 25 }],
    ['larger than the display', { x: 0, y: 25, width: 5000, height: 5000 }, { width: 1920, height: 1055 }],
    ['too small', { x: 0, y: 25, width: 100 + 60, height: 80 }, { width: 960, height: 600 }],
  ])('is corrected when %s', (_what, bounds, expected) => {
    expect(openingState(stored(bounds), [LAPTOP]).bounds).toMatchObject(expected);
  });

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { bounds: null },
    stored({ x: Number.NaN, y: 0, width: 1, height: 1 }),
    stored({ x: 1e300, y: 0, width: 1, height: 1 }),
  ])('is the default one for %j', (damaged) => {
    expect(openingState(damaged, [LAPTOP])).toEqual(openingState(undefined, [LAPTOP]));
  });

  it('has a size even without any display', () => {
    expect(openingState(undefined, []).bounds).toMatchObject({ width: 1440, height: 900 });
  });
});
