/**
 * Cost of laying out a large journey map, without the canvas: from scratch, and after one note was edited. In Node, with a measurer that
 * answers at once, so that it is the layout that is measured and not a font.
 */
import { largeMap, largeMapParts, loader, SIZE } from './largeMap.mjs';
import { median, row } from './statistics.mjs';

const REPEATS = 15;

export async function bench({ root }) {
  const load = loader(root);
  const { layoutJourneyMap } = await load('shared/boards/journey-map/layout/layoutJourneyMap.ts');
  const parts = await largeMapParts(load);
  const { translator } = await load('shared/i18n/translate.ts');
  const { LIGHT } = await load('shared/model/theme.ts');
  const measurer = () => ({ width: (text, font) => text.length * font.size * 0.5 });
  const workshop = { title: '', client: '', place: '' };
  const contextOf = (measure) => ({
    ...{ measure, t: translator('fr'), lang: 'fr', theme: LIGHT, personas: {}, workshop },
    view: { form: 'screen', focus: null },
  });
  const scratch = [];
  const edits = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    // A new measurer has laid out nothing yet.
    const context = contextOf(measurer());
    let doc = largeMap(parts);
    const start = performance.now();
    layoutJourneyMap(doc, context);
    scratch.push(performance.now() - start);
    layoutJourneyMap(doc, context);
    const id = `n${700 + repeat}`;
    doc = { ...doc, notes: { ...doc.notes, [id]: { ...doc.notes[id], text: `${doc.notes[id].text} encore` } } };
    const edited = performance.now();
    layoutJourneyMap(doc, context);
    edits.push(performance.now() - edited);
  }
  return [
    row(`layout of a journey from scratch (${SIZE})`, median(scratch.slice(1)), 'ms', 50),
    row('layout of it after one edit', median(edits.slice(1)), 'ms', 8),
  ];
}
