import { LIGHT } from '../model/theme';
import type { Color, FontFamily } from '../scene/primitives';
import { splitColor } from '../scene/svgShapes';

const { color, note } = LIGHT;

/**
 * The colours of a presentation by their places in its theme. What is drawn in one of them names the place, so that a presentation changes its colours with its theme. `bg1` and its like
 * are what slides call `lt1` (ECMA-376 part 1, 19.3.1.6).
 */
const PLACES = [
  ['dk1', 'tx1', color.ink],
  ['lt1', 'bg1', color.paper],
  ['dk2', 'tx2', color.blueDeep],
  ['lt2', 'bg2', color.paper2],
  ['accent1', 'accent1', color.blue],
  ['accent2', 'accent2', note.jonquille.fill],
  ['accent3', 'accent3', note.corail.fill],
  ['accent4', 'accent4', note.menthe.fill],
  ['accent5', 'accent5', note.ciel.fill],
  ['accent6', 'accent6', note.lilas.fill],
  ['hlink', 'hlink', color.blue],
  ['folHlink', 'folHlink', color.ink3],
] as const;

const NAMES: ReadonlyMap<string, string> = new Map(
  // The first place of a colour counts.
  [...PLACES].reverse().map(([, name, hex]) => [hex.toUpperCase(), name]),
);

/** A colour, by its place in the theme where it has one; `opacity` (0..1) multiplies its own. */
export function colourXml(value: Color, opacity = 1): string {
  const { hex, alpha } = splitColor(value);
  const total = Math.round(Math.min(1, Math.max(0, alpha * opacity)) * 100_000);
  const inside = total < 100_000 ? `<a:alpha val="${total}"/>` : '';
  const name = NAMES.get(hex.toUpperCase());
  return name
    ? `<a:schemeClr val="${name}">${inside}</a:schemeClr>`
    : `<a:srgbClr val="${hex.slice(1).toUpperCase()}">${inside}</a:srgbClr>`;
}

/**
 * Fonts that every computer with a slide program has: slides are worked on, and must not change their lines elsewhere. They run narrower than the fonts they stand for but
 * for figures. Text names their places in the theme, so that a presentation changes its fonts with it.
 */
const FONTS = {
  major: { name: 'Georgia', panose: '02040502050405020303' },
  minor: { name: 'Calibri', panose: '020F0502020204030204' },
} as const;

/** How a font of the scene is called on a slide. */
export const typefaceOf = (family: FontFamily): string => (family === 'Besley' ? '+mj-lt' : '+mn-lt');

/** The theme of a presentation: its colours, its fonts, plain lines and fills. */
export function themeXml(): string {
  const colours = PLACES.map(
    ([place, , hex]) => `<a:${place}><a:srgbClr val="${hex.slice(1).toUpperCase()}"/></a:${place}>`,
  );
  const font = (place: 'major' | 'minor') =>
    `<a:${place}Font><a:latin typeface="${FONTS[place].name}" panose="${FONTS[place].panose}"/><a:ea typeface=""/><a:cs typeface=""/></a:${place}Font>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number) => `<a:ln w="${width}">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Personarium"><a:themeElements><a:clrScheme name="Personarium">${colours.join('')}</a:clrScheme><a:fontScheme name="Personarium">${font('major')}${font('minor')}</a:fontScheme><a:fmtScheme name="Personarium"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
