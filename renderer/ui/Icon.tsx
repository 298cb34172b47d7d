import { ICON_GRID, ICONS, type IconName } from '@shared/scene/icons';

export interface IconProps {
  readonly name: IconName;
  /** Side in CSS pixels. */
  readonly size?: number;
  readonly className?: string | undefined;
  readonly mirrored?: boolean;
}

/** An icon in the colour of its text; decorative, the label stands beside it or on its control. */
export function Icon({ name, size = 16, className, mirrored }: IconProps) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox={`0 0 ${ICON_GRID} ${ICON_GRID}`}
      fill="currentColor"
      // Nothing reaches out of its grid: no need to cut anything.
      overflow="visible"
      aria-hidden="true"
      focusable="false"
      style={mirrored ? { transform: 'scaleX(-1)' } : undefined}
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
