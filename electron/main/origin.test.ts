import { describe, expect, it } from 'vitest';
import { APP_HOST, APP_ORIGIN, APP_SCHEME, isAppUrl } from './origin';

describe('the origin', () => {
  it('never changes: everything users have stored is keyed by it', () => {
    expect([APP_SCHEME, APP_HOST, APP_ORIGIN]).toEqual(['app', 'board', 'app://board']);
  });

  it.each(['app://board/', 'app://board/index.html#x', 'app://board/?a=b'])('accepts %s', (url) => {
    expect(isAppUrl(url)).toBe(true);
  });

  it.each([
    'app://board.example/',
    'app://boards/',
    'app://print/1',
    'app://board@evil/',
    'app://user@board/',
    'app://board:8080/',
    'https://board/',
    'file:///board/',
    'about:blank',
    'blob:app://board/1',
    'data:text/html,app://board/',
    ' app',
    '',
  ])('refuses %s', (url) => {
    expect(isAppUrl(url)).toBe(false);
  });
});
