/** Papers by family, each from its smallest. Names are what is typed and shown; French poster sizes are in centimetres. */
export const SHEET_FAMILIES = {
  isoA: ['A5', 'A4', 'A3', 'A2', 'A1', 'A0', '2A0'],
  isoB: ['B2', 'B1'],
  us: ['Letter', 'Legal', 'Tabloid'],
  arch: ['ARCH C', 'ARCH D', 'ARCH E'],
  poster: ['40x60', '50x70', '60x80', '80x120'],
} as const;

export type SheetFamily = keyof typeof SHEET_FAMILIES;
export type SheetName = (typeof SHEET_FAMILIES)[SheetFamily][number];

/** Every named sheet. */
export const SHEETS: readonly SheetName[] = Object.values(SHEET_FAMILIES).flat();

/** Widths of the rolls that plotters are sold with: 24, 36 and 42 inches, as their paper is named in millimetres. */
export const ROLLS = [610, 914, 1067] as const;

/** Shorter and longer side in mm. Sources: ISO 216 (A, B), ANSI/ASME Y14.1 (Letter, Tabloid, ARCH), inches to a tenth of a millimetre. */
export const SHEET_SIZES: Readonly<Record<SheetName, readonly [number, number]>> = {
  A5: [148, 210],
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
  '2A0': [1189, 1682],
  B2: [500, 707],
  B1: [707, 1000],
  Letter: [215.9, 279.4],
  Legal: [215.9, 355.6],
  Tabloid: [279.4, 431.8],
  'ARCH C': [457.2, 609.6],
  'ARCH D': [609.6, 914.4],
  'ARCH E': [914.4, 1219.2],
  '40x60': [400, 600],
  '50x70': [500, 700],
  '60x80': [600, 800],
  '80x120': [800, 1200],
};

/** The sheets of the family that a name belongs to, from the smallest. */
export const familyOf = (name: SheetName): readonly SheetName[] =>
  Object.values<readonly SheetName[]>(SHEET_FAMILIES).find((names) => names.includes(name)) ?? SHEET_FAMILIES.isoA;
