import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completionScript, SHELLS } from './completion';
import { VERBS } from './verbNames';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'personarium-completion-'));
  for (const name of ['mon atelier.personarium', 'notes.txt']) writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, 'clients'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers for the last of these words. */
function offered(...words: string[]): readonly string[] {
  const script = `${completionScript('bash')}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _personarium; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync('bash', ['-c', script, 'bash', 'personarium', ...words], { cwd: folder, encoding: 'utf8' });
  return out.split('\n').filter((line) => line !== '');
}

describe('completion of commands', () => {
  it.each(SHELLS)('in %s knows every command, and is a script that shell can read', (shell) => {
    const script = completionScript(shell);
    for (const verb of ['export', 'help', ...VERBS]) expect(script).toContain(verb);
    const syntax = shell === 'fish' ? ['--no-execute'] : ['-n'];
    if (has(shell)) execFileSync(shell, syntax, { input: script });
    // A quote too many would swallow the rest of somebody's settings.
    expect(script.replace(/[^']/g, '').length % 2).toBe(0);
  });

  it.runIf(has('bash'))('offers commands and files first', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['export', ...VERBS, 'mon atelier.personarium', 'clients']));
    expect(offered('di')).toEqual(['diff']);
  });

  it.runIf(has('bash'))('offers the options of the command, and the values of an option', () => {
    expect(offered('lint', '--l')).toEqual(['--level', '--lang']);
    expect(offered('export', 'a', '--inks', '')).toEqual(['colour', 'saving', 'grey']);
    expect(offered('export', '--sheet', 'AR')).toEqual(['ARCH-C', 'ARCH-D', 'ARCH-E']);
    expect(offered('redact', 'a', '--names', '')).toEqual(['pseudonym', 'letter', 'keep']);
    expect(offered('completion', '')).toEqual([...SHELLS]);
    expect(offered('schema', '')).toEqual([]);
    expect(offered('export', 'a', '--board', '')).toEqual([]);
  });

  it.runIf(has('bash'))('offers workshops and folders where a file stands, anything where one is written', () => {
    expect(offered('validate', '')).toEqual(['mon atelier.personarium', 'clients']);
    expect(offered('merge', 'a', 'b', '--out', 'no')).toEqual(['notes.txt']);
  });
});
