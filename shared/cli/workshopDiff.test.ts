import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, idsOf, seeds, smallJourney } from '../../tests/support/journeyCommands';
import { BOARD, bundleOf, PERSONA, WORKSHOP } from '../../tests/support/workshopBundles';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { journeyMapType } from '../boards/journey-map/model';
import type { PersonaDoc } from '../boards/persona/model';
import { createLiveDocument } from '../document/liveDocument';
import { createYDoc } from '../document/yDocument';
import type { WorkshopBundle } from '../file/workshopFile';
import type { AnyDoc } from '../model/document';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { diffLines } from './diffLines';
import { workshopDiff } from './workshopDiff';

const base = bundleOf(smallJourney());

/** The bundle with documents changed, added or (null) left out. */
function withDocs(bundle: WorkshopBundle, docs: Readonly<Record<string, object | null>>): WorkshopBundle {
  const all = { ...bundle.docs } as Record<string, { doc: AnyDoc; state: Uint8Array }>;
  for (const [id, doc] of Object.entries(docs)) {
    if (doc) all[id] = { doc: doc as AnyDoc, state: new Uint8Array() };
    else delete all[id];
  }
  return { ...bundle, docs: all };
}

function edited(doc: JourneyMapDoc, all: readonly never[] | readonly unknown[]): JourneyMapDoc {
  const live = createLiveDocument(createYDoc(journeyMapType, doc), journeyMapType, () => 0, {
    onChange: () => {},
    onUpdate: () => {},
  });
  const newId = idsOf('d');
  for (const seed of all) {
    const { command, args } = changeOf(live.doc(), seed as never, newId);
    live.run(command as never, args);
  }
  return live.doc();
}

describe('what two workshops say otherwise', () => {
  it('is nothing for the same one, and nothing is left out of what differs', () => {
    expect(workshopDiff(base, base, 'fr')).toEqual([]);
    expect(diffLines([], 'fr')).toEqual(['Aucune différence.']);
    const before = smallJourney();
    fc.assert(
      fc.property(seeds(8), (all) => {
        const after = edited(before, all);
        const sheets = workshopDiff(bundleOf(before), bundleOf(after), 'en');
        const isSame = JSON.stringify(before) === JSON.stringify(after);
        if (isSame) return expect(sheets).toEqual([]);
        // The order of keys is no difference.
        for (const sheet of sheets) expect([sheet.id, sheet.lines.length > 0]).toEqual([BOARD, true]);
      }),
    );
  });

  it('tells boards and personas that come and go', () => {
    const less = withDocs(base, { [PERSONA]: null });
    expect(workshopDiff(base, less, 'fr')).toMatchObject([
      { change: 'removed', kind: 'persona', id: PERSONA, lines: [] },
    ]);
    expect(diffLines(workshopDiff(less, base, 'fr'), 'fr')).toEqual(['+ Persona «\u00A0Solène Marchand\u00A0»']);
  });

  it('tells fields of a persona with both sides, in the words of the app', () => {
    const persona = base.docs[PERSONA]?.doc as unknown as PersonaDoc;
    const older = { ...persona, info: { ...persona.info, age: '37', quote: '' } };
    const lines = diffLines(workshopDiff(base, withDocs(base, { [PERSONA]: older }), 'fr'), 'fr');
    expect(lines[0]).toBe('~ Persona «\u00A0Solène Marchand\u00A0»');
    expect(lines).toContain('    - Citation\u00A0: «\u00A0Je veux courir sans y penser.\u00A0»');
    expect(lines.some((line) => /^ {4}~ .+: «\u00A036\u00A0» → «\u00A037\u00A0»$/.test(line))).toBe(true);
    expect(lines).toHaveLength(3);
  });

  it('tells a journey stage by stage, each thing once', () => {
    const journey = smallJourney();
    const [stage] = Object.values(journey.stages);
    const [note] = Object.values(journey.notes);
    if (!stage || !note) throw new Error('a journey without stages or notes');
    const stages = { ...journey.stages, [stage.id]: { ...stage, title: 'Essai en magasin' } };
    const notes = { ...journey.notes, [note.id]: { ...note, text: 'Demande conseil', locked: !note.locked } };
    const [sheet, ...others] = workshopDiff(base, withDocs(base, { [BOARD]: { ...journey, stages, notes } }), 'fr');
    expect(others).toEqual([]);
    expect(sheet?.lines).toMatchObject([
      { change: 'changed', where: '', what: 'Étape', before: stage.title, after: 'Essai en magasin' },
      { change: 'changed', after: expect.stringContaining('Demande conseil') },
    ]);
  });

  it('names by the file what the app has no word for', () => {
    const workshop = base.docs[WORKSHOP]?.doc as AnyDoc;
    const moved = { ...workshop, info: { ...workshop.info, place: 'Rennes' } };
    expect(diffLines(workshopDiff(base, withDocs(base, { [WORKSHOP]: moved }), 'en'), 'en')).toEqual([
      '~ Workshop “Changer de chaussures”',
      '    ~ place: “Nantes” → “Rennes”',
    ]);
  });

  it('brings together what was made apart by what it is called', () => {
    const made = (prefix: string): WorkshopBundle => {
      const { id, workshop, docs } = sampleWorkshop({ lang: 'fr', newId: idsOf(prefix), date: '2026-11-22' });
      const all = Object.entries({ ...docs, [id]: workshop }).map(([key, doc]) => [
        key,
        { doc, state: new Uint8Array() },
      ]);
      return { workshopId: id, docs: Object.fromEntries(all), assets: {} };
    };
    const sheets = workshopDiff(made('one'), made('two'), 'fr');
    expect(sheets.filter(({ change }) => change !== 'changed')).toEqual([]);
  });
});
