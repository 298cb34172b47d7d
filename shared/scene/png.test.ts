import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodePng, pngChunks } from '../../tests/support/pngImage';
import { concatBytes, crc32, filterRows, pngChunk, pngEnd, pngStart } from './png';

/** A picture of two bands in which every pixel differs from its neighbours. */
function picture(width: number, height: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  for (let index = 0; index < width * height; index++) rgba.set([index * 7, index * 13, 255 - index, 255], index * 4);
  return rgba;
}

describe('png', () => {
  it('knows the checksum of the standard', () => {
    expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae426082);
  });

  it('writes a file that decodes to the same pixels, band by band, with its resolution', () => {
    const [width, height] = [5, 6];
    const rgba = picture(width, height);
    const half = width * 4 * 3;
    const first = filterRows(rgba.subarray(0, half), width, null);
    const second = filterRows(rgba.subarray(half), width, rgba.subarray(half - width * 4, half));
    expect(first.isOpaque && second.isOpaque).toBe(true);
    const data = deflateSync(concatBytes([first.bytes, second.bytes]));
    const file = concatBytes([
      pngStart({ width, height, dpi: 150 }),
      pngChunk('IDAT', data.subarray(0, 20)),
      pngChunk('IDAT', data.subarray(20)),
      pngEnd(),
    ]);
    expect(pngChunks(file).map(({ type, crcIsRight }) => [type, crcIsRight])).toEqual(
      ['IHDR', 'sRGB', 'pHYs', 'IDAT', 'IDAT', 'IEND'].map((type) => [type, true]),
    );
    const decoded = decodePng(file);
    expect([decoded.width, decoded.height, decoded.dpi]).toEqual([width, height, 150]);
    expect([...decoded.pixels]).toEqual([...rgba].filter((_, index) => index % 4 !== 3));
  });

  it('tells a band that was not painted', () => {
    const rgba = picture(4, 2);
    rgba[7] = 0;
    expect(filterRows(rgba, 4, null).isOpaque).toBe(false);
  });
});
