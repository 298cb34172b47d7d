import type { Bytes } from '../bandPng';
import { type OutlineJob, outlinedSvg } from './outlinedSvg';

export type OutlineAnswer =
  | { readonly type: 'done'; readonly bytes: Bytes }
  | { readonly type: 'failed'; readonly detail: string };

/** The part of a worker's global object that is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<OutlineJob>) => void) | null;
  postMessage(answer: OutlineAnswer, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

async function run(job: OutlineJob): Promise<void> {
  try {
    const bytes = new TextEncoder().encode(await outlinedSvg(job));
    scope.postMessage({ type: 'done', bytes }, [bytes.buffer]);
  } catch (error) {
    scope.postMessage({ type: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

scope.onmessage = (event) => void run(event.data);
