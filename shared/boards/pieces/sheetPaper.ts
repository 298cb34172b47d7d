import type { Box, GroupPrimitive, Primitive } from '../../scene/primitives';
import { stable } from './layoutMemo';
import type { PieceFrame } from './pieceFrame';
import { artifact, frameRect, rect } from './shapes';

/** Paper of the sheet with its relief; shadows are steps of flat colour, for blur cannot be drawn alike everywhere. */
export function sheetPaper(frame: Pick<PieceFrame, 'theme' | 'memo'>, sheet: Box): GroupPrimitive {
  const { theme } = frame;
  return stable(frame.memo, 'sheet', [sheet.x, sheet.w, sheet.h], () => {
    const children: Primitive[] = [];
    if (theme.isDark) {
      const outline = { x: sheet.x - 1, y: sheet.y - 1, w: sheet.w + 2, h: sheet.h + 2 };
      children.push(rect(sheet, theme.color.paper), frameRect(outline, theme.color.line, 1));
    } else {
      for (const spread of SHADOW_SPREADS) children.push(rect(shadowBox(sheet, spread), SHADOW_STEP));
      children.push(rect({ ...sheet, y: sheet.y + 1 }, theme.color.lineStrong), rect(sheet, theme.color.paper));
    }
    const bounds = { x: sheet.x - 8, y: sheet.y - 1, w: sheet.w + 16, h: sheet.h + 18 };
    return { type: 'group', bounds, children: [sheetTarget(sheet), artifact(bounds, children)] } as const;
  });
}

const SHADOW_SPREADS = [7, 5, 3, 1, -1, -3, -5] as const;
const SHADOW_STEP = 'rgba(20,29,51,.023)';
const SHADOW_DROP = 8;

const shadowBox = (sheet: Box, spread: number): Box => ({
  x: sheet.x - spread,
  y: sheet.y + SHADOW_DROP,
  w: sheet.w + 2 * spread,
  h: sheet.h + spread,
});

const sheetTarget = (sheet: Box): GroupPrimitive => ({
  type: 'group',
  role: 'artifact',
  target: { kind: 'sheet', id: 'sheet' },
  bounds: sheet,
  children: [],
});
