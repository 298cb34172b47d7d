import type { Medium } from '@shared/boards/journey-map/model';

/** A full disc for online, a hollow square for offline, as on the map. */
export function MediumSign({ medium }: { readonly medium: Medium }) {
  return (
    <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true" focusable="false">
      {medium === 'online' ? (
        <circle cx="6.5" cy="6.5" r="5.5" fill="var(--blue)" />
      ) : (
        <rect x="1.75" y="1.75" width="9.5" height="9.5" fill="none" stroke="var(--ink)" strokeWidth="2" />
      )}
    </svg>
  );
}
