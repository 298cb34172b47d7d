import type { Row } from '../frame';

/** How much taller than needed an emotion band and another row may become to fill a sheet. */
const EMOTION_MOST = 0.6;
const ROW_MOST = 0.7;
const HEADER_MOST = 0.2;
/** A blank row takes what is left: somebody will write in it. */
const BLANK_MOST = 6;

type Heights = readonly (readonly number[])[];

const sum = (heights: Heights): number => heights.flat().reduce((all, height) => all + height, 0);

/** Gives every row its share of a spare height, none more than `most` times its own. */
function grow(
  bands: readonly (readonly Row[])[],
  heights: Heights,
  spare: number,
  share: (row: Row) => number,
): Heights {
  const room = bands.flat().reduce((all, row) => all + row.height * share(row), 0);
  const part = room === 0 ? 0 : Math.min(1, spare / room);
  return heights.map((rows, band) =>
    rows.map((height, index) => {
      const row = bands[band]?.[index];
      return row ? height + row.height * share(row) * part : height;
    }),
  );
}

/** Heights of the rows of each band so that they fill a room: the emotion bands grow first, then every other row. */
export function stretchedHeights(bands: readonly (readonly Row[])[], room: number): Heights {
  let heights: Heights = bands.map((rows) => rows.map((row) => row.height));
  const spare = () => Math.max(0, room - sum(heights));
  heights = grow(bands, heights, spare(), (row) => (row.isEmotion ? (row.most ?? EMOTION_MOST) : 0));
  heights = grow(bands, heights, spare(), (row) => (row.isEmotion ? 0 : row.lane ? ROW_MOST : HEADER_MOST));
  return grow(bands, heights, spare(), (row) => (row.isBlank ? BLANK_MOST : 0));
}
