import type { Box, Color, GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { portraitScene } from '../../persona/portrait';
import { stable } from '../../pieces/layoutMemo';
import { artifact, disc, icon, rect, rule } from '../../pieces/shapes';
import { drawBlock, editBoxOf, textBlock } from '../../pieces/textBlock';
import { notesOfArea } from '../order';
import { SITUATION_TARGET, zoneTarget } from '../targets';
import { AREAS, type Area } from '../zones';
import { columnsIn } from './flow';
import { type EmpathyFrame, type MainBlock, shown } from './frame';
import { type ZoneNotes, zoneNotes } from './zoneBlock';
import { headGroup, paperInks, type ZoneHead, zoneArea, zoneHead } from './zoneParts';

/** Half of the portrait's disc with its ring, in units; the portrait itself is 196 wide. */
const DISC = 106;
const PORTRAIT = 98;
/** The plate with the name hangs from here, counted from the middle of the disc. */
const PLATE_TOP = 66;
const PLATE_WIDTH = 208;

const GROUNDS: Readonly<Record<string, Color>> = { say: '#FFF9E6', think: '#F6F0FD', do: '#EFF7FD', feel: '#FDF3EE' };

interface Plate {
  readonly height: number;
  draw(out: Primitive[], cx: number, cy: number): void;
}

/** Name and age of the persona, and what they are up to, under the portrait. */
function plateOf(frame: EmpathyFrame): Plate {
  const { unit: u, plate } = frame.m;
  const { persona, theme, t, doc } = frame;
  const width = PLATE_WIDTH * u;
  const inner = width - 16 * u;
  const info = persona?.info;
  const age = info && /^\d+$/.test(info.age) ? t('journey.poster.age', { age: info.age }) : (info?.age ?? '');
  const who = [info?.name.split(' ')[0] ?? '', age].filter((part) => part !== '').join(', ') || t('empathy.area.who');
  const name = textBlock(typographic(who, frame.lang), plate.name, inner, frame);
  const { situation } = doc.info;
  const hasLine = situation !== '' || !frame.isPoster;
  const words = hasLine ? textBlock(typographic(situation || ' ', frame.lang), plate.text, inner, frame) : null;
  const height = 7 * u + name.height + (words && situation ? words.height + 2 * u : 0) + 8 * u;
  const draw = (out: Primitive[], cx: number, cy: number): void => {
    const y = cy + PLATE_TOP * u;
    const box: Box = { x: cx - width / 2, y, w: width, h: height };
    const dependencies = [cx, cy, who, situation, info?.portrait];
    out.push(
      stable(frame.memo, 'plate', dependencies, (): GroupPrimitive => {
        const children: Primitive[] = [rect(box, theme.color.ink)];
        const title: Primitive[] = [];
        drawBlock(title, name, cx, y + 7 * u, theme.color.paper, 'center');
        children.push({ type: 'group', role: 'h2', bounds: { ...box, h: name.height + 7 * u }, children: title });
        if (words && situation) {
          const line: Primitive[] = [];
          const top = y + 9 * u + name.height;
          drawBlock(line, words, cx, top, theme.color.paper, 'center');
          const at = { x: box.x + 8 * u, y: top, w: inner };
          const group: GroupPrimitive = {
            type: 'group',
            role: 'p',
            target: SITUATION_TARGET,
            bounds: { ...at, h: words.height },
            children: line,
          };
          const more = { align: 'center', background: theme.color.ink } as const;
          const editBox = editBoxOf(words, at, situation, theme.color.paper, more);
          children.push(frame.isPoster ? group : { ...group, editBox });
        }
        return { type: 'group', bounds: box, children };
      }),
    );
  };
  return { height, draw };
}

/** A circle as a path, one way round or the other. */
const circle = (cx: number, cy: number, r: number, sweep: 0 | 1): string => {
  const turn = sweep ? -1 : 1;
  return `M${cx - turn * r} ${cy}a${r} ${r} 0 1 ${sweep} ${2 * r * turn} 0a${r} ${r} 0 1 ${sweep} ${-2 * r * turn} 0Z`;
};

const groundOf = (at: number, { theme }: Pick<EmpathyFrame, 'theme'>): Color =>
  (theme.name === 'light' ? GROUNDS[AREAS.quadrants[at]?.id ?? ''] : undefined) ?? theme.color.paper;

/** The corners of the square portrait, painted with the quadrants they lie in. */
function corners(cx: number, cy: number, frame: EmpathyFrame): readonly Primitive[] {
  const r = PORTRAIT * frame.m.unit;
  return [0, 1, 2, 3].map((at) => {
    const [dx, dy] = [at % 2 ? 1 : -1, at > 1 ? 1 : -1];
    const sweep = dx * dy > 0 ? 1 : 0;
    // A hair over the edge of the portrait, so that none of it shines through.
    const far = r + frame.m.unit;
    const d = `M${cx} ${cy + dy * r}V${cy + dy * far}H${cx + dx * far}V${cy}H${cx + dx * r}A${r} ${r} 0 0 ${sweep} ${cx} ${cy + dy * r}Z`;
    const bounds = { x: Math.min(cx, cx + dx * far), y: Math.min(cy, cy + dy * far), w: far, h: far };
    return { type: 'path', d, fill: groundOf(at, frame), bounds };
  });
}

/** The portrait in its ring, in the middle of the sheet. */
function drawPortrait(out: Primitive[], cx: number, cy: number, frame: EmpathyFrame): void {
  const { unit: u } = frame.m;
  const own = frame.persona?.info.portrait ?? null;
  const { color } = frame.theme;
  out.push(
    stable(frame.memo, 'portrait', [cx, cy, own], (): GroupPrimitive => {
      const r = DISC * u;
      const bounds = { x: cx - r, y: cy - r, w: 2 * r, h: 2 * r };
      const children: Primitive[] = [disc(cx, cy, r, color.ink), disc(cx, cy, r - 2 * u, color.paper)];
      const box = { x: cx - PORTRAIT * u, y: cy - PORTRAIT * u, w: 2 * PORTRAIT * u, h: 2 * PORTRAIT * u };
      if (own) {
        const view = { x: 10, y: 24, w: 180, h: 180 };
        children.push(...portraitScene(own, box, { view }), ...corners(cx, cy, frame));
      } else
        children.push(
          disc(cx, cy, PORTRAIT * u, color.blueSoft),
          icon('user-focus', cx - 40 * u, cy - 46 * u, 80 * u, color.blueDeep),
        );
      // Between the portrait and its ring lies paper.
      const paper = `${circle(cx, cy, r - u, 0)}${circle(cx, cy, PORTRAIT * u, 1)}`;
      children.push({ type: 'path', d: paper, fill: color.paper, bounds });
      children.push({ type: 'path', d: circle(cx, cy, r - u, 0), stroke: color.ink, strokeWidth: 2 * u, bounds });
      return { type: 'group', role: 'artifact', bounds, children };
    }),
  );
}

interface Quadrant {
  readonly area: Area;
  readonly head: ZoneHead;
  readonly headX: number;
  readonly notes: ZoneNotes;
  readonly top: number;
}

/** Four quadrants around the portrait; notes keep off it. */
export function quadrantsBlock(width: number, room: number, frame: EmpathyFrame): MainBlock {
  const { unit: u, quadrant } = frame.m;
  const inset = frame.isPoster ? 22 * u : 24 * u;
  const half = width / 2;
  const plate = plateOf(frame);
  const r = DISC * u + 8 * u;
  const centre = frame.x + half;
  const lower: Box = { x: centre - r, y: 0, w: 2 * r, h: Math.max(DISC, 0) * u + 8 * u };
  const low: Box = { ...lower, h: Math.max(lower.h, PLATE_TOP * u + plate.height + 10 * u) };
  const inner = half - inset - 38 * u;
  const gap = frame.m.flow.gapX;
  const columns = Math.max(1, Math.min(columnsIn(inner, frame), Math.round((inner + gap) / (158 * u + gap))));

  const make = (at: number, blocked: readonly Box[], attempt: number): Quadrant => {
    const area = AREAS.quadrants[at] ?? { id: 'say', zones: ['say'] };
    const isRight = at % 2 === 1;
    const x = isRight ? centre + 38 * u : frame.x + inset;
    const all = shown(notesOfArea(frame.doc, area), frame);
    const isLower = at > 1;
    // Below the portrait the title of the right half starts beside it.
    const headX = isRight && isLower ? Math.max(x, centre + r + 4 * u) : x;
    const headRoom = isRight ? frame.x + width - inset - headX : isLower ? centre - r - x : inner;
    const head = zoneHead(area, all, fitAbout(quadrant, area, headRoom, all.length > 0, frame), headRoom, frame);
    const top = 22 * u + head.height + 18 * u;
    const boxes = blocked.map((box) => ({ ...box, y: box.y - top }));
    const notes = zoneNotes(
      area,
      {
        x,
        w: inner,
        columns,
        row: frame.m.flow.row,
        gapY: 18 * u,
        blocked: boxes,
        attempt,
        promptTop: isLower ? Math.max(0, low.h - top) : 0,
      },
      frame,
    );
    return { area, head, headX, notes, top };
  };
  const bottomOf = ({ top, notes }: Quadrant): number => top + notes.height + 24 * u;

  /** The upper half is as high as its notes need with the portrait cut out of its lower corner. */
  const upperAt = (height: number, attempt: number): readonly Quadrant[] => {
    const box: Box = { x: centre - r, y: height - r, w: 2 * r, h: r };
    return [make(0, [box], attempt), make(1, [box], attempt)];
  };
  const least = frame.m.sheet.h / 2;
  const lowerHalf = [make(2, [low], 0), make(3, [low], 0)];
  const lowerNeeded = Math.max(least * (frame.isPoster ? 0.7 : 1), low.h + 20 * u, ...lowerHalf.map(bottomOf));
  let upperHeight = Math.max(least * (frame.isPoster ? 0.7 : 1), (room * 1) / 2);
  let upper = upperAt(upperHeight, 0);
  for (let tries = 0; tries < 40 && Math.max(...upper.map(bottomOf)) > upperHeight + 0.01; tries++) {
    // With the portrait far enough down nothing is in the way any more: this ends.
    upperHeight = Math.max(...upper.map(bottomOf), upperHeight + (tries > 20 ? r : 0));
    upper = upperAt(upperHeight, tries + 1);
  }
  const lowerHeight = Math.max(lowerNeeded, room - upperHeight);
  const height = upperHeight + lowerHeight;
  const draw = (out: Primitive[], y: number): void => {
    const cy = y + upperHeight;
    out.push(ground({ x: frame.x, y, w: width, h: height }, centre, cy, frame));
    const quadrants = [...upper, ...lowerHalf];
    quadrants.forEach(({ area }, at) => {
      const box = {
        x: at % 2 ? centre : frame.x,
        y: at > 1 ? cy : y,
        w: half,
        h: at > 1 ? lowerHeight : upperHeight,
      };
      zoneArea(out, box, zoneTarget({ area, stageId: null }), frame);
    });
    drawPortrait(out, centre, cy, frame);
    plate.draw(out, centre, cy);
    quadrants.forEach(({ area, head, headX, notes, top }, at) => {
      const from = at > 1 ? cy : y;
      out.push(
        headGroup(head, { x: headX, y: from + 22 * u }, zoneTarget({ area, stageId: null }), paperInks(frame), frame),
      );
      notes.draw(out, from + top);
    });
  };
  return { width, height, draw };
}

/** The words beside the title are left out where the title and its coverage fill the line. */
function fitAbout(
  style: EmpathyFrame['m']['quadrant'],
  area: Area,
  room: number,
  hasCover: boolean,
  frame: EmpathyFrame,
) {
  const { about, ...bare } = style;
  const words = frame.t(`empathy.about.${area.id}` as 'empathy.about.say');
  const title = frame.t(`empathy.area.${area.id}`);
  const { cover } = frame.m;
  const needed =
    style.icon +
    style.gap +
    frame.measure.width(title, style.title.font) +
    frame.measure.width(words, about.font) +
    (hasCover ? cover.bar + cover.gap * 5 + cover.text.font.size * 3 : 0) +
    cover.gap * 3;
  return needed <= room ? style : bare;
}

/** Tints of the quadrants and the cross between them; in the dark, the cross alone. */
function ground(box: Box, cx: number, cy: number, frame: EmpathyFrame): GroupPrimitive {
  const { theme } = frame;
  return stable(frame.memo, 'ground', [box.x, box.y, box.w, box.h, cx, cy], () => {
    const children: Primitive[] = [];
    if (theme.name === 'light') {
      AREAS.quadrants.forEach((_, at) => {
        const left = at % 2 ? cx : box.x;
        const top = at > 1 ? cy : box.y;
        const h = at > 1 ? box.y + box.h - cy : cy - box.y;
        children.push(rect({ x: left, y: top, w: box.w / 2, h }, groundOf(at, frame)));
      });
    }
    const line = frame.m.line * 1.33;
    children.push(rule(cx, box.y, cx, box.y + box.h, theme.color.ink, line));
    children.push(rule(box.x, cy, box.x + box.w, cy, theme.color.ink, line));
    return artifact(box, children);
  });
}
