import { type WorkshopBundle, type WriteFacts, writeWorkshopFile } from '@shared/file/workshopFile';

export interface PackJob {
  readonly bundle: WorkshopBundle;
  readonly facts: WriteFacts;
}

/** The part of a worker's global object that is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<PackJob>) => void) | null;
  postMessage(bytes: Uint8Array, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  const bytes = writeWorkshopFile(data.bundle, data.facts);
  scope.postMessage(bytes, [bytes.buffer]);
};
