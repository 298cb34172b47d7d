import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyPng } from '../../tests/support/redactImage';
import { cleanPicture } from './cleanPicture';

const latin = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));
const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32le = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
const bytes = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(parts.flat());

const SECRET = latin('somewhere secret');
const segment = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  ...u16(content.length + 2),
  ...content,
];
const JFIF = segment(0xe0, [...latin('JFIF\0'), 1, 2, 0, 0, 72, 0, 72, 0, 0]);
const ADOBE = segment(0xee, [...latin('Adobe'), 0, 100, 0, 0, 0, 0, 1]);
const ICC = segment(0xe2, latin('ICC_PROFILE\0\u0001\u0001sRGB'));
const FRAME = segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
// Stuffed bytes and a restart stand in the scan.
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const START = [0xff, 0xd8];
const END = [0xff, 0xd9];

const riff = (chunks: readonly number[]): Uint8Array =>
  bytes(latin('RIFF'), u32le(chunks.length + 4), latin('WEBP'), chunks);
const chunk = (name: string, content: readonly number[]): number[] => [
  ...latin(name),
  ...u32le(content.length),
  ...content,
  ...(content.length % 2 ? [0] : []),
];

const GIF_HEAD = [...latin('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
const GIF_LOOP = [0x21, 0xff, 11, ...latin('NETSCAPE2.0'), 3, 1, 0, 0, 0];
const GIF_SHOWN = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
const GIF_PIXELS = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
const gifBlock = (label: number, content: readonly number[]): number[] => [0x21, label, content.length, ...content, 0];

describe('pictures without what they say about themselves', () => {
  it.each([
    ['PNG', tinyPng('somewhere secret'), tinyPng(null)],
    [
      'JPEG',
      bytes(
        START,
        JFIF,
        segment(0xe1, [...latin('Exif\0\0'), ...SECRET]),
        segment(0xfe, SECRET),
        ADOBE,
        ICC,
        FRAME,
        SCAN,
        END,
        SECRET,
      ),
      bytes(START, JFIF, ADOBE, ICC, FRAME, SCAN, END),
    ],
    [
      'WebP',
      riff([
        ...chunk('VP8X', [0x1c, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        ...chunk('VP8L', [0x2f, 1, 2]),
        ...chunk('EXIF', SECRET),
        ...chunk('XMP ', SECRET),
      ]),
      riff([...chunk('VP8X', [0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0]), ...chunk('VP8L', [0x2f, 1, 2])]),
    ],
    [
      'GIF',
      bytes(
        GIF_HEAD,
        GIF_LOOP,
        gifBlock(0xfe, SECRET),
        GIF_SHOWN,
        GIF_PIXELS,
        gifBlock(0xff, latin('XMP DataXMP')),
        [0x3b],
        SECRET,
      ),
      bytes(GIF_HEAD, GIF_LOOP, GIF_SHOWN, GIF_PIXELS, [0x3b]),
    ],
  ])('%s', (_, picture, clean) => {
    expect(cleanPicture(picture)).toEqual(clean);
    expect(cleanPicture(clean)).toEqual(clean);
    // Cut anywhere, it is no picture any more; never an error.
    for (let length = 0; length < clean.length; length += 1) expect(cleanPicture(clean.subarray(0, length))).toBeNull();
  });

  it('takes nothing else, whatever it begins with', () => {
    const heads = fc.constantFrom<readonly number[]>([], START, [0xff, 0xd8, 0xff], GIF_HEAD, latin('RIFF????WEBP'));
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        const clean = cleanPicture(bytes(head, [...rest]));
        expect(clean === null || clean.length <= head.length + rest.length).toBe(true);
      }),
    );
  });
});
