import type { Sign } from '@shared/analysis/differenceSigns';
import { icon } from '@shared/boards/pieces/shapes';
import { type Theme, themeOf } from '@shared/model/theme';
import type { IconName } from '@shared/scene/icons';
import type { Primitive } from '@shared/scene/primitives';
import { useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';

/** Side of the square the outlines are drawn in. */
const GRID = 24;

interface Look {
  /** No two signs have the same outline: colour never tells alone. */
  readonly outline: string;
  readonly glyph: IconName;
  /** Side of the glyph and how far below the middle it stands, as shares of the sign. */
  readonly glyphSize: number;
  readonly drop: number;
  readonly ink: 'green' | 'red' | 'blue' | 'ink';
}

const LOOKS: Readonly<Record<Sign, Look>> = {
  added: {
    outline: 'M1 12a11 11 0 1 0 22 0a11 11 0 1 0 -22 0Z',
    glyph: 'plus',
    glyphSize: 0.62,
    drop: 0,
    ink: 'green',
  },
  removed: { outline: 'M2 2H22V22H2Z', glyph: 'minus', glyphSize: 0.62, drop: 0, ink: 'red' },
  changed: { outline: 'M12 -1L25 12L12 25L-1 12Z', glyph: 'pencil-simple', glyphSize: 0.54, drop: 0, ink: 'blue' },
  moved: { outline: 'M1 3H14L24 12L14 21H1Z', glyph: 'arrow-right', glyphSize: 0.54, drop: 0, ink: 'ink' },
  higher: { outline: 'M12 0L25 22H-1Z', glyph: 'arrow-up', glyphSize: 0.5, drop: 0.14, ink: 'green' },
  lower: { outline: 'M12 24L-1 2H25Z', glyph: 'arrow-down', glyphSize: 0.5, drop: -0.14, ink: 'red' },
};

export const signInk = (sign: Sign, { color }: Theme): string => color[LOOKS[sign].ink];

/** Adds the sign of a difference around a centre; a rim of paper sets it off from whatever it lies on. */
export function drawSign(
  out: Primitive[],
  sign: Sign,
  at: { readonly x: number; readonly y: number; readonly size: number },
  theme: Theme,
): void {
  const { outline, glyph, glyphSize, drop } = LOOKS[sign];
  const { paper } = theme.color;
  const side = at.size * glyphSize;
  const bounds = { x: at.x - at.size * 0.6, y: at.y - at.size * 0.6, w: at.size * 1.2, h: at.size * 1.2 };
  out.push(
    {
      type: 'path',
      d: outline,
      x: at.x - at.size / 2,
      y: at.y - at.size / 2,
      scale: at.size / GRID,
      bounds,
      stroke: paper,
      strokeWidth: 4,
      lineJoin: 'round',
    },
    {
      type: 'path',
      d: outline,
      x: at.x - at.size / 2,
      y: at.y - at.size / 2,
      scale: at.size / GRID,
      bounds,
      fill: signInk(sign, theme),
    },
    icon(glyph, at.x - side / 2, at.y - side / 2 + at.size * drop, side, paper),
  );
}

/** The sign of a difference beside its words. */
export function SignPicture({ sign, size = 18 }: { readonly sign: Sign; readonly size?: number }) {
  const theme = themeOf(useThemeName());
  const room = size + 4;
  const items: Primitive[] = [];
  drawSign(items, sign, { x: room / 2, y: room / 2, size }, theme);
  return <SceneSvg width={room} height={room} items={items} />;
}
