import { describe, expect, it } from 'vitest';
import { samplePoster } from '../../tests/support/sampleScenes';
import { textsOf } from '../../tests/support/sceneChecks';
import { contrast, greyOf, onWhite, rgbOf } from '../scene/colours';
import { placeOnSheet } from '../scene/placeOnSheet';
import type { Primitive, Scene } from '../scene/primitives';
import { shapeBounds } from '../scene/shapeBounds';
import { sheetSize } from '../scene/sheet';
import type { ShapePrimitive } from '../scene/svgShapes';
import { bledScene } from './bleed';
import { inkedScene } from './inks';
import { mediaOf, pressSheet } from './press';

const A3 = sheetSize('A3', 'landscape');
const scene = samplePoster('fr', 0, A3);

const shapesOf = (items: readonly Primitive[]): readonly ShapePrimitive[] =>
  items.flatMap((item) => (item.type === 'group' ? shapesOf(item.children) : item.type === 'text' ? [] : [item]));
const withItems = (...items: readonly Primitive[]): Scene => ({ ...scene, width: 100, height: 80, items });
const rect = (x: number, y: number, w: number, h: number): Primitive => ({ type: 'rect', x, y, w, h, fill: '#17317f' });

describe('bledScene', () => {
  it('draws what ends at an edge on beyond it, and nothing else', () => {
    const { items } = bledScene(withItems(rect(0, 20, 100, 10), rect(10, 10, 20, 10), rect(0, 0, 100, 80)), 5);
    expect(items).toMatchObject([
      { x: -5, y: 20, w: 110, h: 10 },
      { x: 10, y: 10, w: 20, h: 10 },
      { x: -5, y: -5, w: 110, h: 90 },
    ]);
  });

  it('takes clips, lines and pictures along; a picture keeps its proportions and covers the bleed', () => {
    const photo: Primitive = { type: 'image', x: 0, y: 10, w: 40, h: 20, asset: 'a', alt: '' };
    const line: Primitive = { type: 'line', points: [0, 40, 100, 40], stroke: '#000000' };
    const box = { x: 0, y: 0, w: 30, h: 80 };
    const group: Primitive = { type: 'group', bounds: box, clip: box, children: [photo, line] };
    const [made] = bledScene(withItems(group), 5).items;
    expect(made).toMatchObject({ clip: { x: -5, y: -5, w: 35, h: 90 }, children: [{}, { points: [-5, 40, 105, 40] }] });
    const image = made?.type === 'group' ? made.children[0] : undefined;
    expect(image?.type === 'image' && image.w / image.h).toBeCloseTo(2, 9);
    expect(image?.type === 'image' && image.x).toBeLessThanOrEqual(-5);
  });

  it('covers the whole bleed of a poster, and moves no word', () => {
    const bled = bledScene(scene, 20);
    expect(textsOf(bled.items)).toEqual(textsOf(scene.items));
    const boxes = shapesOf(bled.items).map(shapeBounds);
    expect(Math.min(...boxes.map(({ x }) => x))).toBeCloseTo(-20, 6);
    expect(Math.max(...boxes.map(({ y, h }) => y + h))).toBeCloseTo(scene.height + 20, 6);
  });
});

describe('pressSheet', () => {
  it('keeps all marks beyond the bleed, on paper that is large enough for them', () => {
    const press = pressSheet(scene, A3, { bleedMm: 5, marks: true, inks: 'colour' });
    expect(mediaOf(press)).toEqual({ widthMm: 454, heightMm: 331 });
    const perMm = scene.width / A3.widthMm;
    const marks = press.scene.items.at(-1);
    const drawn = marks?.type === 'group' ? marks.children : [];
    expect(drawn.length).toBe(8 + 4 * 3 + 1);
    for (const mark of drawn) {
      if (mark.type === 'group' || mark.type === 'text') continue;
      const { x, y, w, h } = shapeBounds(mark);
      const [left, top, right, bottom] = [x / perMm, y / perMm, (x + w) / perMm, (y + h) / perMm];
      expect(right < -5 || bottom < -5 || left > A3.widthMm + 5 || top > A3.heightMm + 5).toBe(true);
      expect(Math.min(left, top)).toBeGreaterThan(-17);
      expect(right).toBeLessThan(A3.widthMm + 17);
      expect(bottom).toBeLessThan(A3.heightMm + 17);
    }
  });

  it('leaves a plain poster as it is, and its place on the paper exact', () => {
    expect(pressSheet(scene, A3, { bleedMm: 0, marks: false, inks: 'colour' }).scene).toBe(scene);
    const plain = placeOnSheet(scene, A3.widthMm, A3.heightMm);
    const around = placeOnSheet(scene, A3.widthMm, A3.heightMm, 8);
    expect(around.pointsPerUnit).toBe(plain.pointsPerUnit);
    expect((around.left * A3.widthMm) / scene.width).toBeCloseTo(8, 6);
    expect((around.viewWidth * A3.widthMm) / scene.width).toBeCloseTo(A3.widthMm + 16, 6);
  });
});

describe('inkedScene', () => {
  const saving = inkedScene(scene, 'saving');

  it('saves ink: no ground keeps its fill, every word stands out from the paper', () => {
    expect(textsOf(saving.items).map(({ text, x, y }) => [text, x, y])).toEqual(
      textsOf(scene.items).map(({ text, x, y }) => [text, x, y]),
    );
    const inked = (items: readonly Primitive[]) =>
      shapesOf(items).reduce((sum, shape) => {
        if (shape.type === 'image' || shape.fill === undefined) return sum;
        const { w, h } = shapeBounds(shape);
        const [r, g, b] = rgbOf(onWhite(shape.fill));
        return sum + w * h * (1 - (r + g + b) / 765);
      }, 0);
    expect(inked(saving.items)).toBeLessThan(inked(scene.items) * 0.12);
    // A badge that keeps its dark ground keeps its light word.
    const faint = textsOf(saving.items).filter(({ fill }) => contrast(onWhite(fill), '#ffffff') < 4.5);
    expect(faint.filter(({ font }) => font.size > 20).map(({ text }) => text)).toEqual([]);
    const curve = shapesOf(saving.items).find((shape) => shape.type === 'path' && (shape.strokeWidth ?? 0) > 8);
    expect(curve?.type === 'path' && contrast(curve.stroke ?? '', '#ffffff')).toBeGreaterThan(4.5);
  });

  it('greys every colour and nothing but colours', () => {
    const grey = inkedScene(scene, 'grey');
    const colours = [
      ...shapesOf(grey.items).flatMap((shape) => (shape.type === 'image' ? [] : [shape.fill, shape.stroke])),
      ...textsOf(grey.items).map(({ fill }) => fill),
    ].filter((colour) => colour !== undefined);
    for (const colour of colours) {
      const [red, green, blue] = rgbOf(colour);
      expect([green, blue]).toEqual([red, red]);
    }
    expect(greyOf('rgba(255,0,0,.5)')).toBe('rgba(76,76,76,0.5)');
    expect(textsOf(grey.items).map(({ text }) => text)).toEqual(textsOf(scene.items).map(({ text }) => text));
  });
});
