import type { EvidenceKind } from '../../../model/evidence';
import { EVIDENCE_KINDS } from '../../../model/evidence';
import { memoised } from '../../../model/reading';
import type { Primitive } from '../../../scene/primitives';
import { drawFace, truthStar } from '../../pieces/faces';
import { drawEvidence, drawSeverity, severityWidth } from '../../pieces/footGlyphs';
import { stable } from '../../pieces/layoutMemo';
import { type FlowedLegend, flowLegend, type Legend, type LegendItem } from '../../pieces/legend';
import { meets, notesOnPoster } from '../../pieces/noteFilter';
import { disc, frameRect, icon, rect } from '../../pieces/shapes';
import type { TextStyle } from '../../pieces/textStyle';
import type { EmotionLevel } from '../../pieces/valence';
import { LOW_SAMPLE } from '../format';
import type { JourneyMapDoc, Jump, LaneKind, Note } from '../model';
import { lanesInOrder, noteLists } from '../order';
import { type CurveFacts, curveFacts, curveItems } from './curveLegend';
import type { MapFrame } from './frame';
import { lanePaper } from './lanePapers';
import { pathParts } from './latePath';
import { type OpinionFacts, opinionFacts, opinionItems } from './opinionBand';

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

/**
 * What it takes to draw a legend. Not the document: a legend is kept for as long as it says the same, and with it whatever its
 * marks are drawn with; one edit after the other, it would keep every note as it was at first.
 */
type LegendInk = Pick<MapFrame, 't' | 'lang' | 'measure' | 'theme' | 'palette' | 'm'>;

const inkOf = ({ t, lang, measure, theme, palette, m }: MapFrame): LegendInk => ({
  t,
  lang,
  measure,
  theme,
  palette,
  m,
});

/** What a legend says beside what is on the map. */
interface Facts {
  readonly present: Present;
  readonly curves: CurveFacts;
  readonly opinions: OpinionFacts;
  /** The ways beside a path; null on the grid, which alone has notes and curves. */
  readonly ways: readonly Jump[] | null;
  /** How many notes of the map the filter leaves out. */
  readonly hidden: number;
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

/** What the notes of one cell show; of those that were given a paper of their own apart, for rows that have none. */
const shownBy = memoised((notes: readonly Note[]) => {
  const tell = (list: readonly Note[]) => ({
    evidence: new Set(list.flatMap((note) => note.evidence ?? [])),
    votes: list.some((note) => note.votes > 0),
    severity: list.some((note) => note.severity !== null),
  });
  return { all: tell(notes), colored: tell(notes.filter((note) => note.color !== null)) };
});

const anyTruth = memoised((points: JourneyMapDoc['emotionPoints']): boolean =>
  Object.values(points).some((point) => point.momentOfTruth),
);

const measured = memoised((all: JourneyMapDoc['indicators']): Pick<Present, 'indicators' | 'lowSample'> => {
  const indicators = Object.values(all);
  return {
    indicators: indicators.length > 0,
    lowSample: indicators.some(({ n }) => n !== null && n < LOW_SAMPLE),
  };
});

const presents = new WeakMap<JourneyMapDoc, Present>();

/** Reads the map once per snapshot. */
function presentIn(doc: JourneyMapDoc): Present {
  const known = presents.get(doc);
  if (known) return known;
  const shown = lanesInOrder(doc).filter((lane) => !lane.hidden);
  const evidence = new Set<EvidenceKind>();
  let votes = false;
  let severity = false;
  const papers = new Set(shown.filter((lane) => lanePaper(lane) !== null).map((lane) => lane.id));
  for (const notes of noteLists(doc)) {
    const laneId = notes[0]?.laneId;
    const shown = laneId && papers.has(laneId) ? shownBy(notes).all : shownBy(notes).colored;
    for (const kind of shown.evidence) evidence.add(kind);
    votes ||= shown.votes;
    severity ||= shown.severity;
  }
  const made = {
    kinds: new Set(shown.map((lane) => lane.kind)),
    evidence,
    votes,
    severity,
    truth: anyTruth(doc.emotionPoints),
    ...measured(doc.indicators),
  };
  presents.set(doc, made);
  return made;
}

const posters = new WeakMap<JourneyMapDoc['notes'], JourneyMapDoc>();

/** The map with the notes that its poster shows. */
function onPoster({ doc, filter }: MapFrame): JourneyMapDoc {
  const notes = notesOnPoster(doc.notes, filter);
  if (notes === doc.notes) return doc;
  const known = posters.get(notes) ?? { ...doc, notes };
  posters.set(notes, known);
  return known;
}

function mediumItems(frame: LegendInk, base: Pick<LegendItem, 'style' | 'ink'>): readonly LegendItem[] {
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

function emotionItem(frame: LegendInk, options: LegendOptions, base: Pick<LegendItem, 'style' | 'ink'>): LegendItem {
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

function paperItems(
  frame: LegendInk,
  present: Present,
  base: Pick<LegendItem, 'style' | 'ink'>,
): readonly LegendItem[] {
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
  frame: LegendInk,
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

function severityItem(frame: LegendInk, base: Pick<LegendItem, 'style' | 'ink'>): LegendItem {
  const glyph = frame.m.legend.mark * 0.8;
  return {
    ...base,
    markWidth: severityWidth(glyph),
    text: frame.t('journey.legend.severity'),
    mark: (out, x, middle) => drawSeverity(out, 3, x, middle, glyph, base.ink),
  };
}

/** How many notes of the map the filter leaves out. */
function hiddenCount({ doc, filter }: MapFrame): number {
  if (!filter) return 0;
  const paper = new Map(lanesInOrder(doc).map((lane) => [lane.id, lanePaper(lane)]));
  return Object.values(doc.notes).filter((note) => !meets(note, filter, paper.get(note.laneId) ?? null)).length;
}

function itemsOf(facts: Facts, frame: LegendInk, options: LegendOptions): readonly LegendItem[] {
  const { present, ways, hidden } = facts;
  const { mark, text, strong } = frame.m.legend;
  const base = { style: text, ink: frame.theme.color.ink2 };
  const none = { ...base, markWidth: 0, mark: () => {} };
  const items: LegendItem[] = [];
  if (present.kinds.has('touchpoints')) items.push(...mediumItems(frame, base));
  if (present.kinds.has('emotion')) items.push(emotionItem(frame, options, base));
  if (!ways) items.push(...curveItems(facts.curves, frame, base), ...opinionItems(facts.opinions, frame, base));
  if (present.truth) {
    const star = (out: Primitive[], x: number, middle: number) =>
      out.push(truthStar(x + mark / 2, middle, mark * 1.2, frame.theme));
    items.push({ ...base, markWidth: mark, text: frame.t('journey.outline.momentOfTruth'), mark: star });
  }
  if (ways) items.push(...(pathParts()?.PATH.legend(ways, frame, base) ?? []));
  else {
    if (options.papers) items.push(...paperItems(frame, present, base));
    if (present.votes) items.push(voteItem(frame, options.voteText, strong));
    items.push(...evidenceItems(frame, present, base));
    if (present.severity) items.push(severityItem(frame, base));
  }
  if (options.folded) {
    const caret = (out: Primitive[], x: number, middle: number) =>
      out.push(icon('caret-right', x, middle - mark / 2, mark, base.ink));
    items.push({ ...base, markWidth: mark, text: frame.t('journey.legend.folded'), mark: caret });
  }
  if (options.metrics && present.indicators) items.push({ ...none, text: frame.t('journey.legend.metrics') });
  if (hidden > 0)
    items.push({
      ...none,
      style: strong,
      ink: frame.theme.color.ink,
      text: frame.t('journey.legend.hidden', { count: hidden }),
    });
  if (present.lowSample) items.push({ ...none, text: frame.t('journey.legend.lowSample', { n: LOW_SAMPLE }) });
  return items;
}

const voteItem = (frame: LegendInk, text: string, style: TextStyle): LegendItem => ({
  style,
  ink: frame.theme.isDark ? frame.theme.color.ink : frame.theme.voteText,
  markWidth: frame.m.note.voteDot,
  text,
  mark: (out, x, middle) => {
    const fill = frame.theme.isDark ? frame.theme.color.blue : frame.theme.vote;
    out.push(disc(x + frame.m.note.voteDot / 2, middle, frame.m.note.voteDot / 2, fill));
  },
});

const flow = (facts: Facts, frame: LegendInk, options: LegendOptions): FlowedLegend =>
  flowLegend(itemsOf(facts, frame, options), frame, options.width);

/** The legend, its entries flowing over as many lines as the width needs. */
export function legend(frame: MapFrame, options: LegendOptions): Legend {
  const { lanes, jumps, info } = frame.doc;
  const isPath = info.form === 'path';
  const facts: Facts = {
    present: presentIn(onPoster(frame)),
    curves: curveFacts(frame),
    opinions: opinionFacts(frame),
    ways: isPath ? Object.values(jumps) : null,
    hidden: isPath ? 0 : hiddenCount(frame),
  };
  if (frame.isPoster) return makeLegend(facts, inkOf(frame), options);
  // What it says hardly ever changes with an edit.
  const { kinds, evidence, ...more } = facts.present;
  const { band, split } = facts.opinions;
  const said = [...kinds, ...evidence, ...Object.values(more), ...Object.values(options)].join();
  const seen = [said, facts.curves, band, split, lanes, frame.personas, facts.hidden, isPath && jumps, pathParts()];
  return stable(frame.memo, 'legendMade', seen, () => makeLegend(facts, inkOf(frame), options));
}

function makeLegend(facts: Facts, frame: LegendInk, options: LegendOptions): Legend {
  const made = flow(facts, frame, options);
  if (made.rows === 1) return made;
  const withoutMetrics = flow(facts, frame, { ...options, metrics: false });
  if (withoutMetrics.rows === 1) return withoutMetrics;
  const brief = { ...options, metrics: false, emotionText: frame.t('journey.legend.emotionShort') };
  const shorter = flow(facts, frame, brief);
  return shorter.rows < withoutMetrics.rows ? shorter : withoutMetrics;
}
