import type { GroupPrimitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { frameRect, icon, rect } from '../../pieces/shapes';
import { drawBlock, editBoxOf, type TextBlock, textBlock } from '../../pieces/textBlock';
import type { Cluster, Lane } from '../model';
import type { MapFrame } from './frame';

/** The paper of a group of notes, measured: its title over its notes; folded, its title and how many it holds. */
export interface ClusterBox {
  readonly cluster: Cluster;
  /** Never on a poster: paper says everything, as it does of folded rows. */
  readonly folded: boolean;
  readonly width: number;
  readonly title: TextBlock;
  readonly count: TextBlock;
  /** Between the edge and what stands inside. */
  readonly pad: number;
  /** Where the notes begin, from the top. */
  readonly head: number;
}

/** Sheets that peep out under a folded group, in parts of its margin. */
const STACK = 0.5;
/** Room of the sign that folds; paper does not fold. */
const caretOf = (frame: MapFrame): number => (frame.isPoster ? 0 : frame.m.folded.title.font.size * 1.25);

/** Measures the title of a group for a width. */
export function clusterBox(cluster: Cluster, count: number, lane: Lane, width: number, frame: MapFrame): ClusterBox {
  const { folded, note } = frame.m;
  const pad = note.pad[3] * 0.75;
  const inner = width - 2 * pad;
  const name = typographic(cluster.title || frame.t('journey.outline.clusterUntitled'), frame.lang);
  const title = textBlock(name, folded.title, inner - caretOf(frame), frame);
  const counted = textBlock(
    frame.t(`journey.count.${lane.kind}`, { count }),
    folded.count,
    inner - caretOf(frame),
    frame,
  );
  const head = pad + title.height + counted.height + pad * 0.75;
  return { cluster, folded: cluster.folded && !frame.isPoster, width, title, count: counted, pad, head };
}

/** Height of the whole box; `notes` is that of what stands inside. */
export const clusterHeight = (box: ClusterBox, notes: number): number =>
  box.folded ? box.head + box.pad * (0.25 + 2 * STACK) : box.head + notes + box.pad;

function drawCluster(box: ClusterBox, x: number, y: number, height: number, frame: MapFrame): GroupPrimitive {
  const { color } = frame.theme;
  const { cluster, folded, title, count, width, pad } = box;
  const step = pad * STACK;
  const paper = { x, y, w: width, h: folded ? height - 2 * step : height };
  const children: GroupPrimitive['children'][number][] = [];
  for (const at of folded ? [2, 1] : []) {
    const under = { x: x + at * step, y: y + at * step, w: width - 2 * at * step, h: paper.h };
    children.push(rect(under, color.paper3), frameRect(under, color.lineStrong, frame.m.line));
  }
  children.push(rect(paper, color.paper2), frameRect(paper, color.lineStrong, frame.m.line));
  const size = frame.m.folded.title.font.size;
  const middle = y + pad + frame.m.folded.title.lineHeight / 2;
  const sign = folded ? 'caret-right' : 'caret-down';
  if (!frame.isPoster) children.push(icon(sign, x + pad, middle - size / 2, size, color.ink2));
  const left = x + pad + caretOf(frame);
  const titleBox = { x: left, y: y + pad, w: width - 2 * pad - caretOf(frame) };
  const words: GroupPrimitive['children'][number][] = [];
  drawBlock(words, title, left, titleBox.y, color.ink);
  children.push({ type: 'group', role: 'h3', bounds: { ...titleBox, h: title.height }, children: words });
  const below: GroupPrimitive['children'][number][] = [];
  const top = titleBox.y + title.height;
  drawBlock(below, count, left, top, color.ink2);
  const countBox = { x: left, y: top, w: count.width, h: count.height };
  children.push({ type: 'group', role: 'p', bounds: countBox, children: below });
  const group: GroupPrimitive = {
    type: 'group',
    target: { kind: 'cluster', id: cluster.id },
    bounds: { x, y, w: width, h: height },
    children,
  };
  if (frame.isPoster) return group;
  return { ...group, editBox: editBoxOf(title, titleBox, cluster.title, color.ink, { background: color.paper2 }) };
}

/** The group's paper at a place: the same object as in the last layout while nothing of it changed. */
export function clusterGroup(box: ClusterBox, x: number, y: number, height: number, frame: MapFrame): GroupPrimitive {
  const said = [box.title.lines.length, box.count.lines[0]?.text];
  const dependencies = [box.cluster, box.width, height, ...said, x, y];
  return stable(frame.memo, `cluster/${box.cluster.id}`, dependencies, () => drawCluster(box, x, y, height, frame));
}
