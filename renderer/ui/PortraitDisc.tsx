import type { Portrait } from '@shared/boards/persona/model';
import { FACE_VIEW, portraitScene } from '@shared/boards/persona/portrait';
import { Icon } from './Icon';
import styles from './PortraitDisc.module.css';
import { SceneSvg } from './SceneSvg';

export interface PortraitDiscProps {
  readonly portrait: Portrait | null;
  readonly size: number;
}

/** A face in a small disc; without a portrait, an outline. Decorative: the name stands beside it. */
export function PortraitDisc({ portrait, size }: PortraitDiscProps) {
  if (!portrait) {
    return (
      <span className={styles.none} style={{ width: size, height: size }}>
        <Icon name="user" size={Math.round(size * 0.55)} />
      </span>
    );
  }
  const items = portraitScene(portrait, { x: 0, y: 0, w: size, h: size }, { view: FACE_VIEW });
  return (
    <span className={styles.disc}>
      <SceneSvg width={size} height={size} items={items} />
    </span>
  );
}
