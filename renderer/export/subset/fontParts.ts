import type { Bytes } from '../bandPng';
import type { SubsetAnswer, SubsetJob } from './subsetWorker';

/**
 * Takes of each font the characters that are wanted, as OpenType files. In a worker: it is the one place of the app where WebAssembly may run (main gives its script a policy of its own), and what
 * it took of memory goes with it. Rejects when a font cannot be read.
 */
export function fontParts(job: SubsetJob): Promise<readonly Bytes[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./subsetWorker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<SubsetAnswer>) => {
      worker.terminate();
      if (data.type === 'done') resolve(data.fonts);
      else reject(new Error(data.detail));
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(event.message || 'worker'));
    };
    worker.postMessage(job);
  });
}
