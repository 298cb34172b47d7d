import fc from 'fast-check';
import type {
  ClusterId,
  EmotionPointId,
  IndicatorId,
  LaneId,
  NoteId,
  PersonaId,
  StageId,
  StepId,
  TouchpointId,
} from '../../shared/base/ids';
import { INFO_DEFAULTS, STAGE_DEFAULTS } from '../../shared/boards/journey-map/defaults';
import {
  CONTENT_STATUSES,
  CONTENT_TYPES,
  CURVE_CHOICES,
  CURVE_DISPLAYS,
  DECISIONS,
} from '../../shared/boards/journey-map/enums';
import {
  CHANNELS,
  type Cluster,
  type EmotionPoint,
  holdsNotes,
  type Indicator,
  type JourneyMapDoc,
  LANE_KINDS,
  type Lane,
  METRICS,
  type Note,
  PHASES,
  type Stage,
  type Step,
  type Touchpoint,
} from '../../shared/boards/journey-map/model';
import { EVIDENCE_KINDS } from '../../shared/model/evidence';
import { NOTE_COLORS } from '../../shared/model/note';
import type { TextMeasurer } from '../../shared/text/measure';

/** Half an em for every character: quick, and the same everywhere. */
export const plainMeasurer: TextMeasurer = {
  width: (text, font) => Array.from(text).length * font.size * (0.5 + (font.tracking ?? 0)),
};

const WORDS = [
  'a',
  'le',
  'client',
  'attend',
  'comprend',
  'réservation',
  'magasin',
  'anticonstitutionnellement',
  'vite',
  '!',
];

const words = (most: number) => fc.array(fc.constantFrom(...WORDS), { maxLength: most }).map((list) => list.join(' '));

const orderKey = fc.integer({ min: 0, max: 999 }).map((value) => `a${String(value).padStart(3, '0')}`);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const rating = orNull(fc.integer({ min: 1, max: 5 }));

const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<T['id'], T> =>
  Object.fromEntries(all.map((one) => [one.id, one])) as Record<T['id'], T>;

interface Skeleton {
  readonly stages: readonly Stage[];
  readonly steps: readonly Step[];
  readonly lanes: readonly Lane[];
}

function skeleton(counts: readonly number[], lanes: readonly Lane[], titles: readonly string[]): Skeleton {
  const stages = counts.map((_, at) => ({
    id: `s${at}` as StageId,
    order: `a${String(at).padStart(3, '0')}`,
    title: titles[at % Math.max(1, titles.length)] ?? '',
    phase: PHASES[at % 3] ?? 'pre',
    duration: at % 2 ? '12 jours' : '',
    help: '',
    ...STAGE_DEFAULTS,
    ...(at % 3 === 0 ? { entered: 1000 - 90 * at, left: 40 * at } : {}),
    deadTime: at % 4 === 1 ? 1440 * at : null,
  }));
  const steps = counts.flatMap((count, stage) =>
    Array.from({ length: count }, (_, at) => ({
      id: `p${stage}x${at}` as StepId,
      stageId: `s${stage}` as StageId,
      order: `a${String(at).padStart(3, '0')}`,
      title: '',
    })),
  );
  return { stages, steps, lanes };
}

const lane = fc.record({
  kind: fc.constantFrom(...LANE_KINDS),
  order: orderKey,
  title: words(3),
  hidden: fc.boolean().map((value) => value && false),
  folded: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
  color: fc.constantFrom(null, null, ...NOTE_COLORS),
  minHeight: fc.constantFrom(0, 0, 0, 180),
  byPersona: fc.boolean(),
  personaId: fc.constantFrom(null, null, null, 'q0' as PersonaId),
  curves: fc.constantFrom('both' as const, 'both' as const, ...CURVE_CHOICES),
  display: fc.constantFrom('faces' as const, 'faces' as const, ...CURVE_DISPLAYS),
  intensity: fc.boolean(),
});

const skeletonArbitrary = (most: { readonly stages: number; readonly steps: number }): fc.Arbitrary<Skeleton> =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 0, max: most.steps }), { minLength: 1, maxLength: most.stages }),
      fc.array(lane, { minLength: 1, maxLength: 9 }),
      fc.array(words(4), { minLength: 1, maxLength: 4 }),
    )
    .map(([counts, lanes, titles]) =>
      skeleton(
        counts,
        lanes.map((one, at): Lane => ({ id: `l${at}` as LaneId, ...one })),
        titles,
      ),
    );

const noteFields = fc.record({
  order: orderKey,
  text: words(14),
  color: fc
    .integer({ min: 0, max: 5 })
    .chain((value) => (value === 0 ? fc.constantFrom(...NOTE_COLORS) : fc.constant(null))),
  evidence: orNull(fc.constantFrom(...EVIDENCE_KINDS)),
  source: fc.constant(''),
  author: fc.constantFrom('', '', 'MB', 'Marie-Claire Dupont-Lavigne'),
  votes: fc.constantFrom(0, 0, 3, 120),
  locked: fc.boolean(),
  tags: fc.subarray(['prix', 'à creuser']),
  image: fc.constant(null),
  clusterId: fc.constant(null),
  links: fc.constant<Note['links']>([]),
  severity: rating,
  impact: rating,
  effort: rating,
  personaId: fc.constantFrom(null, null, 'q0' as PersonaId, 'q1' as PersonaId),
  contentType: orNull(fc.constantFrom(...CONTENT_TYPES)),
  status: orNull(fc.constantFrom(...CONTENT_STATUSES)),
  owner: fc.constantFrom('', '', 'Service client'),
  due: fc.constantFrom('', '2026-12-01'),
  decision: orNull(fc.constantFrom(...DECISIONS)),
});

interface Place {
  readonly lane: number;
  readonly stage: number;
  readonly step: number;
}

const place: fc.Arbitrary<Place> = fc.record({ lane: fc.nat(50), stage: fc.nat(50), step: fc.nat(50) });

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

function notes(
  base: Skeleton,
  drawn: readonly (readonly [Place, Omit<Note, 'id' | 'laneId' | 'stageId' | 'stepId'>])[],
): Note[] {
  const holders = base.lanes.filter(({ kind }) => holdsNotes(kind));
  return drawn.flatMap(([at, fields], index) => {
    const laneOf = pick(holders, at.lane);
    const stage = pick(base.stages, at.stage);
    if (!laneOf || !stage) return [];
    const steps = base.steps.filter((step) => step.stageId === stage.id);
    const stepId = at.step % 3 === 0 ? null : (pick(steps, at.step)?.id ?? null);
    return { id: `n${index}` as NoteId, laneId: laneOf.id, stageId: stage.id, stepId, ...fields };
  });
}

function inLanes<T>(
  base: Skeleton,
  kind: Lane['kind'],
  drawn: readonly (readonly [Place, T])[],
): readonly { readonly laneId: LaneId; readonly stepId: StepId; readonly fields: T; readonly index: number }[] {
  const lanes = base.lanes.filter((one) => one.kind === kind);
  return drawn.flatMap(([at, fields], index) => {
    const laneOf = pick(lanes, at.lane);
    const step = pick(base.steps, at.step);
    return laneOf && step ? { laneId: laneOf.id, stepId: step.id, fields, index } : [];
  });
}

const touchpointFields = fc.record({
  order: orderKey,
  label: words(5),
  channel: fc.constantFrom(...CHANNELS),
  medium: fc.constantFrom('online' as const, 'offline' as const),
});

const emotionFields = fc.record({
  offset: fc.double({ min: 0, max: 1, noNaN: true }),
  // Files know no negative zero.
  valence: fc.double({ min: -2, max: 2, noNaN: true }).map((value) => value + 0),
  word: fc.constantFrom('', '', 'soulagée'),
  quote: fc.oneof(fc.constant(''), words(9)),
  momentOfTruth: fc.boolean(),
  personaId: fc.constantFrom(null, 'q0' as PersonaId, 'q1' as PersonaId),
  state: fc.constantFrom('current' as const, 'current' as const, 'target' as const),
  intensity: orNull(fc.integer({ min: 0, max: 100 })),
  links: fc.constant<EmotionPoint['links']>([]),
});

const indicatorFields = fc.record({
  order: orderKey,
  metric: fc.constantFrom(...METRICS),
  value: fc.integer({ min: 1, max: 7 }),
  n: orNull(fc.nat(4000)),
  trend: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 8 }),
});

const groupFields = fc.record({
  order: orderKey,
  title: words(5),
  folded: fc.boolean(),
});

type Grouping = readonly [at: number, size: number, fields: Pick<Cluster, 'order' | 'title' | 'folded'>];

const grouping: fc.Arbitrary<Grouping> = fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 4 }), groupFields);

/** Puts notes of one cell under a title, as often as asked. */
function grouped(all: readonly Note[], groupings: readonly Grouping[]): Pick<JourneyMapDoc, 'notes' | 'clusters'> {
  const notes = new Map(all.map((note) => [note.id, note]));
  const clusters: Cluster[] = [];
  groupings.forEach(([at, size, fields], index) => {
    const loose = [...notes.values()].filter(({ clusterId }) => clusterId === null);
    const first = pick(loose, at);
    if (!first) return;
    const { laneId, stageId, stepId } = first;
    const id = `g${index}` as ClusterId;
    const mates = loose.filter(
      (note) => note.laneId === laneId && note.stageId === stageId && note.stepId === stepId && note !== first,
    );
    clusters.push({ id, laneId, stageId, stepId, ...fields });
    for (const note of [first, ...mates.slice(0, size - 1)]) notes.set(note.id, { ...note, clusterId: id });
  });
  return { notes: byId([...notes.values()]), clusters: byId(clusters) };
}

export interface MapSize {
  readonly stages: number;
  readonly steps: number;
  readonly notes: number;
}

/** Any journey map up to a size: odd stages, lanes of one kind twice, crowded cells, quotes without room. */
export const arbitraryJourneyMap = (size: MapSize): fc.Arbitrary<JourneyMapDoc> =>
  fc
    .tuple(
      skeletonArbitrary(size),
      fc.array(fc.tuple(place, noteFields), { maxLength: size.notes }),
      fc.array(fc.tuple(place, touchpointFields), { maxLength: 12 }),
      fc.array(fc.tuple(place, emotionFields), { maxLength: 14 }),
      fc.array(fc.tuple(place, indicatorFields), { maxLength: 12 }),
      words(9),
      fc.array(grouping, { maxLength: 4 }),
      fc.record({ purchaseLine: fc.boolean(), contact: fc.option(fc.nat(20), { nil: null }) }),
    )
    .map(([base, noteList, touchpointList, emotionList, indicatorList, title, groupings, lines]) => {
      const touchpoints = inLanes(base, 'touchpoints', touchpointList).map(
        ({ laneId, stepId, fields, index }): Touchpoint => ({
          id: `t${index}` as TouchpointId,
          laneId,
          stepId,
          ...fields,
          owner: '',
          controlled: null,
          measure: '',
          links: [],
        }),
      );
      const emotionPoints = inLanes(base, 'emotion', emotionList).map(
        ({ laneId, stepId, fields, index }): EmotionPoint => ({
          id: `e${index}` as EmotionPointId,
          laneId,
          stepId,
          ...fields,
        }),
      );
      const indicators = inLanes(base, 'indicators', indicatorList).map(
        ({ laneId, stepId, fields, index }): Indicator => ({
          id: `i${index}` as IndicatorId,
          laneId,
          stepId,
          ...fields,
        }),
      );
      return {
        kind: 'journey-map',
        schema: 4,
        translations: {},
        info: {
          title,
          state: 'current',
          result: title,
          sources: 'entretiens',
          date: '2026-11-22',
          version: 7,
          personaIds: ['q0' as PersonaId],
          ...INFO_DEFAULTS,
          purchaseLine: lines.purchaseLine,
          firstContactStepId: lines.contact === null ? null : (pick(base.steps, lines.contact)?.id ?? null),
        },
        stages: byId(base.stages),
        steps: byId(base.steps),
        lanes: byId(base.lanes),
        ...grouped(notes(base, noteList), groupings),
        touchpoints: byId(touchpoints),
        emotionPoints: byId(emotionPoints),
        indicators: byId(indicators),
        participants: {},
        ratings: {},
        jumps: {},
      };
    });
