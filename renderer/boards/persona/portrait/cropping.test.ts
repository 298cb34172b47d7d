import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedBy, partOf, WHOLE, zoomedTo } from './cropping';

const size = fc.record({ w: fc.integer({ min: 1, max: 4000 }), h: fc.integer({ min: 1, max: 4000 }) });
const FRAME = { w: 306, h: 400 };

describe('cropping a photo', () => {
  it('takes a part in the ratio of the frame that lies within the picture, wherever it was moved', () => {
    const far = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(size, far, far, fc.double({ min: -3, max: 20, noNaN: true }), (picture, dx, dy, zoom) => {
        const crop = movedBy(zoomedTo(WHOLE, zoom), dx, dy, picture, FRAME);
        const part = partOf(crop, picture, FRAME);
        expect(part.w / part.h).toBeCloseTo(FRAME.w / FRAME.h, 5);
        expect(part.x).toBeGreaterThanOrEqual(-1e-6);
        expect(part.y).toBeGreaterThanOrEqual(-1e-6);
        expect(part.x + part.w).toBeLessThanOrEqual(picture.w + 1e-6);
        expect(part.y + part.h).toBeLessThanOrEqual(picture.h + 1e-6);
      }),
    );
  });

  it('follows the hand: dragging the picture to the right shows more of its left', () => {
    const picture = { w: 2000, h: 1000 };
    const before = partOf(WHOLE, picture, FRAME);
    const after = partOf(movedBy(WHOLE, 30, 0, picture, FRAME), picture, FRAME);
    expect(after.x).toBeCloseTo(before.x - (30 * before.w) / FRAME.w, 5);
    expect(after.y).toBeCloseTo(before.y, 5);
  });
});
