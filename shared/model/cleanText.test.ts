import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './cleanText';

describe('cleanText', () => {
  it('keeps line feeds and tabs, drops other control characters, mends half surrogate pairs', () => {
    expect(cleanText('a\r\nb\rc\td\u0000\u0007\u009F\uFFFF')).toBe('a\nb\nc\td');
    expect(cleanText('x\uD83D')).toBe('x\uFFFD');
    expect(cleanText('👩‍🦽 à')).toBe('👩‍🦽 à');
  });

  it('cuts at 20,000 units without cutting a character', () => {
    expect(cleanText('a'.repeat(30_000))).toHaveLength(20_000);
    expect(cleanText(`${'a'.repeat(19_999)}😀`)).toBe('a'.repeat(19_999));
  });

  it('survives UTF-8 and a second cleaning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(clean))).toBe(clean);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});
