import { describe, expect, it } from 'vitest';
import { EMPTY_NOTE } from '../model/note';
import { type NotesPayload, readNotesPayload, writeNotesPayload } from './notesPayload';

const { clusterId: _group, ...blank } = EMPTY_NOTE;
const payload: NotesPayload = {
  app: 'personarium',
  version: 1,
  groups: [{ title: 'Prix', folded: false }],
  notes: [
    { ...blank, text: 'un', column: 0, group: 0, own: { severity: 3 } },
    { ...blank, text: 'deux', tags: ['prix'], column: 1, group: null, own: {} },
  ],
};

describe('notes on the clipboard', () => {
  it('come back as they were copied', () => {
    expect(readNotesPayload(writeNotesPayload(payload))).toEqual(payload);
  });

  it('are refused when anything is odd', () => {
    const [first] = payload.notes;
    const odd: unknown[] = [
      '',
      'un texte',
      '[]',
      '{"app":"personarium"}',
      { ...payload, app: 'other' },
      { ...payload, version: 2 },
      { ...payload, notes: [] },
      { ...payload, extra: 1 },
      { ...payload, notes: [{ ...first, group: 7 }] },
      { ...payload, notes: [{ ...first, votes: -1 }] },
      { ...payload, notes: [{ ...first, html: '<script>' }] },
      { ...payload, notes: [{ ...first, own: { a: { b: 1 } } }] },
      { ...payload, notes: [{ ...first, image: { asset: '../x', width: 1, height: 1, alt: '' } }] },
      { ...payload, notes: Array.from({ length: 2_001 }, () => first) },
    ];
    for (const one of odd) expect(readNotesPayload(typeof one === 'string' ? one : JSON.stringify(one))).toBeNull();
  });
});
