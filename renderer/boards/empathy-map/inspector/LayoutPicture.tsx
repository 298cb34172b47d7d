import type { EmpathyLayout } from '@shared/boards/empathy-map/zones';

const LINES: Readonly<Record<EmpathyLayout, readonly string[]>> = {
  canvas: ['M2 9H44', 'M23 2V9', 'M2 26H44', 'M29 17H44', 'M2 9V26'],
  quadrants: ['M23 2V32', 'M2 17H44'],
  stages: ['M2 12H44', 'M10 2V32', 'M17 8V32', 'M24 8V32', 'M31 8V32', 'M38 8V32'],
};

/** A layout at a glance, in the colour of the text: its areas, and the head or the headers in full. */
export function LayoutPicture({ layout }: { readonly layout: EmpathyLayout }) {
  return (
    <svg
      viewBox="0 0 46 34"
      width="46"
      height="34"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <rect x="1" y="1" width="44" height="32" />
      {LINES[layout].map((d) => (
        <path key={d} d={d} />
      ))}
      {layout === 'stages' ? (
        <rect x="10" y="2" width="34" height="6" fill="currentColor" stroke="none" />
      ) : (
        <circle cx="23" cy="17" r={layout === 'canvas' ? 6.5 : 5.5} fill="currentColor" stroke="none" />
      )}
    </svg>
  );
}
