import type { Box, Primitive } from '../../../scene/primitives';
import { disc, frameRect, rect } from '../../pieces/shapes';
import { baselineOf, drawBlock, editBoxOf, textLine } from '../../pieces/textBlock';
import type { Block, Entry } from '../model';
import { entryOppositeTarget, entryTarget, entryUnitTarget, entryValueTarget } from '../targets';
import { numberText, valueText } from '../words';
import { proofMark, stacked } from './entryParts';
import { type Part, type PersonaFrame, wordsBlock, wordsGroup } from './frame';

/** A bar that tells its medium without colour: solid is online, striped is offline, an outline is not said. */
function bar(box: Box, medium: Entry['medium'], frame: PersonaFrame): readonly Primitive[] {
  const { stripe } = frame.m.channel;
  const { blue } = frame.theme.color;
  if (medium === 'online') return [rect(box, blue)];
  const edge = stripe / 2;
  const drawn: Primitive[] = [frameRect(box, blue, Math.min(edge, box.w / 2))];
  if (medium === 'offline')
    for (let x = box.x; x < box.x + box.w - 0.01; x += stripe * 2)
      drawn.push(rect({ ...box, x, w: Math.min(stripe, box.x + box.w - x) }, blue));
  return drawn;
}

/** How the channels of one block are set: names beside the bars, or above them where one would need more than two lines. */
interface ChannelLook {
  readonly heaviest: number;
  readonly label: number;
  readonly isStacked: boolean;
}

function channelLook(entries: readonly Entry[], width: number, frame: PersonaFrame): ChannelLook {
  const m = frame.m.channel;
  const label = Math.min(m.label, width * 0.45);
  const isLong = entries.some(({ text }) => wordsBlock(text, m.text, label, frame).lines.length > 2);
  return {
    heaviest: Math.max(0, ...entries.map(({ value }) => value ?? 0)),
    label: isLong ? width : label,
    isStacked: isLong,
  };
}

/** Channels: name, bar in proportion to the heaviest, weight. */
function channel(entry: Entry, look: ChannelLook, width: number, frame: PersonaFrame): Part {
  const m = frame.m.channel;
  const { color } = frame.theme;
  const hasSign = entry.evidence === 'hypothesis';
  const indent = hasSign ? frame.m.block.lead : 0;
  const name = wordsBlock(entry.text, m.text, look.label - indent, frame);
  const isUnknown = entry.value === null;
  const style = isUnknown ? frame.m.block.note : m.value;
  const start = look.isStacked ? 0 : look.label + m.gap;
  const figure = wordsBlock(valueText(entry, frame), style, isUnknown ? width - start : width * 0.4, frame);
  const valueWidth = Math.max(m.valueWidth, figure.width);
  const most = Math.max(0, width - start - valueWidth - m.gap);
  const barTop = look.isStacked ? name.height : 0;
  const height = Math.max(name.height, barTop + Math.max(figure.height, m.bar));
  const draw = (out: Primitive[], x: number, y: number): void => {
    const middle = y + barTop + Math.max(m.text.lineHeight, figure.height, m.bar) / 2;
    const drawn: Primitive[] = hasSign ? [...proofMark(entry, x, y, m.text, frame)] : [];
    const length = look.heaviest > 0 ? (most * (entry.value ?? 0)) / look.heaviest : 0;
    if (length > 0.5)
      drawn.push(...bar({ x: x + start, y: middle - m.bar / 2, w: length, h: m.bar }, entry.medium, frame));
    const words = {
      target: entryTarget(entry.id),
      role: 'p' as const,
      block: name,
      w: look.label - indent,
      stored: entry.text,
      ink: color.ink,
      background: color.paper,
    };
    const around = { x, w: look.isStacked ? width : width - valueWidth };
    const group = wordsGroup(words, x + indent, y, frame, drawn, around);
    out.push(look.isStacked ? group : { ...group, bounds: { ...group.bounds, w: around.w, h: height } });
    const top = Math.max(y + barTop, middle - figure.height / 2);
    const children: Primitive[] = [];
    drawBlock(children, figure, x + width, top, isUnknown ? color.ink2 : color.ink, 'right');
    const bounds = { x: x + width - valueWidth, y: top, w: valueWidth, h: figure.height };
    const stored = entry.value === null ? '' : numberText(entry.value, frame.lang);
    const target = entryValueTarget(entry.id);
    const editBox = editBoxOf(figure, bounds, stored, color.ink, { align: 'right', background: color.paper });
    out.push({ type: 'group', role: 'p', target, bounds, children, ...(frame.isPoster ? {} : { editBox }) });
  };
  return { height: Math.max(height, barTop + Math.max(m.text.lineHeight, figure.height)), draw };
}

/** Two opposed words with a knob between them; the figure is written too. */
function slider(entry: Entry, width: number, frame: PersonaFrame): Part {
  const m = frame.m.slider;
  const { color } = frame.theme;
  const { lead } = frame.m.block;
  const half = (width - lead - m.gap) / 2;
  const left = wordsBlock(entry.text, m.text, half, frame);
  const right = wordsBlock(entry.opposite, m.text, half, frame);
  const wordsHeight = Math.max(left.height, right.height);
  const trackY = wordsHeight + m.knob + m.track / 2;
  const value = entry.value ?? 50;
  const figure = valueText(entry, frame);
  const figureWidth = frame.measure.width(figure, m.value.font);
  const height = trackY + Math.max(m.knob, m.value.lineHeight / 2);
  const draw = (out: Primitive[], x: number, y: number): void => {
    const words = { role: 'p' as const, w: half, background: color.paper, ink: color.ink };
    const start = x + lead;
    out.push(
      wordsGroup(
        { ...words, target: entryTarget(entry.id), block: left, stored: entry.text },
        start,
        y,
        frame,
        proofMark(entry, x, y, m.text, frame),
        { x, w: lead + half },
      ),
    );
    const children: Primitive[] = [];
    drawBlock(children, right, x + width, y, color.ink, 'right');
    const box = { x: x + width - half, y, w: half, h: right.height };
    const more = { align: 'right' as const, background: color.paper };
    const editBox = editBoxOf(right, box, entry.opposite, color.ink, more);
    const target = entryOppositeTarget(entry.id);
    out.push({ type: 'group', role: 'p', target, bounds: box, children, ...(frame.isPoster ? {} : { editBox }) });
    out.push(track(x, y));
  };
  const track = (x: number, y: number): Primitive => {
    const room = width - lead - figureWidth - m.gap;
    const middle = y + trackY;
    const at = x + lead + m.knob + ((room - 2 * m.knob) * value) / 100;
    const line = { x: x + lead, y: middle - m.track / 2, w: room, h: m.track };
    const baseline = middle - m.value.lineHeight / 2 + baselineOf(m.value);
    return {
      type: 'group',
      role: 'p',
      target: entryValueTarget(entry.id),
      bounds: { x: x + lead, y: y + wordsHeight, w: width - lead, h: height - wordsHeight },
      children: [
        { type: 'rect', ...line, radius: m.track / 2, fill: color.blueSoft },
        {
          type: 'rect',
          x: x + lead + room / 2 - m.track / 4,
          y: middle - m.knob,
          w: m.track / 2,
          h: m.knob * 2,
          fill: color.line,
        },
        ...(entry.value === null ? [] : [disc(at, middle, m.knob, color.blue)]),
        textLine({ text: figure, width: figureWidth }, m.value, x + width, baseline, color.ink, 'right'),
      ],
    };
  };
  return { height, draw };
}

/** A figure with its unit, and what it counts under it. */
function figureEntry(entry: Entry, width: number, frame: PersonaFrame): Part {
  const m = frame.m.number;
  const { color } = frame.theme;
  const { lead } = frame.m.block;
  const w = width - lead;
  const value = wordsBlock(valueText(entry, frame), entry.value === null ? m.text : m.value, w, frame);
  const gap = m.text.font.size * 0.35;
  const left = w - value.width - gap;
  const unit = wordsBlock(entry.unit, m.text, w, frame);
  const isBeside = value.lines.length === 1 && unit.lines.length === 1 && unit.width <= left;
  const unitHeight = isBeside || entry.unit === '' ? 0 : unit.height;
  const what = wordsBlock(entry.text, m.text, w, frame);
  const height = value.height + unitHeight + what.height;
  const draw = (out: Primitive[], x: number, y: number): void => {
    const start = x + lead;
    const words = { role: 'p' as const, w, background: color.paper, ink: color.ink };
    const stored = entry.value === null ? '' : numberText(entry.value, frame.lang);
    const shown = wordsGroup(
      { ...words, target: entryValueTarget(entry.id), block: value, w: value.width, stored },
      start,
      y,
      frame,
      proofMark(entry, x, y, m.value, frame),
      { x, w: lead + value.width },
    );
    out.push(shown);
    if (entry.unit !== '') {
      const drop = baselineOf(value.style) - baselineOf(m.text);
      const [unitX, unitY] = isBeside ? [start + value.width + gap, y + drop] : [start, y + value.height];
      const unitWords = {
        ...words,
        target: entryUnitTarget(entry.id),
        block: unit,
        w: isBeside ? left : w,
        stored: entry.unit,
      };
      out.push(wordsGroup(unitWords, unitX, unitY, frame));
    }
    const about = { ...words, target: entryTarget(entry.id), block: what, stored: entry.text, ink: color.ink2 };
    out.push(wordsGroup(about, start, y + value.height + unitHeight, frame));
  };
  return { height, draw };
}

/** The entries of a block of channels, sliders or numbers. */
export function figureEntries(block: Block, entries: readonly Entry[], width: number, frame: PersonaFrame): Part {
  const { m } = frame;
  if (block.kind === 'channels') {
    const look = channelLook(entries, width, frame);
    return stacked(
      entries.map((entry) => channel(entry, look, width, frame)),
      m.channel.rowGap,
    );
  }
  if (block.kind === 'sliders')
    return stacked(
      entries.map((entry) => slider(entry, width, frame)),
      m.slider.rowGap,
    );
  return stacked(
    entries.map((entry) => figureEntry(entry, width, frame)),
    m.block.rowGap,
  );
}
