import type { BoardId, EmotionPointId, Id, LaneId, NoteId, TouchpointId, WorkshopId } from '@shared/base/ids';
import { createJourneyMap } from '@shared/boards/journey-map/create';
import { type EmotionPoint, type JourneyMapDoc, type LaneKind, type Note, STEP_LANES, type Touchpoint } from '@shared/boards/journey-map/model';
import { columnsInOrder, lanesInOrder } from '@shared/boards/journey-map/order';
import type { NewWorkshop } from '@/session/workspaceApi';
import { translator } from '@shared/i18n/translate';
import { generateNKeysBetween } from 'fractional-indexing';
import { appStore, workspace } from './appStore';
import { showError } from './errors';
import { showWorkshop } from './navigate';

const NOTE_LANES: readonly LaneKind[] = ['actions', 'thoughts', 'pain-points', 'opportunities', 'contents'];
const WORDS = 'la personne compare deux paires en boutique puis relit les avis avant de payer et attend une réponse du service client'.split(' ');

/** The same counter gives the same board: measurements repeat. */
function counter(): <T extends Id<string>>() => T {
  let made = 0;
  return <T extends Id<string>>() => {
    made += 1;
    return `bench${made}` as T;
  };
}

const textOf = (at: number): string =>
  Array.from({ length: 4 + (at % 9) }, (_, word) => WORDS[(at * 7 + word * 3) % WORDS.length]).join(' ');

/** A journey with `count` notes spread evenly over its cells, a touchpoint and a face in every moment. */
function benchJourney(count: number, newId: ReturnType<typeof counter>): JourneyMapDoc {
  const base = createJourneyMap({ newId, title: `Bench ${count}`, lang: 'fr', t: translator('fr'), date: '2026-01-01', preset: 'aida' });
  const columns = columnsInOrder(base);
  const lane = (kind: LaneKind) => lanesInOrder(base).find((each) => each.kind === kind)?.id as LaneId;
  const orders = generateNKeysBetween(null, null, count);
  const notes: Record<NoteId, Note> = {};
  for (let at = 0; at < count; at += 1) {
    const kind = NOTE_LANES[at % NOTE_LANES.length] ?? 'actions';
    const step = columns[Math.floor(at / NOTE_LANES.length) % columns.length];
    if (!step) continue;
    const id = newId<NoteId>();
    notes[id] = {
      id,
      laneId: lane(kind),
      stageId: step.stageId,
      stepId: STEP_LANES.has(kind) ? step.id : null,
      order: orders[at] ?? 'a0',
      text: textOf(at),
      color: null,
      evidence: null,
      source: '',
      author: '',
      votes: at % 5,
      locked: false,
      severity: null,
      impact: null,
      effort: null,
    };
  }
  const emotionPoints: Record<EmotionPointId, EmotionPoint> = {};
  const touchpoints: Record<TouchpointId, Touchpoint> = {};
  columns.forEach((step, at) => {
    const pointId = newId<EmotionPointId>();
    emotionPoints[pointId] = {
      id: pointId,
      laneId: lane('emotion'),
      personaId: null,
      stepId: step.id,
      offset: 0.5,
      valence: Math.round(Math.sin(at) * 20) / 10,
      word: '',
      quote: at % 4 === 0 ? textOf(at) : '',
      momentOfTruth: false,
    };
    const touchpointId = newId<TouchpointId>();
    touchpoints[touchpointId] = {
      id: touchpointId,
      laneId: lane('touchpoints'),
      stepId: step.id,
      order: 'a0',
      label: textOf(at).split(' ').slice(0, 2).join(' '),
      channel: at % 2 ? 'website' : 'store',
      medium: at % 2 ? 'online' : 'offline',
      owner: '',
      controlled: null,
      measure: '',
    };
  });
  return { ...base, notes, emotionPoints, touchpoints };
}

/** For measurements: a workshop with one journey of `count` notes, made at the first start with that count and shown. */
export async function openBenchBoard(count: number): Promise<void> {
  const id = `benchWorkshop${count}` as WorkshopId;
  if (!workspace().knows(id)) {
    const newId = counter();
    const boardId = `benchBoard${count}` as BoardId;
    const made: NewWorkshop = {
      id,
      workshop: {
        kind: 'workshop',
        schema: 1,
        info: { title: `Bench ${count}`, client: '', place: '', date: '', sample: false },
        boards: { [boardId]: { id: boardId, kind: 'journey-map', title: 'Bench', order: 'a0' } },
        personas: {},
      },
      docs: { [boardId]: benchJourney(count, newId) },
    };
    const created = await workspace().createWorkshop(made);
    if (!created.ok) return showError(created.error);
  }
  await showWorkshop(id);
  appStore.setState({ inspector: false });
}
