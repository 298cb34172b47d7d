import { describe, expect, it } from 'vitest';
import type { Painter2D } from './painter2d';
import { paintScene } from './paintScene';
import type { LinePrimitive, PathPrimitive, Primitive, RectPrimitive, TextLinePrimitive } from './primitives';

interface Mark {
  readonly call: string;
  readonly args: readonly unknown[];
  readonly alpha: number;
  readonly fill: string;
}

/** What is drawn of some items at a scale, with the opacity and the colour it is drawn in. */
function marksOf(items: readonly Primitive[], scale: number): readonly Mark[] {
  const marks: Mark[] = [];
  const state: Record<string, unknown> = {
    globalAlpha: 1,
    getTransform: () => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }),
  };
  const ctx = new Proxy(state, {
    get: (target, name: string) =>
      target[name] ??
      ((...args: unknown[]) =>
        marks.push({ call: name, args, alpha: Number(target.globalAlpha), fill: String(target.fillStyle) })),
  }) as unknown as Painter2D;
  paintScene(ctx, items, { paths: (d) => ({ d }), detail: 'bars', scale });
  return marks.filter(({ call }) => /^(fill|stroke)/.test(call));
}

const text = (words: string, extra: Partial<TextLinePrimitive> = {}): TextLinePrimitive => ({
  type: 'text',
  text: words,
  x: 0,
  y: 100,
  width: 10 * words.length,
  fill: '#141D33',
  font: { family: 'Atkinson Hyperlegible Next', size: 20, weight: 400 },
  ...extra,
});

const inked = (marks: readonly Mark[]): number =>
  marks.reduce((sum, { args, alpha }) => sum + Number(args[2]) * Number(args[3]) * alpha, 0);

describe('text that is too small to read', () => {
  const line = text('avant de payer');

  it('is letters as long as they can be made out', () => {
    expect(marksOf([line], 0.2).map(({ call }) => call)).toEqual(['fillText']);
  });

  it('is one bar per word, where the words stand, then one per line, which ends where the line ends', () => {
    expect(marksOf([line], 0.125).map(({ args }) => args)).toEqual([
      [0, 90, 50, 10],
      [60, 90, 20, 10],
      [90, 90, 50, 10],
    ]);
    expect(marksOf([line], 0.05).map(({ args }) => args)).toEqual([[0, 90, 140, 10]]);
    expect(marksOf([text('相談窓口が見つからない')], 0.125)).toHaveLength(1);
  });

  it('is about as grey in either form, and darker where it is bold', () => {
    const [words, whole] = [inked(marksOf([line], 0.125)), inked(marksOf([line], 0.05))];
    expect(Math.abs(words - whole) / whole).toBeLessThan(0.1);
    const bold = text(line.text, { font: { ...line.font, weight: 700 } });
    expect(inked(marksOf([bold], 0.05))).toBeGreaterThan(1.3 * whole);
  });

  it('keeps its alignment', () => {
    expect(marksOf([text('mot', { x: 300, align: 'right' })], 0.05)[0]?.args[0]).toBe(270);
  });
});

describe('small shapes', () => {
  const paper: RectPrimitive = { type: 'rect', x: 0, y: 0, w: 200, h: 100, fill: '#FFAE8F', radius: 6 };
  const dashed: RectPrimitive = {
    type: 'rect',
    x: 0,
    y: 0,
    w: 200,
    h: 100,
    stroke: '#141D33',
    strokeWidth: 2,
    dash: [6, 4],
  };
  const icon: PathPrimitive = {
    type: 'path',
    d: 'M0 0',
    x: 5,
    y: 6,
    fill: '#1E44A8',
    bounds: { x: 5, y: 6, w: 16, h: 16 },
  };
  const wedge: LinePrimitive = {
    type: 'line',
    closed: true,
    fill: '#000000',
    points: [0, 100, 200, 100, 198, 108, 4, 102],
  };

  it('have square corners once nobody sees that', () => {
    expect(marksOf([paper], 1).map(({ call }) => call)).toEqual(['fill']);
    expect(marksOf([paper], 0.1).map(({ call }) => call)).toEqual(['fillRect']);
  });

  it('have a paler line for dashes that run together, and none once it is too thin', () => {
    expect(marksOf([dashed], 0.2)).toMatchObject([{ call: 'strokeRect', alpha: 0.6 }]);
    expect(marksOf([dashed], 1)).toMatchObject([{ call: 'strokeRect', alpha: 1 }]);
    expect(marksOf([dashed], 0.05)).toEqual([]);
  });

  it('are specks of their colour instead of icons', () => {
    expect(marksOf([icon], 1).map(({ call }) => call)).toEqual(['fill']);
    expect(marksOf([icon], 0.1)).toMatchObject([
      { call: 'fillRect', args: [5, 6, 16, 16], alpha: 0.5, fill: '#1E44A8' },
    ]);
  });

  it('are their box at half its darkness where they are flat wedges', () => {
    expect(marksOf([wedge], 1).map(({ call }) => call)).toEqual(['fill']);
    expect(marksOf([wedge], 0.1)).toMatchObject([{ call: 'fillRect', args: [0, 100, 200, 8], alpha: 0.5 }]);
    expect(marksOf([wedge], 0.01)).toEqual([]);
  });
});
