import type { WorkshopBundle, WriteFacts } from '@shared/file/workshopFile';
import type { PackJob } from './packWorker';

/** The bytes of a workshop's file, packed beside the window so that typing goes on. Rejects when the worker fails. */
export function packWorkshop(bundle: WorkshopBundle, facts: WriteFacts): Promise<Uint8Array> {
  return typeof Worker === 'undefined' ? packHere(bundle, facts) : packInWorker({ bundle, facts });
}

async function packHere(bundle: WorkshopBundle, facts: WriteFacts): Promise<Uint8Array> {
  const { writeWorkshopFile } = await import('@shared/file/workshopFile');
  return writeWorkshopFile(bundle, facts);
}

function packInWorker(job: PackJob): Promise<Uint8Array> {
  const worker = new Worker(new URL('./packWorker.ts', import.meta.url), { type: 'module' });
  const packed = new Promise<Uint8Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || 'worker'));
    worker.postMessage(job);
  });
  return packed.finally(() => worker.terminate());
}
