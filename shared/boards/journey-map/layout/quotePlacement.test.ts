import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { overlap } from '../../../../tests/support/sceneChecks';
import type { Box } from '../../../scene/primitives';
import { type Curve, curveRange, emotionCurve, scaledCurve } from '../../pieces/emotionCurve';
import { textBlock } from '../../pieces/textBlock';
import { valenceToY } from './bandGeometry';
import { type BandObstacles, type PlacedSaying, placeSayings, type Saying } from './quotePlacement';
import { SCREEN } from './screenMetrics';

const m = SCREEN.emotion;
const HEIGHT = 243;
const WIDTH = 1200;
const ZERO = valenceToY(0, HEIGHT, m);
const ROOM: Box = { x: 8, y: 8, w: WIDTH - 16, h: HEIGHT - 16 };

const block = (text: string, em: number) =>
  textBlock(text, m.quote, em * m.quote.font.size, { measure: plainMeasurer, lang: 'fr' });

const valences = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 14 });
const TEXTS = [
  'Oui.',
  'On regarde enfin mes pieds !',
  'Trois jours pour un message automatique, et encore trois autres',
];

function scene(felt: readonly number[], texts: readonly number[]) {
  const step = WIDTH / felt.length;
  const points = felt.map((valence, index) => ({ x: (index + 0.5) * step, valence }));
  const scale = valenceToY(1, HEIGHT, m) - ZERO;
  const curve: Curve = scaledCurve(emotionCurve(points, { from: 0, to: WIDTH }), scale, ZERO);
  const faces = points.map(({ x, valence }) => ({ x, y: valenceToY(valence, HEIGHT, m), r: 16 }));
  const sayings = faces.map((face, index): Saying => {
    const text = TEXTS[(texts[index % texts.length] ?? 0) % TEXTS.length] ?? '';
    const breakings = [8, 10, 14].map((em, rank) => ({ block: block(text, em), penalty: rank }));
    return { face, isValley: (felt[index] ?? 0) < 0, breakings };
  });
  const around: BandObstacles = { curves: [curve], faces, chips: [], zero: ZERO, room: ROOM };
  return { around, placed: placeSayings(sayings, around, m.gap), curve, faces };
}

/** The lines of a placed quote, each in its own box. */
function lineBoxes({ block: { lines, style }, box, align }: PlacedSaying): readonly Box[] {
  return lines.map((line, index) => {
    const free = box.w - line.width;
    const x = box.x + (align === 'left' ? 0 : align === 'right' ? free : free / 2);
    return { x, y: box.y + index * style.lineHeight, w: line.width, h: style.lineHeight };
  });
}

describe('placeSayings', { timeout: 30_000 }, () => {
  it('touches neither curve, faces, neutral line, edges nor another quote', () => {
    const inputs = fc.tuple(valences, fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(inputs, ([felt, texts]) => {
        const { placed, curve, faces } = scene(felt, texts);
        const found = placed.filter((one) => one !== null);
        for (const [index, one] of found.entries()) {
          for (const line of lineBoxes(one)) {
            const range = curveRange(curve, line.x, line.x + line.w);
            const crossed = range !== null && range.min < line.y + line.h && range.max > line.y;
            expect(crossed).toBe(false);
            expect(line.y < ZERO && line.y + line.h > ZERO).toBe(false);
            for (const { x, y, r } of faces) {
              expect(overlap(line, { x: x - r * 0.7, y: y - r * 0.7, w: r * 1.4, h: r * 1.4 })).toBe(false);
            }
          }
          expect(one.box.x).toBeGreaterThanOrEqual(ROOM.x - 0.01);
          expect(one.box.x + one.box.w).toBeLessThanOrEqual(ROOM.x + ROOM.w + 0.01);
          expect(one.box.y).toBeGreaterThanOrEqual(ROOM.y - 0.01);
          expect(one.box.y + one.box.h).toBeLessThanOrEqual(ROOM.y + ROOM.h + 0.01);
          for (const other of found.slice(index + 1)) expect(overlap(one.box, other.box)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('speaks above a valley and to the right of a peak', () => {
    const { placed, faces } = scene([-1.6, 1.6, -1.6, 0, 0], [1]);
    const [valley, peak] = placed;
    expect((valley?.box.y ?? 0) + (valley?.box.h ?? 0)).toBeLessThan(faces[0]?.y ?? 0);
    expect(peak?.box.x).toBeGreaterThan(faces[1]?.x ?? 0);
    expect(peak?.align).toBe('left');
  });

  it('leaves no doubt about who speaks, where another place is free', () => {
    // Beside the first peak there is room, but it is the room of the face that follows.
    const { placed, faces } = scene([1.7, 0.9, -0.3, -1.5, -0.3], [1]);
    placed.forEach((one, own) => {
      const reach = faces.map(({ x, y }) => {
        const box = one?.box ?? ROOM;
        const dx = Math.max(0, box.x - x, x - box.x - box.w);
        return dx + Math.max(0, box.y - y, y - box.y - box.h) / 2;
      });
      expect(reach[own]).toBeLessThanOrEqual(Math.min(...reach) + 0.01);
    });
  });

  it('gives up where there is no room, rather than cover something', () => {
    const { placed } = scene([1.9, -1.9, 1.9, -1.9, 1.9, -1.9, 1.9, -1.9, 1.9, -1.9, 1.9, -1.9, 1.9, -1.9], [2]);
    expect(placed.some((one) => one === null)).toBe(true);
  });
});
