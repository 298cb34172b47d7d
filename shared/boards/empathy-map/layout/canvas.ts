import type { Box, Primitive } from '../../../scene/primitives';
import { capitalised, typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { artifact, rule } from '../../pieces/shapes';
import { textBlock } from '../../pieces/textBlock';
import { notesOfArea } from '../order';
import { GOAL_TARGET, SITUATION_TARGET, zoneTarget } from '../targets';
import { AREAS, type Area, type AreaId } from '../zones';
import { columnsIn } from './flow';
import { type EmpathyFrame, type MainBlock, shown } from './frame';
import { drawHead, HAIR_BOX, HEAD_GRID, headInk } from './head';
import { type ZoneNotes, zoneNotes } from './zoneBlock';
import { fieldGroup, headGroup, paperInks, withBar, type ZoneHead, zoneArea, zoneHead } from './zoneParts';

/** Share of what the head leaves free that lies to its left. */
const LEFT_SHARE = 0.51;
/** The face is never more than this much longer or flatter than it was drawn; beyond it, the neck grows. */
const LONGEST = 1.3;
/** Where the inside of the head begins and ends, on its grid. */
const INNER = { left: 366, right: 740, top: 238, bottom: 622 } as const;
/** Heights of the three bands of the canvas as it was drawn, in units. */
const BANDS = { top: 134, middle: 534, bottom: 128 } as const;
/** Where the line between seeing and saying meets the face: from the top of the band, and across, on the grid of the head. */
const SPLIT = 274;
const FACE = 780;

const areaNamed = (id: AreaId): Area => AREAS.canvas.find((each) => each.id === id) ?? { id: 'who', zones: ['who'] };

interface Zone {
  readonly head: ZoneHead;
  readonly notes: ZoneNotes;
}

const headOf = (id: AreaId, room: number, frame: EmpathyFrame, style: 'zone' | 'inner' = 'zone'): ZoneHead => {
  const area = areaNamed(id);
  return zoneHead(area, shown(notesOfArea(frame.doc, area), frame), frame.m[style], room, frame);
};

/** A zone of the bands above and below: its title at the left with a line of its own, its notes beside it. */
function sideZone(
  id: AreaId,
  x: number,
  w: number,
  field: { readonly text: string; readonly hint: string; readonly width: number } | null,
  frame: EmpathyFrame,
) {
  const { unit: u, sub, cover } = frame.m;
  const beside = headOf(id, w * 0.4, frame);
  const isBeside = beside.width <= (field?.width ?? 0) || !beside.cover;
  // Under the title there is room for the bar.
  const head = isBeside ? beside : withBar(beside, true, frame);
  const under = head.style.icon + head.style.gap + (head.cover?.width ?? 0);
  const column = Math.max(field?.width ?? 0, isBeside ? head.width : Math.max(head.titleWidth, under)) + 22 * u;
  const words = field ? capitalised(field.text, frame.lang) || field.hint : '';
  const block = words === '' ? null : textBlock(typographic(words, frame.lang), sub, column - 22 * u, frame);
  const notes = zoneNotes(
    areaNamed(id),
    { x: x + column, w: w - column, columns: 'even', row: frame.m.flow.row },
    frame,
  );
  const coverHeight = isBeside ? 0 : cover.text.lineHeight + 4 * u;
  const left = head.height + coverHeight + (block ? block.height + 6 * u : 0);
  const height = Math.max(left, notes.height + frame.m.note.shadow) + 36 * u;
  const draw = (out: Primitive[], y: number): void => {
    const top = y + 18 * u;
    const below = isBeside ? {} : { below: top + head.height + 2 * u + cover.text.lineHeight / 2 };
    const target = zoneTarget({ area: areaNamed(id), stageId: null });
    out.push(headGroup(head, { x, y: top, ...below }, target, paperInks(frame), frame));
    if (block && field) {
      const target = id === 'need' ? GOAL_TARGET : SITUATION_TARGET;
      const { color } = frame.theme;
      const ink = field.text ? color.ink2 : color.ink3;
      const at = { x, y: top + head.height + coverHeight + 4 * u, w: column - 22 * u };
      out.push(fieldGroup(block, at, { target, stored: field.text, ink, background: color.paper }, frame));
    }
    notes.draw(out, top);
  };
  return { height, draw };
}

interface Middle {
  readonly height: number;
  draw(out: Primitive[], y: number, height: number): void;
}

/** What is in the head: thoughts and feelings over pains and gains. */
function innerBlock(x: number, w: number, frame: EmpathyFrame) {
  const { unit: u, flow } = frame.m;
  const ink = headInk(frame);
  const inks = { title: ink, soft: ink, icon: ink };
  const half = (w - flow.gapX * 0.7) / 2;
  const row = Math.min(flow.row, 72 * u);
  const gapY = 9 * u;
  const room = { row, gapY, inks };
  const columns = columnsIn(half, frame);
  const think: Zone = {
    head: headOf('think-feel', w, frame),
    notes: zoneNotes(areaNamed('think-feel'), { x, w, columns: columns * 2, ...room }, frame),
  };
  const heads = (['pain', 'gain'] as const).map((id) => headOf(id, half, frame, 'inner'));
  // Two titles side by side say their shares in the same way.
  const hasBars = !heads.some((head) => head.cover?.isBare);
  const sides = heads.map((head, at): Zone & { readonly x: number } => {
    const left = x + at * (w - half);
    const { id } = head.area;
    return {
      x: left,
      head: withBar(head, hasBars, frame),
      notes: zoneNotes(areaNamed(id), { x: left, w: half, columns, ...room }, frame),
    };
  });
  const thinkTop = think.head.height + 10 * u;
  const sideTop = thinkTop + (think.notes.height > 0 ? think.notes.height + 14 * u : 0);
  const sideHead = Math.max(...sides.map(({ head }) => head.height)) + 7 * u;
  const height = sideTop + sideHead + Math.max(...sides.map(({ notes }) => notes.height)) + frame.m.note.shadow;
  const draw = (out: Primitive[], y: number): void => {
    const target = zoneTarget({ area: areaNamed('think-feel'), stageId: null });
    out.push(headGroup(think.head, { x: x + (w - think.head.width) / 2, y }, target, inks, frame));
    think.notes.draw(out, y + thinkTop);
    for (const side of sides) {
      const own = zoneTarget({ area: side.head.area, stageId: null });
      out.push(headGroup(side.head, { x: side.x, y: y + sideTop }, own, inks, frame));
      side.notes.draw(out, y + sideTop + sideHead);
    }
  };
  const areas = (out: Primitive[], y: number, bottom: number): void => {
    const target = (id: AreaId) => zoneTarget({ area: areaNamed(id), stageId: null });
    zoneArea(out, { x, y: y - 8 * u, w, h: sideTop + 8 * u }, target('think-feel'), frame);
    for (const side of sides) {
      const top = y + sideTop;
      zoneArea(out, { x: side.x, y: top, w: half, h: bottom - top }, target(side.head.area.id), frame);
    }
  };
  return { height, draw, areas };
}

/** A zone beside the head: its title, then its notes under it. */
function columnZone(
  id: AreaId,
  x: number,
  w: number,
  blocked: readonly Box[],
  frame: EmpathyFrame,
): Zone & { readonly top: number } {
  const { unit: u, flow } = frame.m;
  const head = headOf(id, w, frame);
  const top = head.height + 15 * u;
  const boxes = blocked.map((box) => ({ ...box, y: box.y - top - 18 * u }));
  const columns = columnsIn(w, frame);
  const first = boxes.reduce(
    (low, box) => Math.max(low, box.x < x + w && box.y < frame.m.prompt.height ? box.y + box.h : 0),
    0,
  );
  const room = { x, w, columns, row: flow.row, blocked: boxes, wideLast: true, promptTop: Math.max(0, first) };
  return { head, notes: zoneNotes(areaNamed(id), room, frame), top };
}

/** The head and the three zones around it; `target` is the height it would like to have. */
function middleBand(width: number, target: number, frame: EmpathyFrame): Middle {
  const { unit: u, pad, note } = frame.m;
  const grid = { w: HEAD_GRID.right - HEAD_GRID.left, h: HEAD_GRID.bottom - HEAD_GRID.top };
  const sx = Math.min((width / 1128) * 1.12, Math.max(u * 0.98, target / grid.h));
  const left = frame.x + (width - grid.w * sx) * LEFT_SHARE;
  const inner = innerBlock(left + (INNER.left - HEAD_GRID.left) * sx, (INNER.right - INNER.left) * sx, frame);
  const needed = inner.height / (INNER.bottom - INNER.top);
  const stretch = (height: number) => Math.max(needed, Math.min(height / grid.h, sx * LONGEST));
  const hearX = frame.x + pad;
  const hear = columnZone('hear', hearX, left - 12 * u - hearX, hairBlocked(left, sx, stretch(target), frame), frame);
  const seeX = left + grid.w * sx + 8 * u;
  // What is said starts right of the dots that leave the mouth.
  const sayX = seeX + Math.max(16 * u, 20 * sx - 2 * u);
  const right = frame.x + width;
  const see = columnZone('see', seeX, right - pad - seeX, [], frame);
  const say = columnZone('say', sayX, right - pad - sayX, [], frame);
  const around = 18 * u + note.shadow + 14 * u;
  const seeHeight = see.top + see.notes.height + around;
  const sayHeight = say.top + say.notes.height + around;
  const height = Math.max(target, needed * grid.h, hear.top + hear.notes.height + around, seeHeight + sayHeight);
  const draw = (out: Primitive[], y: number, full: number): void => {
    const sy = stretch(full);
    // The line between the two meets the face where it was drawn, as long as both have their room.
    const split = Math.max(seeHeight, Math.min(full - sayHeight, SPLIT * sy));
    const area = (zone: Zone, x: number, top: number, w: number, h: number) =>
      zoneArea(out, { x, y: top, w, h }, zoneTarget({ area: zone.head.area, stageId: null }), frame);
    area(hear, frame.x, y, left - frame.x, full);
    area(see, seeX - 8 * u, y, right - seeX + 8 * u, split);
    area(say, seeX - 8 * u, y + split, right - seeX + 8 * u, full - split);
    drawSplit(out, { left: left + (FACE - HEAD_GRID.left) * sx, right, y: y + split }, frame);
    drawHead(out, { x: left, y, sx, sy }, y + full, frame);
    const spare = (INNER.bottom - INNER.top) * sy - inner.height;
    const innerTop = y + (INNER.top - HEAD_GRID.top) * sy + Math.max(0, Math.min(spare / 3, 30 * sy));
    inner.areas(out, innerTop, Math.min(y + full, innerTop + inner.height + spare / 2));
    inner.draw(out, innerTop);
    const zones = [
      [hear, hearX, y],
      [see, seeX, y],
      [say, sayX, y + split - 2 * u],
    ] as const;
    for (const [zone, x, top] of zones) {
      const at = top + 18 * u;
      const target = zoneTarget({ area: zone.head.area, stageId: null });
      out.push(headGroup(zone.head, { x, y: at }, target, paperInks(frame), frame));
      zone.notes.draw(out, at + zone.top);
    }
  };
  return { height, draw };
}

/** What hair leaves free of the zone beside it; heights count from the top of the band. */
function hairBlocked(left: number, sx: number, sy: number, frame: EmpathyFrame): readonly Box[] {
  const hair = frame.persona?.info.portrait?.hair;
  if (hair !== 'pony' && hair !== 'afro' && hair !== 'bun' && hair !== 'bob' && hair !== 'wave' && hair !== 'hijab')
    return [];
  const isLong = hair === 'bob' || hair === 'wave' || hair === 'hijab' || hair === 'afro';
  const reach = hair === 'pony' ? HAIR_BOX.x : hair === 'afro' ? 250 : 296;
  const x = left + (reach - HEAD_GRID.left) * sx - 6 * frame.m.unit;
  const y = (HAIR_BOX.y - HEAD_GRID.top) * sy;
  const h = (isLong ? 510 : HAIR_BOX.h) * sy;
  return [{ x, y, w: left + 130 * sx - x, h: h + 6 * frame.m.unit }];
}

function drawSplit(
  out: Primitive[],
  at: { readonly left: number; readonly right: number; readonly y: number },
  frame: EmpathyFrame,
): void {
  const { left, right, y } = at;
  const line = stable(frame.memo, 'split', [left, right, y], () =>
    artifact({ x: left, y: y - 1, w: right - left, h: 2 }, [
      rule(left, y, right, y, frame.theme.color.lineStrong, frame.m.line),
    ]),
  );
  out.push(line);
}

/** The canvas: who and needs to do on top, the head with what is heard, seen and said around it, what is done below. */
export function canvasBlock(width: number, room: number, frame: EmpathyFrame): MainBlock {
  const { unit: u, pad } = frame.m;
  const { goal, situation } = frame.doc.info;
  const half = Math.round(width * 0.498);
  const left = frame.x + pad;
  const needX = frame.x + half + 16 * u;
  const right = frame.x + width - pad;
  const who = sideZone(
    'who',
    left,
    half - pad - 10 * u,
    situation ? { text: situation, hint: '', width: 96 * u } : null,
    frame,
  );
  const hint = frame.isPoster ? '' : frame.t('empathy.goalHint');
  const need = sideZone(
    'need',
    needX,
    right - needX,
    goal || hint ? { text: goal, hint, width: 164 * u } : null,
    frame,
  );
  const doing = sideZone('do', left, right - left, null, frame);
  // Flatter forms take less from every band.
  const flat = Math.min(1, frame.m.sheet.h / (796 * u));
  const top = Math.max(BANDS.top * u * flat, who.height, need.height);
  const bottom = Math.max(BANDS.bottom * u * flat, doing.height);
  const middle = middleBand(width, Math.max(BANDS.middle * u * flat * 0.9, room - top - bottom), frame);
  const height = top + middle.height + bottom;
  const draw = (out: Primitive[], y: number): void => {
    const { x } = frame;
    const doTop = y + height - bottom;
    const area = (id: AreaId, left: number, from: number, w: number, h: number) =>
      zoneArea(out, { x: left, y: from, w, h }, zoneTarget({ area: areaNamed(id), stageId: null }), frame);
    area('who', x, y, half, top);
    area('need', x + half, y, width - half, top);
    area('do', x, doTop, width, bottom);
    middle.draw(out, y + top, height - top - bottom);
    out.push(
      rules([x, y + top, x + width, y + top, x, doTop, x + width, doTop, x + half, y, x + half, y + top], frame),
    );
    who.draw(out, y);
    need.draw(out, y);
    doing.draw(out, doTop);
  };
  return { width, height, draw };
}

/** Rules between the zones: x1, y1, x2, y2 of each. */
function rules(ends: readonly number[], frame: EmpathyFrame): Primitive {
  return stable(frame.memo, 'rules', ends, () => {
    const lines = [0, 4, 8].map((at) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.slice(at, at + 4);
      return rule(x1, y1, x2, y2, frame.theme.color.lineStrong, frame.m.line);
    });
    const [x = 0, , right = 0] = ends;
    const [top = 0, bottom = 0] = [ends[9], ends[5]];
    return artifact({ x, y: top, w: right - x, h: bottom - top + frame.m.line }, lines);
  });
}
