import { type TextBlock, textBlock } from '../../pieces/textBlock';
import type { TextStyle } from '../../pieces/textStyle';
import type { MapFrame } from './frame';
import type { Breaking } from './quotePlacement';

/** Narrowest and widest measure of a quote, in quarters of an em, and the most lines it is broken into by choice. */
const NARROWEST = 20;
const WIDEST = 88;
const MOST_LINES = 5;
const BEST_WIDTH = 10.5;

/** How much worse a breaking looks than an ideal one, in lines of distance: odd widths, many lines, ragged lines. */
function penaltyOf({ lines, width, style }: TextBlock): number {
  const em = style.font.size;
  const full = lines.slice(0, -1);
  const ragged = full.reduce((sum, line) => sum + width - line.width, 0) / Math.max(1, full.length);
  const last = lines[lines.length - 1]?.width ?? width;
  const orphan = Math.max(0, width * 0.45 - last);
  const odd = Math.max(0, Math.abs(width / em - BEST_WIDTH) - 2);
  return odd * 0.5 + Math.max(0, lines.length - 2) * 1.8 + (ragged * 0.25 + orphan * 0.3) / em;
}

/** The ways of breaking the words: for each number of lines, the most even one. */
export function breakings(text: string, style: TextStyle, frame: MapFrame): readonly Breaking[] {
  const at = (quarters: number) => textBlock(text, style, (quarters / 4) * style.font.size, frame);
  const widest = at(WIDEST);
  const found: Breaking[] = [];
  let low = NARROWEST;
  for (let count = MOST_LINES; count >= widest.lines.length; count--) {
    let high = WIDEST;
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = at(middle);
      if (block.lines.length <= count && !cutsWord(text, block)) high = middle;
      else low = middle + 1;
    }
    const block = at(low);
    if (found.at(-1)?.block !== block) found.push({ block, penalty: penaltyOf(block) });
  }
  return found;
}

/** True when a line ends inside a word, or parts a word from the sign that belongs to it. */
function cutsWord(text: string, block: TextBlock): boolean {
  let at = 0;
  return block.lines.slice(0, -1).some(({ text: line }) => {
    at = text.indexOf(line, at) + line.length;
    return !/[^\S\u00A0\u202F]/.test(text[at] ?? ' ') && !/[-\u2010-\u2014/]$/.test(line);
  });
}
