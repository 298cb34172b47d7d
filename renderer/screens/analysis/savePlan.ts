import type { PlanLine } from '@shared/analysis/actionPlan';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { csvBytes } from '@shared/exchange/csvText';
import { PLAN_NUMBERS, planMarkdown, planRows } from '@shared/exchange/planRows';
import { xlsxBytes } from '@shared/exchange/xlsx';
import { writeOfJourney } from '@/app/journeyFiles';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';

export const PLAN_FORMATS = ['xlsx', 'csv', 'md'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

/** Writes the action plan of the journey on screen where the user says, its lines in the order they are given in. */
export function savePlan(lines: readonly PlanLine[], format: PlanFormat): Promise<void> {
  const t = currentT();
  const { lang } = preferences.getState();
  const titleOf = ({ info }: JourneyMapDoc) => [t('analysis.plan'), info.title.trim()].filter(Boolean).join(', ');
  return writeOfJourney(format, titleOf, async (doc) => {
    const rows = planRows(lines, t);
    if (format === 'md') return planMarkdown(rows, titleOf(doc));
    return format === 'csv' ? csvBytes(rows, lang) : xlsxBytes(rows, t('analysis.plan'), PLAN_NUMBERS);
  });
}
