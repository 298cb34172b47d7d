import type { EvidenceKind } from '../../../model/evidence';
import { EVIDENCE_KINDS } from '../../../model/evidence';
import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { drawFace, truthStar } from '../faces';
import { type EmotionLevel, LOW_SAMPLE } from '../format';
import type { JourneyMapDoc, LaneKind } from '../model';
import { lanesInOrder } from '../order';
import { drawEvidence, drawSeverity, severityWidth } from './footGlyphs';
import type { MapFrame } from './frame';
import type { TextStyle } from './metrics';
import { disc, frameRect, icon, rect } from './shapes';
import { baselineOf, textLine } from './textBlock';

/** One entry: a drawn mark and its words. */
interface LegendItem {
  readonly markWidth: number;
  readonly mark: (out: Primitive[], x: number, middle: number) => void;
  readonly text: string;
  readonly style: TextStyle;
  readonly ink: string;
}

export interface LegendOptions {
  readonly faces: readonly EmotionLevel[];
  readonly emotionText: string;
  readonly voteText: string;
  /** Swatches of pain points and opportunities (posters). */
  readonly papers: boolean;
  readonly folded: boolean;
  /** The three metrics in words, where one line has room for them. */
  readonly metrics: boolean;
  readonly width: number;
}

/** What is on the map, so that the legend explains that and nothing else. */
interface Present {
  readonly kinds: ReadonlySet<LaneKind>;
  readonly evidence: ReadonlySet<EvidenceKind>;
  readonly votes: boolean;
  readonly severity: boolean;
  readonly truth: boolean;
  readonly indicators: boolean;
  readonly lowSample: boolean;
}

const presents = new WeakMap<JourneyMapDoc, Present>();

/** Reads the map once per snapshot. */
function presentIn(doc: JourneyMapDoc): Present {
  const known = presents.get(doc);
  if (known) return known;
  const shown = lanesInOrder(doc).filter((lane) => !lane.hidden);
  const evidence = new Set<EvidenceKind>();
  let votes = false;
  let severity = false;
  const papers = new Set(shown.filter((lane) => PAPER_KINDS.has(lane.kind)).map((lane) => lane.id));
  for (const id in doc.notes) {
    const note = doc.notes[id as keyof typeof doc.notes];
    if (!note || !(papers.has(note.laneId) || note.color)) continue;
    if (note.evidence) evidence.add(note.evidence);
    votes ||= note.votes > 0;
    severity ||= note.severity !== null;
  }
  const indicators = Object.values(doc.indicators);
  const made = {
    kinds: new Set(shown.map((lane) => lane.kind)),
    evidence,
    votes,
    severity,
    truth: Object.values(doc.emotionPoints).some((point) => point.momentOfTruth),
    indicators: indicators.length > 0,
    lowSample: indicators.some(({ n }) => n !== null && n < LOW_SAMPLE),
  };
  presents.set(doc, made);
  return made;
}

const PAPER_KINDS: ReadonlySet<LaneKind> = new Set(['pain-points', 'opportunities', 'notes']);

function mediumItems(frame: MapFrame, base: Pick<LegendItem, 'style' | 'ink'>): readonly LegendItem[] {
  const { mark, markBorder } = frame.m.legend;
  const { ink } = frame.theme.color;
  return [
    {
      ...base,
      markWidth: mark,
      text: frame.t('journey.medium.online'),
      mark: (out, x, middle) => out.push(disc(x + mark / 2, middle, mark / 2, ink)),
    },
    {
      ...base,
      markWidth: mark,
      text: frame.t('journey.medium.offline'),
      mark: (out, x, middle) =>
        out.push(frameRect({ x, y: middle - mark / 2, w: mark, h: mark }, ink, markBorder, markBorder)),
    },
  ];
}

function emotionItem(frame: MapFrame, options: LegendOptions, base: Pick<LegendItem, 'style' | 'ink'>): LegendItem {
  const { face, inner } = frame.m.legend;
  return {
    ...base,
    markWidth: options.faces.length * (face + inner) - inner,
    text: options.emotionText,
    mark: (out, x, middle) =>
      options.faces.forEach((level, index) => {
        drawFace(out, level, { x: x + index * (face + inner) + face / 2, y: middle, size: face }, frame.theme);
      }),
  };
}

function paperItems(frame: MapFrame, present: Present, base: Pick<LegendItem, 'style' | 'ink'>): readonly LegendItem[] {
  const { mark } = frame.m.legend;
  const w = mark * 1.3;
  const swatch = (kind: LaneKind, color: 'corail' | 'menthe', text: string): readonly LegendItem[] =>
    present.kinds.has(kind)
      ? [
          {
            ...base,
            markWidth: w,
            text,
            mark: (out, x, middle) => {
              out.push(rect({ x, y: middle - mark / 2, w, h: mark }, frame.theme.note[color].fill));
            },
          },
        ]
      : [];
  return [
    ...swatch('pain-points', 'corail', frame.t('journey.legend.painPoint')),
    ...swatch('opportunities', 'menthe', frame.t('journey.legend.opportunity')),
  ];
}

function evidenceItems(
  frame: MapFrame,
  present: Present,
  base: Pick<LegendItem, 'style' | 'ink'>,
): readonly LegendItem[] {
  const size = frame.m.legend.mark * 0.8;
  return EVIDENCE_KINDS.filter((kind) => present.evidence.has(kind)).map((kind) => ({
    ...base,
    markWidth: size,
    text: frame.t(`journey.evidence.${kind}`).toLocaleLowerCase(frame.lang),
    mark: (out, x, middle) => drawEvidence(out, kind, x, middle - size / 2, size, base.ink),
  }));
}

function severityItem(frame: MapFrame, base: Pick<LegendItem, 'style' | 'ink'>): LegendItem {
  const glyph = frame.m.legend.mark * 0.8;
  return {
    ...base,
    markWidth: severityWidth(glyph),
    text: frame.t('journey.legend.severity'),
    mark: (out, x, middle) => drawSeverity(out, 3, x, middle, glyph, base.ink),
  };
}

function itemsOf(frame: MapFrame, options: LegendOptions): readonly LegendItem[] {
  const present = presentIn(frame.doc);
  const { mark, text, strong } = frame.m.legend;
  const base = { style: text, ink: frame.theme.color.ink2 };
  const none = { ...base, markWidth: 0, mark: () => {} };
  const items: LegendItem[] = [];
  if (present.kinds.has('touchpoints')) items.push(...mediumItems(frame, base));
  if (present.kinds.has('emotion')) items.push(emotionItem(frame, options, base));
  if (present.truth) {
    const star = (out: Primitive[], x: number, middle: number) =>
      out.push(truthStar(x + mark / 2, middle, mark * 1.2, frame.theme));
    items.push({ ...base, markWidth: mark, text: frame.t('journey.outline.momentOfTruth'), mark: star });
  }
  if (options.papers) items.push(...paperItems(frame, present, base));
  if (present.votes) items.push(voteItem(frame, options.voteText, strong));
  items.push(...evidenceItems(frame, present, base));
  if (present.severity) items.push(severityItem(frame, base));
  if (options.folded) {
    const caret = (out: Primitive[], x: number, middle: number) =>
      out.push(icon('caret-right', x, middle - mark / 2, mark, base.ink));
    items.push({ ...base, markWidth: mark, text: frame.t('journey.legend.folded'), mark: caret });
  }
  if (options.metrics && present.indicators) items.push({ ...none, text: frame.t('journey.legend.metrics') });
  if (present.lowSample) items.push({ ...none, text: frame.t('journey.legend.lowSample', { n: LOW_SAMPLE }) });
  return items;
}

const voteItem = (frame: MapFrame, text: string, style: TextStyle): LegendItem => ({
  style,
  ink: frame.theme.name === 'projectorDark' ? frame.theme.color.ink : frame.theme.voteText,
  markWidth: frame.m.note.voteDot,
  text,
  mark: (out, x, middle) => {
    const fill = frame.theme.name === 'projectorDark' ? frame.theme.color.blue : frame.theme.vote;
    out.push(disc(x + frame.m.note.voteDot / 2, middle, frame.m.note.voteDot / 2, fill));
  },
});

export interface Legend {
  /** The same for legends that look the same. */
  readonly key: string;
  readonly width: number;
  readonly height: number;
  draw(out: Primitive[], x: number, y: number): void;
}

/** The legend, its entries flowing over as many lines as the width needs. */
export function legend(frame: MapFrame, options: LegendOptions): Legend {
  const made = flow(frame, options);
  if (made.rows === 1) return made;
  const withoutMetrics = flow(frame, { ...options, metrics: false });
  if (withoutMetrics.rows === 1) return withoutMetrics;
  const brief = { ...options, metrics: false, emotionText: frame.t('journey.legend.emotionShort') };
  const shorter = flow(frame, brief);
  return shorter.rows < withoutMetrics.rows ? shorter : withoutMetrics;
}

function flow(frame: MapFrame, options: LegendOptions): Legend & { readonly rows: number } {
  const { inner, rowGap, text: style } = frame.m.legend;
  const items = itemsOf(frame, options).map((item) => {
    const textWidth = frame.measure.width(item.text, item.style.font);
    return { item, textWidth, width: item.markWidth + (item.markWidth > 0 ? inner : 0) + textWidth };
  });
  const gap = gapFor(items, frame.m.legend.gap, options.width);
  const rowHeight = Math.max(style.lineHeight, frame.m.legend.face);
  const places: { readonly x: number; readonly y: number }[] = [];
  let x = 0;
  let y = 0;
  let widest = 0;
  for (const { width } of items) {
    if (x > 0 && x + width > options.width + 0.01) {
      x = 0;
      y += rowHeight + rowGap;
    }
    places.push({ x, y });
    x += width + gap;
    widest = Math.max(widest, x - gap);
  }
  const draw = (out: Primitive[], left: number, top: number): void => {
    items.forEach((entry, index) => {
      const place = places[index];
      if (place) out.push(drawItem(entry, left + place.x, top + place.y, rowHeight, frame));
    });
  };
  const rows = 1 + Math.round(y / (rowHeight + rowGap));
  const key = `${gap}|${items.map(({ item }) => item.text).join()}`;
  return { key, width: widest, height: items.length === 0 ? 0 : y + rowHeight, rows, draw };
}

/** A narrower gap where that keeps everything on one line. */
function gapFor(items: readonly { readonly width: number }[], wished: number, room: number): number {
  const widths = items.reduce((sum, { width }) => sum + width, 0);
  const left = (room - widths) / Math.max(1, items.length - 1);
  return left < wished && left >= wished * 0.5 ? left : wished;
}

function drawItem(
  entry: { readonly item: LegendItem; readonly textWidth: number; readonly width: number },
  x: number,
  y: number,
  height: number,
  frame: MapFrame,
): GroupPrimitive {
  const { item, textWidth, width } = entry;
  const children: Primitive[] = [];
  const middle = y + height / 2;
  item.mark(children, x, middle);
  const textX = x + item.markWidth + (item.markWidth > 0 ? frame.m.legend.inner : 0);
  const baseline = middle - item.style.lineHeight / 2 + baselineOf(item.style);
  children.push(textLine({ text: item.text, width: textWidth }, item.style, textX, baseline, item.ink));
  return { type: 'group', role: 'p', bounds: { x, y, w: width, h: height }, children };
}
