import { type GuideStep, guideOf } from '@shared/boards/empathy-map/guide';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { zoneTarget } from '@shared/boards/empathy-map/targets';
import { type AreaId, areaById, type ZoneId } from '@shared/boards/empathy-map/zones';
import type { Target } from '@shared/scene/primitives';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardController } from '@/editor/boardController';
import type { Session } from '@/session/session';
import { type TimerState, toggled, withDuration } from '@/ui/timer';
import { stageAt } from '../entities';
import { firstZone } from '../places';

/** The guided mode of a map: which question is asked, and the time for it. */
export interface Guide {
  readonly on: boolean;
  /** Number of the question, from 0. */
  readonly at: number;
  /** Minutes for each question; null: no timer. */
  readonly minutes: number | null;
  readonly timer: TimerState;
}

const MINUTE = 60_000;
export const DEFAULT_MINUTES = 3;

const guides = new WeakMap<Session<EmpathyMapDoc>, StoreApi<Guide>>();

/** The guide of a map, kept as long as the map is open: one comes back to the question one left at. */
export function guideStore(session: Session<EmpathyMapDoc>): StoreApi<Guide> {
  const known = guides.get(session);
  if (known) return known;
  const made = createStore<Guide>(() => ({
    on: false,
    at: 0,
    minutes: null,
    timer: withDuration(DEFAULT_MINUTES * MINUTE),
  }));
  guides.set(session, made);
  return made;
}

/** The questions of the layout that is on. */
export const stepsFor = (doc: EmpathyMapDoc): readonly GuideStep[] => guideOf(doc.info.layout);

/** The question that is asked now; a layout with fewer of them ends at its last. */
export function stepAt(doc: EmpathyMapDoc, at: number): { readonly step: GuideStep; readonly at: number } | null {
  const steps = stepsFor(doc);
  const number = Math.min(at, steps.length - 1);
  const step = steps[number];
  return step ? { step, at: number } : null;
}

/** The zone that new notes get while the guide asks; null while it does not. */
export function askedZone(session: Session<EmpathyMapDoc>): ZoneId | null {
  const { on, at } = guideStore(session).getState();
  return on ? (stepAt(session.store.getState().doc, at)?.step.zone ?? null) : null;
}

/** The place a question asks about; by stage in the stage that is worked on, else the first one. */
export function placeAsked(controller: BoardController<EmpathyMapDoc>): Target | null {
  const { doc } = controller.session.store.getState();
  const asked = stepAt(doc, guideStore(controller.session).getState().at);
  const area = asked && areaById(doc.info.layout, asked.step.area);
  if (!area) return null;
  const [chosen] = controller.selection();
  const first = firstZone(doc, chosen ? stageAt(doc, chosen) : null);
  return first && zoneTarget({ area, stageId: first.stageId });
}

/** Shows the place that is asked about, framed, with the keyboard on the board. */
function showAsked(controller: BoardController<EmpathyMapDoc>): void {
  const place = placeAsked(controller);
  if (!place) return;
  controller.select([place]);
  controller.show(place);
}

const freshTimer = ({ minutes }: Guide, now: number): TimerState => {
  const timer = withDuration((minutes ?? DEFAULT_MINUTES) * MINUTE);
  return minutes === null ? timer : toggled(timer, now);
};

/** Begins to ask: where it was left, or with the first question about an area. */
export function startGuide(controller: BoardController<EmpathyMapDoc>, area?: AreaId): void {
  const store = guideStore(controller.session);
  controller.editing.finish();
  const first = area ? stepsFor(controller.session.store.getState().doc).findIndex((step) => step.area === area) : -1;
  store.setState((guide) => ({
    on: true,
    at: first < 0 ? guide.at : first,
    timer: freshTimer(guide, Date.now()),
  }));
  showAsked(controller);
  controller.focusBoard();
}

export function leaveGuide(controller: BoardController<EmpathyMapDoc>): void {
  controller.editing.finish();
  guideStore(controller.session).setState({ on: false });
  controller.focusBoard();
}

/** To the next question or the one before; false at the ends. */
export function goInGuide(controller: BoardController<EmpathyMapDoc>, by: 1 | -1): boolean {
  const store = guideStore(controller.session);
  const { doc } = controller.session.store.getState();
  const to = (stepAt(doc, store.getState().at)?.at ?? 0) + by;
  if (to < 0 || to >= stepsFor(doc).length) return false;
  controller.editing.finish();
  store.setState((guide) => ({ at: to, timer: freshTimer(guide, Date.now()) }));
  showAsked(controller);
  return true;
}

/** Gives every question so many minutes, from now on; null takes the timer away. */
export function setMinutes(session: Session<EmpathyMapDoc>, minutes: number | null): void {
  guideStore(session).setState((guide) => {
    const next = { ...guide, minutes };
    return { minutes, timer: freshTimer(next, Date.now()) };
  });
}
