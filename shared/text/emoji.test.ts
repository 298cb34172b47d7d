import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { EMOJI_ADVANCE, splitAtEmoji } from './emoji';

describe('splitAtEmoji', () => {
  it.each([
    ['a😀b', 1, ['a', 'b']],
    ['👩‍🚀👩🏽‍🚀', 2, []],
    ['🇫🇷🇬🇧', 2, []],
    ['1️⃣ x 2', 1, [' x 2']],
    ['❤️ ☀ ⭐', 3, [' ', ' ']],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿!', 1, ['!']],
  ] as const)('%s', (text, emojiCount, runs) => {
    expect(splitAtEmoji(text)).toEqual({ emojiCount, runs });
  });

  it('leaves letters and signs alone', () => {
    expect(splitAtEmoji('œuvre © ™ → ≥ « x »')).toBeNull();
  });

  it('knows the advance the font gives to single and joined emoji', () => {
    const font = { family: 'Besley', size: 1, weight: 500 } as const;
    expect(fontkitMeasurer.width('😀', font)).toBeCloseTo(EMOJI_ADVANCE, 6);
    expect(fontkitMeasurer.width('👩‍🚀', font)).toBeCloseTo(EMOJI_ADVANCE, 6);
  });
});
