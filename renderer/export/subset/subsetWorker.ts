import program from 'harfbuzzjs/dist/harfbuzz-subset.wasm?url';
import type { Bytes } from '../bandPng';
import { readPlainWoff2 } from './plainWoff2';
import { subsetFont } from './subsetFont';

/** Font files of the app (WOFF2), each with the characters that are wanted of it. */
export type SubsetJob = readonly { readonly url: string; readonly codePoints: readonly number[] }[];

/** The parts in the order of the job, as OpenType files. */
export type SubsetAnswer =
  | { readonly type: 'done'; readonly fonts: readonly Bytes[] }
  | { readonly type: 'failed'; readonly detail: string };

/** The part of a worker's global object that is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<SubsetJob>) => void) | null;
  postMessage(answer: SubsetAnswer, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

async function bytesAt(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
}

async function run(job: SubsetJob): Promise<void> {
  try {
    const module = await WebAssembly.compile(await bytesAt(program));
    const fonts: Bytes[] = [];
    for (const { url, codePoints } of job)
      fonts.push(await subsetFont(module, readPlainWoff2(new Uint8Array(await bytesAt(url))), codePoints));
    scope.postMessage(
      { type: 'done', fonts },
      fonts.map(({ buffer }) => buffer),
    );
  } catch (error) {
    scope.postMessage({ type: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
}

scope.onmessage = (event) => void run(event.data);
