import type { AssetHash } from '@shared/base/ids';
import { portraitScene } from '@shared/boards/persona/portrait';
import type { Painter2D } from '@shared/scene/painter2d';
import { paintScene } from '@shared/scene/paintScene';
import { memo, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { workspace } from '@/app/appStore';
import { watchRatio } from '@/canvas/watchRatio';
import { canvasPaths } from '@/platform/canvasPaths';
import type { PersonaCard } from '@/session/library';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './PersonaTile.module.css';

/** Head and shoulders in a wide picture. */
const VIEW = { x: -42, y: 34, w: 284, h: 139 };

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

function Drawn({
  portrait,
  width,
  height,
}: Omit<PictureProps, 'card'> & { readonly portrait: NonNullable<PersonaCard['portrait']> }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = useRatio();
  // Painted: as elements a portrait is sixty of them, and a key press in the search changes a dozen cards.
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    // The subset of it that painting needs; the DOM's type says more of some values.
    paintScene(context as unknown as Painter2D, drawing(portrait, width, height), { paths: canvasPaths });
  }, [portrait, width, height, ratio]);
  return (
    <canvas
      ref={canvas}
      className={styles.drawn}
      style={{ width, height }}
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      aria-hidden
    />
  );
}

/** Device pixels per CSS pixel, followed when the window goes to another screen. */
function useRatio(): number {
  return useSyncExternalStore(watchRatio, () => window.devicePixelRatio);
}

interface Drawing {
  readonly size: string;
  readonly items: ReturnType<typeof portraitScene>;
}

/** Cards come and go while the library scrolls and narrows: each portrait is drawn once per size. */
const drawings = new WeakMap<object, Drawing>();

function drawing(portrait: NonNullable<PersonaCard['portrait']>, width: number, height: number): Drawing['items'] {
  const size = `${width} ${height}`;
  const known = drawings.get(portrait);
  if (known?.size === size) return known.items;
  const view = { ...VIEW, x: 100 - (VIEW.h * width) / height / 2, w: (VIEW.h * width) / height };
  const items = portraitScene(portrait, { x: 0, y: 0, w: width, h: height }, { view });
  drawings.set(portrait, { size, items });
  return items;
}

function Photo({ hash }: { readonly hash: AssetHash }) {
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
      <span className={styles.broken}>
        <Icon name="image" size={26} />
        {t('library.card.brokenImage')}
      </span>
    );
  return url ? <img className={styles.photo} src={url} alt="" onError={() => setUrl(null)} /> : null;
}

const GROUNDS = ['#1E44A8', '#0F6C5C', '#7B3A63', '#A8431E', '#3F4A3C'];

function Initials({ name }: { readonly name: string }) {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => Array.from(word ?? '')[0] ?? '');
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span className={styles.initials} style={{ background: GROUNDS[sum % GROUNDS.length] }} aria-hidden="true">
      {letters.join('').toUpperCase() || '?'}
    </span>
  );
}
