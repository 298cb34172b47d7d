import type { Primitive, TextLinePrimitive } from '../scene/primitives';

/** Lines of one paragraph, or a shape. */
export type SlidePiece = Exclude<Primitive, TextLinePrimitive> | TextBlock;

/** Lines that are written as one text: of one font and colour, one under the other at even distances. */
export interface TextBlock {
  readonly type: 'block';
  readonly lines: readonly [TextLinePrimitive, ...TextLinePrimitive[]];
  /** From one baseline to the next, in scene units; null for a single line. */
  readonly step: number | null;
}

/** Farthest that lines of one paragraph stand apart, and nearest, in sizes of their letters. */
const APART = { least: 0.9, most: 1.75 } as const;

function follows(block: TextBlock, line: TextLinePrimitive): boolean {
  const last = block.lines.at(-1) ?? block.lines[0];
  const { font } = line;
  const isAlike =
    font.family === last.font.family &&
    font.size === last.font.size &&
    font.weight === last.font.weight &&
    Boolean(font.italic) === Boolean(last.font.italic) &&
    (font.tracking ?? 0) === (last.font.tracking ?? 0) &&
    line.fill === last.fill &&
    (line.opacity ?? 1) === (last.opacity ?? 1) &&
    (line.align ?? 'left') === (last.align ?? 'left') &&
    Math.abs(line.x - last.x) < 0.01;
  const step = line.y - last.y;
  if (!isAlike || step < font.size * APART.least || step > font.size * APART.most) return false;
  return block.step === null || Math.abs(step - block.step) < 0.02 * font.size;
}

/** What stands in a group, its lines of text joined to blocks where one follows the other. */
export function joinedLines(items: readonly Primitive[]): readonly SlidePiece[] {
  const out: SlidePiece[] = [];
  for (const item of items) {
    if (item.type !== 'text') {
      out.push(item);
      continue;
    }
    if (item.text.trim() === '') continue;
    const last = out.at(-1);
    if (last?.type === 'block' && follows(last, item)) {
      const before = last.lines.at(-1) ?? last.lines[0];
      out[out.length - 1] = { type: 'block', lines: [...last.lines, item], step: last.step ?? item.y - before.y };
    } else out.push({ type: 'block', lines: [item], step: null });
  }
  return out;
}
