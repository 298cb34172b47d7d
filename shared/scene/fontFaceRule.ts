import type { FontFaceFile } from '../text/fontFaces';

/** Formats of font files, as style sheets call them. */
export type FontFormat = 'woff2' | 'opentype';

/** The `@font-face` rule of one embedded font, with the URL of its file. */
export const fontFaceRule = (face: FontFaceFile, url: string, format: FontFormat = 'woff2'): string =>
  `@font-face{font-family:'${face.family}';font-weight:${face.cssWeight};font-style:${face.style};font-display:block;` +
  `src:url(${url}) format('${format}');unicode-range:${face.unicodeRange}}`;
