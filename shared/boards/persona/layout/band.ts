import type { Box, GroupPrimitive, Primitive } from '../../../scene/primitives';
import { capitalised } from '../../../text/typography';
import { drawEvidence } from '../../pieces/footGlyphs';
import { stable } from '../../pieces/layoutMemo';
import { type PosterLook, posterLook } from '../../pieces/poster/posterLook';
import { scaled } from '../../pieces/poster/posterMetrics';
import { artifact, rect } from '../../pieces/shapes';
import { drawBlock, textBlock } from '../../pieces/textBlock';
import type { FactId } from '../blocks';
import { askedFacts, shownFacts, slotOf } from '../order';
import { portraitScene } from '../portrait';
import { factLabelTarget, factTarget, PORTRAIT_TARGET } from '../targets';
import { ageText, factLabel, oneLine } from '../words';
import { type PersonaFrame, wordsBlock, wordsGroup } from './frame';

/** Ground of a portrait that nobody has chosen yet. */
const GROUND = '#F2B441';
const DISC = '#E4592F';

/** Colours of the facts beside the page. */
const sideOf = ({ isPoster, theme }: PersonaFrame): PosterLook['side'] =>
  isPoster ? posterLook(theme).side : { fill: theme.stage.fill, text: theme.stage.text, label: theme.color.gold };

/** Facts that stand in the band: those with a text, on screen also those that are asked for. */
export function bandFacts(frame: PersonaFrame): readonly FactId[] {
  const known = shownFacts(frame.doc);
  if (frame.isPoster) return known;
  const asked = askedFacts(frame.doc);
  return asked.length === 0 ? known : BAND_ORDER.filter((id) => known.includes(id) || asked.includes(id));
}

const BAND_ORDER: readonly FactId[] = [
  'age',
  'gender',
  'role',
  'sector',
  'responsibility',
  'income',
  'budget',
  'education',
  'family',
  'place',
  'segment',
];

interface Row {
  readonly height: number;
  draw(out: Primitive[], x: number, y: number): void;
}

/** One fact's words at a place of its row. */
interface FactWords {
  readonly id: FactId;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** Room of the texts of a row, beside its label or under it. */
const factRoom = (frame: PersonaFrame): { readonly x: number; readonly w: number } => {
  const { w, pad, padRight, labelWidth, gap } = frame.m.band;
  return labelWidth === 0
    ? { x: 0, w: w - pad - padRight }
    : { x: labelWidth + gap, w: w - pad - padRight - labelWidth - gap };
};

/** The sign of a fact stands after it only where it is supposed: everything else is said in the sources. */
const isSupposed = (id: FactId, frame: PersonaFrame): boolean => slotOf(frame.doc, id).evidence === 'hypothesis';

function row(ids: readonly FactId[], frame: PersonaFrame): Row {
  const m = frame.m.band;
  const { stage } = frame.theme;
  const side = sideOf(frame);
  const [first = 'age'] = ids;
  const room = factRoom(frame);
  const labelWidth = m.labelWidth === 0 ? room.w : m.labelWidth;
  const labelText = factLabel(frame.doc, first, frame, ids.length > 1);
  const label = wordsBlock(labelText, m.label, labelWidth, frame);
  const texts = ids.map((id, at) => {
    const stored = frame.doc.info[id];
    if (stored.trim() === '') return { id, text: frame.t('persona.placeholder.fact') };
    const text = id === 'age' ? ageText(stored, frame) : stored;
    return { id, text: at === 0 ? capitalised(text, frame.lang) : text };
  });
  const words = placeFacts(texts, room.w, frame);
  const textTop = m.labelWidth === 0 ? label.height : Math.max(0, (m.label.lineHeight - m.text.lineHeight) / 2);
  const labelTop = m.labelWidth === 0 ? 0 : Math.max(0, (m.text.lineHeight - m.label.lineHeight) / 2);
  const height = Math.max(labelTop + label.height, textTop + words.height);
  const draw = (out: Primitive[], x: number, y: number): void => {
    const labelWords = {
      target: factLabelTarget(first),
      role: 'p' as const,
      block: label,
      w: labelWidth,
      stored: slotOf(frame.doc, first).label,
      ink: side.label,
      background: side.fill,
    };
    out.push(wordsGroup(labelWords, x, y + labelTop, frame));
    for (const part of words.parts) {
      const stored = frame.doc.info[part.id];
      const lead = isSupposed(part.id, frame)
        ? frame.m.block.glyph * 1.6 * (m.text.font.size / frame.m.block.text.font.size)
        : 0;
      const block = wordsBlock(part.text, m.text, part.w - lead, frame);
      const left = x + room.x + part.x;
      const top = y + textTop + part.y;
      const sign: Primitive[] = [];
      const glyph = lead / 1.6;
      if (lead > 0) drawEvidence(sign, 'hypothesis', left, top + (m.text.lineHeight - glyph) / 2, glyph, side.text);
      const isAsked = stored.trim() === '';
      const suffix = part.id === 'age' ? agesSuffix(stored, part.text) : part.text.slice(stored.length);
      out.push(
        wordsGroup(
          {
            target: factTarget(part.id),
            role: 'p',
            block,
            w: part.w - lead,
            stored,
            ink: isAsked ? stage.duration : side.text,
            background: side.fill,
            ...(!isAsked && suffix ? { suffix } : {}),
          },
          left + lead,
          top,
          frame,
          sign,
          { x: left, w: part.w },
        ),
      );
    }
  };
  return { height, draw };
}

const agesSuffix = (stored: string, drawn: string): string =>
  drawn.startsWith(stored) ? drawn.slice(stored.length) : '';

/** Facts of one row after each other on a line where they fit, else under each other. */
function placeFacts(
  texts: readonly { readonly id: FactId; readonly text: string }[],
  room: number,
  frame: PersonaFrame,
): { readonly parts: readonly FactWords[]; readonly height: number } {
  const { text: style } = frame.m.band;
  const [first, second] = texts;
  const lead = (id: FactId) =>
    isSupposed(id, frame) ? frame.m.block.glyph * 1.6 * (style.font.size / frame.m.block.text.font.size) : 0;
  if (first && second) {
    const joined = `${first.text},`;
    const gap = style.font.size * 0.28;
    const one = wordsBlock(joined, style, room - lead(first.id), frame);
    const two = wordsBlock(second.text, style, room - lead(second.id), frame);
    const oneWidth = one.width + lead(first.id);
    const twoWidth = two.width + lead(second.id);
    const isOneLine = one.lines.length === 1 && two.lines.length === 1 && oneWidth + gap + twoWidth <= room;
    // A hair more than the words are wide, so that the break that made them holds.
    const hair = 0.01;
    if (isOneLine)
      return {
        height: style.lineHeight,
        parts: [
          { id: first.id, text: joined, x: 0, y: 0, w: oneWidth + hair },
          { id: second.id, text: second.text, x: oneWidth + gap, y: 0, w: room - oneWidth - gap },
        ],
      };
  }
  let y = 0;
  const parts = texts.map(({ id, text }) => {
    const block = wordsBlock(text, style, room - lead(id), frame);
    const part = { id, text, x: 0, y, w: room };
    y += block.height;
    return part;
  });
  return { parts, height: y };
}

/** The facts of the band, measured. */
export function factsPart(frame: PersonaFrame): Row {
  const m = frame.m.band;
  const facts = bandFacts(frame);
  const { age, gender } = frame.doc.info;
  // Two answers share a row; a question has one of its own.
  const paired = facts.includes('age') && facts.includes('gender') && age.trim() !== '' && gender.trim() !== '';
  const rows = facts
    .filter((id) => !(paired && id === 'gender'))
    .map((id) => row(paired && id === 'age' ? ['age', 'gender'] : [id], frame));
  const inner = rows.reduce((sum, each) => sum + each.height, 0) + Math.max(0, rows.length - 1) * m.rowGap;
  return {
    height: rows.length === 0 ? 0 : inner + 2 * m.pad,
    draw: (out, x, y) => {
      let top = y + m.pad;
      for (const each of rows) {
        each.draw(out, x + m.pad, top);
        top += each.height + m.rowGap;
      }
    },
  };
}

/** The portrait from the crown down, as much of it as the box is high: hair is never cut. */
function portraitGroup(box: Box, frame: PersonaFrame): GroupPrimitive {
  const { portrait, name } = frame.doc.info;
  // What was drawn before the photograph is kept beside it.
  const photo = frame.isPhotoLost ? null : frame.doc.info.photo;
  const alt = photo?.alt || oneLine(name) || frame.t('persona.unnamed');
  const base = { type: 'group', role: 'figure', alt, target: PORTRAIT_TARGET, bounds: box, clip: box } as const;
  if (photo) {
    const scale = Math.max(box.w / photo.width, box.h / photo.height);
    const [w, h] = [photo.width * scale, photo.height * scale];
    // Faces are in the upper half of most pictures: what is cut off is cut below.
    const at = { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) * 0.3, w, h };
    return { ...base, children: [rect(box, GROUND), { type: 'image', ...at, asset: photo.asset, alt }] };
  }
  if (portrait) {
    const view = { x: 20, y: 12, w: 160, h: (160 * box.h) / box.w };
    return { ...base, children: portraitScene(portrait, box, { view }) };
  }
  return { ...base, children: blankPortrait(box, name, frame) };
}

/** Never a grey silhouette: initials on the colours of paper. */
function blankPortrait(box: Box, name: string, frame: PersonaFrame): readonly Primitive[] {
  const initials = oneLine(name)
    .split(/[\s-]+/)
    .map((word) => Array.from(word)[0] ?? '')
    .filter((letter) => /\p{L}/u.test(letter))
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase(frame.lang);
  const r = Math.min(box.w, box.h) * 0.36;
  const [cx, cy] = [box.x + box.w / 2, box.y + box.h / 2];
  const children: Primitive[] = [
    rect(box, GROUND),
    { type: 'rect', x: cx - r, y: cy - r, w: 2 * r, h: 2 * r, radius: r, fill: DISC },
  ];
  const { initials: style } = frame.m.band;
  const k = Math.min(1, (r * 0.86) / style.font.size);
  const block = textBlock(initials, scaled(style, k), box.w, frame);
  if (initials !== '') drawBlock(children, block, cx, cy - block.height / 2, '#FCFBF7', 'center');
  return children;
}

/** Least height of the band: its facts under a portrait that still shows a face. */
export const bandLeast = (facts: Row, frame: PersonaFrame): number => facts.height + frame.m.band.portraitLeast;

/** The band from a corner of the sheet, as high as it. */
export function drawBand(
  out: Primitive[],
  facts: Row,
  { x, y }: { readonly x: number; readonly y: number },
  height: number,
  frame: PersonaFrame,
): void {
  const m = frame.m.band;
  const { info, factSlots } = frame.doc;
  const portraitHeight =
    facts.height === 0 ? height : Math.min(Math.max(m.portraitLeast, height - facts.height), m.portraitMost);
  const box = { x, y, w: m.w, h: portraitHeight };
  out.push(
    stable(frame.memo, 'portrait', [x, y, portraitHeight, m.w, info.portrait, info.photo, info.name], () =>
      portraitGroup(box, frame),
    ),
  );
  if (facts.height === 0) return;
  const ground = { x, y: y + portraitHeight, w: m.w, h: height - portraitHeight };
  const key = [x, y, portraitHeight, height, m.w, factSlots, ...BAND_ORDER.map((id) => info[id])];
  out.push(
    stable(frame.memo, 'facts', key, (): GroupPrimitive => {
      const children: Primitive[] = [artifact(ground, [rect(ground, sideOf(frame).fill)])];
      facts.draw(children, x, y + portraitHeight);
      return { type: 'group', role: 'section', bounds: ground, children };
    }),
  );
}
