import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { PersonaId } from '../../shared/base/ids';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { translator } from '../../shared/i18n/translate';
import { boardsInOrder } from '../../shared/model/workshopCommands';
import { journeyDeck } from '../../shared/presenting/journeyDeck';
import type { Primitive, Scene } from '../../shared/scene/primitives';
import { customSheet, SLIDE_MM } from '../../shared/scene/sheet';
import { escapeXml } from '../../shared/scene/svgShapes';
import { eachText } from '../../shared/scene/walkScene';
import { boardSlides } from '../../shared/slides/boardSlides';
import { boxOfPieces } from '../../shared/slides/outline';
import { pathPieces } from '../../shared/slides/pathPieces';
import { type PptxSlide, pptxBytes } from '../../shared/slides/pptx';
import { arbitraryJourneyMap } from '../support/arbitraryJourneyMap';
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
  return boardsInOrder(workshop).flatMap(({ id }, at) => {
    const doc = docs[id];
    return doc ? boardSlides(doc, samplePoster(lang, at, SLIDE), wordsOf(lang, personas)) : [];
  });
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
    const slides = boardSlides(noted as JourneyMapDoc, scene, wordsOf('fr'));
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

it('keeps the slide of any stage on the slide, however much there is to say', () => {
  const long = fc.string({ minLength: 0, maxLength: 400, unit: 'grapheme' });
  fc.assert(
    fc.property(arbitraryJourneyMap({ stages: 4, steps: 3, notes: 12 }), long, (doc, text) => {
      const stages = Object.fromEntries(
        Object.entries(doc.stages).map(([id, stage]) => [id, { ...stage, title: text }]),
      );
      const scene: Scene = { width: 960, height: 540, background: '#FFFFFF', items: [], title: '', lang: 'fr' };
      const slides = boardSlides({ ...doc, stages } as JourneyMapDoc, scene, wordsOf('fr'));
      expect(slides).toHaveLength(journeyDeck(doc).slides.filter(({ kind }) => kind === 'stage').length + 1);
      const parts = partsOf(slides);
      expectWhole(parts);
      for (const [at, slide] of slides.entries()) {
        eachText(slide.scene.items, (line) => expect(line.y).toBeLessThanOrEqual(540));
        expectOnSlide(slide, parts[`ppt/slides/slide${at + 1}.xml`]);
      }
    }),
    { numRuns: 25 },
  );
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
