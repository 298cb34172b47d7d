import type { AppError } from '@shared/base/appError';
import type { Lang } from '@shared/i18n/translate';
import type { SheetSize } from '@shared/scene/sheet';
import { useCallback, useRef, useState } from 'react';
import { exportBoard } from '@/export/exportBoard';
import { type PosterDpi, type PosterFormat, posterName } from '@/export/posterName';
import type { PosterSource } from '@/export/posterScene';
import { desktop } from '@/platform/desktop';

/** What is to be exported: every source in every language. */
export interface ExportOrder {
  readonly sources: readonly PosterSource[];
  readonly langs: readonly Lang[];
  readonly sheet: SheetSize;
  readonly format: PosterFormat;
  readonly dpi: PosterDpi;
}

export type ExportRun =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly number: number;
      readonly total: number;
      readonly name: string;
      readonly share: number;
      /** False for the first 400 ms: most exports are over by then. */
      readonly isSlow: boolean;
    }
  | { readonly status: 'done'; readonly count: number; readonly place: string; readonly token: string }
  | { readonly status: 'cancelled'; readonly count: number }
  | { readonly status: 'failed'; readonly error: AppError };

const SLOW_MS = 400;

interface Job {
  readonly source: PosterSource;
  readonly lang: Lang;
}

interface Place {
  readonly token: string;
  readonly name: string;
  readonly isFolder: boolean;
}

const jobsOf = ({ sources, langs }: ExportOrder): readonly Job[] =>
  sources.flatMap((source) => langs.map((lang) => ({ source, lang })));

/** Asks where to: a file for one poster, a folder for several; null when the person changed their mind. */
async function askPlace(order: ExportOrder, jobs: readonly Job[]): Promise<Place | null> {
  const [only, second] = jobs;
  if (!only || second) {
    const folder = await desktop().chooseFolder();
    return folder && { ...folder, isFolder: true };
  }
  const suggestedName = posterName(only.source.title, order.sheet, only.lang, order.format, order.dpi);
  const file = await desktop().chooseTarget({ suggestedName, kind: order.format });
  return file && { ...file, isFolder: false };
}

/** Runs exports one after the other; each file is written whole as soon as it is made. */
export function useExportRun(): {
  readonly run: ExportRun;
  readonly start: (order: ExportOrder) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
} {
  const [run, setRun] = useState<ExportRun>({ status: 'idle' });
  const abort = useRef<AbortController | null>(null);

  const work = useCallback(async (order: ExportOrder) => {
    const jobs = jobsOf(order);
    const controller = new AbortController();
    abort.current = controller;
    try {
      const place = await askPlace(order, jobs);
      if (place) setRun(await exportJobs(order, jobs, place, controller.signal, setRun));
    } finally {
      abort.current = null;
    }
  }, []);

  return {
    run,
    start: (order) => {
      if (!abort.current) void work(order);
    },
    cancel: () => abort.current?.abort(),
    dismiss: () => setRun({ status: 'idle' }),
  };
}

async function exportJobs(
  order: ExportOrder,
  jobs: readonly Job[],
  place: Place,
  signal: AbortSignal,
  show: (run: ExportRun) => void,
): Promise<ExportRun> {
  const began = performance.now();
  let written = { token: place.token, name: place.name };
  for (const [index, job] of jobs.entries()) {
    const tell = (share: number): void =>
      show({
        status: 'running',
        number: index + 1,
        total: jobs.length,
        name: job.source.title,
        share: (index + share) / jobs.length,
        isSlow: performance.now() - began >= SLOW_MS,
      });
    tell(0);
    const slow = setTimeout(() => tell(0), SLOW_MS);
    const result = await exportOne(order, job, place, signal, tell);
    clearTimeout(slow);
    if (!result.ok) {
      return result.error.code === 'export-cancelled'
        ? { status: 'cancelled', count: index }
        : { status: 'failed', error: result.error };
    }
    written = result.value;
  }
  return { status: 'done', count: jobs.length, place: place.name, token: written.token };
}

async function exportOne(
  order: ExportOrder,
  job: Job,
  place: Place,
  signal: AbortSignal,
  tell: (share: number) => void,
) {
  const { sheet, format, dpi } = order;
  const request = { source: job.source, lang: job.lang, sheet, format, dpi };
  const poster = await exportBoard(request, { printPdf: desktop().printPdf, signal, onProgress: tell });
  if (!poster.ok) return poster;
  const { name, bytes } = poster.value;
  return desktop().writeTarget({ token: place.token, name: place.isFolder ? name : null, bytes });
}
