import { pointsOfMm } from './sheet';

/** How a scene lies on a sheet, both in scene units: the sheet's size and where the scene's corner stands on it. */
export interface Placement {
  readonly viewWidth: number;
  readonly viewHeight: number;
  readonly left: number;
  readonly top: number;
  /** Points on paper per scene unit. */
  readonly pointsPerUnit: number;
}

/** Share of a side by which proportions may differ before the scene is centred instead of filling (ISO sheets differ by 0.15 %). */
const SNAP = 0.0005;

/** Largest uniform scale at which a scene fits a sheet, centred; `aroundMm` of paper beyond the sheet on every side. Sizes in millimetres. */
export function placeOnSheet(
  scene: { readonly width: number; readonly height: number },
  widthMm: number,
  heightMm: number,
  aroundMm = 0,
): Placement {
  const scale = Math.max(scene.width / widthMm, scene.height / heightMm);
  const viewWidth = widthMm * scale;
  const viewHeight = heightMm * scale;
  const left = (viewWidth - scene.width) / 2;
  const top = (viewHeight - scene.height) / 2;
  const around = aroundMm * scale;
  return {
    viewWidth: viewWidth + 2 * around,
    viewHeight: viewHeight + 2 * around,
    left: around + (left < viewWidth * SNAP ? 0 : left),
    top: around + (top < viewHeight * SNAP ? 0 : top),
    pointsPerUnit: pointsOfMm(1) / scale,
  };
}
