import type { EvidenceKind } from '../../model/evidence';
import type { Color, Primitive } from '../../scene/primitives';

/** Side of the square the glyphs are drawn in. */
export const EVIDENCE_GRID = 12;
export const EVIDENCE_GLYPHS: Readonly<Record<EvidenceKind, string>> = {
  verbatim: 'M1 6a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z',
  observation: 'M6 .6L11.4 6L6 11.4L.6 6Z',
  data: 'M6 1L11.5 10.8H.5Z',
  hypothesis: 'M1.6 6a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0 -8.8 0Z',
};

/** The sign of a proof: its shape tells the kind, never a colour alone. */
export function drawEvidence(
  out: Primitive[],
  kind: EvidenceKind,
  x: number,
  y: number,
  size: number,
  color: Color,
): void {
  const paint = kind === 'hypothesis' ? { stroke: color, strokeWidth: 1.8, dash: [2.4, 1.8] } : { fill: color };
  out.push({
    type: 'path',
    d: EVIDENCE_GLYPHS[kind],
    x,
    y,
    scale: size / EVIDENCE_GRID,
    ...paint,
    bounds: { x, y, w: size, h: size },
  });
}

/** Side of a severity square and the step from one to the next, as shares of the evidence glyph. */
const SQUARE = 0.62;
const STEP = 0.84;
const MOST = 5;

/** Width of the severity squares beside a glyph of this size. */
export const severityWidth = (glyph: number): number => glyph * (STEP * (MOST - 1) + SQUARE);

/** How grave a pain point is: five squares, as many filled, around a middle line. */
export function drawSeverity(
  out: Primitive[],
  severity: number,
  x: number,
  middle: number,
  glyph: number,
  color: Color,
): void {
  const side = glyph * SQUARE;
  const stroke = side / 6;
  for (let i = 0; i < MOST; i++) {
    const box = {
      x: x + i * glyph * STEP + stroke / 2,
      y: middle - side / 2 + stroke / 2,
      w: side - stroke,
      h: side - stroke,
    };
    const fill = i < severity ? { fill: color } : {};
    out.push({ type: 'rect', ...box, stroke: color, strokeWidth: stroke, ...fill });
  }
}
