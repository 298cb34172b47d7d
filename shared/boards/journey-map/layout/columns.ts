import type { StageId, StepId } from '../../../base/ids';
import { createRecent } from '../../../base/recent';
import type { JourneyMapDoc, Stage, Step } from '../model';
import { stagesInOrder } from '../order';
import { shownSteps } from '../shown';
import { momentsIn } from '../stations';

export interface StepColumn {
  readonly step: Step;
  readonly x: number;
  readonly w: number;
}

export interface StageColumn {
  readonly stage: Stage;
  /** Place among all the stages of the map, from 0. */
  readonly index: number;
  readonly x: number;
  readonly w: number;
  readonly steps: readonly StepColumn[];
}

/** Where stages and steps stand across the sheet. A stage has a rule on its left; its steps share what is right of it. */
export interface Columns {
  readonly x: number;
  readonly w: number;
  readonly stages: readonly StageColumn[];
  readonly stepById: ReadonlyMap<StepId, StepColumn>;
  /** The same for columns that stand the same, whatever their names. */
  readonly key: string;
}

/** Short names of what columns are known by: every part of the sheet is remembered under them, and long ones are slow to look up. */
const names = createRecent<string>(200);
let named = 0;

function shortName(key: string): string {
  let name = names.get(key);
  if (name === undefined) {
    named++;
    name = `c${named}`;
    names.set(key, name);
  }
  return name;
}

/** Steps that a stage counts for: never less than two, so that its header has room. */
export const widthInSteps = (doc: JourneyMapDoc, stageId: StageId): number =>
  Math.max(2, sum(shownSteps(doc, stageId).map(({ id }) => momentsIn(doc, id))));

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** Steps that the whole map counts for. */
export const totalSteps = (doc: JourneyMapDoc, stages: readonly Stage[]): number =>
  stages.reduce((sum, stage) => sum + widthInSteps(doc, stage.id), 0);

/** Columns of some stages (all of them on screen, one band of them on a poster) from `x`, a step being `moment` wide. */
export function columnsOf(
  doc: JourneyMapDoc,
  args: { readonly stages: readonly Stage[]; readonly x: number; readonly moment: number; readonly line: number },
): Columns {
  const all = stagesInOrder(doc);
  const stepById = new Map<StepId, StepColumn>();
  let at = args.x;
  const stages = args.stages.map((stage): StageColumn => {
    const w = widthInSteps(doc, stage.id) * args.moment;
    const steps = stepColumns(doc, shownSteps(doc, stage.id), at + args.line, w - args.line);
    for (const column of steps) stepById.set(column.step.id, column);
    const column = { stage, index: all.indexOf(stage), x: at, w, steps };
    at += w;
    return column;
  });
  const parts = stages.map(({ stage, steps }) => `${stage.id}:${steps.map(({ step }) => step.id).join('.')}`);
  const widths = doc.info.form === 'path' ? [...stepById.values()].map(({ w }) => Math.round(w)).join('.') : '';
  const key = `${args.x}|${args.moment}|${parts.join()}|${widths}`;
  return { x: args.x, w: at - args.x, stages, stepById, key: shortName(key) };
}

function stepColumns(doc: JourneyMapDoc, steps: readonly Step[], x: number, w: number): readonly StepColumn[] {
  const shares = steps.map(({ id }) => momentsIn(doc, id));
  const all = sum(shares);
  let before = 0;
  return steps.map((step, index) => {
    const share = shares[index] ?? 1;
    const column = { step, x: x + (before * w) / all, w: (share * w) / all };
    before += share;
    return column;
  });
}
