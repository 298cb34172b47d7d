import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { drawTab, tabBox } from '../../pieces/paperNote';
import { artifact, frameRect, icon, rect, rule } from '../../pieces/shapes';
import { baselineOf, drawBlock, editBoxOf, textBlock, textLine } from '../../pieces/textBlock';
import type { EmpathyNote } from '../model';
import { findingsInOrder, reserveOf } from '../order';
import { findingText, zoneTitle } from '../spoken';
import { AREA_ICONS, ZONE_COLORS, ZONES, type ZoneId } from '../zones';
import { drawFlowed, evenColumns, flowNotes } from './flow';
import { type Block, type EmpathyFrame, shown } from './frame';
import { emptyCells } from './stages';

const inset = (frame: EmpathyFrame): number => (frame.isPoster ? 0 : 18 * frame.m.unit);

function topRule(out: Primitive[], key: string, width: number, y: number, frame: EmpathyFrame): void {
  const { x } = frame;
  out.push(
    stable(frame.memo, `foot/${key}`, [x, width, y], () =>
      artifact({ x, y: y - 1, w: width, h: 2 }, [rule(x, y, x + width, y, frame.theme.color.lineStrong, frame.m.line)]),
    ),
  );
}

/** The findings: each with the number that its two notes carry, side by side as the width allows. Null without any. */
export function findingsBand(width: number, frame: EmpathyFrame): Block | null {
  const findings = findingsInOrder(frame.doc);
  if (findings.length === 0) return null;
  const { unit: u, foot } = frame.m;
  const pad = inset(frame);
  const title = textBlock(frame.t('empathy.finding.title'), foot.title, width, frame);
  const lead = title.width + foot.title.font.size * 1.4 + 24 * u;
  const room = width - 2 * pad - lead;
  const columns = Math.max(1, Math.min(findings.length, Math.floor(room / (300 * u))));
  const gap = 20 * u;
  const column = (room - (columns - 1) * gap) / columns;
  const items = findings.map((finding, at) => {
    const sign = tabBox(at + 1, 0, 0, frame).w + 7 * u;
    const block = textBlock(
      typographic(findingText(finding, frame.doc, frame), frame.lang),
      foot.text,
      column - sign,
      frame,
    );
    return { finding, at, sign, block };
  });
  const tops: number[] = [];
  let height = 12 * u;
  for (let at = 0; at < items.length; at += columns) {
    tops.push(height);
    height += Math.max(...items.slice(at, at + columns).map(({ block }) => block.height)) + 6 * u;
  }
  height = Math.max(height, 12 * u + title.height) + 6 * u;
  const draw = (out: Primitive[], y: number): void => {
    topRule(out, 'findings', width, y, frame);
    const x = frame.x + pad;
    const { color } = frame.theme;
    out.push(
      stable(frame.memo, 'findingsTitle', [x, y], (): GroupPrimitive => {
        const size = foot.title.font.size * 1.1;
        const children: Primitive[] = [icon('not-equals', x, y + 12 * u + (title.height - size) / 2, size, color.blue)];
        drawBlock(children, title, x + foot.title.font.size * 1.4, y + 12 * u, color.ink);
        return { type: 'group', role: 'h2', bounds: { x, y: y + 12 * u, w: lead, h: title.height }, children };
      }),
    );
    for (const { finding, at, sign, block } of items) {
      const left = x + lead + (at % columns) * (column + gap);
      const top = y + (tops[Math.floor(at / columns)] ?? 0);
      const dependencies = [finding, at, left, top, block.lines.length, block.lines[0]?.text];
      out.push(
        stable(frame.memo, `finding/${finding.id}`, dependencies, (): GroupPrimitive => {
          const children: Primitive[] = [];
          const tab = tabBox(at + 1, 0, 0, frame);
          drawTab(children, at + 1, { ...tab, x: left, y: top + (foot.text.lineHeight - tab.h) / 2 }, frame);
          drawBlock(children, block, left + sign, top, color.ink);
          const bounds = { x: left, y: top, w: column, h: Math.max(block.height, foot.text.lineHeight) };
          const target = { kind: 'finding', id: finding.id };
          const group: GroupPrimitive = { type: 'group', role: 'p', target, bounds, children };
          if (frame.isPoster) return group;
          const box = { x: left + sign, y: top, w: column - sign };
          return { ...group, editBox: editBoxOf(block, box, finding.text, color.ink, { background: color.paper }) };
        }),
      );
    }
  };
  return { height, draw };
}

/** Most squares drawn for the notes of a zone in reserve; the number tells them all. */
const MOST_SQUARES = 6;

interface Chip {
  readonly zone: ZoneId;
  readonly notes: readonly EmpathyNote[];
  readonly title: string;
  readonly titleWidth: number;
  readonly count: string;
  readonly width: number;
}

function chipOf(zone: ZoneId, notes: readonly EmpathyNote[], frame: EmpathyFrame): Chip {
  const { foot, unit: u } = frame.m;
  const title = zoneTitle(zone, frame);
  const titleWidth = frame.measure.width(title, { ...foot.text.font, weight: 600 });
  const count = String(notes.length);
  const squares = Math.min(notes.length, MOST_SQUARES) * 13 * u;
  const width =
    17 * u +
    7 * u +
    titleWidth +
    8 * u +
    squares +
    4 * u +
    frame.measure.width(count, { ...foot.text.font, weight: 700 });
  return { zone, notes, title, titleWidth, count, width };
}

function chipGroup(chip: Chip, x: number, y: number, isOpen: boolean, frame: EmpathyFrame): GroupPrimitive {
  const { foot, unit: u } = frame.m;
  const { color, note } = frame.theme;
  const height = 24 * u;
  const middle = y + height / 2;
  const paper = note[ZONE_COLORS[chip.zone]].fill;
  const children: Primitive[] = [icon(AREA_ICONS[chip.zone], x, middle - 8.5 * u, 17 * u, color.blue)];
  const strong = { ...foot.text, font: { ...foot.text.font, weight: 600 as const } };
  const baseline = middle - strong.lineHeight / 2 + baselineOf(strong);
  children.push(textLine({ text: chip.title, width: chip.titleWidth }, strong, x + 24 * u, baseline, color.ink));
  let left = x + 24 * u + chip.titleWidth + 8 * u;
  for (let at = 0; at < Math.min(chip.notes.length, MOST_SQUARES); at++) {
    const box = { x: left, y: middle - 5 * u, w: 10 * u, h: 10 * u };
    children.push(rect(box, paper), frameRect(box, color.lineStrong, u));
    left += 13 * u;
  }
  const bold = { ...foot.text, font: { ...foot.text.font, weight: 700 as const } };
  const width = frame.measure.width(chip.count, bold.font);
  children.push(textLine({ text: chip.count, width }, bold, left + 4 * u, baseline, color.ink));
  if (isOpen) children.push(rule(x, y + height, x + chip.width, y + height, color.blue, 2 * u));
  const bounds = { x, y, w: chip.width, h: height };
  return { type: 'group', role: 'p', target: { kind: 'reserve', id: chip.zone }, bounds, children };
}

/** What this layout has no place for: counted per zone, its notes shown where the zone is open. Null without any. */
export function reserveBand(width: number, frame: EmpathyFrame): Block | null {
  const reserve = reserveOf(frame.doc);
  if (reserve.size === 0) return null;
  const { unit: u, foot } = frame.m;
  const pad = inset(frame);
  const inner = width - 2 * pad;
  const title = textBlock(frame.t('empathy.reserve.title'), foot.title, inner, frame);
  const about = frame.isPoster ? null : textBlock(frame.t('empathy.reserve.about'), foot.text, inner, frame);
  const lead = title.width + (about ? about.width + 8 * u : 0) + 26 * u;
  const places: { readonly chip: Chip; readonly x: number; readonly y: number }[] = [];
  let x = lead;
  let y = 10 * u;
  for (const zone of ZONES) {
    const notes = reserve.get(zone);
    if (!notes) continue;
    const chip = chipOf(zone, notes, frame);
    if (x > lead && x + chip.width > inner) {
      x = lead;
      y += 30 * u;
    }
    places.push({ chip, x, y });
    x += chip.width + 26 * u;
  }
  let end = y + 24 * u + 10 * u;
  const open = places.flatMap(({ chip }) => {
    if (!frame.unfolded.has(chip.zone) && !frame.unfolded.has('reserve')) return [];
    const notes = shown(chip.notes, frame);
    const even = evenColumns(notes.length, inner, frame);
    const room = {
      x: frame.x + pad,
      w: even.w,
      columns: even.columns,
      gapX: frame.m.flow.gapX,
      gapY: frame.m.flow.gapY,
      row: frame.m.flow.row * 0.8,
      blocked: [],
      wideLast: false,
      places: false,
    };
    const flowed = flowNotes(`reserve/${chip.zone}`, notes, room, frame);
    const top = end;
    end += flowed.height + frame.m.flow.gapY;
    return [{ flowed, top }];
  });
  const height = end;
  const draw = (out: Primitive[], top: number): void => {
    topRule(out, 'reserve', width, top, frame);
    const left = frame.x + pad;
    out.push(
      stable(frame.memo, 'reserveTitle', [left, top], (): GroupPrimitive => {
        const children: Primitive[] = [];
        const line = top + 22 * u - title.height / 2;
        drawBlock(children, title, left, line, frame.theme.color.ink);
        if (about) {
          const at = line + baselineOf(title.style) - baselineOf(about.style);
          drawBlock(children, about, left + title.width + 8 * u, at, frame.theme.color.ink2);
        }
        return { type: 'group', role: 'h2', bounds: { x: left, y: line, w: lead - 26 * u, h: title.height }, children };
      }),
    );
    for (const { chip, x, y } of places) {
      const isOpen = frame.unfolded.has(chip.zone);
      out.push(
        stable(frame.memo, `reserve/${chip.zone}`, [left + x, top + y, chip.title, chip.count, isOpen], () =>
          chipGroup(chip, left + x, top + y, isOpen, frame),
        ),
      );
    }
    for (const { flowed, top: at } of open) drawFlowed(out, flowed, top + at, frame);
  };
  return { height, draw };
}

/** Below the stages: where their emotions come from, and how many cells are empty. Null in the other layouts. */
export function stagesFoot(width: number, frame: EmpathyFrame): Block | null {
  const { layout, journeyId } = frame.doc.info;
  const { empty, all } = emptyCells(frame);
  if (layout !== 'stages' || all === 0) return null;
  const { unit: u, foot } = frame.m;
  const hasSource = journeyId !== null || Object.values(frame.doc.stages).some(({ source }) => source !== null);
  const words = [frame.t(hasSource ? 'empathy.foot.emotion' : 'empathy.foot.ownEmotion')];
  if (empty > 0) words.push(frame.t('empathy.foot.toFill', { count: empty, all }));
  const pad = frame.isPoster ? 0 : 14 * u;
  const block = textBlock(words.join('      '), foot.text, width - 2 * pad, frame);
  const height = block.height + 22 * u;
  const draw = (out: Primitive[], y: number): void => {
    const x = frame.x + pad;
    out.push(
      stable(frame.memo, 'stagesFoot', [x, y, width, ...words], (): GroupPrimitive => {
        const children: Primitive[] = [];
        drawBlock(children, block, x, y + 10 * u, frame.theme.color.ink2);
        const line = rule(x, y, frame.x + width - pad, y, frame.theme.color.ink, frame.m.line);
        const words = {
          type: 'group',
          role: 'p',
          bounds: { x, y: y + 10 * u, w: block.width, h: block.height },
          children,
        } as const;
        const bounds = { x, y: y - u, w: width - 2 * pad, h: height };
        return { type: 'group', bounds, children: [artifact({ ...bounds, h: 2 * u }, [line]), words] };
      }),
    );
  };
  return { height, draw };
}
