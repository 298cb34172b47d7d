// Made by scripts/fonts.mjs, which also fills resources/fonts. Do not edit: `npm run fonts`.

/** One font file of resources/fonts and the characters it is used for. */
export interface FontFaceFile {
  readonly family:
    | 'Besley'
    | 'Atkinson Hyperlegible Next'
    | 'Noto Sans Math'
    | 'Noto Sans Symbols 2'
    | 'Noto Color Emoji';
  readonly weight: 400 | 500 | 600 | 700 | 800 | 900;
  /** Weights it is declared for in CSS: its own, or all for the fonts that stand behind the others. */
  readonly cssWeight: string;
  readonly style: 'normal' | 'italic';
  /** Name inside resources/fonts. */
  readonly file: string;
  readonly unicodeRange: string;
}

const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const LATIN_EXTENDED =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';
const MATH =
  'U+391-3A1,U+3A3-3A9,U+3B1-3C9,U+3D1,U+3D5-3D6,U+2010-2011,U+2015-2017,U+2021,U+2025,U+2032-2038,U+2040,U+2043,U+2047,U+2050,U+2057,U+2102,U+2107,U+210A-2112,U+2115,U+2118-211D,U+2124,U+2126-2129,U+212B-212D,U+212F-2138,U+213C-214B,U+2190-2211,U+2213-2214,U+2216-2300,U+2302,U+2305-2306,U+2308-230B,U+2310-2313,U+2317,U+2319,U+231C-2323,U+232C,U+2332,U+2336-237A,U+237C,U+2394-2395,U+239B-23B9,U+23CE,U+23D0,U+23DC-23E7,U+25A0-25B5,U+25B7-25BF,U+25C1-25FA,U+25FF,U+2605-2606,U+2609,U+2621,U+263B-263E,U+2661-2662,U+2664,U+2667,U+2669-266F,U+2680-2689,U+26A5,U+26AC,U+26B2,U+2713,U+2720,U+272A,U+2736,U+2739,U+273D,U+2772-2773,U+279B';
const SYMBOLS =
  'U+2316,U+2318,U+2324-2327,U+232B,U+237B,U+237D-237F,U+23F4-23F7,U+23FB-23FF,U+2607-2608,U+260F-2610,U+2612,U+2616-2617,U+2619-261C,U+261E-261F,U+2630-2637,U+2654-265E,U+268A-268F,U+269E-269F,U+26BF-26C3,U+26C6-26C7,U+26C9-26CD,U+26D0,U+26D2,U+26D5-26E1,U+2700-2701,U+2703-2704,U+2706-2707,U+270E,U+2710-2711,U+2715,U+2717-271C,U+2722-2727,U+2729,U+272B-2732,U+2735,U+2737-2738,U+273A-273C,U+273E-2743,U+2745-2746,U+2748-274B,U+274D,U+274F-2752,U+2756,U+2758-2762,U+2765-2771,U+2774-2775,U+2794,U+2798-279A,U+279C-27A0,U+27A2-27AF,U+27B1-27BE';
const EMOJI =
  'U+23,U+2A,U+30-39,U+200D,U+203C,U+2049,U+20E3,U+2139,U+231A-231B,U+2328,U+23CF,U+23E9-23F3,U+23F8-23FA,U+24C2,U+25B6,U+25C0,U+25FB-25FE,U+2600-2604,U+260E,U+2611,U+2614-2615,U+2618,U+261D,U+2620,U+2622-2623,U+2626,U+262A,U+262E-262F,U+2638-263A,U+2640,U+2642,U+2648-2653,U+265F-2660,U+2663,U+2665-2666,U+2668,U+267B,U+267E-267F,U+2692-2697,U+2699,U+269B-269C,U+26A0-26A1,U+26A7,U+26AA-26AB,U+26B0-26B1,U+26BD-26BE,U+26C4-26C5,U+26C8,U+26CE-26CF,U+26D1,U+26D3-26D4,U+26E9-26EA,U+26F0-26F5,U+26F7-26FA,U+26FD,U+2702,U+2705,U+2708-270D,U+270F,U+2712,U+2714,U+2716,U+271D,U+2721,U+2728,U+2733-2734,U+2744,U+2747,U+274C,U+274E,U+2753-2755,U+2757,U+2763-2764,U+2795-2797,U+27A1,U+27B0,U+27BF,U+2934-2935,U+2B05-2B07,U+2B1B-2B1C,U+2B50,U+2B55,U+3030,U+303D,U+3297,U+3299,U+FE0F,U+1F004,U+1F0CF,U+1F170-1F171,U+1F17E-1F17F,U+1F18E,U+1F191-1F19A,U+1F1E6-1F1FF,U+1F201-1F202,U+1F21A,U+1F22F,U+1F232-1F23A,U+1F250-1F251,U+1F300-1F321,U+1F324-1F393,U+1F396-1F397,U+1F399-1F39B,U+1F39E-1F3F0,U+1F3F3-1F3F5,U+1F3F7-1F4FD,U+1F4FF-1F53D,U+1F549-1F54E,U+1F550-1F567,U+1F56F-1F570,U+1F573-1F57A,U+1F587,U+1F58A-1F58D,U+1F590,U+1F595-1F596,U+1F5A4-1F5A5,U+1F5A8,U+1F5B1-1F5B2,U+1F5BC,U+1F5C2-1F5C4,U+1F5D1-1F5D3,U+1F5DC-1F5DE,U+1F5E1,U+1F5E3,U+1F5E8,U+1F5EF,U+1F5F3,U+1F5FA-1F64F,U+1F680-1F6C5,U+1F6CB-1F6D2,U+1F6D5-1F6D9,U+1F6DC-1F6E5,U+1F6E9,U+1F6EB-1F6EC,U+1F6F0,U+1F6F3-1F6FC,U+1F7E0-1F7EB,U+1F7F0,U+1F90C-1F93A,U+1F93C-1F945,U+1F947-1F9FF,U+1FA70-1FA7C,U+1FA80-1FAC6,U+1FAC8,U+1FACC-1FADD,U+1FADF-1FAEB,U+1FAEF-1FAFA,U+E0062-E0063,U+E0065,U+E0067,U+E006C,U+E006E,U+E0073-E0074,U+E0077,U+E007F';

/** Every embedded font file: the only list from which screens, posters and tests load fonts. All are static instances. */
export const FONT_FACES: readonly FontFaceFile[] = [
  {
    family: 'Besley',
    weight: 500,
    cssWeight: '500',
    style: 'normal',
    file: 'besley-latin-500-normal.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Besley',
    weight: 500,
    cssWeight: '500',
    style: 'normal',
    file: 'besley-latin-ext-500-normal.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Besley',
    weight: 700,
    cssWeight: '700',
    style: 'normal',
    file: 'besley-latin-700-normal.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Besley',
    weight: 700,
    cssWeight: '700',
    style: 'normal',
    file: 'besley-latin-ext-700-normal.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Besley',
    weight: 800,
    cssWeight: '800',
    style: 'normal',
    file: 'besley-latin-800-normal.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Besley',
    weight: 800,
    cssWeight: '800',
    style: 'normal',
    file: 'besley-latin-ext-800-normal.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Besley',
    weight: 900,
    cssWeight: '900',
    style: 'normal',
    file: 'besley-latin-900-normal.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Besley',
    weight: 900,
    cssWeight: '900',
    style: 'normal',
    file: 'besley-latin-ext-900-normal.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Besley',
    weight: 500,
    cssWeight: '500',
    style: 'italic',
    file: 'besley-latin-500-italic.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Besley',
    weight: 500,
    cssWeight: '500',
    style: 'italic',
    file: 'besley-latin-ext-500-italic.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Besley',
    weight: 600,
    cssWeight: '600',
    style: 'italic',
    file: 'besley-latin-600-italic.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Besley',
    weight: 600,
    cssWeight: '600',
    style: 'italic',
    file: 'besley-latin-ext-600-italic.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 400,
    cssWeight: '400',
    style: 'normal',
    file: 'atkinson-hyperlegible-next-latin-400-normal.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 400,
    cssWeight: '400',
    style: 'normal',
    file: 'atkinson-hyperlegible-next-latin-ext-400-normal.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 500,
    cssWeight: '500',
    style: 'normal',
    file: 'atkinson-hyperlegible-next-latin-500-normal.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 500,
    cssWeight: '500',
    style: 'normal',
    file: 'atkinson-hyperlegible-next-latin-ext-500-normal.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 600,
    cssWeight: '600',
    style: 'normal',
    file: 'atkinson-hyperlegible-next-latin-600-normal.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 600,
    cssWeight: '600',
    style: 'normal',
    file: 'atkinson-hyperlegible-next-latin-ext-600-normal.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 700,
    cssWeight: '700',
    style: 'normal',
    file: 'atkinson-hyperlegible-next-latin-700-normal.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 700,
    cssWeight: '700',
    style: 'normal',
    file: 'atkinson-hyperlegible-next-latin-ext-700-normal.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 400,
    cssWeight: '400',
    style: 'italic',
    file: 'atkinson-hyperlegible-next-latin-400-italic.woff2',
    unicodeRange: LATIN,
  },
  {
    family: 'Atkinson Hyperlegible Next',
    weight: 400,
    cssWeight: '400',
    style: 'italic',
    file: 'atkinson-hyperlegible-next-latin-ext-400-italic.woff2',
    unicodeRange: LATIN_EXTENDED,
  },
  {
    family: 'Noto Sans Math',
    weight: 400,
    cssWeight: '1 1000',
    style: 'normal',
    file: 'noto-sans-math-400-normal.woff2',
    unicodeRange: MATH,
  },
  {
    family: 'Noto Sans Math',
    weight: 400,
    cssWeight: '1 1000',
    style: 'italic',
    file: 'noto-sans-math-400-normal.woff2',
    unicodeRange: MATH,
  },
  {
    family: 'Noto Sans Symbols 2',
    weight: 400,
    cssWeight: '1 1000',
    style: 'normal',
    file: 'noto-sans-symbols-2-400-normal.woff2',
    unicodeRange: SYMBOLS,
  },
  {
    family: 'Noto Sans Symbols 2',
    weight: 400,
    cssWeight: '1 1000',
    style: 'italic',
    file: 'noto-sans-symbols-2-400-normal.woff2',
    unicodeRange: SYMBOLS,
  },
  {
    family: 'Noto Color Emoji',
    weight: 400,
    cssWeight: '1 1000',
    style: 'normal',
    file: 'noto-color-emoji.woff2',
    unicodeRange: EMOJI,
  },
  {
    family: 'Noto Color Emoji',
    weight: 400,
    cssWeight: '1 1000',
    style: 'italic',
    file: 'noto-color-emoji.woff2',
    unicodeRange: EMOJI,
  },
];

/** All files of the text families in one, in the order of FONT_FACES: their lengths as 32-bit little-endian numbers, then the files. */
export const TEXT_FONTS_FILE = 'text-fonts.bin';

/** The families behind every text font, for what it lacks: a system may have other fonts for that, or none. */
export const FALLBACK_FAMILIES = ['Noto Sans Math', 'Noto Sans Symbols 2', 'Noto Color Emoji'] as const;

/** CSS `font-family` values. */
export const FONT_STACKS = {
  title: "'Besley', 'Noto Sans Math', 'Noto Sans Symbols 2', 'Noto Color Emoji', serif",
  text: "'Atkinson Hyperlegible Next', 'Noto Sans Math', 'Noto Sans Symbols 2', 'Noto Color Emoji', sans-serif",
} as const;

/** The `@font-face` rules of every embedded font, for a page that finds the files under `folderUrl` (no slash at its end). */
export function fontFaceCss(folderUrl: string): string {
  return FONT_FACES.map(
    (face) =>
      `@font-face{font-family:'${face.family}';font-weight:${face.cssWeight};font-style:${face.style};font-display:block;` +
      `src:url(${folderUrl}/${face.file}) format('woff2');unicode-range:${face.unicodeRange}}`,
  ).join('\n');
}
