import type { OutlineNode } from '@shared/boards/boardKind';
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
const CELL: Target = { kind: 'cell', id: 'cell' };
const ROW: Target = { kind: 'lane', id: 'row' };
const STAGE: Target = { kind: 'stage', id: 'stage' };

const paper = group(null, box(0, 0, 400, 300));
const row = group(ROW, box(0, 0, 60, 100));
const stage = group(STAGE, box(290, 110, 60, 20));
const cell = group(CELL, box(280, 190, 90, 80));
const far = group(note('far'), box(300, 200, 50, 50));
const inner = group(note('inner'), box(110, 20, 20, 20));
const near = group(note('near'), box(100, 10, 50, 50), [rect(box(100, 10, 50, 50)), inner]);
const scene: Scene = {
  width: 400,
  height: 300,
  background: '#FCFBF7',
  items: [paper, row, stage, cell, near, far],
  title: 'Parcours',
  lang: 'fr',
};

const leaf = (target: Target, children: readonly OutlineNode[] = []): OutlineNode => ({ target, label: '', children });
const OUTLINE = leaf({ kind: 'title', id: '' }, [leaf(ROW), leaf(STAGE, [leaf(CELL, [leaf(note('far'))])])]);

const cut = (...selection: readonly Target[]) =>
  cutOf({
    plug: {
      targets: { isContent: ({ kind }: Target) => kind === 'note' },
      places: { isPlace: ({ kind }: Target) => kind === 'cell' },
      kind: { outline: () => OUTLINE },
    },
    now: () => ({ scene, index: targetIndex(scene), inputs: { lang: 'fr' } }),
    selection: () => selection,
  } as unknown as BoardController<AnyDoc>);

describe('what is copied of a board', () => {
  it('is the whole of it, without its paper, when nothing is chosen', () => {
    expect(cut()).toEqual({ scene: { ...scene, items: [row, stage, cell, near, far] }, box: box(0, 0, 400, 300) });
  });

  it('is the chosen pieces alone, with air around them, each once and in painting order', () => {
    const both = cut(note('far'), note('inner'), note('near'));
    expect(both.scene.items).toEqual([near, far]);
    expect(both.box).toEqual(box(92, 2, 266, 256));
    expect(cut(note('inner')).scene.items).toEqual([inner]);
  });

  it('is everything in the box of a place, cut at its edges', () => {
    const { scene: part, box: shown } = cut(CELL);
    expect(shown).toEqual(box(280, 190, 90, 80));
    expect(part.items).toEqual([{ type: 'group', bounds: shown, clip: shown, children: [cell, far] }]);
  });

  it('is what a heading stands for: the pieces below it in the outline, or in the band of a row', () => {
    expect(cut(STAGE).box).toEqual(box(280, 110, 90, 160));
    expect(cut(ROW).box).toEqual(box(0, 0, 150, 100));
  });

  it('is the whole when what was chosen is not drawn', () => {
    expect(cut(note('gone')).box).toEqual(box(0, 0, 400, 300));
  });
});
