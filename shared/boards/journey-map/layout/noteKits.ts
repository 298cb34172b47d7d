import type { NoteColor } from '../../../model/note';
import type { LateKit } from '../../../scene/lateGroup';
import type { Box, GroupPrimitive, Primitive, Target } from '../../../scene/primitives';
import { quoted, quoteMarks, typographic } from '../../../text/typography';
import { type Drawn, memoryOf, recall } from '../../pieces/layoutMemo';
import { drawSideMarks, type SideMarks, sideMarks } from '../../pieces/noteFoot';
import { drawPaper, type PaperLook, type PaperShape, paperBounds, paperShape } from '../../pieces/paperNote';
import { baselineOf, drawBlock, editBoxOf, type TextBlock, textBlock, textLine } from '../../pieces/textBlock';
import type { Pad, TextStyle } from '../../pieces/textStyle';
import { isByPersona } from '../byPersona';
import { type Lane, type LaneKind, type Note, STEP_LANES } from '../model';
import { contentWords, footWords, SAYS_WHO } from '../noteWords';
import type { MapFrame, Row } from './frame';
import { lanePaper } from './lanePapers';
import { type NoteKit, noteLane } from './noteLane';
import { personaGridRow } from './personaGrid';

/** One look per paper: what is measured is remembered by it. */
const LOOKS: Readonly<Record<NoteColor, PaperLook>> = {
  craie: { color: 'craie' },
  ciel: { color: 'ciel' },
  jonquille: { color: 'jonquille' },
  lilas: { color: 'lilas' },
  corail: { color: 'corail' },
  menthe: { color: 'menthe' },
};

const sayingWho = (look: PaperLook): PaperLook => ({
  ...look,
  // Papers of a journey are its notes.
  words: (note, frame) => footWords(note as unknown as Note, frame),
});

/** The same for rows whose notes say who does what by when. */
const WHO_LOOKS: Readonly<Record<NoteColor, PaperLook>> = {
  craie: sayingWho(LOOKS.craie),
  ciel: sayingWho(LOOKS.ciel),
  jonquille: sayingWho(LOOKS.jonquille),
  lilas: sayingWho(LOOKS.lilas),
  corail: sayingWho(LOOKS.corail),
  menthe: sayingWho(LOOKS.menthe),
};

/** What it takes to draw a note that was measured. Not the document: drawing may have to wait. */
type Ink = Pick<MapFrame, 't' | 'lang' | 'measure' | 'theme' | 'm' | 'isPoster' | 'memo'>;

const inkOf = ({ t, lang, measure, theme, m, isPoster, memo }: MapFrame): Ink => ({
  t,
  lang,
  measure,
  theme,
  m,
  isPoster,
  memo,
});

const paperBox = ({ width, height }: PaperShape, x: number, y: number): Box => ({ x, y, w: width, h: height });

const noteTarget = (id: string): Target => ({ kind: 'note', id });

interface PlainShape {
  readonly paper: null;
  readonly note: Note;
  readonly width: number;
  readonly text: TextBlock;
  readonly badge: { readonly text: string; readonly width: number } | null;
  readonly side: SideMarks;
  /** What it is, under its text. */
  readonly detail: TextBlock | null;
  readonly height: number;
}

type CellShape = PlainShape | { readonly paper: PaperShape; readonly height: number };

interface PlainStyle {
  readonly pad: Pad;
  readonly gap: number;
  readonly text: TextStyle;
  readonly voice: boolean;
  readonly badge: boolean;
  readonly centered: boolean;
  /** Says under each note what content it is. */
  readonly details?: boolean;
}

/** A short name that the team gave an owner. */
const LONGEST_BADGE = 4;

/** Two letters for an owner: what the team wrote as its short name, else the first letters of the name. */
function badgeText(note: Note): string {
  if (note.author && [...note.author].length <= LONGEST_BADGE) return note.author;
  const all = note.text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  // Articles and prepositions stand for nobody, unless the name has nothing else.
  const long = all.filter((word) => word.length > 3);
  const words = long.length > 0 ? long : all;
  const letters =
    words.length > 1 ? words.slice(0, 2).map((word) => [...word][0] ?? '') : [...(words[0] ?? '')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}

function badgeOf(note: Note, frame: MapFrame): PlainShape['badge'] {
  const text = badgeText(note);
  if (text === '') return null;
  const { badge, badgeWidth } = frame.m.owner;
  return { text, width: Math.max(badgeWidth, frame.measure.width(text, badge.font) + badgeWidth / 4) };
}

function measurePlain(note: Note, width: number, frame: MapFrame, style: PlainStyle): PlainShape {
  const badge = style.badge ? badgeOf(note, frame) : null;
  const side = sideMarks(note, frame);
  const inner = width - (badge ? badge.width + frame.m.owner.gap : 0) - side.width;
  const drawn = style.voice ? quoted(note.text, frame.lang) : typographic(note.text, frame.lang);
  const text = textBlock(drawn, style.text, inner, frame);
  const what = style.details ? contentWords(note, frame) : '';
  const detail = what === '' ? null : textBlock(typographic(what, frame.lang), frame.m.note.footer, inner, frame);
  return {
    paper: null,
    note,
    width,
    text,
    badge,
    side,
    detail,
    height: Math.max(text.height + (detail?.height ?? 0), badge ? frame.m.owner.badgeHeight : 0),
  };
}

function drawBadge(out: Primitive[], shape: PlainShape, x: number, y: number, frame: Ink): number {
  if (!shape.badge) return x;
  const { badge, badgeHeight, badgeRadius, gap } = frame.m.owner;
  const { width, text } = shape.badge;
  const top = y + (shape.height - badgeHeight) / 2;
  out.push({
    type: 'rect',
    x,
    y: top,
    w: width,
    h: badgeHeight,
    radius: badgeRadius,
    fill: frame.theme.color.blueSoft,
  });
  const line = { text, width: frame.measure.width(text, badge.font) };
  const baseline = top + (badgeHeight - badge.lineHeight) / 2 + baselineOf(badge);
  out.push(textLine(line, badge, x + width / 2, baseline, frame.theme.color.blueDeep, 'center'));
  return x + width + gap;
}

const plainBounds = ({ width, height }: PlainShape, x: number, y: number): Box => ({ x, y, w: width, h: height });

function drawPlain(shape: PlainShape, x: number, y: number, frame: Ink, style: PlainStyle): GroupPrimitive {
  const { width } = shape;
  const children: Primitive[] = [];
  const left = drawBadge(children, shape, x, y, frame);
  const below = shape.detail?.height ?? 0;
  const top = y + (shape.height - shape.text.height - below) / 2;
  drawBlock(children, shape.text, left, top, frame.theme.color.ink);
  if (shape.detail) drawBlock(children, shape.detail, left, top + shape.text.height, frame.theme.color.ink2);
  const lastLine = top + shape.text.height - shape.text.style.lineHeight / 2;
  drawSideMarks(children, shape.side, x + width, lastLine, frame);
  const marks = quoteMarks(frame.lang);
  const around = style.voice ? { prefix: marks.open, suffix: marks.close } : {};
  const box = { x: left, y: top, w: x + width - shape.side.width - left };
  return {
    type: 'group',
    role: 'p',
    target: { kind: 'note', id: shape.note.id },
    bounds: plainBounds(shape, x, y),
    children,
    ...(frame.isPoster
      ? {}
      : {
          editBox: editBoxOf(shape.text, box, shape.note.text, frame.theme.color.ink, {
            ...around,
            background: frame.theme.color.paper,
          }),
        }),
  };
}

/** Notes written on the sheet itself; one that was given a colour is a sticky here too. */
function plainKit(frame: MapFrame, style: PlainStyle): NoteKit<CellShape> {
  const memory = memoryOf<CellShape>(frame.memo, 'plain');
  return {
    pad: style.pad,
    gap: style.gap,
    centered: style.centered,
    columnEvery: frame.m.plainEvery ?? Number.POSITIVE_INFINITY,
    look: { name: style.badge ? 'badge' : style.voice ? 'voice' : 'plain', style: style.text },
    measure: (note, width): Drawn<CellShape> =>
      recall(memory, note, style.text, width, () => {
        // A picture needs paper to stand on.
        if (!note.color && !note.image) return measurePlain(note, width, frame, style);
        const paper = paperShape(note, width, frame, LOOKS[note.color ?? 'craie']).shape;
        return { paper, height: paper.height };
      }),
    late: plainDrawing(inkOf(frame), style),
  };
}

// Made apart from their kits: functions of one scope hold on to all that any of them uses, and a kit measures with the document.

function plainDrawing(ink: Ink, style: PlainStyle): LateKit<CellShape> {
  return {
    bounds: (shape, x, y) =>
      shape.paper ? paperBounds(shape.paper, x, y, ink, shape.height) : plainBounds(shape, x, y),
    target: (shape) => noteTarget((shape.paper ?? shape).note.id),
    targetBounds: (shape, x, y) => (shape.paper ? paperBox(shape.paper, x, y) : plainBounds(shape, x, y)),
    draw: (shape, x, y) => (shape.paper ? drawPaper(shape.paper, x, y, ink) : drawPlain(shape, x, y, ink, style)),
  };
}

function paperDrawing(ink: Ink): LateKit<PaperShape> {
  return {
    bounds: (shape, x, y) => paperBounds(shape, x, y, ink, shape.height),
    target: ({ note }) => noteTarget(note.id),
    targetBounds: paperBox,
    draw: (shape, x, y) => drawPaper(shape, x, y, ink),
  };
}

function paperKit(frame: MapFrame, paper: PaperLook, pictures: boolean): NoteKit<PaperShape> {
  return {
    pad: frame.m.note.cellPad,
    gap: frame.m.note.gap,
    centered: false,
    // Pictures of a stage stand side by side, like the frames of a storyboard.
    columnEvery: (pictures ? 1 : frame.m.paperSteps) * frame.m.moment,
    look: { name: 'paper', style: paper },
    measure: (note, width) => paperShape(note, width, frame, paper),
    late: paperDrawing(inkOf(frame)),
  };
}

function plainStyle(kind: LaneKind, frame: MapFrame): PlainStyle {
  const { m } = frame;
  if (kind === 'actions' || STEP_LANES.has(kind)) return { ...m.actions, voice: false, badge: false, centered: false };
  if (kind === 'thoughts') return { ...m.thoughts, voice: true, badge: false, centered: false };
  return { ...m.contents, voice: false, badge: kind === 'owner', centered: true, details: kind === 'contents' };
}

/** A row whose cells hold notes. */
export function notesRow(lane: Lane, frame: MapFrame): Row {
  const paper = lanePaper(lane);
  const rowOf = isByPersona(frame.doc, lane) ? personaGridRow : noteLane;
  return paper
    ? rowOf(lane, frame, paperKit(frame, (SAYS_WHO.has(lane.kind) ? WHO_LOOKS : LOOKS)[paper], lane.kind === 'images'))
    : rowOf(lane, frame, plainKit(frame, plainStyle(lane.kind, frame)));
}
