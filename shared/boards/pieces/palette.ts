import type { Theme } from '../../model/theme';
import type { Color } from '../../scene/primitives';
import { posterLook } from './poster/posterLook';

/** Colours of the emotion band. */
export interface BandPalette {
  readonly ground: Color | null;
  readonly border: Color | null;
  readonly text: Color;
  readonly axis: Color;
  readonly guide: Color;
  readonly guideOpacity: number;
  readonly zero: Color;
  readonly zeroOpacity: number;
  readonly stageLine: Color;
  readonly momentLine: Color;
  readonly curve: Color;
  /** Under the second and later personas' curves: makes a double line. */
  readonly curveCore: Color;
  readonly positive: Color;
  readonly positiveOpacity: number;
  readonly negative: Color;
  readonly negativeOpacity: number;
}

/** Colours of one form of the map. */
export interface Palette {
  readonly theme: Theme;
  readonly stage: { readonly fill: Color; readonly text: Color; readonly duration: Color; readonly number: Color };
  readonly band: BandPalette;
}

function screenBand(theme: Theme): BandPalette {
  const { color, isDark } = theme;
  return {
    ground: null,
    border: isDark ? color.lineStrong : color.ink,
    text: color.ink,
    axis: color.ink2,
    guide: color.line,
    guideOpacity: 1,
    zero: color.lineStrong,
    zeroOpacity: 1,
    stageLine: color.line,
    momentLine: color.lineStrong,
    curve: theme.curve,
    curveCore: color.paper,
    positive: theme.emotion['1'].fill,
    positiveOpacity: theme.area.positive,
    negative: theme.emotion['-1'].fill,
    negativeOpacity: theme.area.negative,
  };
}

const palettes = new Map<string, Palette>();

/** The colours of a theme on screen, or of a poster. */
export function paletteOf(theme: Theme, form: 'screen' | 'poster'): Palette {
  const key = `${theme.name}/${form}`;
  const known = palettes.get(key);
  if (known && known.theme === theme) return known;
  const isPoster = form === 'poster';
  const made: Palette = {
    theme,
    stage: isPoster ? posterLook(theme).stage : { ...theme.stage, number: theme.color.gold },
    band: isPoster ? posterLook(theme).band : screenBand(theme),
  };
  palettes.set(key, made);
  return made;
}
