import { useSyncExternalStore } from 'react';

/** Windows under this width get the compact layout. */
const QUERY = '(max-width: 1365px)';

const media = () => window.matchMedia(QUERY);

function subscribe(listener: () => void): () => void {
  const list = media();
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}

/** True in a window under 1366 px. */
export const useCompact = (): boolean => useSyncExternalStore(subscribe, () => media().matches);
