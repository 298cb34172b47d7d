import { vi } from 'vitest';

interface Heard {
  readonly data: unknown;
}

/** From now on a `Worker` runs in this thread: its module is loaded by `load`, messages are copied as they would be. One at a time. */
export function runWorkersHere(load: () => Promise<unknown>): void {
  const inside = globalThis as unknown as { onmessage: ((heard: Heard) => void) | null; postMessage: unknown };
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((heard: Heard) => void) | null = null;
      private readonly loaded: Promise<unknown>;
      constructor() {
        inside.postMessage = (data: unknown) => {
          const copy = structuredClone(data);
          queueMicrotask(() => this.onmessage?.({ data: copy }));
        };
        this.loaded = load();
      }
      postMessage(data: unknown) {
        const copy = structuredClone(data);
        void this.loaded.then(() => inside.onmessage?.({ data: copy }));
      }
    },
  );
}
