import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { PersonaId } from '../../shared/base/ids';
import type { EmpathyMapDoc } from '../../shared/boards/empathy-map/model';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import { lanesInOrder } from '../../shared/boards/journey-map/order';
import { shownStages } from '../../shared/boards/journey-map/shown';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { entriesOf, shownBlocks } from '../../shared/boards/persona/order';
import { translator } from '../../shared/i18n/translate';
import type { AnyDoc } from '../../shared/model/document';
import { boardsInOrder } from '../../shared/model/workshopCommands';
import { journeyDeck } from '../../shared/presenting/journeyDeck';
import type { Primitive, Scene, TextLinePrimitive } from '../../shared/scene/primitives';
import { customSheet, SLIDE_MM } from '../../shared/scene/sheet';
import { escapeXml } from '../../shared/scene/svgShapes';
import { leftOf } from '../../shared/scene/textLine';
import { eachText } from '../../shared/scene/walkScene';
import { boardSlides, deckOf } from '../../shared/slides/boardSlides';
import { boxOfPieces } from '../../shared/slides/outline';
import { pathPieces } from '../../shared/slides/pathPieces';
import { type PptxSlide, pptxBytes } from '../../shared/slides/pptx';
import { typographic } from '../../shared/text/typography';
import { arbitraryEmpathyMap } from '../support/arbitraryEmpathyMap';
import { arbitraryJourneyMap } from '../support/arbitraryJourneyMap';
import { arbitraryPersona } from '../support/arbitraryPersona';
import { fontkitMeasurer } from '../support/fontkitMeasurer';
import { sampleOf, samplePoster } from '../support/sampleScenes';

const SLIDE = customSheet(SLIDE_MM.long, SLIDE_MM.short, 'landscape');
const WIDTH = 12_192_000;
const HEIGHT = 6_858_000;
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

const wordsOf = (lang: 'fr' | 'en', personas: Record<PersonaId, PersonaDoc> = {}) => ({
  t: translator(lang),
  lang,
  measure: fontkitMeasurer,
  personas,
});

function sampleSlides(lang: 'fr' | 'en'): readonly PptxSlide[] {
  const { workshop, docs } = sampleOf(lang);
  const personas = Object.fromEntries(Object.entries(docs).filter(([, doc]) => doc.kind === 'persona')) as Record<
    PersonaId,
    PersonaDoc
  >;
  const boards = boardsInOrder(workshop).flatMap(({ id, title }, at) => {
    const doc = docs[id];
    return doc ? [{ title, slides: boardSlides(doc, samplePoster(lang, at, SLIDE), wordsOf(lang, personas)) }] : [];
  });
  return deckOf(boards, lang);
}

const partsOf = (slides: readonly PptxSlide[], pictures = new Map()): Readonly<Record<string, Uint8Array>> =>
  unzipSync(pptxBytes(slides, { title: 'Essai & suite', lang: 'fr', pictures, today: '2026-11-27' }));

interface Seen {
  readonly texts: readonly string[];
  readonly boxes: readonly (readonly [number, number, number, number])[];
  readonly titles: number;
  readonly ids: readonly string[];
}

/** Reads a part as XML: throws where it is not well formed. */
function read(bytes: Uint8Array | undefined): Seen {
  const seen = {
    texts: [] as string[],
    boxes: [] as [number, number, number, number][],
    titles: 0,
    ids: [] as string[],
  };
  const parser = new SaxesParser({ xmlns: true });
  let off = { x: 0, y: 0 };
  let isText = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const value = (key: string) => attributes[key]?.value ?? '';
    if (name === 'a:t') {
      isText = true;
      seen.texts.push('');
    }
    if (name === 'a:off') off = { x: Number(value('x')), y: Number(value('y')) };
    if (name === 'a:ext') seen.boxes.push([off.x, off.y, Number(value('cx')), Number(value('cy'))]);
    if (name === 'p:ph' && value('type') === 'title') seen.titles++;
    if (name === 'p:cNvPr') seen.ids.push(value('id'));
  });
  parser.on('text', (text) => {
    if (isText) seen.texts.push(`${seen.texts.pop() ?? ''}${text}`);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'a:t') isText = false;
  });
  parser.write(strFromU8(bytes ?? new Uint8Array())).close();
  return seen;
}

function expectWhole(parts: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    read(bytes);
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]+$/, '');
    for (const [, target = ''] of strFromU8(bytes).matchAll(/Target="([^"]+)"/g)) {
      const path = new URL(target, `file:///${folder}`).pathname.slice(1);
      expect(Object.keys(parts), `${name} leads to ${path}`).toContain(path);
    }
  }
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
  for (const [, part = ''] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(Object.keys(parts)).toContain(part);
}

function expectOnSlide(slide: PptxSlide, bytes: Uint8Array | undefined): void {
  const { boxes, texts, ids } = read(bytes);
  for (const [x, y, w, h] of boxes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + w).toBeLessThanOrEqual(WIDTH);
    expect(y + h).toBeLessThanOrEqual(HEIGHT);
  }
  const said: string[] = [];
  eachText(slide.scene.items, ({ text }) => {
    if (text.trim() !== '') said.push(text);
  });
  expect(texts.toSorted()).toEqual(said.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
}

describe('slides of the sample workshop', () => {
  it.each(['fr', 'en'] as const)(
    'hold every text of their boards, on the slide, with one title each, in %s',
    (lang) => {
      const slides = sampleSlides(lang);
      const parts = partsOf(slides);
      expectWhole(parts);
      for (const [at, slide] of slides.entries()) {
        const bytes = parts[`ppt/slides/slide${at + 1}.xml`];
        expectOnSlide(slide, bytes);
        expect(read(bytes).titles).toBe(1);
      }
    },
  );

  it('are one for each board and one for each stage, with the facilitator’s notes under them', () => {
    const { docs, workshop } = sampleOf('fr');
    const [board] = boardsInOrder(workshop).filter(({ kind }) => kind === 'journey-map');
    const map = docs[board?.id as keyof typeof docs] as JourneyMapDoc;
    const [stage] = Object.values(map.stages);
    const noted = {
      ...map,
      stages: { ...map.stages, [stage?.id ?? '']: { ...stage, help: 'Demander <combien> & quand' } },
    };
    const scene = samplePoster('fr', 0, SLIDE);
    const { main: slides } = boardSlides(noted as JourneyMapDoc, scene, wordsOf('fr'));
    expect(slides).toHaveLength(1 + Object.keys(map.stages).length);
    const parts = partsOf(slides);
    const notes = slides.map((_, at) => read(parts[`ppt/notesSlides/notesSlide${at + 1}.xml`]).texts.join('\n'));
    expect(notes.filter((text) => text.includes('Demander <combien> & quand'))).toHaveLength(1);
    expect(notes[0]).toContain('De la semelle lisse');
  });

  it('are the same bytes from the same input', () => {
    const request = { title: 'a', lang: 'fr', pictures: new Map(), today: '2026-11-27' } as const;
    expect(pptxBytes(sampleSlides('fr'), request)).toEqual(pptxBytes(sampleSlides('fr'), request));
  });
});

/** Letters alone: lines are broken, and spaces are those of the language. */
const letters = (text: string): string => text.normalize('NFC').replace(/[\s\p{Cc}\u00AD\u200B]+/gu, '');

const textsOf = (scenes: readonly Scene[]): readonly TextLinePrimitive[] => {
  const lines: TextLinePrimitive[] = [];
  for (const { items } of scenes) eachText(items, (line) => lines.push(line));
  return lines;
};

/** Letters of slides in reading order: a column, then the next. */
const lettersOf = (scenes: readonly Scene[]): string =>
  letters(
    textsOf(scenes)
      .map(({ text }) => text)
      .join(''),
  );

/** Letters of the full text without titles above it and words that stand again over a column. */
const readingOf = (scenes: readonly Scene[]): string =>
  letters(
    textsOf(scenes)
      .filter(({ y, font }) => y > 84 && (font.size !== 12 || font.weight !== 700))
      .map(({ text }) => text)
      .join(''),
  );

function expectLegible(scenes: readonly Scene[]): void {
  for (const line of textsOf(scenes)) {
    const left = leftOf(line);
    expect(line.font.size).toBeGreaterThanOrEqual(12);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + line.width).toBeLessThanOrEqual(960.01);
    expect(line.y - line.font.size).toBeGreaterThanOrEqual(0);
    expect(line.y + line.font.size * 0.25).toBeLessThanOrEqual(540);
  }
}

const scenesOf = (slides: readonly PptxSlide[]) => slides.map(({ scene }) => scene);
const blank: Scene = { width: 960, height: 540, background: '#FFFFFF', items: [], title: 'carte', lang: 'fr' };
/** Words, one of them too long for any column, some without spaces at all. */
const longText = fc
  .array(fc.constantFrom('attendre', 'comparer le prix,', 'à la caisse', 'x'.repeat(90), '你好', 'réservation'), {
    minLength: 1,
    maxLength: 220,
  })
  .map((list) => list.join(' '));
/** A text again and again over others: some are as they were. */
const sometimes = <T extends object>(
  all: Readonly<Record<string, T>>,
  texts: readonly string[],
  keys: readonly (keyof T)[],
) =>
  Object.fromEntries(
    Object.entries(all).map(([id, one], at) => {
      const text = texts[at % texts.length];
      return [id, at % 3 === 2 || !text ? one : { ...one, ...Object.fromEntries(keys.map((key) => [key, text])) }];
    }),
  );

function expectSlides(doc: AnyDoc, personas: Record<PersonaId, PersonaDoc> = {}) {
  const slides = boardSlides(doc, blank, wordsOf('fr', personas));
  const all = [...slides.main, ...slides.fullText];
  const parts = partsOf(deckOf([{ title: 'carte', slides }], 'fr'));
  expectWhole(parts);
  for (const [at, slide] of all.entries()) expectOnSlide(slide, parts[`ppt/slides/slide${at + 1}.xml`]);
  expectLegible(scenesOf(all).slice(1));
  return { ...slides, said: readingOf(scenesOf(slides.fullText)) };
}

describe('a board with more to say than a slide has room for', () => {
  it('says every letter of a journey on slides, large enough to be read, and tells each stage to its end', () => {
    fc.assert(
      fc.property(
        arbitraryJourneyMap({ stages: 4, steps: 3, notes: 12 }),
        fc.array(longText, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (map, texts, isTitled) => {
          const doc = {
            ...map,
            info: { ...map.info, title: isTitled ? (texts[0] ?? '') : map.info.title },
            stages: sometimes(map.stages, texts, ['title']),
            notes: sometimes(map.notes, texts, ['text']),
            emotionPoints: sometimes(map.emotionPoints, texts, ['quote']),
            touchpoints: sometimes(map.touchpoints, texts, ['label']),
          } as JourneyMapDoc;
          const { main, said } = expectSlides(doc as unknown as AnyDoc);
          const deck = journeyDeck(doc);
          const stages = deck.slides.flatMap((slide) => (slide.kind === 'stage' ? [slide] : []));
          const shown = lettersOf(scenesOf(main).slice(1));
          for (const stage of stages)
            for (const text of [stage.title, ...stage.moments, ...(stage.quote ? [stage.quote.where] : stage.actions)])
              for (const word of text.split(' ')) expect(shown).toContain(letters(word).slice(0, 8));
          const count = (text: string, word: string) => text.split(word).length - 1;
          // What is told of the stages is there to its last letter, wherever it was parted.
          const told = letters(
            stages
              .flatMap(({ title, duration, moments, actions, quote, pain, opportunity }) => [
                title,
                duration,
                ...moments,
                ...(quote ? [quote.text, quote.where, quote.doing] : actions),
                pain ?? '',
                opportunity ?? '',
              ])
              .join(''),
          );
          for (const letter of ['x', '你', '好', 'q'])
            expect(count(shown, letter)).toBeGreaterThanOrEqual(count(told, letter));
          const shownLanes = new Set(lanesInOrder(doc).flatMap(({ id, hidden }) => (hidden ? [] : [id])));
          const shownStageIds = new Set(shownStages(doc).map(({ id }) => id));
          for (const note of Object.values(doc.notes))
            if (shownLanes.has(note.laneId) && shownStageIds.has(note.stageId))
              expect(said).toContain(letters(typographic(note.text, 'fr')));
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(['empathy', 'persona'] as const)('says every letter of any sheet: %s', (kind) => {
    if (kind === 'empathy')
      fc.assert(
        fc.property(
          arbitraryEmpathyMap({ notes: 14, byHand: true }),
          fc.array(longText, { minLength: 1, maxLength: 3 }),
          (map, texts) => {
            const doc = { ...map, notes: sometimes(map.notes, texts, ['text']) } as EmpathyMapDoc;
            const { said } = expectSlides(doc as unknown as AnyDoc);
            for (const note of Object.values(doc.notes)) expect(said).toContain(letters(note.text));
          },
        ),
        { numRuns: 25 },
      );
    else
      fc.assert(
        fc.property(
          arbitraryPersona({ entries: 10 }),
          fc.array(longText, { minLength: 1, maxLength: 3 }),
          (persona, texts) => {
            const doc = { ...persona, entries: sometimes(persona.entries, texts, ['text']) } as PersonaDoc;
            const { said } = expectSlides(doc as unknown as AnyDoc);
            for (const block of shownBlocks(doc))
              for (const entry of entriesOf(doc, block.id))
                expect(said).toContain(letters(typographic(entry.text, 'fr')));
          },
        ),
        { numRuns: 25 },
      );
  });

  it('never ends a text with three dots', () => {
    const { docs, workshop } = sampleOf('en');
    const [board] = boardsInOrder(workshop).filter(({ kind }) => kind === 'journey-map');
    const map = docs[board?.id as keyof typeof docs] as JourneyMapDoc;
    const text = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
    const doc = {
      ...map,
      info: { ...map.info, title: `T ${text}` },
      stages: sometimes(map.stages, [`S ${text}`], ['title']),
      notes: sometimes(map.notes, [`N ${text}`, `M ${text}`], ['text']),
      emotionPoints: sometimes(map.emotionPoints, [`Q ${text}`], ['quote']),
      touchpoints: sometimes(map.touchpoints, [`P ${text}`], ['label']),
    } as JourneyMapDoc;
    const { main, fullText } = boardSlides(doc, blank, wordsOf('en'));
    const lines = textsOf(scenesOf([...main, ...fullText]));
    expect(lines.filter((line) => line.text.includes('…')).map((line) => line.text)).toEqual([]);
    expect(main.length).toBeGreaterThan(1 + Object.keys(map.stages).length);
    expect(lines.some((line) => line.text.includes('continued on the next slide'))).toBe(true);
    expectLegible(scenesOf([...main, ...fullText]).slice(1));
    expect(readingOf(scenesOf(fullText))).toContain(letters(`N ${text}`));
    // Each of its 300 words, on the slides of the stages already.
    const told = lettersOf(scenesOf(main));
    for (let at = 0; at < 300; at++) expect(told).toContain(`word${at}`);
  });
});

describe('what a scene becomes on a slide', () => {
  const sceneOf = (...items: Primitive[]): Scene => ({
    width: 1600,
    height: 900,
    background: '#FCFBF7',
    items,
    title: 't',
    lang: 'fr',
  });
  const slideOf = (scene: Scene, pictures = new Map()) =>
    strFromU8(partsOf([{ scene, notes: [] }], pictures)['ppt/slides/slide1.xml'] ?? new Uint8Array());
  const font = { family: 'Besley', size: 20, weight: 700 } as const;
  const lineAt = (y: number, text: string): Primitive => ({
    type: 'text',
    text,
    x: 100,
    y,
    width: 80,
    font,
    fill: '#141D33',
  });

  it('joins lines of a paragraph to one text, with theme colours and fonts', () => {
    const xml = slideOf(sceneOf(lineAt(100, 'une < ligne'), lineAt(124, 'et une autre'), lineAt(400, 'ailleurs')));
    expect(xml.split('<p:txBody>').length - 1).toBe(2);
    expect(xml).toContain(escapeXml('une < ligne'));
    expect(xml).toContain('<a:schemeClr val="tx1"></a:schemeClr>');
    expect(xml).toContain('typeface="+mj-lt"');
    expect(xml).toContain('wrap="none"');
  });

  it('cuts what runs over the edge, ground and outline apart', () => {
    const xml = slideOf(
      sceneOf(
        { type: 'rect', x: -100, y: -100, w: 300, h: 300, fill: '#FF0000' },
        {
          type: 'path',
          d: 'M-50 800H200V1000H-50Z',
          bounds: { x: -50, y: 800, w: 250, h: 200 },
          fill: '#00FF00',
          stroke: '#0000FF',
        },
      ),
    );
    const { boxes } = read(new TextEncoder().encode(xml));
    const own = boxes.filter(([, , w]) => w > 0);
    expect(own).toContainEqual([0, 0, 1_524_000, 1_524_000]);
    expect(own).toHaveLength(3);
    for (const [x, y, w, h] of own) expect([x >= 0, y >= 0, x + w <= WIDTH, y + h <= HEIGHT]).not.toContain(false);
  });

  it('carries each picture once, and a grey box for one that is gone', () => {
    const image = (asset: string, x: number): Primitive => ({
      type: 'image',
      asset,
      alt: 'Une <photo>',
      x,
      y: 0,
      w: 100,
      h: 100,
    });
    const scene = sceneOf(image('a', 0), image('a', 200), image('b', 400));
    const parts = partsOf([{ scene, notes: [] }], new Map([['a', { bytes: PNG, type: 'png' }]]));
    expectWhole(parts);
    expect(Object.keys(parts).filter((name) => name.startsWith('ppt/media/'))).toEqual(['ppt/media/picture1.png']);
    const xml = strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array());
    expect(xml.split('<p:pic>').length - 1).toBe(2);
    expect(xml).toContain('descr="Une &lt;photo&gt;"');
  });

  it('reads every kind of piece of a path', () => {
    expect(boxOfPieces(pathPieces('M10 10h20v-5l-4 4t2 2s1 1 2 2q1 1 3 3z'))).toMatchObject({ x: 10, y: 5, w: 23 });
    // A disc of two arcs, the flags of one without spaces.
    const disc = boxOfPieces(pathPieces('M0 5a5 5 0 1110 0a5 5 0 1 1-10 0Z'));
    expect(disc.w).toBeCloseTo(10, 3);
    expect(disc.h).toBeCloseTo(10, 3);
  });
});
