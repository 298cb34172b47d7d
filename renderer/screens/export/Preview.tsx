import type { Lang } from '@shared/i18n/translate';
import type { SheetSize } from '@shared/scene/sheet';
import { useLayoutEffect, useRef, useState } from 'react';
import { Segmented } from '@/ui/Segmented';
import { useT } from '@/ui/useT';
import styles from './Preview.module.css';
import { ScenePainting } from './ScenePainting';
import type { LaidOutPoster } from './usePosters';

export interface PreviewProps {
  readonly title: string;
  readonly poster: LaidOutPoster | null;
  readonly sheet: SheetSize;
  /** Languages to export; with two of them the preview offers both. */
  readonly langs: readonly Lang[];
  readonly lang: Lang;
  readonly onLang: (lang: Lang) => void;
}

/** Paper left around the poster, in CSS pixels, for its measures. */
const MARGIN = 30;
const PX_PER_MM = 96 / 25.4;
const LANG_NAMES: Readonly<Record<Lang, string>> = { fr: 'Français', en: 'English' };

function useSize(): readonly [
  (element: HTMLDivElement | null) => void,
  { readonly width: number; readonly height: number },
] {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const last = useRef(size);
  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (last.current.width === width && last.current.height === height) return;
      last.current = { width, height };
      setSize(last.current);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, size];
}

/** The true poster, fitted to the room there is: the scene that will be printed, painted by the same painter. */
export function Preview({ title, poster, sheet, langs, lang, onLang }: PreviewProps) {
  const t = useT();
  const [ref, room] = useSize();
  const width = Math.max(
    0,
    Math.floor(Math.min(room.width - 2 * MARGIN, ((room.height - 2 * MARGIN) * sheet.widthMm) / sheet.heightMm)),
  );
  const format = t(`exporting.sheetName.${sheet.orientation}`, { name: sheet.name });
  return (
    <section className={styles.preview} aria-label={t('exporting.preview.label', { title, format })}>
      <div className={styles.bar}>
        <span className={styles.name}>{title}</span>
        {langs.length > 1 && (
          <div className={styles.langs}>
            <Segmented
              hideLabel
              label={t('exporting.preview.language')}
              value={lang}
              onChange={onLang}
              options={langs.map((value) => ({ value, label: LANG_NAMES[value] }))}
            />
          </div>
        )}
        <span className={styles.zoom}>
          {t('exporting.preview.zoom', { percent: Math.round((width / (sheet.widthMm * PX_PER_MM)) * 100) })}
        </span>
      </div>
      <div className={styles.room} ref={ref}>
        {width > 0 && poster && (
          <div className={styles.sheet} style={{ padding: MARGIN }}>
            <span className={styles.width}>{sheet.widthMm}&nbsp;mm</span>
            <span className={styles.height}>{sheet.heightMm}&nbsp;mm</span>
            <ScenePainting
              className={styles.poster}
              scene={poster.scene}
              sheet={poster.sheet}
              width={width}
              label={t('exporting.preview.label', { title, format })}
            />
          </div>
        )}
        {!title && <p className={styles.none}>{t('exporting.preview.none')}</p>}
      </div>
    </section>
  );
}
