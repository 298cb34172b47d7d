/** Small signs of the friction table; the figure always stands beside them. */

/** A valley, as deep as the emotion is low; a straight line where it is not below zero. */
export function Basin({ valence }: { readonly valence: number | null }) {
  const depth = Math.max(0, Math.min(1, -(valence ?? 0) / 2)) * 14;
  return (
    <svg width="32" height="20" viewBox="0 0 32 20" aria-hidden="true" focusable="false">
      {depth > 0 && <path d={`M3 3C10 3 10 ${3 + depth} 16 ${3 + depth}S22 3 29 3Z`} fill="var(--emotion--1)" />}
      <path
        d={`M1 3H3C10 3 10 ${3 + depth} 16 ${3 + depth}S22 3 29 3H31`}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Severity, 1 to 5 filled squares. */
export function Squares({ value, label }: { readonly value: number | null; readonly label: string }) {
  return (
    <svg width="50" height="12" viewBox="0 0 50 12" role="img" aria-label={label} focusable="false">
      {[0, 1, 2, 3, 4].map((at) => (
        <rect
          key={at}
          x={at * 10 + 0.75}
          y="0.75"
          width="7.5"
          height="10.5"
          fill={at < (value ?? 0) ? 'var(--red)' : 'none'}
          stroke={at < (value ?? 0) ? 'var(--red)' : 'var(--ink-3)'}
          strokeWidth="1.5"
        />
      ))}
    </svg>
  );
}

/** Those who come at the left, those who go on at the right. */
export function Funnel({ share }: { readonly share: number }) {
  const lost = (share * 16) / 2;
  return (
    <svg width="42" height="18" viewBox="0 0 42 18" aria-hidden="true" focusable="false">
      <polygon
        points={`1,1 41,${1 + lost} 41,${17 - lost} 1,17`}
        fill="var(--blue-soft)"
        stroke="var(--blue)"
        strokeWidth="1.5"
      />
    </svg>
  );
}

/** A hatch for every day, ten at most. */
export function Days({ days }: { readonly days: number }) {
  const count = Math.min(10, Math.max(1, Math.round(days)));
  return (
    <svg width="44" height="14" viewBox="0 0 44 14" aria-hidden="true" focusable="false">
      <rect x="0.75" y="0.75" width="42.5" height="12.5" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      {Array.from({ length: count }, (_, at) => 4 + at * 4).map((x) => (
        <path key={x} d={`M${x} 3.5V10.5`} stroke="var(--ink)" strokeWidth="1.8" />
      ))}
    </svg>
  );
}
