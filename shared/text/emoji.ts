/** Advance of every emoji of the embedded Noto Color Emoji, in em: 1275 units of 1024. */
export const EMOJI_ADVANCE = 1275 / 1024;

const MAY_HOLD_EMOJI = /[\u203C-\u{1FAFF}]/u;
/**
 * Keycaps, flags, and pictures with their skin tones and joined parts. `©`, `®` and `™` are letters, `↔`, `↗`, `▪` and
 * their like are signs of the symbol fonts: the embedded emoji font is not used for them.
 */
const EMOJI =
  /[0-9#*]\uFE0F\u20E3|\p{RI}{2}|(?![©®™0-9#*\u2194-\u2199\u21A9\u21AA\u25AA\u25AB])(?:\p{Emoji}|(?=[\u{1F000}-\u{1FAFF}])\p{ExtPict})[\uFE0F\p{EMod}]*(?:\u200D\p{ExtPict}[\uFE0F\p{EMod}]*)*[\u{E0020}-\u{E007F}]*/gu;

export interface EmojiSplit {
  /** The text between the emoji, in order. */
  readonly runs: readonly string[];
  readonly emojiCount: number;
}

/** Splits a text at its emoji; null when it holds none (the usual case, tested cheaply). */
export function splitAtEmoji(text: string): EmojiSplit | null {
  if (!MAY_HOLD_EMOJI.test(text) && !text.includes('\uFE0F')) return null;
  const runs = text.split(EMOJI);
  return runs.length === 1 ? null : { runs: runs.filter((run) => run !== ''), emojiCount: runs.length - 1 };
}
