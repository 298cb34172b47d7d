import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { type Drawn, placed, stable } from '../../pieces/layoutMemo';
import { drawPaper, type PaperShape } from '../../pieces/paperNote';
import { frameRect, icon, rect } from '../../pieces/shapes';
import { drawBlock, editBoxOf, type TextBlock, textBlock } from '../../pieces/textBlock';
import type { Cluster, EmpathyNote } from '../model';
import type { EmpathyFrame } from './frame';
import { measureNote } from './looks';

/** A group of notes, measured: its title, its notes in rows; folded, its title and how many it holds. */
export interface ClusterBox {
  readonly cluster: Cluster;
  /** Tells the same group in two stages apart. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly title: TextBlock;
  readonly count: TextBlock;
  readonly notes: readonly {
    readonly drawn: Drawn<PaperShape>;
    readonly x: number;
    readonly y: number;
    readonly h: number;
  }[];
}

/** Height of the sheets that peep out under a folded group, in parts of its margin. */
const STACK = 0.45;

/** Measures a group for a width of so many columns. */
export function measureCluster(
  cluster: Cluster,
  notes: readonly EmpathyNote[],
  width: number,
  columns: number,
  frame: EmpathyFrame,
): ClusterBox {
  const { cluster: m, flow } = frame.m;
  const inner = width - 2 * m.pad;
  const caret = m.title.font.size * 1.2;
  const name = typographic(cluster.title || frame.t('empathy.cluster.untitled'), frame.lang);
  const title = textBlock(name, m.title, inner - caret, frame);
  const count = textBlock(frame.t('empathy.cluster.count', { count: notes.length }), m.count, inner, frame);
  const head = m.pad + title.height + count.height;
  const key = `${cluster.id}/${notes[0]?.id ?? ''}`;
  if (cluster.folded) {
    const height = Math.max(flow.row, head + m.pad + 2 * m.pad * STACK);
    return { cluster, key, width, height, title, count, notes: [] };
  }
  const gap = flow.gapX * 0.6;
  const column = (inner - (columns - 1) * gap) / columns;
  const placedNotes: ClusterBox['notes'][number][] = [];
  let y = head + m.pad * 0.8;
  for (let at = 0; at < notes.length; at += columns) {
    const row = notes.slice(at, at + columns).map((note) => measureNote(note, column, frame));
    const h = Math.max(...row.map(({ shape }) => shape.height));
    row.forEach((drawn, index) => {
      placedNotes.push({ drawn, x: m.pad + index * (column + gap), y, h });
    });
    y += h + gap;
  }
  const height = y - gap + m.pad + frame.m.note.shadow;
  return { cluster, key, width, height, title, count, notes: placedNotes };
}

function clusterGroup(box: ClusterBox, x: number, y: number, frame: EmpathyFrame): GroupPrimitive {
  const { cluster: m } = frame.m;
  const { color } = frame.theme;
  const { cluster, title, count, width, height } = box;
  const children: Primitive[] = [];
  const line = frame.m.line;
  const step = m.pad * STACK;
  const paper = { x, y, w: width, h: cluster.folded ? height - 2 * step : height };
  if (cluster.folded) {
    for (const at of [2, 1]) {
      const under = { x: x + at * step, y: y + at * step, w: width - 2 * at * step, h: paper.h };
      children.push(rect(under, color.paper3), frameRect(under, color.lineStrong, line * 0.7));
    }
  }
  children.push(rect(paper, color.paper2), frameRect(paper, color.lineStrong, line));
  const size = m.title.font.size * 0.95;
  const caret = cluster.folded ? 'caret-right' : 'caret-down';
  children.push(icon(caret, x + m.pad, y + m.pad + (m.title.lineHeight - size) / 2, size, color.ink2));
  const left = x + m.pad + m.title.font.size * 1.2;
  const words: Primitive[] = [];
  drawBlock(words, title, left, y + m.pad, color.ink);
  const titleBox = { x: left, y: y + m.pad, w: width - 2 * m.pad - m.title.font.size * 1.2 };
  children.push({ type: 'group', role: 'h3', bounds: { ...titleBox, h: title.height }, children: words });
  const below: Primitive[] = [];
  const countTop = y + m.pad + title.height;
  drawBlock(below, count, left, countTop, color.ink2);
  children.push({
    type: 'group',
    role: 'p',
    bounds: { x: left, y: countTop, w: count.width, h: count.height },
    children: below,
  });
  const group: GroupPrimitive = {
    type: 'group',
    target: { kind: 'cluster', id: cluster.id },
    bounds: { x, y, w: width, h: height },
    children,
  };
  if (frame.isPoster) return group;
  return { ...group, editBox: editBoxOf(title, titleBox, cluster.title, color.ink, { background: color.paper2 }) };
}

/** Draws a group: its box with the title, then its notes on top of it. */
export function drawCluster(out: Primitive[], box: ClusterBox, x: number, y: number, frame: EmpathyFrame): void {
  const dependencies = [box.cluster, box.width, box.height, box.title.lines.length, box.count.lines[0]?.text, x, y];
  out.push(stable(frame.memo, `cluster/${box.key}`, dependencies, () => clusterGroup(box, x, y, frame)));
  for (const note of box.notes)
    out.push(
      placed(
        note.drawn,
        x + note.x,
        y + note.y,
        (shape, left, top, height) => drawPaper(shape, left, top, frame, height),
        note.h,
      ),
    );
}
