import type { AnyDoc } from '@shared/model/document';
import type { Box, GroupPrimitive, Primitive, Scene, Target } from '@shared/scene/primitives';
import { describe, expect, it } from 'vitest';
import { targetIndex } from '@/canvas/targetIndex';
import type { BoardController } from '../boardController';
import { cutOf } from './cutOut';

const box = (x: number, y: number, w: number, h: number): Box => ({ x, y, w, h });
const rect = (at: Box): Primitive => ({ type: 'rect', ...at, fill: '#FFFFFF' });
const group = (
  target: Target | null,
  bounds: Box,
  children: readonly Primitive[] = [rect(bounds)],
): GroupPrimitive => ({
  type: 'group',
  bounds,
  children,
  ...(target && { target }),
});
const note = (id: string): Target => ({ kind: 'note', id });
const ROW: Target = { kind: 'lane', id: 'row' };

const paper = group(null, box(0, 0, 400, 300));
const row = group(ROW, box(0, 0, 400, 100));
const far = group(note('far'), box(300, 200, 50, 50));
const inner = group(note('inner'), box(110, 20, 20, 20));
const near = group(note('near'), box(100, 10, 50, 50), [rect(box(100, 10, 50, 50)), inner]);
const scene: Scene = {
  width: 400,
  height: 300,
  background: '#FCFBF7',
  items: [paper, row, near, far],
  title: 'Parcours',
  lang: 'fr',
};

const cut = (...selection: readonly Target[]) =>
  cutOf({
    plug: { targets: { isContent: ({ kind }: Target) => kind === 'note' } },
    now: () => ({ scene, index: targetIndex(scene), inputs: {} }),
    selection: () => selection,
  } as unknown as BoardController<AnyDoc>);

describe('what is copied of a board', () => {
  it('is the whole of it, without its paper, when nothing is chosen', () => {
    expect(cut()).toEqual({ scene: { ...scene, items: [row, near, far] }, box: box(0, 0, 400, 300) });
  });

  it('is the chosen pieces alone, with air around them, each once and in painting order', () => {
    const both = cut(note('far'), note('inner'), note('near'));
    expect(both.scene.items).toEqual([near, far]);
    expect(both.box).toEqual(box(92, 2, 266, 256));
    expect(cut(note('inner')).scene.items).toEqual([inner]);
  });

  it('is everything in the box of a place, cut at its edges', () => {
    const { scene: part, box: shown } = cut(ROW);
    expect(shown).toEqual(box(0, 0, 400, 100));
    expect(part.items).toEqual([{ type: 'group', bounds: shown, clip: shown, children: [row, near] }]);
  });

  it('is the whole when what was chosen is not drawn', () => {
    expect(cut(note('gone')).box).toEqual(box(0, 0, 400, 300));
  });
});
