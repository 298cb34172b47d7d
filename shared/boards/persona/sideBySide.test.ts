import { describe, expect, it } from 'vitest';
import type { BlockId, EntryId, Id } from '../../base/ids';
import { translator } from '../../i18n/translate';
import { emptyEntry } from './commands/draft';
import type { Entry, PersonaDoc } from './model';
import { sideBySide } from './sideBySide';
import { personaFrom, presetTemplate } from './templates';

let count = 0;
const newId = <T extends Id<string>>() => `id${++count}` as T;
const ctx = { t: translator('en'), lang: 'en' } as const;

function persona(needs: readonly string[], age: string): PersonaDoc {
  const doc = personaFrom(presetTemplate('shopper'), newId);
  const entries: Record<EntryId, Entry> = {};
  needs.forEach((text, at) => {
    const id = newId<EntryId>();
    entries[id] = { ...emptyEntry(id, 'needs' as BlockId, `a${at}`), text };
  });
  return { ...doc, info: { ...doc.info, age }, entries };
}

describe('personas side by side', () => {
  it('marks what differs, takes entries in any order as the same, and leaves out what nobody says', () => {
    const rows = sideBySide([persona(['Time', 'Calm'], '36'), persona(['Calm', 'Time'], '52')], ctx);
    expect(rows.map(({ label, cells, differs }) => ({ label, cells, differs }))).toEqual([
      { label: 'Age', cells: [['36'], ['52']], differs: true },
      {
        label: 'Needs',
        cells: [
          ['Time', 'Calm'],
          ['Calm', 'Time'],
        ],
        differs: false,
      },
    ]);
  });

  it('compares a persona that says nothing with one that does', () => {
    const [row] = sideBySide([persona([], ''), persona(['Time'], ''), persona(['Time'], '')], ctx);
    expect(row).toMatchObject({ cells: [[], ['Time'], ['Time']], differs: true });
  });
});
