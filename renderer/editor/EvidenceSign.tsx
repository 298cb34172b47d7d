import { EVIDENCE_GLYPHS } from '@shared/boards/pieces/footGlyphs';
import type { EvidenceKind } from '@shared/model/evidence';

/** Side of the square the glyphs are drawn in. */
const GRID = 12;

/** The sign of a proof in the colour of its text: the same shape as on the notes. */
export function EvidenceSign({ kind, size = 12 }: { readonly kind: EvidenceKind; readonly size?: number }) {
  const dashed = kind === 'hypothesis';
  return (
    <svg width={size} height={size} viewBox={`0 0 ${GRID} ${GRID}`} aria-hidden="true" focusable="false">
      <path
        d={EVIDENCE_GLYPHS[kind]}
        fill={dashed ? 'none' : 'currentColor'}
        stroke={dashed ? 'currentColor' : 'none'}
        strokeWidth={dashed ? 1.8 : 0}
        strokeDasharray={dashed ? '2.4 1.8' : undefined}
      />
    </svg>
  );
}
