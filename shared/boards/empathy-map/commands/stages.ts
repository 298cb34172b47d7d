import { isId, type StageId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asNumber, asText, type Cleaners, orNull, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { indexOf, inOrder, moveTo, orderAt, peek, renumber } from '../../../model/orderKey';
import { freeId } from '../../../model/repair';
import { bestCut } from '../emotions';
import { type EmpathyMapDoc, type EmpathyStage, MOST_MOMENTS } from '../model';
import type { EmpathyDraft } from './noteOrder';

export type StageFields = Pick<EmpathyStage, 'title' | 'duration'>;
export type EmotionFields = Pick<EmpathyStage, 'hand' | 'word'>;

const asValence = asNumber(-2, 2, 10);
const STAGE_CLEANERS: Cleaners<EmpathyStage> = { title: asText, duration: asText };
const EMOTION_CLEANERS: Cleaners<EmpathyStage> = { hand: orNull(asValence), word: asText };

const any = () => true;
const emptyStage = (id: StageId, order: string): EmpathyStage => ({
  id,
  order,
  title: '',
  duration: '',
  source: null,
  moments: [],
  hand: null,
  word: '',
});

export interface AddStage {
  readonly id: StageId;
  /** Index among the stages; null is the end. */
  readonly at: number | null;
  readonly fields: Partial<StageFields>;
}

/** Adds a stage of the map's own. */
export const addStage = defineCommand<EmpathyMapDoc, AddStage>('empathy.addStage', (draft, { id, at, fields }) => {
  if (!isId(id) || entity(draft.stages, id)) return;
  const stage = emptyStage(id, orderAt<EmpathyStage>(draft.stages, any, at));
  setFields<EmpathyStage>(stage, fields, STAGE_CLEANERS);
  draft.stages[id] = stage;
});

/** Sets title and duration. A stage of a journey, unless it was split, says what the journey says after the next sync. */
export const setStageFields = defineCommand<
  EmpathyMapDoc,
  { readonly id: StageId; readonly fields: Partial<StageFields> }
>('empathy.setStageFields', (draft, { id, fields }) => {
  const stage = entity(draft.stages, id);
  if (stage) setFields<EmpathyStage>(stage, fields, STAGE_CLEANERS);
});

/** Moves a stage to an index among the other stages (null: the end). */
export const moveStage = defineCommand<EmpathyMapDoc, { readonly id: StageId; readonly to: number | null }>(
  'empathy.moveStage',
  (draft, { id, to }) => {
    if (entity(draft.stages, id)) moveTo<EmpathyStage>(draft.stages, id, any, to);
  },
);

/** Deletes a stage; its notes stay in their zones, without a stage. */
export const deleteStage = defineCommand<EmpathyMapDoc, { readonly id: StageId }>(
  'empathy.deleteStage',
  (draft, { id }) => removeStage(draft, id),
);

/** Deletes a stage and frees its notes from it. */
export function removeStage(draft: EmpathyDraft, id: StageId): void {
  if (!entity(draft.stages, id)) return;
  for (const { id: noteId, stageId } of Object.values(peek(draft.notes))) {
    const note = stageId === id ? entity(draft.notes, noteId) : undefined;
    if (note) note.stageId = null;
  }
  delete draft.stages[id];
}

/** Sets the emotion of a stage by hand, or gives it back to its moments (`hand` null); and its word. */
export const setEmotion = defineCommand<
  EmpathyMapDoc,
  { readonly id: StageId; readonly fields: Partial<EmotionFields> }
>('empathy.setEmotion', (draft, { id, fields }) => {
  const stage = entity(draft.stages, id);
  if (stage) setFields<EmpathyStage>(stage, fields, EMOTION_CLEANERS);
});

export interface SplitStage {
  readonly id: StageId;
  readonly newId: StageId;
  /** What the two halves are called. */
  readonly titles: readonly [string, string];
}

/**
 * Splits a stage in two where its moments jump most, so that two moods are told apart: each half takes its share of the moments,
 * and the emotion set by hand goes, for it stood for both. Notes stay in the first half.
 */
export const splitStage = defineCommand<EmpathyMapDoc, SplitStage>(
  'empathy.splitStage',
  (draft, { id, newId, titles }) => {
    const stage = entity(draft.stages, id);
    if (!stage || !isId(newId) || entity(draft.stages, newId)) return;
    const { moments, source, duration } = peek(stage);
    const cut = bestCut(moments);
    const at = indexOf<EmpathyStage>(draft.stages, any, id) + 1;
    const second = emptyStage(newId, orderAt<EmpathyStage>(draft.stages, any, at));
    setFields<EmpathyStage>(second, { title: titles[1], duration }, STAGE_CLEANERS);
    setFields<EmpathyStage>(stage, { title: titles[0] }, STAGE_CLEANERS);
    second.moments = moments.slice(cut);
    if (source) {
      const middle = source.from + cut;
      second.source = { ...source, from: middle };
      stage.source = { ...source, to: middle };
    }
    stage.moments = moments.slice(0, cut);
    if (stage.hand !== null) stage.hand = null;
    draft.stages[newId] = second;
  },
);

/** A stage of the linked journey, as this map takes it over. */
export interface JourneyStageFacts {
  readonly id: StageId;
  readonly title: string;
  readonly duration: string;
  /** Valences of its moments in order, -2..+2. */
  readonly moments: readonly number[];
}

/**
 * Takes the stages over from a linked journey: titles, durations, order and moments of those that are linked, new ones under the
 * journey's own ids, so that two copies agree. What was set by hand stays. A linked stage whose journey stage is gone is
 * deleted when it holds nothing of its own, else it becomes a stage of the map's own. Changes nothing when nothing changed.
 */
export const syncStages = defineCommand<EmpathyMapDoc, { readonly stages: readonly JourneyStageFacts[] }>(
  'empathy.syncStages',
  (draft, { stages }) => {
    const facts = new Map(stages.filter(({ id }) => isId(id)).map((each) => [each.id, each]));
    releaseGone(draft, facts);
    for (const each of facts.values()) takeOver(draft, each);
    alignOrder(draft, [...facts.keys()]);
  },
);

function releaseGone(draft: EmpathyDraft, facts: ReadonlyMap<StageId, JourneyStageFacts>): void {
  const kept = new Set(Object.values(peek(draft.notes)).map((note) => note.stageId));
  for (const seen of Object.values(peek(draft.stages))) {
    if (!seen.source || facts.has(seen.source.stageId)) continue;
    const stage = entity(draft.stages, seen.id);
    if (!stage) continue;
    if (kept.has(seen.id) || seen.hand !== null || seen.word !== '') stage.source = null;
    else delete draft.stages[seen.id];
  }
}

const partsOf = (draft: EmpathyDraft, stageId: StageId): EmpathyStage[] =>
  inOrder<EmpathyStage>(draft.stages, (stage) => stage.source?.stageId === stageId);

function takeOver(draft: EmpathyDraft, { id, title, duration, moments }: JourneyStageFacts): void {
  const valences = moments.slice(0, MOST_MOMENTS).map((value) => asValence(value) ?? 0);
  const parts = partsOf(draft, id);
  if (parts.length === 0) {
    const own = entity(draft.stages, id) ? freeId<StageId>(draft.stages, id) : id;
    const stage = emptyStage(own, orderAt<EmpathyStage>(draft.stages, any, null));
    stage.source = { stageId: id, from: 0, to: null };
    draft.stages[own] = stage;
    parts.push(stage);
  }
  for (const part of parts) {
    const stage = entity(draft.stages, part.id);
    if (!stage?.source) continue;
    const { from, to } = stage.source;
    if (parts.length === 1 && (from !== 0 || to !== null)) stage.source = { stageId: id, from: 0, to: null };
    const share = parts.length === 1 ? valences : valences.slice(from, to ?? undefined);
    if (share.join() !== peek(stage).moments.join()) stage.moments = share;
    if (parts.length === 1) setFields<EmpathyStage>(stage, { title, duration }, STAGE_CLEANERS);
  }
}

/** Puts linked stages in the journey's order, in the places that linked stages have; stages of the map's own stay put. */
function alignOrder(draft: EmpathyDraft, ids: readonly StageId[]): void {
  const now = inOrder<EmpathyStage>(draft.stages, any);
  const linked = ids.flatMap((id) => now.filter((stage) => stage.source?.stageId === id));
  let at = 0;
  const wished = now.map((stage) => (stage.source ? (linked[at++] ?? stage) : stage));
  if (wished.every((stage, index) => stage.id === now[index]?.id)) return;
  renumber<EmpathyStage>(
    draft.stages,
    wished.map(({ id }) => id),
  );
}
