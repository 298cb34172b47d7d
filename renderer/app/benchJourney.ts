import type { EmotionPointId, Id, LaneId, NewId, NoteId, StageId, StepId, TouchpointId } from '@shared/base/ids';
import { createJourneyMap } from '@shared/boards/journey-map/create';
import {
  NOTE_DEFAULTS_3,
  POINT_DEFAULTS,
  STAGE_DEFAULTS,
  TOUCHPOINT_DEFAULTS,
} from '@shared/boards/journey-map/defaults';
import {
  type EmotionPoint,
  type JourneyMapDoc,
  type LaneKind,
  type Note,
  STEP_LANES,
  type Stage,
  type Step,
  type Touchpoint,
} from '@shared/boards/journey-map/model';
import { columnsInOrder, lanesInOrder } from '@shared/boards/journey-map/order';
import { translator } from '@shared/i18n/translate';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import { EMPTY_NOTE } from '@shared/model/note';
import { generateNKeysBetween } from 'fractional-indexing';

const NOTE_LANES: readonly LaneKind[] = ['actions', 'thoughts', 'pain-points', 'opportunities', 'contents'];
const STEPS_PER_STAGE = 2;
/** This many steps keep a board of `count` notes about as wide as a screen is, instead of a tower. */
const stepsFor = (count: number): number => Math.max(10, Math.round(0.85 * Math.sqrt(count)));

const WORDS =
  'la personne compare deux paires en boutique puis relit les avis avant de payer et attend une réponse du service client qui ne vient pas assez vite pour choisir'.split(
    ' ',
  );
const SHORTEST = 36;
const SPREAD = 49;

/** A sentence of 36 to 84 characters, 60 on average; the same number gives the same sentence. */
function sentence(at: number): string {
  const length = SHORTEST + ((at * 31) % SPREAD);
  let text = '';
  for (let word = 0; text.length < length; word += 1) text += ` ${WORDS[(at * 7 + word * 5) % WORDS.length]}`;
  return text.trim().slice(0, length).trim();
}

/** The same counter gives the same board: measurements repeat. */
export function benchIds(): NewId {
  let made = 0;
  return <T extends Id<string>>() => {
    made += 1;
    return `bench${made}` as T;
  };
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<T['id'], T> =>
  Object.fromEntries(all.map((one) => [one.id, one])) as Record<T['id'], T>;

function emptyJourney(count: number, newId: NewId): JourneyMapDoc {
  const base = createJourneyMap({
    newId,
    title: `${count} notes`,
    lang: 'fr',
    t: translator('fr'),
    date: '2026-01-01',
    preset: 'aida',
  });
  const stageOrders = generateNKeysBetween(null, null, Math.ceil(stepsFor(count) / STEPS_PER_STAGE));
  const stages = stageOrders.map(
    (order, at): Stage => ({
      id: newId<StageId>(),
      order,
      title: `Étape ${at + 1}`,
      phase: 'pre',
      duration: '2 jours',
      help: '',
      ...STAGE_DEFAULTS,
    }),
  );
  const steps = stages.flatMap((stage) =>
    generateNKeysBetween(null, null, STEPS_PER_STAGE).map(
      (order, at): Step => ({ id: newId<StepId>(), stageId: stage.id, order, title: `Moment ${at + 1}` }),
    ),
  );
  return { ...base, stages: byId(stages), steps: byId(steps) };
}

function noteAt(at: number, order: string, step: Step, lane: { readonly id: LaneId; readonly kind: LaneKind }) {
  return {
    laneId: lane.id,
    stageId: step.stageId,
    stepId: STEP_LANES.has(lane.kind) ? step.id : null,
    order,
    ...EMPTY_NOTE,
    text: sentence(at),
    evidence: EVIDENCE_KINDS[at % 6] ?? null,
    votes: at % 5 === 0 ? 1 + (at % 7) : 0,
    severity: null,
    impact: null,
    effort: null,
    ...NOTE_DEFAULTS_3,
  };
}

/** A journey of `count` notes of about 60 characters, spread evenly over its cells, with a touchpoint and a face in every moment. */
export function benchJourney(count: number, newId: NewId): JourneyMapDoc {
  const base = emptyJourney(count, newId);
  const columns = columnsInOrder(base);
  const lane = (kind: LaneKind) => lanesInOrder(base).find((each) => each.kind === kind)?.id as LaneId;
  const orders = generateNKeysBetween(null, null, count);
  const notes = orders.flatMap((order, at): Note[] => {
    const kind = NOTE_LANES[at % NOTE_LANES.length] ?? 'actions';
    const step = columns[Math.floor(at / NOTE_LANES.length) % columns.length];
    return step ? [{ id: newId<NoteId>(), ...noteAt(at, order, step, { id: lane(kind), kind }) }] : [];
  });
  const emotionPoints = columns.map(
    (step, at): EmotionPoint => ({
      id: newId<EmotionPointId>(),
      laneId: lane('emotion'),
      personaId: null,
      stepId: step.id,
      offset: 0.5,
      valence: Math.round(Math.sin(at) * 20) / 10,
      word: '',
      quote: at % 4 === 0 ? sentence(at) : '',
      momentOfTruth: false,
      ...POINT_DEFAULTS,
    }),
  );
  const touchpoints = columns.map(
    (step, at): Touchpoint => ({
      id: newId<TouchpointId>(),
      laneId: lane('touchpoints'),
      stepId: step.id,
      order: 'a0',
      label: sentence(at).split(' ').slice(0, 2).join(' '),
      channel: at % 2 ? 'website' : 'store',
      medium: at % 2 ? 'online' : 'offline',
      owner: '',
      controlled: null,
      measure: '',
      ...TOUCHPOINT_DEFAULTS,
    }),
  );
  return { ...base, notes: byId(notes), emotionPoints: byId(emotionPoints), touchpoints: byId(touchpoints) };
}
