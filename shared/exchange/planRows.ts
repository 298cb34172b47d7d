import { strToU8 } from 'fflate';
import { type PlanLine, whoDoes } from '../analysis/actionPlan';
import type { TranslateFn } from '../i18n/translate';

/** Columns of numbers, for programs that tell them from text. */
export const PLAN_NUMBERS: ReadonlySet<number> = new Set([3, 4, 5]);

/** How far the day of a line is, where that is worth a word: late, today, within the week; else empty. */
export function dueWords({ daysLeft, isLate }: PlanLine, t: TranslateFn): string {
  if (daysLeft === null) return '';
  if (isLate) return t('analysis.late', { count: -daysLeft });
  return daysLeft >= 0 && daysLeft <= 7 ? t('analysis.dueIn', { count: daysLeft }) : '';
}

/** A plan as a table, in the order it is given in: a row of headings, then one for each line. Days are `YYYY-MM-DD`, which every spreadsheet reads as a day. */
export function planRows(lines: readonly PlanLine[], t: TranslateFn): readonly (readonly string[])[] {
  const headings = [
    t('analysis.what'),
    t('analysis.column.stage'),
    t('analysis.priority'),
    t('analysis.impact'),
    t('analysis.effort'),
    t('analysis.column.votes'),
    t('analysis.who'),
    t('analysis.when'),
    t('analysis.delay'),
    t('editing.detail.decision'),
  ];
  const rows = lines.map((line) => [
    line.words,
    line.stageTitle,
    line.quadrant ? t(`analysis.quadrant.${line.quadrant}`) : t('analysis.toPlace'),
    `${line.impact ?? ''}`,
    `${line.effort ?? ''}`,
    `${line.votes}`,
    whoDoes(line),
    line.due,
    dueWords(line, t),
    line.decision ? t(`analysis.decision.${line.decision}`) : '',
  ]);
  return [headings, ...rows];
}

/** A cell of a Markdown table: one line, without signs that Markdown would read as its own. */
const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&');

/** The same table as Markdown (GitHub's tables), under a heading. */
export function planMarkdown(rows: readonly (readonly string[])[], title: string): Uint8Array {
  const [head = [], ...body] = rows.map((cells) => cells.map(cell));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, at) => (PLAN_NUMBERS.has(at) ? '---:' : '---')));
  return strToU8(`${[`# ${cell(title)}`, '', line(head), rule, ...body.map(line)].join('\n')}\n`);
}
