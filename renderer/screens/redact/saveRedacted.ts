import { type WorkshopBundle, writeWorkshopFile } from '@shared/file/workshopFile';
import type { Lang } from '@shared/i18n/lang';
import type { RedactChoices } from '@shared/redact/choices';
import { redactWords } from '@shared/redact/redactWords';
import { NO_MOMENT, redactWorkshop } from '@shared/redact/redactWorkshop';
import type { RedactReport } from '@shared/redact/report';
import { reportMarkdown } from '@shared/redact/reportText';
import { appStore } from '@/app/appStore';
import { showError } from '@/app/errors';
import { fileNameFor, workshopOf } from '@/app/files';
import { desktop } from '@/platform/desktop';

/** Writes the copy where the person says; the name of its file, or null where none was written. */
export async function saveRedacted(original: WorkshopBundle, choices: RedactChoices): Promise<string | null> {
  const { bundle } = redactWorkshop(original, choices);
  // The name of the file leaves with it.
  const title = workshopOf(bundle)?.info.title.trim() || 'Personarium';
  const suggestedName = fileNameFor(redactWords(choices.lang)('copy.fileName', { title }));
  const target = await desktop().chooseTarget({ suggestedName, kind: 'personarium' });
  if (!target) return null;
  const appVersion = appStore.getState().boot?.appVersion ?? '';
  const bytes = new Uint8Array(writeWorkshopFile(bundle, { appVersion, savedAt: NO_MOMENT }));
  return written(target.token, bytes);
}

/** Writes what was changed, for the author alone; the name of its file, or null where none was written. */
export async function saveRedactReport(report: RedactReport, lang: Lang): Promise<string | null> {
  const suggestedName = `${redactWords(lang)('report.title').replace(/[\s\u00A0]*:/, ',')}.md`;
  const target = await desktop().chooseTarget({ suggestedName, kind: 'md' });
  return target ? written(target.token, new TextEncoder().encode(reportMarkdown(report, lang))) : null;
}

async function written(token: string, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const result = await desktop().writeTarget({ token, name: null, bytes });
  if (result.ok) return result.value.name;
  showError(result.error);
  return null;
}
