import fc from 'fast-check';
import type {
  BoardId,
  ClusterId,
  EmotionPointId,
  Id,
  IndicatorId,
  JumpId,
  LaneId,
  NewId,
  NoteId,
  ParticipantId,
  PersonaId,
  RatingId,
  StageId,
  StepId,
  TouchpointId,
} from '../../shared/base/ids';
import {
  clusterNotes,
  foldCluster,
  moveCluster,
  renameCluster,
  unclusterNotes,
} from '../../shared/boards/journey-map/commands/clusters';
import { deleteTargets } from '../../shared/boards/journey-map/commands/deleteTargets';
import {
  addEmotionPoint,
  deleteEmotionPoints,
  moveEmotionPoint,
  setEmotionPointFields,
} from '../../shared/boards/journey-map/commands/emotionPoints';
import {
  addIndicator,
  deleteIndicators,
  moveIndicator,
  setIndicatorFields,
} from '../../shared/boards/journey-map/commands/indicators';
import { setInfo } from '../../shared/boards/journey-map/commands/info';
import { addJump, deleteJump, setJump } from '../../shared/boards/journey-map/commands/jumps';
import {
  addLane,
  deleteLane,
  foldLane,
  hideLane,
  moveLane,
  renameLane,
  setLaneLook,
} from '../../shared/boards/journey-map/commands/lanes';
import {
  addNote,
  addNotes,
  deleteNotes,
  duplicateNote,
  moveNote,
  setNoteFields,
  setNotes,
  setNoteText,
} from '../../shared/boards/journey-map/commands/notes';
import {
  addParticipant,
  deleteParticipant,
  rateStep,
  renameParticipant,
} from '../../shared/boards/journey-map/commands/participants';
import { addStage, deleteStage, moveStage, setStageFields } from '../../shared/boards/journey-map/commands/stages';
import { addStep, deleteStep, moveStep, renameStep } from '../../shared/boards/journey-map/commands/steps';
import {
  addTouchpoint,
  deleteTouchpoints,
  duplicateTouchpoint,
  moveTouchpoint,
  setTouchpointFields,
} from '../../shared/boards/journey-map/commands/touchpoints';
import { createJourneyMap } from '../../shared/boards/journey-map/create';
import { CONTENT_TYPES, CURVE_DISPLAYS, DECISIONS, JUMP_KINDS } from '../../shared/boards/journey-map/enums';
import {
  CHANNELS,
  holdsNotes,
  type JourneyMapDoc,
  LANE_KINDS,
  type LaneKind,
  METRICS,
  PHASES,
} from '../../shared/boards/journey-map/model';
import { columnsInOrder, lanesInOrder } from '../../shared/boards/journey-map/order';
import type { Command } from '../../shared/document/command';
import { translator } from '../../shared/i18n/translate';
import { EVIDENCE_KINDS } from '../../shared/model/evidence';
import { NOTE_COLORS } from '../../shared/model/note';

/** A command with its arguments, ready to run. */
export interface Change {
  readonly command: Command<JourneyMapDoc, never>;
  readonly args: never;
}

/** Random numbers that become a change of whatever map they meet. */
export interface Seed {
  readonly op: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly at: number | null;
  readonly number: number;
  readonly text: string;
  readonly flag: boolean;
}

export const seeds = (maxLength: number): fc.Arbitrary<Seed[]> =>
  fc.array(
    fc.record({
      op: fc.nat(1000),
      a: fc.nat(1000),
      b: fc.nat(1000),
      c: fc.nat(1000),
      at: fc.option(fc.integer({ min: -2, max: 12 })),
      number: fc.oneof(
        fc.double({ min: -120, max: 120 }),
        fc.constantFrom(-2, 2, 0, -0, Number.NaN, Number.POSITIVE_INFINITY),
      ),
      text: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('', 'Élève', '«\u00A0été\u00A0»', '\uD83D', '👩‍🦽', 'a\u0000b\r\nc'),
      ),
      flag: fc.boolean(),
    }),
    { minLength: 1, maxLength, size: 'max' },
  );

/** Fresh ids of one writer: `a0`, `a1`, … */
export function idsOf(writer: string): NewId {
  let count = 0;
  return <T extends Id<string>>(): T => `${writer}${count++}` as T;
}

/** A small map with content in every row: three stages, six steps. */
export function smallJourney(): JourneyMapDoc {
  const newId = idsOf('start');
  const doc = createJourneyMap({
    newId,
    title: 'Essai',
    lang: 'fr',
    t: translator('fr'),
    date: '2026-11-22',
    preset: 'decision',
  });
  const draft = doc as never;
  const lane = (kind: LaneKind) => lanesInOrder(doc).find((one) => one.kind === kind)?.id as LaneId;
  for (const { id: stepId, stageId } of columnsInOrder(doc)) {
    const place = { stageId, stepId };
    for (const text of ['une', 'deux'])
      addNote(draft, { id: newId(), place: { ...place, laneId: lane('actions') }, at: null, fields: { text } });
    addNote(draft, {
      id: newId(),
      place: { laneId: lane('pain-points'), stageId, stepId: null },
      at: 0,
      fields: { text: 'trois' },
    });
    addTouchpoint(draft, { id: newId(), laneId: lane('touchpoints'), stepId, at: null, fields: { label: 'Site' } });
    addEmotionPoint(draft, { id: newId(), laneId: lane('emotion'), stepId, offset: 0.5, valence: -1.3, fields: {} });
    addIndicator(draft, {
      id: newId(),
      laneId: lane('indicators'),
      stepId,
      at: null,
      fields: { metric: 'ces', value: 2.9, n: 412, trend: [3.1, 2.9] },
    });
  }
  return structuredClone(doc);
}

const change = <Args>(command: Command<JourneyMapDoc, Args>, args: Args): Change => ({
  command: command as never,
  args: args as never,
});

/** The change that a seed means on this map; some are about things that are not there. */
export function changeOf(doc: JourneyMapDoc, seed: Seed, newId: NewId): Change {
  const { a, b, c, at, number, text, flag } = seed;
  const pick = <T>(all: object, n: number): T => {
    const ids = Object.keys(all).sort();
    // One time in many, an id that is gone.
    return (ids.length === 0 || n % 37 === 36 ? 'gone' : ids[n % ids.length]) as T;
  };
  const one = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
  const note = pick<NoteId>(doc.notes, a);
  const cluster = pick<ClusterId>(doc.clusters, a);
  const touchpoint = pick<TouchpointId>(doc.touchpoints, a);
  const point = pick<EmotionPointId>(doc.emotionPoints, a);
  const indicator = pick<IndicatorId>(doc.indicators, a);
  const stage = pick<StageId>(doc.stages, b);
  const step = pick<StepId>(doc.steps, b);
  const lane = pick<LaneId>(doc.lanes, c);
  const laneOf = (kind: string) =>
    pick<LaneId>(Object.fromEntries(Object.entries(doc.lanes).filter(([, one]) => one.kind === kind)), c);
  const participant = pick<ParticipantId>(doc.participants, a);
  const noteLane = pick<LaneId>(
    Object.fromEntries(Object.entries(doc.lanes).filter(([, one]) => holdsNotes(one.kind))),
    c,
  );
  const stepStage = doc.steps[step]?.stageId ?? stage;
  const place = { laneId: noteLane, stageId: stepStage, stepId: flag ? step : null };
  const noteFields = {
    color: one([...NOTE_COLORS, null], a),
    evidence: one([...EVIDENCE_KINDS, null], b),
    source: text,
    author: text,
    votes: number,
    locked: a % 9 === 0,
    tags: [text, 'prix', text],
    links: flag ? [{ board: 'board1' as BoardId, kind: 'note', id: 'note1' }] : [],
    severity: one([1, 5, 9, null, number], c),
    personaId: flag ? ('persona1' as PersonaId) : null,
    contentType: one([...CONTENT_TYPES, null], a),
    decision: one([...DECISIONS, null], b),
    owner: text,
    due: one(['2026-12-01', 'soon', ''], c),
  };
  const readings = [number, a / 10, b / 10];
  const options: readonly (() => Change)[] = [
    ...Array<() => Change>(6).fill(() =>
      change(addNote, { id: newId<NoteId>(), place, at, fields: { text, ...(flag ? noteFields : {}) } }),
    ),
    () =>
      change(addNotes, {
        place,
        at,
        notes: ['un', text].map((said) => ({ id: newId<NoteId>(), fields: { text: said } })),
      }),
    () => change(setNoteText, { id: note, text }),
    () => change(setNoteText, { id: note, text }),
    () => change(setNoteFields, { id: note, fields: noteFields }),
    () => change(setNotes, { changes: [note, pick<NoteId>(doc.notes, b)].map((id) => ({ id, fields: noteFields })) }),
    () => change(moveNote, { id: note, place, at }),
    () => change(moveNote, { id: note, place, at }),
    () => change(moveNote, { id: note, place: doc.clusters[cluster] ?? place, clusterId: cluster, at }),
    () =>
      change(addNote, {
        id: newId<NoteId>(),
        place: doc.clusters[cluster] ?? place,
        clusterId: cluster,
        at,
        fields: { text },
      }),
    ...Array<() => Change>(3).fill(() =>
      change(clusterNotes, {
        id: newId<ClusterId>(),
        noteIds: [note, pick<NoteId>(doc.notes, b), pick<NoteId>(doc.notes, c), note],
        title: text,
      }),
    ),
    () => change(unclusterNotes, { ids: [cluster] }),
    () => change(renameCluster, { id: cluster, title: text }),
    () => change(foldCluster, { id: cluster, folded: flag }),
    () => change(moveCluster, { id: cluster, place, at }),
    () => change(moveCluster, { id: cluster, place: doc.clusters[cluster] ?? place, at }),
    () => change(duplicateNote, { id: note, newId: newId<NoteId>() }),
    () => change(deleteNotes, { ids: [note, pick<NoteId>(doc.notes, b)] }),
    ...Array<() => Change>(3).fill(() =>
      change(addTouchpoint, {
        id: newId<TouchpointId>(),
        laneId: laneOf('touchpoints'),
        stepId: step,
        at,
        fields: { label: text, channel: one(CHANNELS, a), medium: flag ? 'online' : 'offline' },
      }),
    ),
    () =>
      change(setTouchpointFields, {
        id: touchpoint,
        fields: { label: text, controlled: one([true, false, null], b), measure: text },
      }),
    () => change(moveTouchpoint, { id: touchpoint, laneId: laneOf('touchpoints'), stepId: step, at }),
    () => change(duplicateTouchpoint, { id: touchpoint, newId: newId<TouchpointId>() }),
    () => change(deleteTouchpoints, { ids: [touchpoint] }),
    ...Array<() => Change>(3).fill(() =>
      change(addEmotionPoint, {
        id: newId<EmotionPointId>(),
        laneId: laneOf('emotion'),
        stepId: step,
        offset: number / 100,
        valence: number / 50,
        fields: { word: text },
      }),
    ),
    () => change(moveEmotionPoint, { id: point, stepId: step, offset: a / 1000, valence: number / 50 }),
    () => change(moveEmotionPoint, { id: point, valence: number / 50 }),
    () =>
      change(setEmotionPointFields, {
        id: point,
        fields: {
          quote: text,
          momentOfTruth: flag,
          personaId: flag ? ('persona1' as PersonaId) : null,
          state: flag ? 'target' : 'current',
          intensity: number,
        },
      }),
    () => change(deleteEmotionPoints, { ids: [point] }),
    ...Array<() => Change>(2).fill(() =>
      change(addIndicator, {
        id: newId<IndicatorId>(),
        laneId: laneOf('indicators'),
        stepId: step,
        at,
        fields: { metric: one(METRICS, a), value: number, n: flag ? a : null, trend: flag ? readings : [] },
      }),
    ),
    () =>
      change(setIndicatorFields, {
        id: indicator,
        fields: flag ? { value: number } : { metric: one(METRICS, b), trend: readings },
      }),
    () => change(moveIndicator, { id: indicator, laneId: laneOf('indicators'), stepId: step, at }),
    () => change(deleteIndicators, { ids: [indicator] }),
    () =>
      change(addStage, {
        id: newId<StageId>(),
        stepIds: [newId<StepId>(), newId<StepId>()],
        at,
        fields: { title: text, phase: one(PHASES, a) },
      }),
    () => change(setStageFields, { id: stage, fields: { title: text, duration: text } }),
    () =>
      change(setStageFields, { id: stage, fields: { entered: number * 10, left: a, deadTime: flag ? number : null } }),
    () => change(moveStage, { id: stage, to: at }),
    () => change(deleteStage, { id: stage }),
    ...Array<() => Change>(2).fill(() => change(addStep, { id: newId<StepId>(), stageId: stage, at, title: text })),
    () => change(renameStep, { id: step, title: text }),
    ...Array<() => Change>(2).fill(() => change(moveStep, { id: step, stageId: pick<StageId>(doc.stages, c), to: at })),
    () => change(deleteStep, { id: step }),
    ...Array<() => Change>(2).fill(() =>
      change(addLane, { id: newId<LaneId>(), kind: one(LANE_KINDS, a), at, title: text }),
    ),
    () => change(renameLane, { id: lane, title: text }),
    () => change(moveLane, { id: lane, to: at }),
    () => change(hideLane, { id: lane, hidden: flag }),
    () => change(foldLane, { id: lane, folded: flag }),
    () => change(deleteLane, { id: lane }),
    () =>
      change(setLaneLook, {
        id: lane,
        look: { color: one([...NOTE_COLORS, null], a), minHeight: number * 20, display: one(CURVE_DISPLAYS, b) },
      }),
    ...Array<() => Change>(2).fill(() => change(addParticipant, { id: newId<ParticipantId>(), name: text })),
    () => change(renameParticipant, { id: participant, name: text }),
    () => change(deleteParticipant, { id: participant }),
    ...Array<() => Change>(3).fill(() =>
      change(rateStep, {
        id: newId<RatingId>(),
        participantId: participant,
        stepId: step,
        personaId: flag ? ('persona1' as PersonaId) : null,
        valence: a % 7 === 0 ? null : number / 50,
      }),
    ),
    ...Array<() => Change>(2).fill(() =>
      change(addJump, {
        id: newId<JumpId>(),
        fromStepId: step,
        toStepId: flag ? pick<StepId>(doc.steps, c) : null,
        fields: { kind: one(JUMP_KINDS, a), label: text },
      }),
    ),
    () => change(setJump, { id: pick<JumpId>(doc.jumps, a), fields: { kind: one(JUMP_KINDS, b), label: text } }),
    () => change(deleteJump, { id: pick<JumpId>(doc.jumps, a) }),
    () => change(setInfo, { fields: { firstContactStepId: step, scope: flag ? 'buyer' : 'customer' } }),
    () =>
      change(setInfo, {
        fields: {
          title: text,
          version: number,
          personaIds: flag ? ['persona1' as PersonaId, 'persona1' as PersonaId] : [],
        },
      }),
    () =>
      change(deleteTargets, {
        targets: [
          { kind: 'note', id: note },
          { kind: 'touchpoint', id: touchpoint },
          { kind: 'quote', id: point },
          { kind: 'cluster', id: flag ? cluster : 'gone' },
          { kind: flag ? 'step' : 'cell', id: step },
        ],
      }),
  ];
  return (options[seed.op % options.length] as () => Change)();
}
