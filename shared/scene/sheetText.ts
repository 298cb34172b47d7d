import { customSheet, type Orientation, ROLL_MM, type SheetChoice, type SheetSize, SIDE_MM, sheetSize } from './sheet';
import { SHEETS } from './sheetCatalogue';

const plain = (text: string): string => text.toLowerCase().replace(/[\s\u00A0_-]+/g, '');
const between = (value: number, { least, most }: { readonly least: number; readonly most: number }): boolean =>
  value >= least && value <= most;

/**
 * A sheet as people type it: `a1`, `arch-d`, `letter`, `50x70` (centimetres, a poster size), `roll-914`, `500x700mm`,
 * `roll-750mm`. Null for anything else, sizes that nothing prints included.
 */
export function readSheet(text: string): SheetChoice | null {
  const asked = plain(text).replace('×', 'x');
  const name = SHEETS.find((each) => plain(each) === asked.replace(/cm$/, ''));
  if (name) return { kind: 'named', name };
  const roll = /^roll(\d{2,5}(?:\.\d)?)(?:mm)?$/.exec(asked);
  if (roll) {
    const widthMm = Number(roll[1]);
    return between(widthMm, ROLL_MM) ? { kind: 'roll', widthMm } : null;
  }
  const custom = /^(\d{2,4}(?:\.\d)?)x(\d{2,4}(?:\.\d)?)mm$/.exec(asked);
  if (!custom) return null;
  const [widthMm, heightMm] = [Number(custom[1]), Number(custom[2])];
  return between(widthMm, SIDE_MM) && between(heightMm, SIDE_MM) ? { kind: 'custom', widthMm, heightMm } : null;
}

/** A sheet as `readSheet` reads it. */
export function sheetText(choice: SheetChoice): string {
  switch (choice.kind) {
    case 'named':
      return choice.name;
    case 'roll':
      return `roll-${choice.widthMm}`;
    case 'custom':
      return `${choice.widthMm}x${choice.heightMm}mm`;
  }
}

/** The orientation that a choice asks for by itself; null where either is as good. */
export const ownOrientation = (choice: SheetChoice): Orientation | null =>
  choice.kind === 'custom' ? (choice.heightMm > choice.widthMm ? 'portrait' : 'landscape') : null;

/** The size of a choice, turned. That of a roll is not known: its length follows what is printed. */
export const sizeOfChoice = (choice: Exclude<SheetChoice, { kind: 'roll' }>, orientation: Orientation): SheetSize =>
  choice.kind === 'named'
    ? sheetSize(choice.name, orientation)
    : customSheet(choice.widthMm, choice.heightMm, orientation);
