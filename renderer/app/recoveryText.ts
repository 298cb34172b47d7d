import type { Lang, TranslateFn } from '@shared/i18n/translate';
import type { RecoveryReport } from '@/session/recoveryReport';
import { momentText } from './dateText';

/** Which copy was rebuilt. */
export function recoveryTitle({ cause, sources }: RecoveryReport, t: TranslateFn): string {
  if (sources.length > 0 && sources.every((source) => source === 'backups')) return t('recovery.title.backups');
  if (cause === 'both-damaged') return t('recovery.title.both');
  return t(cause.startsWith('journal') ? 'recovery.title.journal' : 'recovery.title.database');
}

function causeText({ cause, lastEditAt }: RecoveryReport, now: number, lang: Lang, t: TranslateFn): string {
  if (cause !== 'database-behind') return t(`recovery.cause.${cause}`);
  return lastEditAt === null
    ? t('recovery.causeUnknownTime')
    : t('recovery.cause.database-behind', { when: momentText(lastEditAt, now, lang, t) });
}

/** `214 gestes rejoués, aucun perdu.` */
function countsText({ replayed, lost }: RecoveryReport, t: TranslateFn): string {
  const lostText = lost === 0 ? t('recovery.lostNone') : t('recovery.lost', { count: lost });
  return `${t('recovery.replayed', { count: replayed })}, ${lostText}.`;
}

/** The notice's line: why, how many changes came back, how many did not, what is kept. */
export function recoverySummary(report: RecoveryReport, now: number, lang: Lang, t: TranslateFn): string {
  const kept = report.keptCopy ? t('recovery.keptCopy') : '';
  return [causeText(report, now, lang, t), countsText(report, t), kept].filter(Boolean).join(' ');
}

/** All that is known of it, one fact a line. */
export function recoveryFacts(report: RecoveryReport, now: number, lang: Lang, t: TranslateFn): readonly string[] {
  const sources = report.sources.map((source) => t(`recovery.source.${source}`)).join(', ');
  return [
    causeText(report, now, lang, t),
    countsText(report, t),
    `${t('recovery.documents', { count: report.docCount })}.`,
    ...(sources ? [t('recovery.sources', { list: sources })] : []),
    ...(report.lastEditAt === null
      ? []
      : [t('recovery.lastEdit', { when: momentText(report.lastEditAt, now, lang, t) })]),
    ...(report.keptCopy ? [t('recovery.keptCopy')] : []),
  ];
}
