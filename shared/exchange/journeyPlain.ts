import { generateNKeysBetween } from 'fractional-indexing';
import type { Id, NewId, PersonaId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import {
  type ChannelId,
  type JourneyMapDoc,
  type JourneyState,
  LANE_KINDS,
  type LaneKind,
  type Medium,
} from '../boards/journey-map/model';
import { readDoc } from '../file/envelope';
import type { Json } from '../model/document';
import { EMPTY_NOTE } from '../model/note';

/** A journey as other programs tell it: what is known of it, with nothing of how it is stored. */
export interface PlainJourney {
  readonly title: string;
  /** Absent is the journey as it is today. */
  readonly state?: JourneyState;
  readonly stages: readonly PlainStage[];
}

export interface PlainStage {
  readonly title: string;
  readonly steps: readonly PlainStep[];
  readonly notes: readonly PlainNote[];
}

export interface PlainStep {
  readonly title: string;
  readonly touchpoints: readonly (string | PlainTouchpoint)[];
  readonly emotions: readonly PlainEmotion[];
}

/** A touchpoint of which more is known than its name. */
export interface PlainTouchpoint {
  readonly label: string;
  readonly owner: string;
  readonly channel: ChannelId;
  readonly medium: Medium;
}

export interface PlainEmotion {
  /** -2 to +2; what lies outside is brought in. */
  readonly valence: number;
  readonly personaId: PersonaId | null;
  readonly word: string;
  readonly quote: string;
  readonly momentOfTruth: boolean;
}

export interface PlainNote {
  /** A kind of row of notes, or the title of a free row. */
  readonly lane: LaneKind | { readonly title: string };
  /** Index of its step; null is the whole stage. */
  readonly step: number | null;
  readonly text: string;
  readonly severity: number | null;
  readonly tags: readonly string[];
}

/** Most moments of a journey of a foreign file. */
const MOST_STEPS = 2_000;
const LONGEST = 20_000;

/**
 * The stored map of a plain journey. It is written in schema 2 and migrated from there like an old file, so that a later schema changes nothing here. Fails with
 * `no-journey` without any stage or with more moments than anybody can look at. `name` is the file's name, for messages.
 */
export function journeyFromPlain(plain: PlainJourney, newId: NewId, name: string): Result<JourneyMapDoc> {
  const count = plain.stages.reduce((sum, { steps }) => sum + steps.length, 0);
  if (plain.stages.length === 0 || count > MOST_STEPS) return fail({ code: 'no-journey', name });
  const text = (value: string): string => value.slice(0, LONGEST);
  const lanes = lanesOf(plain, newId);
  const all: Record<string, Record<string, Json>> = {
    stages: {},
    steps: {},
    lanes: Object.fromEntries(lanes.all.map((lane) => [lane.id as string, lane])),
    notes: {},
    clusters: {},
    touchpoints: {},
    emotionPoints: {},
    indicators: {},
  };
  const put = (collection: string, entity: Record<string, Json>): string => {
    const id = newId<Id<'Entity'>>();
    const into = all[collection];
    if (into) into[id] = { id, ...entity };
    return id;
  };
  const stageOrders = orders(plain.stages.length);
  for (const [at, stage] of plain.stages.entries()) {
    const stageId = put('stages', {
      order: stageOrders[at] ?? 'a0',
      title: text(stage.title),
      phase: 'pre',
      duration: '',
      help: '',
    });
    // A stage is as wide as its moments: one at least.
    const steps = stage.steps.length > 0 ? stage.steps : [{ title: '', touchpoints: [], emotions: [] }];
    const stepOrders = orders(steps.length);
    const stepIds = steps.map((step, index) =>
      put('steps', { stageId, order: stepOrders[index] ?? 'a0', title: text(step.title) }),
    );
    for (const [index, step] of steps.entries()) {
      const stepId = stepIds[index] ?? '';
      const touchpointOrders = orders(step.touchpoints.length);
      for (const [place, given] of step.touchpoints.entries()) {
        const { label, owner, channel, medium } = typeof given === 'string' ? named(given) : given;
        put('touchpoints', {
          laneId: lanes.of('touchpoints'),
          stepId,
          order: touchpointOrders[place] ?? 'a0',
          label: text(label),
          channel,
          medium,
          owner: text(owner),
          controlled: null,
          measure: '',
        });
      }
      for (const { valence, personaId, word, quote, momentOfTruth } of step.emotions)
        put('emotionPoints', {
          laneId: lanes.of('emotion'),
          personaId,
          stepId,
          offset: 0.5,
          valence: Math.min(2, Math.max(-2, valence)),
          word: text(word),
          quote: text(quote),
          momentOfTruth,
        });
    }
    const noteOrders = orders(stage.notes.length);
    for (const [place, note] of stage.notes.entries())
      put('notes', {
        laneId: typeof note.lane === 'string' ? lanes.of(note.lane) : lanes.titled(note.lane.title),
        stageId,
        stepId: note.step === null ? null : (stepIds[note.step] ?? null),
        order: noteOrders[place] ?? 'a0',
        ...(EMPTY_NOTE as unknown as Record<string, Json>),
        text: text(note.text),
        tags: [...note.tags],
        severity: note.severity,
        impact: null,
        effort: null,
      });
  }
  const personaIds = new Set(
    plain.stages.flatMap(({ steps }) => steps.flatMap(({ emotions }) => emotions.map(({ personaId }) => personaId))),
  );
  const raw: Record<string, Json> = {
    kind: 'journey-map',
    schema: 2,
    info: {
      title: text(plain.title),
      state: plain.state ?? 'current',
      result: '',
      sources: '',
      date: '',
      version: 1,
      personaIds: [...personaIds].filter((id) => id !== null).slice(0, 8),
    },
    ...all,
  };
  const read = readDoc(raw, 'journey', name);
  return read.ok ? ok(read.value as JourneyMapDoc) : read;
}

const named = (label: string): PlainTouchpoint => ({ label, owner: '', channel: 'custom', medium: 'offline' });

const orders = (count: number): readonly string[] => (count === 0 ? [] : generateNKeysBetween(null, null, count));

/** Rows that every new map has. */
const USUAL: ReadonlySet<string> = new Set([
  'actions',
  'touchpoints',
  'thoughts',
  'emotion',
  'indicators',
  'pain-points',
  'opportunities',
  'contents',
  'owner',
]);

/** The usual rows, those of other kinds that are used, and a free one for each title that is no kind of row. */
function lanesOf(plain: PlainJourney, newId: NewId) {
  const titles = new Set(
    plain.stages.flatMap(({ notes }) => notes.flatMap(({ lane }) => (typeof lane === 'string' ? [] : [lane.title]))),
  );
  const used = new Set(plain.stages.flatMap(({ notes }) => notes.map(({ lane }) => lane)));
  const wanted = [
    ...LANE_KINDS.filter((kind) => USUAL.has(kind) || used.has(kind)).map((kind) => ({ kind, title: '' })),
    ...[...titles].map((title) => ({ kind: 'notes' as const, title: title.slice(0, LONGEST) })),
  ];
  const keys = orders(wanted.length);
  const all = wanted.map(({ kind, title }, at) => ({
    id: newId<Id<'Lane'>>() as string,
    kind,
    order: keys[at] ?? 'a0',
    title,
    hidden: false,
    folded: false,
  }));
  const find = (kind: LaneKind, title = '') => all.find((lane) => lane.kind === kind && lane.title === title)?.id ?? '';
  return { all, of: find, titled: (title: string) => find('notes', title.slice(0, LONGEST)) };
}
