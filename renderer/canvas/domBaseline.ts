import type { FontSpec } from '@shared/scene/primitives';
import { FONT_METRICS } from '@shared/scene/textLine';
import { cssFont } from '@shared/text/measure';

const known = new Map<string, number>();

/** Baseline of the first line of a browser's text box, from its top: browsers round ascent, descent and leading. */
function browserBaseline(font: FontSpec, lineHeight: number): number {
  const probe = document.createElement('div');
  probe.style.cssText = 'position:absolute;visibility:hidden;white-space:pre;text-rendering:geometricPrecision';
  probe.style.font = cssFont(font);
  probe.style.lineHeight = `${lineHeight}px`;
  const foot = document.createElement('span');
  foot.style.cssText = 'display:inline-block;width:1px;height:0';
  probe.append('x', foot);
  document.body.append(probe);
  const baseline = foot.getBoundingClientRect().bottom - probe.getBoundingClientRect().top;
  probe.remove();
  return baseline;
}

/** How far down a text box must go for its letters to stand on the drawn baselines, in scene units. */
export function baselineShift(font: FontSpec, lineHeight: number): number {
  const key = `${cssFont(font)}/${lineHeight}`;
  const ready = known.get(key);
  if (ready !== undefined) return ready;
  const { ascent, descent } = FONT_METRICS[font.family];
  const drawn = (lineHeight - (ascent + descent) * font.size) / 2 + ascent * font.size;
  const shift = drawn - browserBaseline(font, lineHeight);
  known.set(key, shift);
  return shift;
}
