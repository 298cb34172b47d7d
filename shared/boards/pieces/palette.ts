import type { Theme } from '../../model/theme';
import type { Color } from '../../scene/primitives';

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
  const { color } = theme;
  const isDark = theme.name === 'projectorDark';
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

/** The band of a poster runs off the sheet in the structure blue. */
function posterBand(theme: Theme): BandPalette {
  return {
    ground: theme.color.blueDeep,
    border: null,
    text: theme.color.onBlue,
    axis: theme.color.blueSoft,
    guide: '#9DB2E6',
    guideOpacity: 0.6,
    zero: '#9DB2E6',
    zeroOpacity: 0.9,
    stageLine: '#4A66B5',
    momentLine: '#9DB2E6',
    curve: theme.color.gold,
    curveCore: theme.color.blueDeep,
    positive: theme.emotion['1'].fill,
    positiveOpacity: 0.92,
    negative: theme.emotion['-1'].fill,
    negativeOpacity: 0.92,
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
    stage: isPoster
      ? { fill: theme.color.ink, text: theme.color.paper, duration: theme.color.blueSoft, number: theme.color.gold }
      : { ...theme.stage, number: theme.color.gold },
    band: isPoster ? posterBand(theme) : screenBand(theme),
  };
  palettes.set(key, made);
  return made;
}
