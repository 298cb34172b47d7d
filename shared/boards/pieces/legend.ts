import type { GroupPrimitive, Primitive } from '../../scene/primitives';
import type { TextMeasurer } from '../../text/measure';
import { baselineOf, textLine } from './textBlock';
import type { TextStyle } from './textStyle';

/** Measures of a legend. */
export interface LegendMetrics {
  readonly top: number;
  readonly left: number;
  readonly gap: number;
  readonly rowGap: number;
  readonly inner: number;
  readonly mark: number;
  readonly markBorder: number;
  readonly face: number;
  readonly text: TextStyle;
  readonly strong: TextStyle;
}

interface LegendFrame {
  readonly measure: TextMeasurer;
  readonly m: { readonly legend: LegendMetrics };
}

/** One entry: a drawn mark and its words. */
export interface LegendItem {
  readonly markWidth: number;
  readonly mark: (out: Primitive[], x: number, middle: number) => void;
  readonly text: string;
  readonly style: TextStyle;
  readonly ink: string;
}

export interface Legend {
  /** The same for legends that look the same. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  draw(out: Primitive[], x: number, y: number): void;
}

/** A legend with the number of its lines. */
export type FlowedLegend = Legend & { readonly rows: number };

/** Entries side by side, flowing over as many lines as the width needs. */
export function flowLegend(entries: readonly LegendItem[], frame: LegendFrame, room: number): FlowedLegend {
  const { inner, rowGap, text: style } = frame.m.legend;
  const items = entries.map((item) => {
    const textWidth = frame.measure.width(item.text, item.style.font);
    return { item, textWidth, width: item.markWidth + (item.markWidth > 0 ? inner : 0) + textWidth };
  });
  const gap = gapFor(items, frame.m.legend.gap, room);
  const rowHeight = Math.max(style.lineHeight, frame.m.legend.face);
  const places: { readonly x: number; readonly y: number }[] = [];
  let x = 0;
  let y = 0;
  let widest = 0;
  for (const { width } of items) {
    if (x > 0 && x + width > room + 0.01) {
      x = 0;
      y += rowHeight + rowGap;
    }
    places.push({ x, y });
    x += width + gap;
    widest = Math.max(widest, x - gap);
  }
  const draw = (out: Primitive[], left: number, top: number): void => {
    items.forEach((entry, index) => {
      const place = places[index];
      if (place) out.push(drawItem(entry, left + place.x, top + place.y, rowHeight, frame));
    });
  };
  const rows = 1 + Math.round(y / (rowHeight + rowGap));
  const key = `${gap}|${items.map(({ item }, at) => `${places[at]?.y} ${item.text}`).join()}`;
  return { key, width: widest, height: items.length === 0 ? 0 : y + rowHeight, rows, draw };
}

/** A narrower gap where that keeps everything on one line. */
function gapFor(items: readonly { readonly width: number }[], wished: number, room: number): number {
  const widths = items.reduce((sum, { width }) => sum + width, 0);
  const left = (room - widths) / Math.max(1, items.length - 1);
  return left < wished && left >= wished * 0.5 ? left : wished;
}

function drawItem(
  entry: { readonly item: LegendItem; readonly textWidth: number; readonly width: number },
  x: number,
  y: number,
  height: number,
  frame: LegendFrame,
): GroupPrimitive {
  const { item, textWidth, width } = entry;
  const children: Primitive[] = [];
  const middle = y + height / 2;
  item.mark(children, x, middle);
  const textX = x + item.markWidth + (item.markWidth > 0 ? frame.m.legend.inner : 0);
  const baseline = middle - item.style.lineHeight / 2 + baselineOf(item.style);
  children.push(textLine({ text: item.text, width: textWidth }, item.style, textX, baseline, item.ink));
  return { type: 'group', role: 'p', bounds: { x, y, w: width, h: height }, children };
}
