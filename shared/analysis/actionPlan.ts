import type { Lang } from '../i18n/translate';
import { type Day, dayOf } from '../table/dateCell';
import type { MapFacts, OpportunityFact } from './mapFacts';
import { isRated, QUADRANTS, type Quadrant, quadrantOf } from './priority';

/** What a plan may be put in order by. */
export type PlanOrder = 'priority' | 'owner' | 'due';

/** An opportunity that is to be taken up, with everything that a plan says of it. */
export interface PlanLine extends OpportunityFact {
  /** null as long as the team has not rated it both ways. */
  readonly quadrant: Quadrant | null;
  readonly stageTitle: string;
  /** Who looks after its stage: those stand in for an owner that it has not. */
  readonly stageOwners: readonly string[];
  /** Days from today until it is due: 0 is today, less than 0 is past. null without a date. */
  readonly daysLeft: number | null;
  /** Its day is past, and it was not decided against. */
  readonly isLate: boolean;
}

/** A stored date (`YYYY-MM-DD`) as a day; null for an empty one and for a date that does not exist. */
function dayFrom(date: string): Day | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayOf(year, month, day);
}

/** Who takes care of a line, in words: its own owner, else those of its stage; empty for nobody. */
export const whoDoes = ({ owner, stageOwners }: PlanLine): string => owner.trim() || stageOwners.join(', ');

/** By quadrant, then impact less effort, then votes; what is not rated comes last. Lines of one rank stay as they stand on the map. */
function byPriority(one: PlanLine, other: PlanLine): number {
  const rank = ({ quadrant }: PlanLine) => (quadrant ? QUADRANTS.indexOf(quadrant) : QUADRANTS.length);
  const gain = ({ impact, effort }: PlanLine) => (impact ?? 0) - (effort ?? 0);
  return rank(one) - rank(other) || gain(other) - gain(one) || other.votes - one.votes;
}

/**
 * The opportunities of a map that a team has rated both ways or has begun to organise (an owner, a day, a decision), by priority.
 * @param today the day it is read on, `YYYY-MM-DD`
 */
export function actionPlan(facts: MapFacts, today: string): readonly PlanLine[] {
  const now = dayFrom(today);
  const owners = facts.notes.filter(({ lane }) => lane === 'owner');
  const lines = facts.opportunities.flatMap((one): readonly PlanLine[] => {
    const quadrant = isRated(one) ? quadrantOf(one) : null;
    if (!quadrant && !one.owner.trim() && !one.due && !one.decision) return [];
    const due = dayFrom(one.due);
    const daysLeft = due === null || now === null ? null : due - now;
    const own = owners.filter(({ stageId }) => stageId === one.stageId);
    const line: PlanLine = {
      ...one,
      quadrant,
      stageTitle: facts.stages.find(({ id }) => id === one.stageId)?.title ?? '',
      stageOwners: own.flatMap(({ words }) => words.trim() || []),
      daysLeft,
      isLate: daysLeft !== null && daysLeft < 0 && one.decision !== 'no',
    };
    return [line];
  });
  return lines.sort(byPriority);
}

/** Texts and days of one order among themselves; lines that have none stand last, whichever way it is turned. */
function keyOf(line: PlanLine, order: 'owner' | 'due'): string {
  return order === 'owner' ? whoDoes(line) : line.due;
}

/** A plan in another order; lines of one rank stay by priority. Turned around, what is missing still stands last. */
export function planInOrder(
  plan: readonly PlanLine[],
  order: PlanOrder,
  isTurned: boolean,
  lang: Lang,
): readonly PlanLine[] {
  const way = isTurned ? -1 : 1;
  if (order === 'priority') return isTurned ? [...plan].sort((one, other) => -byPriority(one, other)) : plan;
  return [...plan].sort((one, other) => {
    const [a, b] = [keyOf(one, order), keyOf(other, order)];
    if (!a || !b) return Number(!a) - Number(!b);
    return way * (order === 'due' ? Number(a > b) - Number(a < b) : a.localeCompare(b, lang));
  });
}
