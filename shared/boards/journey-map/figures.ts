import type { StageId } from '../../base/ids';
import type { Lang, TranslateFn } from '../../i18n/translate';
import { memoised } from '../../model/reading';
import { formatNumber } from '../pieces/valence';
import type { StageFields } from './commands/stages';
import { formatMinutes, parseDuration } from './durations';
import type { JourneyMapDoc, Lane, Stage } from './model';
import { stagesInOrder } from './order';

/** What becomes of the people of a stage. */
export interface Flow {
  readonly entered: number | null;
  readonly wentOn: number | null;
  readonly left: number | null;
  /** Share of those who came in that leave, 0..1; null where it cannot be told. */
  readonly leaving: number | null;
  /** True for the stage that loses the largest share of its people, where somebody leaves at all. */
  readonly isWorst: boolean;
}

type Counts = Pick<Flow, 'entered' | 'wentOn' | 'left'>;

/**
 * What is not written is told by the rest: who went on = came in − left, else who came into the next stage; who left = came in − went on;
 * who came in = went on + left. Nothing falls below 0.
 */
function countsOf(stage: Stage, next: Stage | undefined): Counts {
  const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.max(0, a - b));
  const wentOn = stage.wentOn ?? minus(stage.entered, stage.left) ?? next?.entered ?? null;
  const left = stage.left ?? minus(stage.entered, wentOn);
  const entered = stage.entered ?? (wentOn !== null && left !== null ? wentOn + left : null);
  return { entered, wentOn: wentOn === null || entered === null ? wentOn : Math.min(wentOn, entered), left };
}

const flowsOfStages = memoised((stages: JourneyMapDoc['stages']): ReadonlyMap<StageId, Flow> => {
  const list = stagesInOrder({ stages } as JourneyMapDoc);
  const flows = list.map((stage, at) => {
    const counts = countsOf(stage, list[at + 1]);
    const { entered, left } = counts;
    return { ...counts, leaving: entered && left !== null ? Math.min(1, left / entered) : null };
  });
  const worst = Math.max(0, ...flows.map(({ leaving }) => leaving ?? 0));
  return new Map(
    list.map((stage, at) => {
      const flow = flows[at] as Omit<Flow, 'isWorst'>;
      return [stage.id, { ...flow, isWorst: worst > 0 && flow.leaving === worst }];
    }),
  );
});

/** What becomes of the people of every stage. */
export const flowsOf = (doc: JourneyMapDoc): ReadonlyMap<StageId, Flow> => flowsOfStages(doc.stages);

/** People who came into the first stage that says so, and those who went on from the last; nulls where nobody counted. */
export function throughput(doc: JourneyMapDoc): { readonly entered: number | null; readonly arrived: number | null } {
  const flows = [...flowsOf(doc).values()];
  const first = flows.find(({ entered }) => entered !== null);
  const last = flows.findLast(({ wentOn }) => wentOn !== null);
  return { entered: first?.entered ?? null, arrived: last?.wentOn ?? null };
}

/** How long a stage lasts and how much of it is waiting, in minutes; the waiting is part of the duration. */
export interface Pace {
  readonly minutes: number | null;
  readonly dead: number | null;
}

/** A stage whose duration is no number lasts at least as long as it waits. */
export function paceOf({ duration, deadTime }: Stage): Pace {
  const written = parseDuration(duration);
  const minutes = written === null ? deadTime : Math.max(written, deadTime ?? 0);
  return { minutes, dead: deadTime };
}

/** Minutes of all stages that say how long they last, and the minutes of waiting in them. */
export function wholePace(doc: JourneyMapDoc): { readonly minutes: number; readonly dead: number } {
  const paces = stagesInOrder(doc).map(paceOf);
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);
  return { minutes: sum(paces.map(({ minutes }) => minutes)), dead: sum(paces.map(({ dead }) => dead)) };
}

/** The figure of a stage as it is written and edited: `640 → 310`, `12 jours, dont 6 j`. Empty where there is none. */
export function figureText(stage: Stage, kind: Lane['kind'], t: TranslateFn, lang: Lang): string {
  if (kind === 'duration') {
    const dead = stage.deadTime === null ? '' : formatMinutes(stage.deadTime, t, lang);
    if (dead === '') return stage.duration;
    return t('journey.figure.deadPart', { duration: stage.duration, dead }).trim();
  }
  const { entered, wentOn, left } = stage;
  const written = [entered, wentOn ?? (entered !== null && left !== null ? Math.max(0, entered - left) : null)];
  if (written.every((value) => value === null)) return '';
  return written.map((value) => (value === null ? '?' : formatNumber(value, lang))).join(' → ');
}

const DEAD = /^(.*?)[,;]?\s*(?:\bdont\b|\bof which\b|\bincl\.?|;)\s*(.+)$/isu;

const asPeople = (text: string): number | null => {
  const digits = text.replace(/[\s\u00A0\u202F.,]/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : null;
};

/** What a written figure says of its stage; empty fields where nothing can be read. */
export function readFigure(text: string, kind: Lane['kind']): Partial<StageFields> {
  const trimmed = text.trim();
  if (kind === 'duration') {
    const [, before, after] = DEAD.exec(trimmed) ?? [];
    if (after === undefined) return { duration: trimmed, deadTime: null };
    const deadTime = parseDuration(after);
    return { duration: (before ?? '').trim(), ...(deadTime === null ? {} : { deadTime }) };
  }
  if (trimmed === '') return { entered: null, wentOn: null, left: null };
  const [first = '', second] = trimmed.split(/\s*(?:→|->|>|\/|;)\s*/);
  const entered = asPeople(first);
  const wentOn = second === undefined ? null : asPeople(second);
  if (entered === null && wentOn === null) return {};
  return second === undefined ? { entered } : { entered, wentOn, left: null };
}
