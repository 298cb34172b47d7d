import { fail, ok, type Result } from '@shared/base/result';
import type { Bytes } from '../bandPng';
import type { OutlineJob } from './outlinedSvg';
import type { OutlineAnswer } from './outlineWorker';

/** Draws the letters of an SVG in a worker: thousands of them take a second or more, and the window stays usable. */
export function renderOutlines(job: OutlineJob, signal?: AbortSignal): Promise<Result<Bytes>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./outlineWorker.ts', import.meta.url), { type: 'module' });
    const end = (result: Result<Bytes>): void => {
      signal?.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(result);
    };
    const cancel = (): void => end(fail({ code: 'export-cancelled' }));
    worker.onmessage = ({ data }: MessageEvent<OutlineAnswer>) =>
      end(data.type === 'done' ? ok(data.bytes) : fail({ code: 'export-failed', detail: data.detail }));
    worker.onerror = (event) => end(fail({ code: 'export-failed', detail: event.message || 'worker' }));
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) cancel();
    else worker.postMessage(job);
  });
}
