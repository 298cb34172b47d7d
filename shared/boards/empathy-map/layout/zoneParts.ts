import type { Box, Color, GroupPrimitive, Primitive, Target } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { frameRect, hitArea, icon } from '../../pieces/shapes';
import { baselineOf, drawBlock, editBoxOf, type TextBlock, textBlock, textLine } from '../../pieces/textBlock';
import type { TextStyle } from '../../pieces/textStyle';
import { type Coverage, coverage } from '../evidence';
import { questionsOf } from '../guide';
import type { EmpathyNote } from '../model';
import { areaTitle } from '../spoken';
import { AREA_ICONS, type Area } from '../zones';
import type { EmpathyFrame } from './frame';

/** Title of a zone with its icon and, beside it, the share of its notes that stand on evidence. */
export interface ZoneHead {
  readonly area: Area;
  readonly title: TextBlock;
  readonly about: TextBlock | null;
  readonly cover: {
    readonly text: string;
    readonly width: number;
    readonly share: number;
    readonly isBare: boolean;
  } | null;
  readonly style: { readonly icon: number; readonly gap: number };
  /** Icon and title. */
  readonly titleWidth: number;
  /** With what stands beside the title. */
  readonly width: number;
  readonly height: number;
}

type HeadStyle = { readonly title: TextStyle; readonly icon: number; readonly gap: number; readonly about?: TextStyle };

/** The coverage of some notes; its bar is left out where the figure alone fits beside the title. */
function coverOf({ percent, proven, all }: Coverage, room: number, frame: EmpathyFrame): ZoneHead['cover'] {
  if (percent === null || !frame.proofs) return null;
  const text = frame.t('empathy.evidence.percent', { percent });
  const { cover } = frame.m;
  const figure = frame.measure.width(text, cover.text.font);
  const whole = cover.bar + cover.gap + figure;
  const isBare = whole > room && figure <= room;
  return { text, width: isBare ? figure : whole, share: proven / all, isBare };
}

/** Measures the title of a zone for a width; a title that is too long wraps. */
export function zoneHead(
  area: Area,
  notes: readonly EmpathyNote[],
  style: HeadStyle,
  room: number,
  frame: EmpathyFrame,
): ZoneHead {
  const lead = style.icon + style.gap;
  const title = textBlock(
    areaTitle(area.id, frame),
    style.title,
    Math.max(room - lead, style.title.font.size * 3),
    frame,
  );
  const key = `empathy.about.${area.id}`;
  const hasAbout = style.about && (area.id === 'say' || area.id === 'think' || area.id === 'do' || area.id === 'feel');
  const about =
    hasAbout && style.about ? textBlock(frame.t(key as 'empathy.about.say'), style.about, room, frame) : null;
  const titleWidth = lead + title.width;
  const gap = frame.m.cover.gap * 2;
  const besides = room - titleWidth - (about ? gap + about.width : 0) - gap;
  const cover = coverOf(coverage(notes), besides, frame);
  const width = titleWidth + (about ? gap + about.width : 0) + (cover ? gap + cover.width : 0);
  return { area, title, about, cover, style, titleWidth, width, height: Math.max(style.icon, title.height) };
}

/** The same head with the bar of its coverage shown or left out. */
export function withBar(head: ZoneHead, isShown: boolean, { m }: Pick<EmpathyFrame, 'm'>): ZoneHead {
  const { cover } = head;
  if (!cover || cover.isBare !== isShown) return head;
  const by = (m.cover.bar + m.cover.gap) * (isShown ? 1 : -1);
  return { ...head, width: head.width + by, cover: { ...cover, width: cover.width + by, isBare: !isShown } };
}

/** A bar of which the proven share is full: no sign of a proof looks like it. */
export function coverBar(
  out: Primitive[],
  share: number,
  x: number,
  middle: number,
  color: Color,
  frame: Pick<EmpathyFrame, 'm'>,
): void {
  const { bar, barHeight } = frame.m.cover;
  const line = barHeight * 0.18;
  const box = { x, y: middle - barHeight / 2, w: bar, h: barHeight };
  out.push(frameRect(box, color, line));
  if (share > 0) out.push({ type: 'rect', ...box, w: bar * share, fill: color });
}

/** Adds the coverage: bar and per cent around a middle line. */
export function drawCover(
  out: Primitive[],
  cover: NonNullable<ZoneHead['cover']>,
  x: number,
  middle: number,
  ink: Color,
  frame: Pick<EmpathyFrame, 'm' | 'measure'>,
): void {
  const { text: style, bar: size, gap } = frame.m.cover;
  const lead = cover.isBare ? 0 : size + gap;
  if (!cover.isBare) coverBar(out, cover.share, x, middle, ink, frame);
  const baseline = middle - style.lineHeight / 2 + baselineOf(style);
  out.push(textLine({ text: cover.text, width: cover.width - lead }, style, x + lead, baseline, ink));
}

export interface HeadInks {
  readonly title: Color;
  readonly soft: Color;
  readonly icon: Color;
}

/** Inks of titles on the paper of the sheet. */
export const paperInks = ({ theme }: Pick<EmpathyFrame, 'theme'>): HeadInks => ({
  title: theme.color.ink,
  soft: theme.color.ink2,
  icon: theme.color.blue,
});

/** The title of a zone at a place; the coverage beside it, or under it where the room is narrow. */
export function headGroup(
  head: ZoneHead,
  at: { readonly x: number; readonly y: number; readonly below?: number },
  target: Target,
  inks: HeadInks,
  frame: EmpathyFrame,
): GroupPrimitive {
  const { x, y, below } = at;
  const { title, about, cover, style } = head;
  const dependencies = [
    x,
    y,
    below,
    title.lines.length,
    head.width,
    cover?.text,
    cover?.share,
    inks.title,
    about?.width,
  ];
  return stable(frame.memo, `head/${target.id}`, dependencies, () => {
    const children: Primitive[] = [];
    const middle = y + title.style.lineHeight / 2;
    children.push(icon(AREA_ICONS[head.area.id], x, middle - style.icon / 2, style.icon, inks.icon));
    const words: Primitive[] = [];
    const left = x + style.icon + style.gap;
    drawBlock(words, title, left, y, inks.title);
    children.push({
      type: 'group',
      role: 'h2',
      bounds: { x: left, y, w: title.width, h: title.height },
      children: words,
    });
    let right = left + title.width;
    const gap = frame.m.cover.gap * 2;
    if (about) {
      const lines: Primitive[] = [];
      // On the baseline of the title, as if they were one line.
      const top = y + baselineOf(title.style) - baselineOf(about.style);
      drawBlock(lines, about, right + gap, top, inks.soft);
      const bounds = { x: right + gap, y: top, w: about.width, h: about.height };
      children.push({ type: 'group', role: 'p', bounds, children: lines });
      right += gap + about.width;
    }
    if (cover) {
      const line = y + title.height - title.style.lineHeight / 2 + title.style.lineHeight * 0.06;
      const coverX = below === undefined ? right + gap : left;
      const marks: Primitive[] = [];
      drawCover(marks, cover, coverX, below === undefined ? line : below, inks.soft, frame);
      const box = { x: coverX, y: y, w: cover.width, h: title.height };
      children.push({ type: 'group', role: 'p', bounds: box, children: marks });
    }
    return { type: 'group', bounds: { x, y, w: head.width, h: head.height }, children };
  });
}

/** The area of a zone that can be hit: none on a poster. */
export function zoneArea(out: Primitive[], bounds: Box, target: Target, frame: EmpathyFrame): void {
  if (frame.isPoster) return;
  const { x, y, w, h } = bounds;
  out.push(stable(frame.memo, `zone/${target.id}`, [x, y, w, h], () => hitArea(bounds, target)));
}

export interface Prompt {
  readonly block: TextBlock;
  readonly width: number;
  readonly height: number;
}

/** The questions of a zone for a width: in a dashed box where nothing stands yet. Null where nobody asks them. */
export function promptFor(
  area: Area,
  isEmpty: boolean,
  width: number,
  frame: EmpathyFrame,
  words = questionsOf(area)
    .map((key) => frame.t(key))
    .join(' '),
): Prompt | null {
  const asked = frame.prompts || (isEmpty && !frame.isPoster);
  if (!asked) return null;
  const { text, pad, height } = frame.m.prompt;
  const inset = isEmpty ? pad : 0;
  const block = textBlock(typographic(words, frame.lang), text, width - 2 * inset, frame);
  return { block, width, height: isEmpty ? Math.max(height, block.height + 2 * pad) : block.height };
}

/** Adds the questions, their box at a place. */
export function drawPrompt(
  out: Primitive[],
  prompt: Prompt,
  at: { readonly x: number; readonly y: number },
  target: Target,
  isEmpty: boolean,
  frame: EmpathyFrame,
  ink: Color = frame.theme.color.ink3,
): void {
  const { block, width, height } = prompt;
  const dependencies = [at.x, at.y, width, height, block.lines.length, block.lines[0]?.text, isEmpty, ink];
  out.push(
    stable(frame.memo, `prompt/${target.id}`, dependencies, (): GroupPrimitive => {
      const inset = isEmpty ? frame.m.prompt.pad : 0;
      const bounds = { ...at, w: width, h: height };
      const children: Primitive[] = [];
      if (isEmpty) {
        const box = frameRect(bounds, frame.theme.color.lineStrong, frame.m.line);
        children.push({ ...box, stroke: ink, opacity: 0.75, dash: [frame.m.line * 3, frame.m.line * 2.4] });
      }
      drawBlock(children, block, at.x + inset, at.y + inset, ink);
      return { type: 'group', role: 'p', bounds, children };
    }),
  );
}

/** A line of the map's own fields under a title: what it says, or a quiet hint; it can be edited in place. */
export function fieldGroup(
  block: TextBlock,
  box: { readonly x: number; readonly y: number; readonly w: number },
  field: { readonly target: Target; readonly stored: string; readonly ink: Color; readonly background: Color },
  frame: EmpathyFrame,
): GroupPrimitive {
  const { target, stored, ink, background } = field;
  const dependencies = [box.x, box.y, box.w, stored, block.lines.length, block.lines[0]?.text, ink];
  return stable(frame.memo, `field/${target.kind}/${target.id}`, dependencies, (): GroupPrimitive => {
    const children: Primitive[] = [];
    drawBlock(children, block, box.x, box.y, ink);
    const bounds = { ...box, h: block.height };
    const group = { type: 'group', role: 'p', target, bounds, children } as const;
    return frame.isPoster ? group : { ...group, editBox: editBoxOf(block, box, stored, ink, { background }) };
  });
}
