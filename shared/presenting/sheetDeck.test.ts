import { describe, expect, it } from 'vitest';
import type { Id, NewId, PersonaId } from '../base/ids';
import type { EmpathyMapDoc, EmpathyNote } from '../boards/empathy-map/model';
import type { Block, PersonaDoc } from '../boards/persona/model';
import { entriesOf, shownBlocks } from '../boards/persona/order';
import { translator } from '../i18n/translate';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import type { PartSlide } from './parts';
import { canBePresented, type PresentedDoc, sheetDeck } from './sheetDeck';

function counter(): NewId {
  let count = 0;
  return <T extends Id<string>>() => `id${++count}` as T;
}

const { docs } = sampleWorkshop({ lang: 'fr', newId: counter(), date: '2026-11-22' });
const all = Object.values(docs);
const personas = Object.fromEntries(
  Object.entries(docs).filter(([, doc]) => doc.kind === 'persona'),
) as unknown as Readonly<Record<PersonaId, PersonaDoc>>;
const persona = all.find((doc) => doc.kind === 'persona') as unknown as PersonaDoc;
const empathy = all.find((doc) => doc.kind === 'empathy-map') as unknown as EmpathyMapDoc;
const deckOf = (doc: PresentedDoc) => sheetDeck(doc, { t: translator('fr'), lang: 'fr', personas });
const partsOf = (doc: PresentedDoc) => deckOf(doc).slides.filter((slide): slide is PartSlide => slide.kind === 'part');

describe('the slides of a persona', () => {
  it('are the whole sheet, each shown block that says something in its order, the whole sheet', () => {
    const { slides } = deckOf(persona);
    const blocks = shownBlocks(persona).filter(({ id }) => entriesOf(persona, id).length > 0);
    expect(slides.map(({ kind }) => kind)).toEqual(['overview', ...blocks.map(() => 'part'), 'overview']);
    expect(partsOf(persona).map(({ id }) => id)).toEqual(blocks.map(({ id }) => id));
    expect(partsOf(persona).map(({ number }) => number)).toEqual(blocks.map((_, at) => at + 1));
    for (const part of partsOf(persona))
      expect(part).toMatchObject({ count: blocks.length, target: { kind: 'block' } });
  });

  it('say the entries of a block with their proofs, and quote what is said', () => {
    const parts = partsOf(persona);
    const barriers = parts.find(({ id }) => id === 'barriers');
    const [first] = entriesOf(persona, 'barriers' as Block['id']);
    expect(barriers?.texts[0]).toMatchObject({ text: first?.text, proof: first?.evidence, isSaid: false });
    const quotes = shownBlocks(persona).find(({ kind }) => kind === 'quotes');
    if (quotes) expect(parts.find(({ id }) => id === quotes.id)?.texts.every(({ isSaid }) => isSaid)).toBe(true);
  });

  it('leave out a hidden block, and count what does not fit', () => {
    const blocks = Object.fromEntries(
      Object.values<Block>(persona.blocks).map((block) => [block.id, { ...block, visible: block.id !== 'barriers' }]),
    ) as PersonaDoc['blocks'];
    expect(partsOf({ ...persona, blocks }).map(({ id }) => id)).not.toContain('barriers');
    const [entry] = entriesOf(persona, 'barriers' as Block['id']);
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => [`e${at}`, { ...entry, id: `e${at}`, order: `b${at + 10}` }]),
    );
    const crowded = { ...persona, entries: many } as unknown as PersonaDoc;
    expect(partsOf(crowded)[0]).toMatchObject({ more: 3 });
    expect(partsOf(crowded)[0]?.texts).toHaveLength(8);
  });
});

describe('the slides of an empathy map', () => {
  it('go zone by zone of its layout as it is worked through, then to the contradictions', () => {
    const ids = partsOf(empathy).map(({ id }) => id);
    expect(ids).toEqual(['who', 'need', 'see', 'say', 'do', 'hear', 'think-feel', 'pain', 'gain', 'findings']);
    expect(partsOf({ ...empathy, info: { ...empathy.info, layout: 'quadrants' } }).map(({ id }) => id)).toEqual([
      ...['say', 'think', 'do', 'feel', 'findings'],
    ]);
    expect(partsOf(empathy)[0]?.questions.length).toBeGreaterThan(0);
  });

  it('put what most people voted for first', () => {
    const [note] = Object.values<EmpathyNote>(empathy.notes)
      .filter(({ zone }) => zone === 'pain')
      .slice(-1);
    if (!note) throw new Error('the sample has a pain');
    const notes = { ...empathy.notes, [note.id]: { ...note, votes: 99 } };
    expect(partsOf({ ...empathy, notes }).find(({ id }) => id === 'pain')?.texts[0]?.id).toBe(note.id);
  });

  it('are one slide for a map without notes', () => {
    const empty = { ...empathy, notes: {}, findings: {} } as EmpathyMapDoc;
    expect(deckOf(empty).slides).toEqual([{ kind: 'overview', isEnd: false }]);
  });
});

it('every sheet of the sample can be presented, a workshop cannot', () => {
  expect(all.every(canBePresented)).toBe(true);
  expect(canBePresented({ kind: 'workshop' })).toBe(false);
});
