import type { EntryId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { entriesOf, evidenceInOrder, shownBlocks } from '@shared/boards/persona/order';
import { describe, expect, it } from 'vitest';
import type { SheetId } from '@/session/sheetRef';
import { smallJourney } from '../../tests/support/journeyCommands';
import { richPersona } from '../../tests/support/personaCommands';
import { findPersonalData, type LeavingSheet } from './personalData';

const persona = (doc: PersonaDoc): LeavingSheet => ({ id: 'p' as SheetId, kind: 'persona', title: doc.info.name, doc });

describe('findPersonalData', () => {
  it('finds nothing in the invented people of the sample', () => {
    expect(findPersonalData([persona(richPersona())])).toEqual([]);
  });

  it('says what, where and on which sheet, for every kind of field of a persona', () => {
    const doc = richPersona();
    const [block] = shownBlocks(doc);
    const entry = entriesOf(doc, block!.id)[0]!;
    const source = evidenceInOrder(doc)[0]!;
    const told: PersonaDoc = {
      ...doc,
      info: { ...doc.info, quote: 'Écrivez à zoe@exemple.fr', place: 'Nantes, 06 12 34 56 78', tags: ['a@b.fr'] },
      blocks: { ...doc.blocks, [block!.id]: { ...block!, note: 'Voir 756.9217.0769.85' } },
      entries: { ...doc.entries, [entry.id as EntryId]: { ...entry, text: 'FR76 3000 6000 0112 3456 7890 189' } },
      evidence: { ...doc.evidence, [source.id]: { ...source, note: 'marie@exemple.fr' } },
    };
    const found = findPersonalData([persona(told)]);
    expect(found.map(({ what, text, target }) => [what, text, target && `${target.kind} ${target.id}`])).toEqual([
      ['email', 'zoe@exemple.fr', 'quote quote'],
      ['phone', '06 12 34 56 78', 'fact place'],
      ['email', 'a@b.fr', null],
      ['ch', '756.9217.0769.85', `block-note ${block!.id}`],
      ['iban', 'FR76 3000 6000 0112 3456 7890 189', `entry ${entry.id}`],
      ['email', 'marie@exemple.fr', `evidence ${source.id}`],
    ]);
    expect(found.map(({ where }) => where !== '')).toEqual([true, true, false, true, true, true]);
    expect(found[0]?.sheet.title).toBe(told.info.name);
  });

  it('reads boards too, down to the sources of their notes', () => {
    const doc = smallJourney();
    const [note] = Object.values(doc.notes);
    const told = { ...doc, notes: { ...doc.notes, [note!.id]: { ...note!, source: 'Marie, marie@exemple.fr' } } };
    const found = findPersonalData([{ id: 'b' as SheetId, kind: 'journey-map', title: 'Parcours', doc: told }]);
    expect(found).toMatchObject([{ what: 'email', target: { kind: 'note', id: note!.id } }]);
  });
});
