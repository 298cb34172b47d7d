import type { Box, GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { curveGround, curveLines } from '../../pieces/curveShapes';
import { emotionCurve, scaledCurve } from '../../pieces/emotionCurve';
import { drawFace } from '../../pieces/faces';
import { stable } from '../../pieces/layoutMemo';
import { artifact, hitArea, rule } from '../../pieces/shapes';
import { drawBlock, editBoxOf, type TextBlock, textBlock } from '../../pieces/textBlock';
import { emotionLevel } from '../../pieces/valence';
import { emotionOf, type StageEmotion } from '../emotions';
import { emotionLabel, emotionText } from '../spoken';
import type { EmpathyFrame } from './frame';
import { metricsOf } from './metrics';
import type { StageColumn } from './stageColumns';

/** Height of a valence in the band, from its top. */
const heightOf = (valence: number, { band, bandPad }: EmpathyFrame['m']['stage'], unit: number): number =>
  band / 2 + 6 * unit - (valence / 2) * (band / 2 - bandPad);

/** Valence (-2..+2, unrounded) at a height of the scene, given the bounds of an emotion target of the screen layouts. */
export function valenceAt(cell: { readonly y: number }, y: number, form: 'screen' | 'compact'): number {
  const { stage, unit } = metricsOf(form);
  const down = y - cell.y;
  const valence = ((stage.band / 2 + 6 * unit - down) / (stage.band / 2 - stage.bandPad)) * 2;
  return Math.min(2, Math.max(-2, valence));
}

interface Felt {
  readonly column: StageColumn;
  readonly emotion: StageEmotion | null;
  readonly word: TextBlock | null;
  readonly value: TextBlock;
}

export interface EmotionRow {
  readonly height: number;
  draw(out: Primitive[], y: number): void;
}

const middleOf = (column: StageColumn): number => column.x + column.w / 2;

/** The face of each stage on one curve, its word and its value under it. `beyond` are the valences where the curve goes on. */
export function emotionRow(
  columns: readonly StageColumn[],
  beyond: { readonly before: number | null; readonly after: number | null },
  frame: EmpathyFrame,
): EmotionRow {
  const { stage: m, unit } = frame.m;
  const felt = columns.map((column): Felt => {
    const { stage } = column;
    const inner = column.w - 14 * unit;
    const word = stage.word ? textBlock(typographic(stage.word, frame.lang), m.word, inner, frame) : null;
    const text = emotionText(stage, frame) || (frame.isPoster ? '' : frame.t('empathy.emotion.unknown'));
    const value = textBlock(typographic(text, frame.lang), m.value, inner, frame);
    return { column, emotion: emotionOf(stage), word, value };
  });
  const wordHeight = Math.max(m.word.lineHeight, ...felt.map(({ word }) => word?.height ?? 0));
  const valueHeight = Math.max(m.value.lineHeight, ...felt.map(({ value }) => value.height));
  const height = m.band + 8 * unit + wordHeight + 3 * unit + valueHeight + 8 * unit;
  const draw = (out: Primitive[], y: number): void => {
    out.push(curveGroup(felt, beyond, y, frame));
    for (const each of felt) drawFelt(out, each, { y, wordHeight, valueHeight, height }, frame);
  };
  return { height, draw };
}

function curveGroup(
  felt: readonly Felt[],
  beyond: { readonly before: number | null; readonly after: number | null },
  y: number,
  frame: EmpathyFrame,
): GroupPrimitive {
  const { stage: m, unit } = frame.m;
  const first = felt[0]?.column;
  const last = felt[felt.length - 1]?.column;
  const from = first?.x ?? frame.x;
  const to = last ? last.x + last.w : from;
  const points = felt.flatMap(({ column, emotion }) =>
    emotion ? { x: middleOf(column), valence: emotion.valence } : [],
  );
  const dependencies = [y, from, to, beyond.before, beyond.after, ...points.flatMap(({ x, valence }) => [x, valence])];
  return stable(frame.memo, `curve/${first?.stage.id ?? ''}`, dependencies, () => {
    const bounds: Box = { x: from, y, w: to - from, h: m.band + 12 * unit };
    const zero = heightOf(0, m, unit);
    const { band } = frame.palette;
    const children: Primitive[] = [];
    const ends = {
      ...(beyond.before === null ? {} : { fromValence: beyond.before }),
      ...(beyond.after === null ? {} : { toValence: beyond.after }),
    };
    const scale = heightOf(1, m, unit) - zero;
    const curve = points.length > 1 ? scaledCurve(emotionCurve(points, { from, to, ...ends }), scale, zero) : null;
    const at = { y, bounds, band };
    if (curve) children.push(...curveGround(curve, zero, at));
    children.push(rule(from, y + zero, to, y + zero, frame.theme.color.lineStrong, frame.m.line));
    if (curve) children.push(...curveLines(curve, 'plain', m.curve, at));
    return artifact(bounds, children);
  });
}

/** Two small faces that tell how far the moments of a stage lie apart. */
function drawSpread(
  out: Primitive[],
  { min, max }: { min: number; max: number },
  x: number,
  y: number,
  frame: EmpathyFrame,
): void {
  const { stage: m, unit } = frame.m;
  const top = y + heightOf(max, m, unit);
  const bottom = y + heightOf(min, m, unit);
  const dash = [3 * unit, 3 * unit];
  out.push(rule(x, top, x, bottom, frame.theme.color.ink, 2 * unit, { dash }));
  drawFace(out, emotionLevel(max), { x, y: top, size: m.small }, frame.theme);
  drawFace(out, emotionLevel(min), { x, y: bottom, size: m.small }, frame.theme);
}

function drawFelt(
  out: Primitive[],
  felt: Felt,
  at: { readonly y: number; readonly wordHeight: number; readonly valueHeight: number; readonly height: number },
  frame: EmpathyFrame,
): void {
  const { stage: m, unit } = frame.m;
  const { column, emotion, word, value } = felt;
  const { stage } = column;
  const target = { kind: 'emotion', id: stage.id };
  const dependencies = [stage, column.x, column.w, at.y, at.wordHeight, frame.focus === stage.id];
  const x = middleOf(column);
  const { color } = frame.theme;
  out.push(
    stable(frame.memo, `emotion/${stage.id}`, dependencies, (): GroupPrimitive => {
      const bounds = { x: column.x, y: at.y, w: column.w, h: m.band };
      const alt = emotionLabel(stage, { t: frame.t, lang: frame.lang, personas: {} });
      if (!emotion) return frame.isPoster ? artifact(bounds, []) : { ...hitArea(bounds, target), alt };
      const children: Primitive[] = frame.isPoster ? [] : [hitArea(bounds, target)];
      if (emotion.spread)
        drawSpread(children, emotion.spread, Math.min(x + 46 * unit, column.x + column.w - m.small), at.y, frame);
      drawFace(
        children,
        emotionLevel(emotion.valence),
        { x, y: at.y + heightOf(emotion.valence, m, unit), size: m.face },
        frame.theme,
      );
      return { type: 'group', role: 'figure', alt, target, bounds, children };
    }),
  );
  const top = at.y + m.band + 8 * unit;
  const inner = { x: column.x + 7 * unit, y: top, w: column.w - 14 * unit };
  out.push(
    stable(frame.memo, `word/${stage.id}`, [...dependencies, word?.lines.length], (): GroupPrimitive => {
      const children: Primitive[] = [];
      if (word) drawBlock(children, word, x, top, color.ink, 'center');
      const wordTarget = { kind: 'emotion-word', id: stage.id };
      const bounds = { ...inner, h: at.wordHeight };
      const group: GroupPrimitive = { type: 'group', role: 'p', target: wordTarget, bounds, children };
      if (frame.isPoster) return group;
      const empty = textBlock('', m.word, inner.w, frame);
      const more = { align: 'center', background: color.paper } as const;
      return { ...group, editBox: editBoxOf(word ?? empty, inner, stage.word, color.ink, more) };
    }),
  );
  out.push(
    stable(frame.memo, `value/${stage.id}`, [...dependencies, value.lines.length], (): GroupPrimitive => {
      const children: Primitive[] = [];
      const y = top + at.wordHeight + 3 * unit;
      drawBlock(children, value, x, y, color.ink2, 'center');
      return { type: 'group', role: 'p', bounds: { ...inner, y, h: value.height }, children };
    }),
  );
}
