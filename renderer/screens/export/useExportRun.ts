import type { AppError } from '@shared/base/appError';
import { ok, type Result } from '@shared/base/result';
import type { CarriedFile } from '@shared/carrier/carry';
import type { Lang } from '@shared/i18n/translate';
import { isRefused, type PosterSetup } from '@shared/poster/posterSetup';
import type { PosterSheets } from '@shared/poster/sheetsOfPoster';
import { useCallback, useRef, useState } from 'react';
import { workspace } from '@/app/appStore';
import { exportBoard, layOutPoster, type PosterFile } from '@/export/exportBoard';
import { exportSlides, slidesTitle } from '@/export/exportSlides';
import type { PosterDpi, PosterFormat } from '@/export/posterName';
import type { PosterSource } from '@/export/posterScene';
import { desktop } from '@/platform/desktop';

/** What is to be exported: every source in every language; as slides all sources in one file. */
export interface ExportOrder {
  readonly sources: readonly PosterSource[];
  /** Titles of posters that were chosen as well, but whose text is known to be too small. */
  readonly refused: readonly string[];
  readonly langs: readonly Lang[];
  readonly setup: PosterSetup;
  /** What the file of a poster alone is called. */
  readonly suggestedName: string;
  readonly format: PosterFormat;
  readonly dpi: PosterDpi;
  readonly outlines: boolean;
  /** The file of the whole workshop, for each file of a poster; null for none. */
  readonly inside: CarriedFile | null;
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
  | {
      readonly status: 'done';
      readonly count: number;
      /** Titles of posters that were not written: their text would be too small. */
      readonly refused: readonly string[];
      readonly place: string;
      readonly token: string;
    }
  | { readonly status: 'cancelled'; readonly count: number }
  | { readonly status: 'failed'; readonly error: AppError };

const SLOW_MS = 400;

/** What becomes one poster, or one presentation. */
interface Job {
  readonly sources: readonly [PosterSource, ...PosterSource[]];
  readonly lang: Lang;
}

interface Place {
  readonly token: string;
  readonly name: string;
  readonly isFolder: boolean;
}

function jobsOf({ sources, langs, format }: ExportOrder): readonly Job[] {
  if (format !== 'pptx')
    return sources.flatMap((source) => langs.map((lang) => ({ sources: [source], lang }) as const));
  const [first, ...more] = sources;
  return first ? langs.map((lang) => ({ sources: [first, ...more], lang }) as const) : [];
}

/** Pictures of a poster that is parted, or glued together, are files of their own. */
const isSeveral = ({ format }: ExportOrder, alone: PosterSheets | null): boolean =>
  format !== 'pdf' && alone !== null && (alone.tiling !== null || alone.scenes.length > 1);

/** The poster of an export of one; null for several, for slides, and for what cannot be laid out, which the export itself tells. */
function layOutAlone({ setup, format }: ExportOrder, [only, second]: readonly Job[]): Promise<PosterSheets | null> {
  if (!only || second || format === 'pptx') return Promise.resolve(null);
  return layOutPoster({ source: only.sources[0], lang: only.lang, setup, format }, workspace().readAsset).catch(
    () => null,
  );
}

/** Asks where to: a file for one poster, a folder for several and for pictures of several sheets; null when the person changed their mind. */
async function askPlace(order: ExportOrder, jobs: readonly Job[], alone: PosterSheets | null): Promise<Place | null> {
  const [only, second] = jobs;
  if (!only || second || isSeveral(order, alone)) {
    const folder = await desktop().chooseFolder();
    return folder && { ...folder, isFolder: true };
  }
  const file = await desktop().chooseTarget({ suggestedName: order.suggestedName, kind: order.format });
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
      const alone = await layOutAlone(order, jobs);
      if (alone && isRefused(alone.check, order.setup)) {
        setRun({ status: 'failed', error: { code: 'text-too-small' } });
        return;
      }
      const asked = askPlace(order, jobs, alone);
      // While the dialog is open there is time to make the first one. A picture would take more memory than it is worth.
      const [first] = jobs;
      const ahead = first && order.format === 'pdf' ? makeFiles(order, first, controller.signal) : null;
      const place = await asked;
      if (place) setRun(await exportJobs(order, jobs, { place, ahead, signal: controller.signal }, setRun));
      else controller.abort();
    } finally {
      abort.current = null;
    }
  }, []);
  const cancel = useCallback(() => abort.current?.abort(), []);

  return {
    run,
    start: (order) => {
      if (!abort.current) void work(order);
    },
    cancel,
    dismiss: () => setRun({ status: 'idle' }),
  };
}

interface Work {
  readonly place: Place;
  /** The first poster, begun already. */
  readonly ahead: Promise<Result<readonly PosterFile[]>> | null;
  readonly signal: AbortSignal;
}

async function exportJobs(
  order: ExportOrder,
  jobs: readonly Job[],
  { place, ahead, signal }: Work,
  show: (run: ExportRun) => void,
): Promise<ExportRun> {
  const began = performance.now();
  let written = { token: place.token, name: place.name };
  const refused = [...order.refused];
  let count = 0;
  for (const [index, job] of jobs.entries()) {
    const tell = (share: number): void =>
      show({
        status: 'running',
        number: index + 1,
        total: jobs.length,
        name: slidesTitle(job.sources),
        share: (index + share) / jobs.length,
        isSlow: performance.now() - began >= SLOW_MS,
      });
    tell(0);
    const slow = setTimeout(() => tell(0), SLOW_MS);
    const files = await ((index === 0 && ahead) || makeFiles(order, job, signal, tell));
    const result = files.ok ? await write(files.value, place) : files;
    clearTimeout(slow);
    if (result.ok) {
      written = result.value;
      count += 1;
    } else if (result.error.code === 'text-too-small') {
      const title = slidesTitle(job.sources);
      refused.push(order.langs.length > 1 ? `${title} (${job.lang})` : title);
    } else {
      return result.error.code === 'export-cancelled'
        ? { status: 'cancelled', count }
        : { status: 'failed', error: result.error };
    }
  }
  if (count === 0) return { status: 'failed', error: { code: 'text-too-small' } };
  return { status: 'done', count, refused: [...new Set(refused)], place: place.name, token: written.token };
}

async function makeFiles(
  { setup, format, dpi, outlines, inside }: ExportOrder,
  { sources, lang }: Job,
  signal: AbortSignal,
  tell?: (share: number) => void,
): Promise<Result<readonly PosterFile[]>> {
  const { printPdf } = desktop();
  const services = { printPdf, readAsset: workspace().readAsset, signal, onProgress: tell };
  if (format === 'pptx') {
    const slides = await exportSlides({ sources, lang }, services);
    return slides.ok ? ok([slides.value]) : slides;
  }
  const poster = await exportBoard({ source: sources[0], lang, setup, format, dpi, outlines, inside }, services);
  return poster.ok ? ok(poster.value.files) : poster;
}

/** Writes the files of a poster; answers the last place. Stops at the first that cannot be written. */
async function write(
  files: readonly PosterFile[],
  place: Place,
): Promise<Result<{ readonly token: string; readonly name: string }>> {
  let written: Result<{ readonly token: string; readonly name: string }> = ok(place);
  for (const { name, bytes } of files) {
    written = await desktop().writeTarget({ token: place.token, name: place.isFolder ? name : null, bytes });
    if (!written.ok) return written;
  }
  return written;
}
