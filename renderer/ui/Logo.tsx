/** The mark: a sheet, a head, a curve. Same drawing in every theme. */
export function Logo({ size = 38 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect x="3" y="1" width="34" height="38" rx="3" fill="#FCFBF7" />
      <circle cx="20" cy="15.5" r="7.5" fill="#C93A1E" />
      <path d="M7 39V35c0-7 6-10 13-10s13 3 13 10v4Z" fill="#17337F" />
      <path d="M7 33C13 27 17 38 22 33s7-6 11-3" fill="none" stroke="#FFD95A" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
