import { usedFaces } from '@shared/scene/usedFaces';
import { canvasPaths } from '@/platform/canvasPaths';
import { loadFaces } from '@/platform/fonts';
import { type Bytes, type PngJob, paintPng } from './bandPng';

export type PngAnswer =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly bytes: Bytes }
  | { readonly type: 'failed'; readonly detail: string };

/** The part of a worker's global object that is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<PngJob>) => void) | null;
  postMessage(answer: PngAnswer, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

async function run(job: PngJob): Promise<void> {
  try {
    await loadFaces(usedFaces(job.scene.items));
    const bytes = await paintPng(job, canvasPaths, (share) => scope.postMessage({ type: 'progress', share }));
    scope.postMessage({ type: 'done', bytes }, [bytes.buffer]);
  } catch (error) {
    scope.postMessage({ type: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

scope.onmessage = (event) => void run(event.data);
