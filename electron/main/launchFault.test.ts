import { describe, expect, it } from 'vitest';
import { displayIsThere, launchFault } from './launchFault';

const place = { exists: (path: string) => path.startsWith('here'), hasDisplay: true };

describe('a start that makes no sense', () => {
  it.each([
    [[], null],
    [['here.personarium'], null],
    [['exprot'], { kind: 'unknownWord', word: 'exprot' }],
    [['exprot', 'nope.personarium'], { kind: 'unknownWord', word: 'exprot' }],
    [['here.personarium', 'exprot'], null],
    [['nope.personarium'], { kind: 'missingFile', file: 'nope.personarium' }],
    [['there/nope'], { kind: 'missingFile', file: 'there/nope' }],
  ])('%j', (files, fault) => {
    expect(launchFault(files, place)).toEqual(fault);
  });

  it('lacks a display, unless its words are wrong already', () => {
    expect(launchFault([], { ...place, hasDisplay: false })).toEqual({ kind: 'noDisplay' });
    expect(launchFault(['exprot'], { ...place, hasDisplay: false })).toMatchObject({ kind: 'unknownWord' });
  });
});

it('knows where a window can be seen', () => {
  expect(displayIsThere('linux', {}, '')).toBe(false);
  expect(displayIsThere('linux', { DISPLAY: ':0' }, '')).toBe(true);
  expect(displayIsThere('linux', { DISPLAY: ':7', PERSONARIUM_NO_DISPLAY: '1' }, '')).toBe(false);
  expect(displayIsThere('linux', { WAYLAND_DISPLAY: 'wayland-0' }, '')).toBe(true);
  expect(displayIsThere('linux', {}, 'headless')).toBe(true);
  expect(displayIsThere('darwin', {}, '')).toBe(true);
});
