import type { AppError } from '@shared/base/appError';
import { closeNotice, showNotice } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { openDialog } from './appStore';
import { errorDetail, errorText } from './errorText';

/** Shows a failure in a bar above the screen until it is read; `title` says what was being done. */
export function showError(error: AppError, title?: string): void {
  const t = currentT();
  const id = `error ${JSON.stringify(error)}`;
  const worded = errorText(error, t);
  const heading = title ?? worded.title;
  const detail = 'detail' in error || 'reason' in error ? errorDetail(error) : null;
  showNotice({
    id,
    kind: 'error',
    title: heading,
    text: worded.text,
    buttons: [
      ...(detail
        ? [{ label: t('common.details'), run: () => openDialog({ kind: 'details', title: heading, detail }) }]
        : []),
      { label: t('common.understood'), primary: true, run: () => closeNotice(id) },
    ],
  });
}

/** An error of our own making (a bug, a refused request) as a failure people can read. */
export const asError = (cause: unknown): AppError => ({
  code: 'bad-request',
  channel: 'renderer',
  detail: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
});
