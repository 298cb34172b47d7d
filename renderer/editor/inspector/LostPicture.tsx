import type { AnyDoc } from '@shared/model/document';
import { useStore } from 'zustand/react';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import styles from './parts.module.css';

/** True for a picture that could not be read when the board was painted. */
export const useLost = (
  { ui }: Pick<BoardController<AnyDoc>, 'ui'>,
  picture: { readonly asset: string } | null,
): boolean => useStore(ui, ({ lost }) => picture !== null && lost.has(picture.asset));

/** Says that a picture is gone, and what is to be done. */
export function LostPicture({ what }: { readonly what: string }) {
  const t = useT();
  return (
    <p className={styles.lost} role="status">
      <Icon name="warning" size={17} />
      <span>
        <strong>{t('common.lostPicture')}</strong>
        {what}
      </span>
    </p>
  );
}
