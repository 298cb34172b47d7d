import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryJourneyMap } from '../../tests/support/arbitraryJourneyMap';
import type { Id } from '../base/ids';
import { docType } from '../boards/docTypes';
import { createLiveDocument } from '../document/liveDocument';
import { createYDoc, encodeState, loadYDoc, mergeStates, snapshotOf } from '../document/yDocument';
import type { AnyDoc } from '../model/document';
import { type TranslatedDoc, translateTexts } from '../model/translation';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { inLanguage, openTexts, textLines, translationId } from './texts';

function sample(): AnyDoc[] {
  let made = 0;
  const newId = <T extends Id<string>>(): T => `s${++made}` as T;
  const { docs, workshop } = sampleWorkshop({ lang: 'fr', newId, date: '2026-11-27' });
  return [workshop, ...Object.values(docs)];
}

/** The document with some of its texts translated: `of` gives the translation of a text, or nothing. */
function translated(doc: AnyDoc, of: (source: string, at: number) => string): TranslatedDoc {
  const texts = textLines(doc, 'en').map((line, at) => ({
    ...pick(line),
    id: translationId(line),
    text: of(line.source, at),
  }));
  const live = createLiveDocument(createYDoc(docType<AnyDoc>(doc.kind), doc), docType<AnyDoc>(doc.kind), () => 0, {
    onChange: () => {},
    onUpdate: () => {},
  });
  live.run(translateTexts as never, { texts });
  return live.doc() as TranslatedDoc;
}

const pick = ({ where, entityId, field, lang, source }: ReturnType<typeof textLines>[number]) => ({
  where,
  entityId,
  field,
  lang,
  source,
});

describe('texts to translate', () => {
  it('are all words of a document, names and numbers left out', () => {
    for (const doc of sample()) {
      const lines = textLines(doc, 'en');
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.every(({ state, text }) => state === 'missing' && text === '')).toBe(true);
      expect(lines.filter(({ field }) => ['author', 'owner', 'client', 'name', 'order'].includes(field))).toEqual([]);
      expect(new Set(lines.map(translationId)).size).toBe(lines.length);
    }
  });

  it('say their translation in the other language, and nothing else changes', () => {
    for (const doc of sample()) {
      const whole = translated(doc, (source) => `EN ${source}`);
      expect(textLines(whole, 'en').every(({ state }) => state === 'fresh')).toBe(true);
      const english = inLanguage(whole, 'en');
      const back = textLines(english, 'fr').map(({ source }) => source);
      expect(back).toEqual(textLines(doc, 'fr').map(({ source }) => `EN ${source}`));
      expect(structureOf(english)).toEqual(structureOf(whole));
      expect(inLanguage(whole, 'fr')).toBe(whole);
      expect(docType(doc.kind).schema.safeParse(english).success).toBe(true);
    }
  });

  it('are stale once the text says something else, and fresh again when it says the same', () => {
    const board = sample().find(({ kind }) => kind === 'journey-map');
    const whole = translated(board!, (source, at) => (at % 3 === 0 ? '' : `EN ${source}`));
    const [line] = textLines(whole, 'en').filter(({ where, state }) => where === 'notes' && state === 'fresh');
    const notes = (whole as unknown as { notes: Record<string, object> }).notes;
    const note = { ...notes[line!.entityId], text: 'autre chose' };
    const edited = { ...whole, notes: { ...notes, [line!.entityId]: note } } as TranslatedDoc;
    const now = textLines(edited, 'en').find((one) => translationId(one) === translationId(line!));
    expect(now).toMatchObject({ state: 'stale', source: 'autre chose', madeOf: line!.source, text: line!.text });
    expect(openTexts([edited], 'en')).toMatchObject({ stale: 1 });
    expect(openTexts([edited], 'en').missing).toBeGreaterThan(0);
    expect(openTexts([edited], 'fr')).toEqual({ missing: 0, stale: 0 });
  });

  it('that two copies translate apart merge, each place once', () => {
    const board = sample().find(({ kind }) => kind === 'journey-map');
    const type = docType<AnyDoc>(board!.kind);
    const start = encodeState(createYDoc(type, board!));
    const copy = (of: (at: number) => string) => {
      const live = createLiveDocument(loadYDoc([start]), type, () => 0, { onChange: () => {}, onUpdate: () => {} });
      const texts = textLines(board!, 'en').map((line, at) => ({
        ...pick(line),
        id: translationId(line),
        text: of(at),
      }));
      live.run(translateTexts as never, { texts });
      return encodeState(live.ydoc);
    };
    const states = [copy((at) => (at % 2 === 0 ? 'one' : '')), copy((at) => (at % 3 === 0 ? 'other' : ''))];
    const merged = snapshotOf(loadYDoc([mergeStates(states)]), type) as TranslatedDoc;
    const lines = textLines(merged, 'en');
    expect(Object.keys(merged.translations)).toHaveLength(lines.filter(({ state }) => state === 'fresh').length);
    expect(lines.map(({ state }, at) => (state === 'fresh') === (at % 2 === 0 || at % 3 === 0))).not.toContain(false);
  });

  it('of any map keep its structure', () => {
    fc.assert(
      fc.property(arbitraryJourneyMap({ stages: 3, steps: 3, notes: 12 }), fc.nat(5), (doc, every) => {
        const some = translated(doc, (source, at) => (at % (every + 1) === 0 ? `EN ${source.slice(0, 900)}` : ''));
        expect(structureOf(inLanguage(some, 'en'))).toEqual(structureOf(some));
      }),
      { numRuns: 30 },
    );
  });
});

/** A document without its texts: as many tags and words, and as many fields, as before. */
function structureOf(doc: AnyDoc): unknown {
  const counted = (key: string, value: unknown) =>
    key === 'tags' || key === 'emotionWords' ? (value as readonly string[]).length : key === 'alt' ? '' : value;
  const bare = JSON.parse(JSON.stringify({ ...doc, translations: {} }, counted));
  for (const { where, entityId, field } of textLines(doc, 'fr')) {
    const record = where === 'info' ? bare.info : bare[where]?.[entityId];
    if (typeof record?.[field] === 'string') record[field] = '';
  }
  return bare;
}
