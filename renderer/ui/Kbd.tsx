import { classNames } from './classNames';
import styles from './Kbd.module.css';
import { usePlatform } from './preferences';
import { shortcutText } from './shortcutText';
import { useT } from './useT';

export interface KbdProps {
  /** Accelerator in Electron's notation, e.g. `CmdOrCtrl+K`. */
  readonly keys: string;
  /** Takes the colour of the text around it. */
  readonly plain?: boolean;
}

/** A key or a chord, as written on the user's keyboard. */
export function Kbd({ keys, plain }: KbdProps) {
  const t = useT();
  const platform = usePlatform();
  return <kbd className={classNames(styles.kbd, plain && styles.plain)}>{shortcutText(keys, platform, t)}</kbd>;
}
