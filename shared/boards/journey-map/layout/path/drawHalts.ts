import type { GroupPrimitive, Primitive } from '../../../../scene/primitives';
import { drawFace, truthStar } from '../../../pieces/faces';
import { artifact, disc, frameRect, icon, rect } from '../../../pieces/shapes';
import { emotionLevel, formatValence } from '../../../pieces/valence';
import type { EmotionPoint } from '../../model';
import type { MapFrame } from '../frame';
import { CHANNEL_ICONS } from '../laneIcons';
import type { Halt } from './halts';
import type { PathMetrics } from './pathMetrics';
import { boxesOfHalt } from './pathPlan';

/** Mark of a halt: a disc online, a square offline, with the icon of its channel; a dot where a moment has no touchpoint. */
export function drawHalt(halt: Halt, top: number, frame: MapFrame, m: PathMetrics): GroupPrimitive {
  const { touchpoint, x } = halt;
  const y = top + halt.y;
  const { ink, paper } = frame.theme.color;
  const children: Primitive[] = [];
  const { size, border, radius, icon: iconSize, halo } = m.station;
  const half = size / 2;
  const box = { x: x - half, y: y - half, w: size, h: size };
  const grown = { x: box.x - halo, y: box.y - halo, w: size + 2 * halo, h: size + 2 * halo };
  if (!touchpoint) {
    const r = m.halt / 2;
    children.push(disc(x, y, r + halo, paper), disc(x, y, r, ink), disc(x, y, r - border, paper));
    const bounds = { x: x - r - halo, y: y - r - halo, w: m.halt + 2 * halo, h: m.halt + 2 * halo };
    return { type: 'group', role: 'artifact', bounds, children };
  }
  const online = touchpoint.medium === 'online';
  if (online) children.push(disc(x, y, half + halo, paper), disc(x, y, half, ink));
  else {
    children.push({ ...rect(grown, paper), radius: radius + halo }, { ...rect(box, paper), radius });
    children.push(frameRect(box, ink, border, radius));
  }
  const inset = iconSize / 2;
  children.push(icon(CHANNEL_ICONS[touchpoint.channel], x - inset, y - inset, iconSize, online ? paper : ink));
  return {
    type: 'group',
    role: 'figure',
    alt: `${frame.t(`journey.channel.${touchpoint.channel}`)}, ${frame.t(`journey.medium.${touchpoint.medium}`)}`,
    target: { kind: 'touchpoint', id: touchpoint.id },
    bounds: grown,
    children,
  };
}

/** The star behind the mark of a moment of truth: it reaches beyond the mark, and is drawn wherever it reaches. */
export function drawStar({ x, y, points }: Halt, top: number, frame: MapFrame, m: PathMetrics): GroupPrimitive | null {
  if (!points.some(({ momentOfTruth }) => momentOfTruth)) return null;
  const half = m.star / 2;
  const bounds = { x: x - half, y: top + y - half, w: m.star, h: m.star };
  return artifact(bounds, [truthStar(x, top + y, m.star, frame.theme)]);
}

function faceInWords(point: EmotionPoint, frame: MapFrame): string {
  const word = point.word || frame.t(`journey.emotionLevel.${emotionLevel(point.valence)}`);
  return frame.t('journey.outline.emotion', { value: formatValence(point.valence, frame.lang), word });
}

/** The faces of a halt, each side by side with the one before. */
export function drawFaces(halt: Halt, top: number, frame: MapFrame, m: PathMetrics): readonly GroupPrimitive[] {
  return halt.points.map((point, at): GroupPrimitive => {
    const bounds = boxesOfHalt(halt, m)[1 + at] ?? { x: halt.x, y: halt.y, w: 0, h: 0 };
    const { size } = m.face;
    const place = { x: bounds.x + size / 2, y: top + bounds.y + size / 2, size };
    const children: Primitive[] = [];
    drawFace(children, emotionLevel(point.valence), place, frame.theme);
    return {
      type: 'group',
      role: 'figure',
      alt: faceInWords(point, frame),
      target: { kind: 'emotion-point', id: point.id },
      bounds: { ...bounds, y: top + bounds.y },
      children,
    };
  });
}
