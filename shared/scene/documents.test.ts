import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { syntheticScene } from '../../tests/support/syntheticScene';
import { placeOnSheet } from './placeOnSheet';
import type { GroupPrimitive, Primitive, Scene, TextLinePrimitive } from './primitives';
import { sceneToHtml } from './sceneToHtml';
import { sceneToSvg } from './sceneToSvg';
import { escapeXml, splitColor } from './svgShapes';
import { usedFaces } from './usedFaces';
import { eachText } from './walkScene';

const scene = syntheticScene(fontkitMeasurer);
const A1 = { widthMm: 841, heightMm: 594 };
const htmlOf = (what: Scene | readonly Scene[]) =>
  sceneToHtml(what, { ...A1, title: 'Titre & suite', lang: 'fr', fontFolder: 'app://board/fonts' });

const text: TextLinePrimitive = {
  type: 'text',
  text: 'mot',
  x: 100,
  y: 100,
  width: 60,
  fill: '#141D33',
  font: { family: 'Besley', size: 20, weight: 700 },
};
const bar = (x: number): Primitive => ({ type: 'rect', x, y: 90, w: 20, h: 20, fill: '#FF0000' });
const sceneOf = (items: readonly Primitive[]): Scene => ({
  width: 2384,
  height: 1684,
  background: '#FCFBF7',
  items,
  title: 't',
  lang: 'fr',
});
const group = (children: readonly Primitive[], extra: Partial<GroupPrimitive> = {}): GroupPrimitive => ({
  type: 'group',
  bounds: { x: 0, y: 0, w: 200, h: 200 },
  children,
  ...extra,
});
const bodyOf = (html: string) => html.slice(html.indexOf('<body>'));
const layersIn = (html: string) => bodyOf(html).split('<svg').length - 1;

describe('sceneToSvg', () => {
  const svg = sceneToSvg(scene, { ...A1, fonts: [] });

  it('has the exact size, a title, a language and all its text as text', () => {
    expect(svg).toMatch(/<svg [^>]*width="841mm" height="594mm"/);
    expect(svg).toContain('xml:lang="fr"');
    expect(svg).toContain('<title id="title">Affiche d’essai &amp; &lt;tout&gt;</title>');
    eachText(scene.items, (line) => expect(svg).toContain(`>${escapeXml(line.text)}</text>`));
  });

  it('carries the fonts it is given', () => {
    const face = usedFaces(scene.items)[0]!;
    const withFont = sceneToSvg(scene, { ...A1, fonts: [{ face, format: 'woff2', base64: 'AAAA' }] });
    expect(withFont).toContain('src:url(data:font/woff2;base64,AAAA)');
    expect(withFont).not.toContain('app://');
  });

  it('writes colours that every program reads', () => {
    expect(splitColor('rgba(20,29,51,.24)')).toEqual({ hex: '#141d33', alpha: 0.24 });
    expect(svg).not.toContain('rgba(');
  });
});

describe('sceneToHtml', () => {
  it('holds headings, paragraphs and sections, and every line unbroken', () => {
    const html = htmlOf(scene);
    expect(html).toMatch(/<html lang="fr">.*<title>Titre &amp; suite<\/title>/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<h2>/g)).toHaveLength(4);
    expect(html.match(/<section>/g)).toHaveLength(4);
    eachText(scene.items, (line) =>
      expect(html).toMatch(new RegExp(`>${escapeXml(line.text).replace(/[?*+.^$()|]/g, '\\$&')} ?</span>`)),
    );
  });

  it('keeps one layer of shapes until one would cover text', () => {
    expect(layersIn(htmlOf(sceneOf([bar(0), text, bar(300)])))).toBe(1);
    expect(layersIn(htmlOf(sceneOf([bar(0), text, bar(110), bar(300)])))).toBe(2);
  });

  it('gives a figure its own layer and description, even without text', () => {
    const html = htmlOf(sceneOf([text, group([bar(0)], { role: 'figure', alt: 'Une barre' }), bar(300)]));
    expect(html).toMatch(
      /<div role="figure" aria-label="Une barre"><svg[^>]*>.*<\/svg><span class="t"[^>]*> <\/span><\/div>/,
    );
    expect(layersIn(html)).toBe(2);
  });

  it('puts shapes that come after a figure and cover it above it', () => {
    expect(layersIn(htmlOf(sceneOf([group([bar(0)], { role: 'figure', alt: 'a' }), bar(10)])))).toBe(3);
  });

  it('hides artifacts and never nests blocks in a paragraph', () => {
    expect(bodyOf(htmlOf(sceneOf([group([text], { role: 'artifact' })])))).toMatch(/<span [^>]*aria-hidden="true">mot/);
    const nested = bodyOf(htmlOf(sceneOf([group([text, group([text], { role: 'h2' })], { role: 'p' })])));
    expect(nested).not.toContain('<h2>');
  });

  it('makes tables of rows and cells, lists of items, and links that lead to anchors', () => {
    const cell = group([group([text], { role: 'p' })], { role: 'cell' });
    const row = group([cell], { role: 'row' });
    const html = bodyOf(
      htmlOf(
        sceneOf([
          group([text], { role: 'h2', anchor: 'here' }),
          group([row], { role: 'table', alt: 'Un tableau' }),
          group([group([group([text], { role: 'link', href: 'here' })], { role: 'item' })], { role: 'list' }),
        ]),
      ),
    );
    expect(html).toMatch(/<span id="here" class="t"[^>]*><\/span><h2>/);
    expect(html).toMatch(
      /<div role="table" aria-label="Un tableau"><div role="row"><div role="cell"><p><span .*<\/p><\/div><\/div><\/div>/,
    );
    expect(html).toMatch(
      /<div role="list"><div role="listitem"><p><a href="#here" style="[^"]*"><span .*<\/span><\/a><\/p><\/div>/,
    );
  });

  it('makes one page per scene', () => {
    const english: Scene = { ...scene, lang: 'en' };
    const html = htmlOf([scene, english]);
    expect(html.match(/<main id="p\d"/g)).toHaveLength(2);
    expect(html).toContain('<main id="p2" lang="en">');
  });

  it('lets no markup through', () => {
    const html = htmlOf(sceneOf([{ ...text, text: '<img src=x onerror=1>"\u0007' }]));
    expect(html).toContain('&lt;img src=x onerror=1&gt;&quot;</span>');
  });
});

describe('placeOnSheet', () => {
  it('fills a sheet of the same proportions and centres on another', () => {
    expect(placeOnSheet({ width: 2384, height: 1684 }, 841, 594)).toMatchObject({
      left: 0,
      top: 0,
      pointsPerUnit: expect.closeTo(1, 3),
    });
    expect(placeOnSheet({ width: 2384, height: 1684 }, 297, 210).pointsPerUnit).toBeCloseTo(0.353, 3);
    const portrait = placeOnSheet({ width: 2000, height: 1000 }, 210, 297);
    expect(portrait.left).toBe(0);
    expect(portrait.top).toBeCloseTo((2000 * (297 / 210) - 1000) / 2, 6);
  });
});

describe('usedFaces', () => {
  it('names the files of the fonts and alphabets in use', () => {
    const files = usedFaces([{ ...text, text: 'Łódź 😀' }]).map((face) => face.file);
    expect(files).toEqual([
      'besley-latin-700-normal.woff2',
      'besley-latin-ext-700-normal.woff2',
      'noto-color-emoji.woff2',
    ]);
  });
});
