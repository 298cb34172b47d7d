import { describe, expect, it } from 'vitest';
import { FACE_VIEW, portraitScene } from './portrait';
import { PLAIN_PORTRAIT, type Portrait } from './portraitModel';
import { HAIR_FRONT, type HairStyle } from './portraitPaths';

const PLAIN: Portrait = {
  ...PLAIN_PORTRAIT,
  hair: 'crop',
  background: '#F2B441',
  shape: '#E4592F',
  skin: '#F3C7A4',
  skinShade: '#E3A985',
  hairColor: '#7A2E1D',
  clothes: '#1E44A8',
  clothesAccent: '#FCFBF7',
  headband: '',
  glasses: '',
  earrings: '',
  beard: 'none',
  collar: false,
};

const piecesOf = (portrait: Portrait) => {
  const [group] = portraitScene(portrait, { x: 10, y: 20, w: 208, h: 246 });
  if (group?.type !== 'group') throw new Error('a portrait is one group');
  return group.children.flatMap((piece) => (piece.type === 'path' ? piece : []));
};

describe('portraitScene', () => {
  it.each(Object.keys(HAIR_FRONT) as HairStyle[])('draws the %s style in vectors of flat colour', (hair) => {
    const pieces = piecesOf({ ...PLAIN, hair });
    expect(pieces.length).toBeGreaterThan(10);
    for (const piece of pieces) {
      expect(piece.d).not.toMatch(/NaN|undefined/);
      expect(piece.fill ?? piece.stroke).toMatch(/^#[0-9A-F]{6}$/i);
    }
  });

  it('covers its box and is cut to it', () => {
    const box = { x: 10, y: 20, w: 100, h: 100 };
    const [group] = portraitScene(PLAIN, box, { view: FACE_VIEW });
    if (group?.type !== 'group') throw new Error('a portrait is one group');
    expect(group.clip).toEqual(box);
    const [ground] = group.children;
    if (ground?.type !== 'path') throw new Error('a ground first');
    const { x = 0, y = 0, scale = 1 } = ground;
    expect(x + FACE_VIEW.x * scale).toBeLessThanOrEqual(box.x + 1e-9);
    expect(y + FACE_VIEW.y * scale).toBeLessThanOrEqual(box.y + 1e-9);
    expect(x + (FACE_VIEW.x + FACE_VIEW.w) * scale).toBeGreaterThanOrEqual(box.x + box.w - 1e-9);
  });

  it('wears what it is given', () => {
    const bare = piecesOf(PLAIN).length;
    expect(piecesOf({ ...PLAIN, glasses: '#141D33' })).toHaveLength(bare + 1);
    expect(piecesOf({ ...PLAIN, earrings: '#FFD95A', headband: '#0E6486' })).toHaveLength(bare + 2);
    expect(piecesOf({ ...PLAIN, beard: 'full' })).toHaveLength(bare + 2);
    expect(piecesOf({ ...PLAIN, beard: 'stubble' })).toHaveLength(bare + 1);
  });

  it('paints the corners for a disc', () => {
    const [group] = portraitScene(PLAIN, { x: 0, y: 0, w: 30, h: 30 }, { circle: '#FCFBF7' });
    if (group?.type !== 'group') throw new Error('a portrait is one group');
    expect(group.children.at(-1)).toMatchObject({ type: 'path', fill: '#FCFBF7' });
  });
});
