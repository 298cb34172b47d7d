import { generateNKeysBetween } from 'fractional-indexing';
import type { BoardId, FindingId, NewId, NoteId, PersonaId } from '../base/ids';
import { syncStages } from '../boards/empathy-map/commands/stages';
import { createEmpathyMap } from '../boards/empathy-map/create';
import type { EmpathyMapDoc, EmpathyNote, Finding } from '../boards/empathy-map/model';
import { stagesInOrder as empathyStages } from '../boards/empathy-map/order';
import type { JourneyMapDoc, Note } from '../boards/journey-map/model';
import { lanesInOrder, stagesInOrder } from '../boards/journey-map/order';
import { stageMoments } from '../boards/journey-map/stageMoments';
import type { Draft } from '../document/command';
import type { TranslateFn } from '../i18n/translate';
import { EMPTY_NOTE, type NoteLink } from '../model/note';
import { BY_HAND, CONTRADICTIONS, EMPATHY_NOTES, type EmpathyWords, TAKEN_UP } from './empathyContent';

export interface SampleEmpathyArgs {
  readonly words: EmpathyWords;
  readonly newId: NewId;
  readonly t: TranslateFn;
  readonly date: string;
  readonly personaId: PersonaId;
  /** The journey whose stages and emotions it takes over. */
  readonly journey: JourneyMapDoc;
  readonly journeyId: BoardId;
}

/** The pain point of the journey that the taken-up note became. */
function painPoint(journey: JourneyMapDoc): Note | undefined {
  const lane = lanesInOrder(journey).find(({ kind }) => kind === 'pain-points');
  const stage = stagesInOrder(journey)[TAKEN_UP.stage];
  return Object.values<Note>(journey.notes).find((note) => note.laneId === lane?.id && note.stageId === stage?.id);
}

/** The empathy map of the sample, about the runner, linked to her journey. */
export function sampleEmpathy(args: SampleEmpathyArgs): EmpathyMapDoc {
  const { words, newId, t, date, personaId, journey, journeyId } = args;
  const { title, goal, situation, sources, designedBy, participants } = words;
  const doc = createEmpathyMap({ newId, title, lang: 'fr', t, date, preset: 'canvas' });
  const draft = doc as Draft<EmpathyMapDoc>;
  Object.assign(draft.info, { goal, situation, sources, designedBy, participants, personaId, journeyId, version: 4 });
  syncStages(draft, { stages: stageMoments(journey) });
  const stages = empathyStages(doc);
  stages.forEach((stage, at) => {
    const own = draft.stages[stage.id];
    if (own) Object.assign(own, { word: words.emotions[at] ?? '', hand: BY_HAND[at] ?? null });
  });
  const pain = painPoint(journey);
  const link: NoteLink[] = pain ? [{ board: journeyId, kind: 'note', id: pain.id }] : [];
  const orders = generateNKeysBetween(null, null, EMPATHY_NOTES.length);
  const notes = EMPATHY_NOTES.map(({ zone, author, evidence, votes, stage }, at): EmpathyNote => {
    const isTakenUp = at === TAKEN_UP.note;
    return {
      ...EMPTY_NOTE,
      id: newId<NoteId>(),
      zone,
      stageId: stages[stage - 1]?.id ?? null,
      order: orders[at] ?? 'a0',
      place: null,
      text: words.notes[at] ?? '',
      author,
      evidence,
      votes,
      source: isTakenUp ? words.takenUpSource : '',
      links: isTakenUp ? link : [],
    };
  });
  for (const note of notes) draft.notes[note.id] = note as Draft<EmpathyNote>;
  const findingOrders = generateNKeysBetween(null, null, CONTRADICTIONS.length);
  CONTRADICTIONS.forEach(({ say, does }, at) => {
    const [sayNote, doNote] = [notes[say], notes[does]];
    if (!sayNote || !doNote) return;
    const id = newId<FindingId>();
    const text = words.contradictions[at] ?? '';
    const finding: Finding = { id, order: findingOrders[at] ?? 'a0', sayId: sayNote.id, doId: doNote.id, text };
    draft.findings[id] = finding;
  });
  return doc;
}
