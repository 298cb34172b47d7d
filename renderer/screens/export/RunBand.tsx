import { errorText } from '@/app/errorText';
import type { PosterFormat } from '@/export/posterName';
import { desktop } from '@/platform/desktop';
import { Button } from '@/ui/Button';
import { MessageBar } from '@/ui/MessageBar';
import { JobPanel } from '@/ui/ProgressBar';
import { useT } from '@/ui/useT';
import type { ExportRun } from './useExportRun';

export interface RunBandProps {
  readonly run: ExportRun;
  readonly format: PosterFormat;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** How the export goes: progress, then where the files are, or what went wrong. */
export function RunBand({ run, format, onCancel, onClose }: RunBandProps) {
  const t = useT();
  const isSlides = format === 'pptx';
  const close = (
    <Button size="small" onClick={onClose}>
      {t('common.close')}
    </Button>
  );
  switch (run.status) {
    case 'idle':
      return null;
    case 'running':
      return run.isSlow ? (
        <JobPanel
          title={t('exporting.run.title', { format: format.toUpperCase() })}
          step={t(isSlides ? 'exporting.run.slidesStep' : 'exporting.run.step', {
            number: run.number,
            total: run.total,
            name: run.name,
          })}
          value={run.share}
          onCancel={onCancel}
        />
      ) : null;
    case 'done':
      return (
        <MessageBar
          kind="done"
          title={t(isSlides ? 'exporting.run.slidesDone' : 'exporting.run.done', { count: run.count })}
          text={[
            t('exporting.run.doneIn', { place: run.place }),
            ...(run.refused.length > 0 ? [t('exporting.run.refused', { names: run.refused.join(', ') })] : []),
          ].join(' ')}
        >
          {close}
          <Button size="small" icon="folder-open" onClick={() => void desktop().showInFolder(run.token)}>
            {t('exporting.run.showInFolder')}
          </Button>
        </MessageBar>
      );
    case 'cancelled':
      return (
        <MessageBar
          kind="notice"
          icon="info"
          title={t('exporting.run.cancelled')}
          text={t('exporting.run.cancelledKept', { count: run.count })}
        >
          {close}
        </MessageBar>
      );
    case 'failed': {
      const { title, text } = errorText(run.error, t);
      return (
        <MessageBar kind="error" title={title} text={text}>
          {close}
        </MessageBar>
      );
    }
  }
}
