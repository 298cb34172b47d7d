import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { syntheticScene } from '../../tests/support/syntheticScene';
import { cachedPaths, type Painter2D } from './painter2d';
import { paintScene } from './paintScene';
import type { GroupPrimitive, Primitive, TextLinePrimitive } from './primitives';
import { eachText } from './walkScene';

type Call = readonly [string, ...unknown[]];

/** Records what a painter asks of a canvas; the matrix starts as a camera's. */
function recorder(): { readonly ctx: Painter2D; readonly calls: Call[] } {
  const calls: Call[] = [];
  const state: Record<string, unknown> = { getTransform: () => ({ a: 2, b: 0, c: 0, d: 2, e: 10, f: 20 }) };
  const ctx = new Proxy(state, {
    get: (target, name: string) => target[name] ?? ((...args: unknown[]) => calls.push([name, ...args])),
    set: (target, name: string, value) => {
      target[name] = value;
      calls.push([`set ${name}`, value]);
      return true;
    },
  });
  return { ctx: ctx as unknown as Painter2D, calls };
}

const paths = cachedPaths((d) => ({ d }));
const named = (calls: readonly Call[], name: string) => calls.filter(([call]) => call === name);

const line = (text: string, y: number, extra: Partial<TextLinePrimitive> = {}): TextLinePrimitive => ({
  type: 'text',
  text,
  x: 100,
  y,
  width: 60,
  fill: '#141D33',
  font: { family: 'Besley', size: 20, weight: 700 },
  ...extra,
});

const group = (y: number, children: readonly Primitive[], extra: Partial<GroupPrimitive> = {}): GroupPrimitive => ({
  type: 'group',
  bounds: { x: 0, y, w: 200, h: 50 },
  children,
  ...extra,
});

describe('paintScene', () => {
  it('draws every line of text of a scene, over its background', () => {
    const scene = syntheticScene(fontkitMeasurer);
    const { ctx, calls } = recorder();
    paintScene(ctx, scene, { paths });
    const texts: string[] = [];
    eachText(scene.items, ({ text }) => texts.push(text));
    expect(named(calls, 'fillText').map((call) => call[1])).toEqual(texts);
    expect(named(calls, 'fillRect')[0]).toEqual(['fillRect', 0, 0, scene.width, scene.height]);
    expect(named(calls, 'save').length).toBe(named(calls, 'restore').length);
  });

  it('skips what the culling box does not touch', () => {
    const { ctx, calls } = recorder();
    const items = [group(0, [line('in', 20)]), group(500, [line('out', 520)]), line('loose', 700)];
    paintScene(ctx, items, { paths, cull: { x: 0, y: 0, w: 300, h: 300 } });
    expect(named(calls, 'fillText').map((call) => call[1])).toEqual(['in']);
  });

  it('aligns by the measured width and sets the font only when it changes', () => {
    const { ctx, calls } = recorder();
    const font = line('', 0).font;
    paintScene(
      ctx,
      [line('a', 1, { font }), line('b', 2, { font, align: 'right' }), line('c', 3, { font, align: 'center' })],
      { paths },
    );
    expect(named(calls, 'fillText')).toEqual([
      ['fillText', 'a', 100, 1],
      ['fillText', 'b', 40, 2],
      ['fillText', 'c', 70, 3],
    ]);
    expect(named(calls, 'set font')).toHaveLength(1);
  });

  it('draws bars for text that is too small at this scale, and only for it', () => {
    const { ctx, calls } = recorder();
    const big = line('big', 2, { font: { family: 'Besley', size: 60, weight: 700 } });
    paintScene(ctx, [line('small', 1), big], { paths, detail: 'bars', scale: 0.1 });
    expect(named(calls, 'fillText').map((call) => call[1])).toEqual(['big']);
    expect(named(calls, 'fillRect')[0]).toEqual(['fillRect', 100, -9, 60, 10]);
  });

  it('places paths with the camera’s matrix and puts it back', () => {
    const { ctx, calls } = recorder();
    paintScene(
      ctx,
      [{ type: 'path', d: 'M0 0', x: 5, y: 6, scale: 3, fill: '#000000', bounds: { x: 0, y: 0, w: 1, h: 1 } }],
      { paths },
    );
    expect(named(calls, 'setTransform')).toEqual([
      ['setTransform', 6, 0, 0, 6, 20, 32],
      ['setTransform', 2, 0, 0, 2, 10, 20],
    ]);
  });

  it('sets paint again after a clip, since restoring took it away', () => {
    const { ctx, calls } = recorder();
    const red: Primitive = { type: 'rect', x: 0, y: 0, w: 1, h: 1, fill: '#FF0000' };
    const blue: Primitive = { ...red, fill: '#0000FF' };
    paintScene(ctx, [red, group(0, [blue], { clip: { x: 0, y: 0, w: 1, h: 1 } }), blue, red], { paths });
    expect(named(calls, 'set fillStyle').map((call) => call[1])).toEqual(['#FF0000', '#0000FF', '#0000FF', '#FF0000']);
  });

  it('multiplies opacities down the groups', () => {
    const { ctx, calls } = recorder();
    paintScene(ctx, [group(0, [line('a', 1, { opacity: 0.5 })], { opacity: 0.5 })], { paths });
    expect(named(calls, 'set globalAlpha').map((call) => call[1])).toEqual([0.25, 1]);
  });
});
