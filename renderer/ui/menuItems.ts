import type { IconName } from '@shared/scene/icons';

/** One line of a menu. */
export interface MenuItemSpec {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** Accelerator in Electron's notation. */
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean;
  /** Why it is not available, written in place of the shortcut. */
  readonly reason?: string | undefined;
  readonly danger?: boolean;
  /** Draws a rule above. */
  readonly separated?: boolean;
  readonly checked?: boolean;
}

export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}
