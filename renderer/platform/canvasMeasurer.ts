import { createRecent } from '@shared/base/recent';
import type { FontSpec } from '@shared/scene/primitives';
import { EMOJI_ADVANCE, splitAtEmoji } from '@shared/text/emoji';
import { cssFont, type TextMeasurer } from '@shared/text/measure';
import { splitAtSymbols } from '@shared/text/symbols';

export { loadFonts } from './fonts';

/** Text is measured at this size and scaled, so that a poster and a screen break lines alike whatever their sizes. */
const MEASURED_SIZE = 100;
/** Words and lines whose widths are kept. */
const WIDTHS_KEPT = 4_000;

function measuringContext(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('no 2D canvas in this environment');
  context.fontKerning = 'normal';
  context.textRendering = 'geometricPrecision';
  return context;
}

/** Letters that take tracking: what is spaced apart is what a reader sees as one character. */
const characterCount = (text: string): number => Array.from(text).length;

/**
 * Measures with Canvas2D and the embedded fonts, in a page or in a worker. `loadFonts()` must have resolved. Emoji and
 * symbols count their known advances, so that a layout is the same before and after their large fonts have arrived.
 */
export function createCanvasMeasurer(): TextMeasurer {
  const context = measuringContext();
  const widths = createRecent<number>(WIDTHS_KEPT);
  let currentFont = '';

  const measureRun = (text: string, cssName: string): number => {
    if (currentFont !== cssName) {
      context.font = cssName;
      currentFont = cssName;
    }
    return context.measureText(text).width / MEASURED_SIZE;
  };

  const measureText = (text: string, cssName: string): number => {
    const split = splitAtSymbols(text);
    if (!split) return measureRun(text, cssName);
    return split.runs.reduce((em, run) => em + measureRun(run, cssName), split.advance);
  };

  const measureEm = (text: string, cssName: string): number => {
    const split = splitAtEmoji(text);
    if (!split) return measureText(text, cssName);
    return split.runs.reduce((em, run) => em + measureText(run, cssName), split.emojiCount * EMOJI_ADVANCE);
  };

  return {
    width(text: string, font: FontSpec): number {
      if (text === '') return 0;
      const cssName = cssNameOf(font);
      const key = cssName + text;
      let em = widths.get(key);
      if (em === undefined) {
        em = measureEm(text, cssName);
        widths.set(key, em);
      }
      const tracking = font.tracking ? font.tracking * characterCount(text) : 0;
      return (em + tracking) * font.size;
    },
  };
}

const cssNames = new WeakMap<FontSpec, string>();

function cssNameOf(font: FontSpec): string {
  let name = cssNames.get(font);
  if (name === undefined) {
    name = cssFont({ ...font, size: MEASURED_SIZE });
    cssNames.set(font, name);
  }
  return name;
}

let shared: TextMeasurer | null = null;

/** The measurer of this page or worker: one cache of widths and of line breaks for everything that is laid out. */
export function canvasMeasurer(): TextMeasurer {
  shared ??= createCanvasMeasurer();
  return shared;
}
