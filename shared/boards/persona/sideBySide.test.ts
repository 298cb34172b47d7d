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
    expect(
      rows.map(({ label, cells, differs }) => ({
        label,
        cells: cells.map((lines) => lines.map(({ text }) => text)),
        differs,
      })),
    ).toEqual([
      { label: 'Kind', cells: [['Primary'], ['Primary']], differs: false },
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
    const rows = sideBySide([persona([], ''), persona(['Time'], ''), persona(['Time'], '')], ctx);
    const time = { text: 'Time', isSaid: false, evidence: null };
    expect(rows.at(-1)).toMatchObject({ cells: [[], [time], [time]], differs: true });
  });

  it('keeps what a person says apart from what the team notes, with its tags, kind and proof', () => {
    const doc = persona(['Time'], '');
    const [id, need] = Object.entries(doc.entries)[0] ?? [];
    if (!id || !need) throw new Error('no entry');
    const founded: PersonaDoc = {
      ...doc,
      info: { ...doc.info, kind: 'negative', quote: 'Not now', tags: ['B2B'] },
      entries: { [id as EntryId]: { ...need, evidence: 'verbatim' } },
    };
    const rows = sideBySide([founded, doc], ctx);
    const first = (name: string) => rows.find((row) => row.id === name)?.cells[0];
    expect(first('kind')).toMatchObject([{ text: 'Negative' }]);
    expect(first('quote')).toEqual([{ text: 'Not now', isSaid: true, evidence: null }]);
    expect(first('tags')).toMatchObject([{ text: 'B2B', isSaid: false }]);
    expect(first('block needs')).toMatchObject([{ text: 'Time', evidence: 'verbatim' }]);
  });
});
