import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { quoteMarks, typographic, unquoted } from '../../../text/typography';
import { drawEvidence } from '../../pieces/footGlyphs';
import { rule } from '../../pieces/shapes';
import type { TextStyle } from '../../pieces/textStyle';
import type { Block, Entry } from '../model';
import { entryTarget } from '../targets';
import { type Part, type PersonaFrame, wordsBlock, wordsGroup } from './frame';

/** Parts of some entries, one under the other. */
export const stacked = (parts: readonly Part[], gap: number): Part => ({
  height: parts.reduce((sum, { height }) => sum + height, 0) + Math.max(0, parts.length - 1) * gap,
  draw: (out, x, y) => {
    let top = y;
    for (const part of parts) {
      part.draw(out, x, top);
      top += part.height + gap;
    }
  },
});

/** The sign of a claim's proof in front of its first line; a claim without proof has a dash. */
export function proofMark(
  { evidence }: Pick<Entry, 'evidence'>,
  x: number,
  y: number,
  style: TextStyle,
  frame: PersonaFrame,
): readonly Primitive[] {
  const { glyph } = frame.m.block;
  const middle = y + style.lineHeight / 2;
  const out: Primitive[] = [];
  const ink = frame.theme.color.ink2;
  if (evidence) drawEvidence(out, evidence, x, middle - glyph / 2, glyph, ink);
  else if (!frame.hides.includes('evidence'))
    out.push(rule(x, middle, x + glyph * 0.8, middle, frame.theme.color.ink3, glyph * 0.14));
  return out;
}

/** A line of a list, or a paragraph: its sign, then its words. */
function line(entry: Entry, style: TextStyle, width: number, frame: PersonaFrame): Part {
  const { lead } = frame.m.block;
  const w = width - lead;
  const block = wordsBlock(entry.text, style, w, frame);
  const words = {
    target: entryTarget(entry.id),
    role: 'p' as const,
    block,
    w,
    stored: entry.text,
    ink: frame.theme.color.ink,
    background: frame.theme.color.paper,
  };
  return {
    height: block.height,
    draw: (out, x, y) =>
      out.push(wordsGroup(words, x + lead, y, frame, proofMark(entry, x, y, style, frame), { x, w: width })),
  };
}

/** What the person said, between the marks of the language. */
function voice(entry: Entry, width: number, frame: PersonaFrame): Part {
  const { text: style } = frame.m.voice;
  const { lead } = frame.m.block;
  const hasSign = entry.evidence !== null && entry.evidence !== 'verbatim';
  const indent = hasSign ? lead : 0;
  const { open, close } = quoteMarks(frame.lang);
  const said = unquoted(entry.text);
  const w = width - indent;
  const block = wordsBlock(said === '' ? '' : `${open}${typographic(said, frame.lang)}${close}`, style, w, frame);
  const words = {
    target: entryTarget(entry.id),
    role: 'p' as const,
    block,
    w,
    stored: entry.text,
    ink: frame.theme.color.ink,
    background: frame.theme.color.paper,
    ...(said === entry.text ? { prefix: open, suffix: close } : {}),
  };
  return {
    height: block.height,
    draw: (out, x, y) => {
      const sign = hasSign ? proofMark(entry, x, y, style, frame) : [];
      out.push(wordsGroup(words, x + indent, y, frame, sign, { x, w: width }));
    },
  };
}

/** Chips beside each other; a long one wraps inside itself. */
function chips(entries: readonly Entry[], width: number, frame: PersonaFrame): Part {
  const { chip, block: m } = frame.m;
  const { color } = frame.theme;
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  const placed = entries.map((entry) => {
    const sign = entry.evidence === null ? 0 : m.glyph + chip.padX * 0.7;
    const room = width - 2 * chip.padX - sign;
    const text = wordsBlock(entry.text, chip.text, room, frame);
    const w = Math.max(text.width, chip.text.font.size) + 2 * chip.padX + sign;
    const h = text.height + 2 * chip.padY;
    if (x > 0 && x + w > width + 0.01) {
      x = 0;
      y += rowHeight + chip.gap;
      rowHeight = 0;
    }
    const at = { entry, text, sign, x, y, w, h };
    x += w + chip.gap;
    rowHeight = Math.max(rowHeight, h);
    return at;
  });
  const draw = (out: Primitive[], left: number, top: number): void => {
    for (const { entry, text, sign, x: dx, y: dy, w, h } of placed) {
      const box = { x: left + dx, y: top + dy, w, h };
      const ground: Primitive[] = [
        { type: 'rect', ...box, radius: chip.gap / 3, fill: color.blueSoft },
        ...(sign > 0 ? proofMark(entry, box.x + chip.padX, box.y + chip.padY, chip.text, frame) : []),
      ];
      const words = {
        target: entryTarget(entry.id),
        role: 'p' as const,
        block: text,
        w: w - 2 * chip.padX - sign,
        stored: entry.text,
        ink: color.blueDeep,
        background: color.blueSoft,
      };
      const group = wordsGroup(words, box.x + chip.padX + sign, box.y + chip.padY, frame, ground, box);
      out.push({ ...group, bounds: { ...group.bounds, y: box.y, h } } satisfies GroupPrimitive);
    }
  };
  return { height: entries.length === 0 ? 0 : y + rowHeight, draw };
}

/** The entries of a list, a text, tags or quotes. */
export function wordEntries(block: Block, entries: readonly Entry[], width: number, frame: PersonaFrame): Part {
  const { m } = frame;
  if (block.kind === 'tags') return chips(entries, width, frame);
  if (block.kind === 'quotes')
    return stacked(
      entries.map((entry) => voice(entry, width, frame)),
      m.voice.gap,
    );
  const style = block.kind === 'text' ? m.block.paragraph : m.block.text;
  return stacked(
    entries.map((entry) => line(entry, style, width, frame)),
    m.block.rowGap,
  );
}
