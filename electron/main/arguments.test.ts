import { describe, expect, it } from 'vitest';
import { appWords, isCommandLine, readLaunch } from './arguments';

describe('the words of a start', () => {
  it.each([
    [['/opt/personarium/personarium', 'a.personarium'], false, ['a.personarium']],
    [['/opt/personarium/personarium', '--no-sandbox', 'a.personarium'], false, ['a.personarium']],
    [['electron', '.', 'export', '--sample'], true, ['export', '--sample']],
    [['electron', '--no-sandbox', '/app', '--sample'], true, ['--sample']],
    [['electron', '-r', '/loader.js', '--inspect=0', '/app', 'x'], true, ['x']],
    [['electron', '/app'], true, []],
    [['electron', '/app', 'export', 'x', '--no-sandbox', '--ozone-platform=x11'], true, ['export', 'x']],
  ])('%j', (argv, defaultApp, words) => {
    expect(appWords(argv, defaultApp)).toEqual(words);
  });

  it('ask for the command line by the first word only', () => {
    expect([['export'], ['help'], ['--help'], ['-h'], ['--version'], ['export', 'a']].map(isCommandLine)).not.toContain(
      false,
    );
    expect([[], ['a.personarium'], ['--sample'], ['a', 'export'], ['Export']].map(isCommandLine)).not.toContain(true);
  });

  it('hold files, the sample, bench notes', () => {
    expect(readLaunch(['--sample', '--bench-notes=5000', 'a', '--unknown', 'b'])).toEqual({
      files: ['a', 'b'],
      openSample: true,
      benchNotes: 5000,
      benchPersonas: 0,
    });
    expect(readLaunch(['--bench-notes=-1']).benchNotes).toBe(0);
    expect(readLaunch(['--bench-notes=999999']).benchNotes).toBe(100_000);
  });
});
