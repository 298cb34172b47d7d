import type { Primitive, Scene } from '../scene/primitives';
import type { SheetSize } from '../scene/sheet';
import { bledScene } from './bleed';
import { inkedScene } from './inks';
import { pressMarks, SLUG_MM } from './marks';
import type { PosterSetup } from './posterSetup';

/** A poster as it goes to the press: the paper is larger than the sheet that is cut out of it. */
export interface PressSheet {
  /** The sheet after the cut. */
  readonly sheet: SheetSize;
  /** What is drawn, in the scene's units; what is cut away lies beyond its edges. */
  readonly scene: Scene;
  /** Paper beyond the cut on every side, in mm, and how much of it is printed. */
  readonly aroundMm: number;
  readonly bleedMm: number;
}

type PressSetup = Pick<PosterSetup, 'bleedMm' | 'marks' | 'inks'>;

/** Paper that a setup needs beyond the cut, in mm. */
export const aroundOf = ({ bleedMm, marks }: Pick<PosterSetup, 'bleedMm' | 'marks'>): number =>
  bleedMm + (marks ? SLUG_MM : 0);

/** Size of the paper that goes through the press. */
export const mediaOf = ({ sheet, aroundMm }: PressSheet): { readonly widthMm: number; readonly heightMm: number } => ({
  widthMm: sheet.widthMm + 2 * aroundMm,
  heightMm: sheet.heightMm + 2 * aroundMm,
});

/** Other inks, grounds that run over the cut, marks beyond it. */
export function pressSheet(scene: Scene, sheet: SheetSize, setup: PressSetup): PressSheet {
  const { bleedMm, marks, inks } = setup;
  const aroundMm = aroundOf(setup);
  const unitsPerMm = scene.width / sheet.widthMm;
  const inked = bledScene(inkedScene(scene, inks), bleedMm * unitsPerMm);
  if (aroundMm === 0) return { sheet, scene: inked, aroundMm, bleedMm };
  const drawn: readonly Primitive[] = marks
    ? [...inked.items, pressMarks(scene, { sheet, bleedMm, unitsPerMm })]
    : inked.items;
  // The ground of a layout ends with its bleed; what is beyond stays unprinted.
  return { sheet, scene: { ...inked, background: '#ffffff', items: drawn }, aroundMm, bleedMm };
}
