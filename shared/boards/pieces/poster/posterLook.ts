import type { Theme } from '../../../model/theme';
import type { Color } from '../../../scene/primitives';
import type { BandPalette } from '../palette';

/** What a poster colours otherwise than a screen. */
export interface PosterLook {
  readonly stage: { readonly fill: Color; readonly text: Color; readonly duration: Color; readonly number: Color };
  readonly band: BandPalette;
  /** The card of a persona beside the title. */
  readonly card: { readonly fill: Color; readonly ink: Color };
  /** The facts of a persona beside its page. */
  readonly side: { readonly fill: Color; readonly text: Color; readonly label: Color };
}

/** The band of a poster runs off the sheet in the structure blue. */
function solidBand(theme: Theme, ground: Color, rules: { readonly fine: Color; readonly strong: Color }): BandPalette {
  return {
    ground,
    border: null,
    text: theme.color.onBlue,
    axis: theme.isDark ? theme.color.ink2 : theme.color.blueSoft,
    guide: rules.strong,
    guideOpacity: 0.6,
    zero: rules.strong,
    zeroOpacity: 0.9,
    stageLine: rules.fine,
    momentLine: rules.strong,
    curve: theme.color.gold,
    curveCore: ground,
    positive: theme.emotion['1'].fill,
    positiveOpacity: 0.92,
    negative: theme.emotion['-1'].fill,
    negativeOpacity: 0.92,
  };
}

/** On the paper itself: the curve is ink. */
function openBand(theme: Theme): BandPalette {
  const { color } = theme;
  return {
    ground: null,
    border: color.line,
    text: color.ink,
    axis: color.ink2,
    guide: color.lineStrong,
    guideOpacity: 0.6,
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

const SIDE_ON_DARK = ({ stage, color }: Theme): PosterLook['side'] => ({
  fill: stage.fill,
  text: stage.text,
  label: color.gold,
});

/** The look of a poster in a theme; the designed one for every theme that has none of its own. */
export function posterLook(theme: Theme): PosterLook {
  const { color } = theme;
  switch (theme.name) {
    case 'paper':
      return {
        stage: { fill: color.blueSoft, text: color.ink, duration: color.ink2, number: color.blue },
        band: openBand(theme),
        card: { fill: color.paper2, ink: color.ink },
        side: { fill: color.blueSoft, text: color.ink, label: color.blueDeep },
      };
    case 'contrast':
      return {
        stage: { fill: color.ink, text: color.paper, duration: color.paper, number: color.gold },
        band: solidBand(theme, color.ink, { fine: '#6E6E6E', strong: '#B4B4B4' }),
        card: { fill: '#FFEFB0', ink: color.ink },
        side: SIDE_ON_DARK(theme),
      };
    case 'night':
      return {
        stage: { fill: theme.stage.fill, text: theme.stage.text, duration: theme.stage.duration, number: color.gold },
        band: solidBand(theme, '#1B2A5C', { fine: '#46598F', strong: '#9DB2E6' }),
        card: { fill: '#FFE07A', ink: theme.noteText },
        side: SIDE_ON_DARK(theme),
      };
    default:
      return {
        stage: { fill: color.ink, text: color.paper, duration: color.blueSoft, number: color.gold },
        band: solidBand(theme, color.blueDeep, { fine: '#4A66B5', strong: '#9DB2E6' }),
        card: { fill: '#FFE07A', ink: color.ink },
        side: SIDE_ON_DARK(theme),
      };
  }
}
