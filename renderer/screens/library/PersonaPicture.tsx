import type { AssetHash } from '@shared/base/ids';
import { type CSSProperties, memo, useEffect, useState } from 'react';
import { workspace } from '@/app/appStore';
import type { PersonaCard } from '@/session/library';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './PersonaTile.module.css';
import { PORTRAIT } from './portraitProperty';

interface PictureProps {
  readonly card: Pick<PersonaCard, 'portrait' | 'photo' | 'name'>;
  readonly width: number;
  readonly height: number;
}

/** The picture of a persona: photograph, drawn portrait, or initials on coloured paper. Decorative: the name stands under it. */
export const PersonaPicture = memo(function PersonaPicture({ card, width, height }: PictureProps) {
  // By its hash: the place may have shown another one before.
  if (card.photo) return <Photo key={card.photo} hash={card.photo} />;
  if (!card.portrait) return <Initials name={card.name} />;
  return <Drawn portrait={card.portrait} width={width} height={height} />;
});

function Drawn({ portrait, width, height }: Omit<PictureProps, 'card'> & { readonly portrait: string }) {
  return <span className={styles.drawn} style={{ width, height, [PORTRAIT]: portrait } as CSSProperties} aria-hidden />;
}
export function Photo({ hash }: { readonly hash: AssetHash }) {
  const t = useT();
  const [url, setUrl] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    void workspace()
      .readAsset(hash)
      .then((bytes) => {
        if (gone) return;
        made = bytes && URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
        setUrl(made);
      });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [hash]);
  if (url === null)
    return (
      <span className={styles.broken} role="img" aria-label={t('common.lostPicture')}>
        <Icon name="image" size={26} />
        <span>{t('common.lostPicture')}</span>
      </span>
    );
  return url ? <img className={styles.photo} src={url} alt="" onError={() => setUrl(null)} /> : null;
}

const GROUNDS = ['#1E44A8', '#0F6C5C', '#7B3A63', '#A8431E', '#3F4A3C'];

export function Initials({ name }: { readonly name: string }) {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => Array.from(word ?? '')[0] ?? '');
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span className={styles.initials} style={{ background: GROUNDS[sum % GROUNDS.length] }} aria-hidden="true">
      {letters.join('').toUpperCase() || '?'}
    </span>
  );
}
