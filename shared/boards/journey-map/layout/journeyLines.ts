import type { StageId } from '../../../base/ids';
import type { Box, GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { artifact, rule } from '../../pieces/shapes';
import { drawBlock, type TextBlock, textBlock } from '../../pieces/textBlock';
import { formatShare } from '../format';
import { stagesInOrder } from '../order';
import { autonomousShare, lastOfPurchase, leavesOut } from '../shown';
import type { MapFrame, Row } from './frame';

/** A line down the map: where the purchase is done, where somebody who sells is first met. */
interface JourneyLine {
  readonly kind: 'purchase' | 'contact';
  readonly x: number;
  readonly text: string;
}

/** The lines that cross these columns. */
function linesOf(frame: MapFrame): readonly JourneyLine[] {
  const { doc, columns } = frame;
  const { info } = doc;
  const lines: JourneyLine[] = [];
  if (info.purchaseLine) {
    const all = stagesInOrder(doc);
    const last: StageId | undefined = all[lastOfPurchase(all)]?.id;
    const column = columns.stages.find(({ stage }) => stage.id === last);
    if (column) lines.push({ kind: 'purchase', x: column.x + column.w, text: frame.t('journey.line.purchase') });
  }
  const share = autonomousShare(doc);
  const column = info.firstContactStepId ? columns.stepById.get(info.firstContactStepId) : undefined;
  if (column && share !== null)
    lines.push({
      kind: 'contact',
      x: column.x,
      text: frame.t('journey.line.autonomous', { share: formatShare(share, frame.lang) }),
    });
  return lines;
}

/** What the view leaves out, in words. */
function leftOut(frame: MapFrame): string {
  const { info } = frame.doc;
  if (!leavesOut(frame.doc)) return '';
  const parts = [
    ...(info.scope === 'buyer' ? [frame.t('journey.line.scoped')] : []),
    ...(info.medium === 'all' ? [] : [frame.t(`journey.line.${info.medium}`)]),
  ];
  return parts.join('. ');
}

interface Flag {
  readonly x: number;
  readonly top: number;
  readonly block: TextBlock;
  readonly line: JourneyLine | null;
}

/** Words of the lines, each on a line of its own beside its rule: to its left where there is more room. */
function flagsOf(frame: MapFrame): { readonly flags: readonly Flag[]; readonly height: number } {
  const { columns, m } = frame;
  const style = { ...m.prompt, font: { ...m.prompt.font, weight: 700 as const } };
  const gap = m.contents.pad[3];
  const end = columns.x + columns.w;
  const flags: Flag[] = [];
  let top = m.step.pad[0];
  const add = (text: string, line: JourneyLine | null) => {
    const at = line?.x ?? columns.x;
    const right = end - at - 2 * gap;
    const left = at - columns.x - 2 * gap;
    // What a line ends stands before it.
    const isLeft = line !== null && left > Math.min(right, 2 * m.moment);
    const block = textBlock(
      typographic(text, frame.lang),
      style,
      Math.max(m.moment * 0.8, isLeft ? left : right),
      frame,
    );
    flags.push({ x: isLeft ? at - gap - block.width : at + gap, top, block, line });
    top += block.height;
  };
  for (const line of linesOf(frame)) add(line.text, line);
  const note = leftOut(frame);
  if (note !== '') add(note, null);
  return { flags, height: flags.length === 0 ? 0 : top + m.step.pad[2] + m.line };
}

/** A strip under the stages that names the lines and says what the view leaves out; null where there is nothing to say. */
export function linesRow(frame: MapFrame): Row | null {
  const { flags, height } = flagsOf(frame);
  if (flags.length === 0) return null;
  const { columns, m, theme } = frame;
  const draw = (out: Primitive[], y: number, h: number): void => {
    const bottom = y + h - m.line / 2;
    const box = { x: frame.x, y, w: columns.x + columns.w - frame.x, h };
    out.push(
      stable(frame.memo, `lines/${columns.key}`, [y, h, theme.name], () =>
        artifact(box, [rule(frame.x, bottom, columns.x + columns.w, bottom, theme.color.line, m.line)]),
      ),
    );
    flags.forEach(({ x, top, block, line }, at) => {
      const make = () => {
        const children: Primitive[] = [];
        drawBlock(children, block, x, y + top, theme.color.ink);
        return {
          type: 'group',
          role: 'p',
          target: { kind: 'sheet', id: 'line' },
          bounds: { x, y: y + top, w: block.width, h: block.height },
          children,
        } as const;
      };
      out.push(stable(frame.memo, `flag/${columns.key}/${line?.kind ?? at}`, [x, y, top, block, theme.name], make));
    });
  };
  return { lane: null, height, isEmotion: false, isBlank: false, draw };
}

/** Boxes of what a line at `x` would cut: words, papers, faces. Grounds, cells and curves may be crossed. */
function inTheWay(x: number, clear: number, items: readonly Primitive[]): readonly Box[] {
  const found: Box[] = [];
  const crosses = (box: Box): boolean => box.x - clear < x && x < box.x + box.w + clear;
  const visit = (item: Primitive): void => {
    if (item.type === 'text') {
      const left =
        item.align === 'right' ? item.x - item.width : item.align === 'center' ? item.x - item.width / 2 : item.x;
      const box = { x: left, y: item.y - item.font.size, w: item.width, h: item.font.size * 1.3 };
      if (crosses(box)) found.push(box);
    } else if (item.type === 'group' && crosses(item.bounds)) {
      const { kind } = item.target ?? { kind: '' };
      if (kind === 'note' || kind === 'cluster' || kind === 'emotion-point') found.push(item.bounds);
      else item.children.forEach(visit);
    }
  };
  items.forEach(visit);
  return found.sort((a, b) => a.y - b.y);
}

/** Stretches of a line that cut nothing. */
function stretches(
  top: number,
  bottom: number,
  boxes: readonly Box[],
  clear: number,
): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let from = top;
  for (const { y, h } of boxes) {
    if (y - clear > from + clear) parts.push([from, Math.min(bottom, y - clear)]);
    from = Math.max(from, y + h + clear);
  }
  if (bottom > from) parts.push([from, bottom]);
  return parts.filter(([start, end]) => end > start);
}

/** The lines themselves, over everything that was drawn between two heights, open where they would cut words. */
export function journeyLines(
  frame: MapFrame,
  top: number,
  bottom: number,
  items: readonly Primitive[],
): readonly GroupPrimitive[] {
  return linesOf(frame).map(({ kind, x }) => {
    const width = frame.m.indicator.sparkStroke;
    const clear = width * 2;
    const parts = stretches(top, bottom, inTheWay(x, clear, items), clear);
    const { theme } = frame;
    const make = () => {
      const children = parts.flatMap(([from, to]): Primitive[] => {
        if (kind === 'purchase')
          return [
            rule(x, from, x, to, theme.color.ink, width * 2.4),
            rule(x, from, x, to, theme.color.gold, width * 1.2),
          ];
        const dash = [width * 4, width * 2.5];
        return [
          rule(x, from, x, to, theme.color.paper, width * 2.2),
          rule(x, from, x, to, theme.color.blueDeep, width * 1.2, { dash }),
        ];
      });
      return artifact({ x: x - width * 2, y: top, w: width * 4, h: bottom - top }, children);
    };
    return stable(frame.memo, `line/${frame.columns.key}/${kind}`, [x, top, bottom, theme.name, ...parts.flat()], make);
  });
}
