import { fail, ok, type Result } from '@shared/base/result';
import { type Bytes, LIMIT_MEGAPIXELS, type PngJob, pngSize } from './bandPng';
import type { PngAnswer } from './pngWorker';

export interface PngOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Paints a PNG in a worker: the window stays usable, and cancelling ends the work at once. */
export function renderPng(job: PngJob, options: PngOptions = {}): Promise<Result<Bytes>> {
  const { width, height, fits } = pngSize(job);
  if (!fits) {
    return Promise.resolve(
      fail({ code: 'export-too-large', widthPx: width, heightPx: height, limitMegapixels: LIMIT_MEGAPIXELS }),
    );
  }
  const { signal, onProgress } = options;
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./pngWorker.ts', import.meta.url), { type: 'module' });
    const end = (result: Result<Bytes>): void => {
      signal?.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(result);
    };
    const cancel = (): void => end(fail({ code: 'export-cancelled' }));
    worker.onmessage = ({ data }: MessageEvent<PngAnswer>) => {
      if (data.type === 'progress') onProgress?.(data.share);
      else if (data.type === 'done') end(ok(data.bytes));
      else end(fail({ code: 'export-failed', detail: data.detail }));
    };
    worker.onerror = (event) => end(fail({ code: 'export-failed', detail: event.message || 'worker' }));
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) cancel();
    else worker.postMessage(job);
  });
}
