import { expect, it } from 'vitest';
import { inkedPart, sharpUpTo } from './logoPicture';

/** A picture drawn in signs: `.` white, `-` nearly white, `#` dark, `0` transparent. */
function pixels(rows: readonly string[]) {
  const of = { '.': [255, 255, 255, 255], '-': [250, 251, 249, 255], '#': [20, 29, 51, 255], '0': [90, 10, 200, 0] };
  const all = rows.flatMap((row) => [...row]).flatMap((sign) => of[sign as keyof typeof of]);
  return [Uint8ClampedArray.from(all), rows[0]?.length ?? 0, rows.length] as const;
}

it('cuts the blank edges of a logo, white or transparent, and nothing else', () => {
  expect(inkedPart(...pixels(['.....', '.-#..', '..##.', '.....']))).toEqual({ x: 2, y: 1, w: 2, h: 2 });
  expect(inkedPart(...pixels(['0000', '0#.#']))).toEqual({ x: 0, y: 0, w: 4, h: 2 });
  expect(inkedPart(...pixels(['0000', '0#.0', '0000']))).toEqual({ x: 1, y: 1, w: 2, h: 1 });
  expect(inkedPart(...pixels(['#..', '...', '...']))).toEqual({ x: 0, y: 0, w: 3, h: 3 });
  expect(inkedPart(...pixels(['...', '...']))).toEqual({ x: 0, y: 0, w: 3, h: 2 });
});

it('tells up to which sheet a logo is sharp', () => {
  const sheets = [30, 70, 140, 300, 2_000].map((width) => sharpUpTo({ width, height: width / 2 }));
  expect(sheets).toEqual([null, 'A5', 'A3', 'A1', '2A0']);
});
