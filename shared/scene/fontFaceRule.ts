import type { FontFaceFile } from '../text/fontFaces';

/** The `@font-face` rule of one embedded font, with the URL of its file. */
export const fontFaceRule = (face: FontFaceFile, url: string): string =>
  `@font-face{font-family:'${face.family}';font-weight:${face.cssWeight};font-style:${face.style};font-display:block;` +
  `src:url(${url}) format('woff2');unicode-range:${face.unicodeRange}}`;
