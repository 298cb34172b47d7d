import { expect, it } from 'vitest';
import type { Id, NewId } from '../base/ids';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { translator } from '../i18n/translate';
import { type PresentedDoc, sheetDeck } from '../presenting/sheetDeck';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { nextLang, openOnSlide, spokenLangs, withOpenSigned } from './openOnSlide';
import { textLines, translationId } from './texts';

let made = 0;
const newId: NewId = <T extends Id<string>>() => `s${++made}` as T;
const { docs } = sampleWorkshop({ lang: 'fr', newId, date: '2026-11-27' });
const ctx = { t: translator('en'), lang: 'en', personas: {} } as const;

/** The document with each text translated for which `of` gives something; `stale` ones were made of something else. */
function translated(doc: PresentedDoc, of: (source: string) => string, stale = (_: string) => false): PresentedDoc {
  const translations = textLines(doc, 'en').flatMap(({ where, entityId, field, lang, source }) => {
    const text = of(source);
    const id = translationId({ where, entityId, field, lang });
    return text === '' ? [] : [[id, { id, where, entityId, field, lang, source: stale(source) ? '' : source, text }]];
  });
  return { ...doc, translations: Object.fromEntries(translations) } as PresentedDoc;
}

const openOf = (doc: PresentedDoc) => sheetDeck(withOpenSigned(doc, 'en'), ctx).slides.map(openOnSlide);

it('what a slide shows untranslated is found on every sheet, and nothing where all is translated', () => {
  for (const doc of Object.values(docs) as unknown as PresentedDoc[]) {
    expect(openOf(translated(doc, (source) => `EN ${source}`)).flat()).toEqual([]);
    const none = openOf(translated(doc, () => ''));
    const plain = sheetDeck(doc, ctx).slides;
    for (const [at, open] of none.entries()) {
      // What a room reads: titles and texts of parts, of stages what is said, measured, painful and wished for.
      const shown = JSON.stringify(plain[at]);
      for (const { text, state } of open) {
        expect(state).toBe('missing');
        expect(shown).toContain(JSON.stringify(text).slice(1, -1));
      }
      expect(open.length > 0).toBe(plain[at]?.kind !== 'overview');
    }
  }
});

it('tells stale from missing, and leaves out what only the facilitator reads', () => {
  const doc = Object.values(docs).find(({ kind }) => kind === 'journey-map') as unknown as JourneyMapDoc;
  const spoken = translated(
    doc,
    (source) => (source === 'Considération' ? '' : `EN ${source}`),
    (source) => source === 'Des fiches techniques illisibles',
  );
  expect(openOf(spoken)[3]).toEqual([
    { state: 'missing', text: 'Considération' },
    { state: 'stale', text: 'EN Des fiches techniques illisibles' },
  ]);
  const help = Object.values(doc.stages).map((stage) => stage.help);
  const onlyHelp = translated(doc, (source) => (help.includes(source) ? '' : `EN ${source}`));
  expect(openOf(onlyHelp).flat()).toEqual([]);
});

it('goes from as written through every language that is spoken, and round again', () => {
  const doc = Object.values(docs)[0] as unknown as PresentedDoc;
  expect(spokenLangs(doc)).toEqual([]);
  expect(spokenLangs(translated(doc, (source) => `EN ${source}`))).toEqual(['en']);
  expect([null, 'fr', 'en'].map((now) => nextLang(now as 'fr' | null, ['fr', 'en']))).toEqual(['fr', 'en', null]);
  expect(nextLang('fr', ['en'])).toBeNull();
  expect(nextLang(null, [])).toBeNull();
});
