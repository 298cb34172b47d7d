import type { Camera } from './camera';

/** The camera of one view: a plain store, so that panning never goes through React. */
export interface CameraStore {
  readonly get: () => Camera;
  readonly set: (camera: Camera) => void;
  readonly subscribe: (listener: (camera: Camera) => void) => () => void;
}

export function createCameraStore(initial: Camera): CameraStore {
  let current = initial;
  const listeners = new Set<(camera: Camera) => void>();
  return {
    get: () => current,
    set: (camera) => {
      if (camera.zoom === current.zoom && camera.cx === current.cx && camera.cy === current.cy) return;
      current = camera;
      for (const listener of listeners) listener(camera);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
