import type { Lang } from '@shared/i18n/translate';
import { GAP_MM } from '@shared/poster/marks';
import { mediaOf, type PressSheet } from '@shared/poster/press';
import { OVERLAP_MM } from '@shared/poster/tiling';
import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { formatNumber } from '@/ui/numberText';
import { Segmented } from '@/ui/Segmented';
import { useT } from '@/ui/useT';
import { Pager } from './Pager';
import styles from './Preview.module.css';
import { sheetLabel } from './paperText';
import { ScenePainting } from './ScenePainting';
import { TileLines } from './TileLines';
import type { LaidOutPoster } from './usePosters';

export interface PreviewProps {
  readonly title: string;
  readonly poster: LaidOutPoster | null;
  /** Languages to export; with two of them the preview offers both. */
  readonly langs: readonly Lang[];
  readonly lang: Lang;
  readonly onLang: (lang: Lang) => void;
}

/** Paper left around the poster, in CSS pixels, for its measures. */
const MARGIN = 30;
const PX_PER_MM = 96 / 25.4;
const LANG_NAMES: Readonly<Record<Lang, string>> = { fr: 'Français', en: 'English' };

interface Room {
  readonly width: number;
  readonly height: number;
}

function useSize(): readonly [(element: HTMLDivElement | null) => void, Room] {
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

/** Where the sheet is cut, and how far beyond it is printed: drawn over the picture, never part of it. */
function CutLines({ press, pxPerMm }: { readonly press: PressSheet; readonly pxPerMm: number }) {
  const { aroundMm, bleedMm } = press;
  const hasMarks = aroundMm > bleedMm;
  const inset = (mm: number) => ({ inset: MARGIN + mm * pxPerMm });
  return (
    <>
      <span className={styles.cut} style={inset(aroundMm)} />
      {hasMarks && <CropMarks fromPx={(bleedMm + GAP_MM) * pxPerMm} style={inset(aroundMm)} />}
      {bleedMm > 0 && <span className={styles.bleed} style={inset(aroundMm - bleedMm)} />}
    </>
  );
}

/** The crop marks of the press as wide as the screen can show them: a hairline is lost at this size. */
function CropMarks({ fromPx, style }: { readonly fromPx: number; readonly style: CSSProperties }) {
  const reach = { '--from': `${fromPx}px` } as CSSProperties;
  return (
    <span className={styles.crop} style={{ ...style, ...reach }}>
      {CORNERS.map((corner) => (
        <span key={corner} className={styles[corner]} />
      ))}
    </span>
  );
}

const CORNERS = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const;

/** Width of the poster in a room, in CSS pixels. */
const widthIn = (room: Room, { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number }): number =>
  Math.max(0, Math.floor(Math.min(room.width - 2 * MARGIN, ((room.height - 2 * MARGIN) * widthMm) / heightMm)));

/** The true poster, fitted to the room there is: the scene that will be printed, painted by the same painter. */
export function Preview({ title, poster, langs, lang, onLang }: PreviewProps) {
  const t = useT();
  const [ref, room] = useSize();
  const [wanted, setWanted] = useState(0);
  const count = poster?.laidOut.scenes.length ?? 1;
  const page = Math.min(wanted, count - 1);
  const sheet = poster?.laidOut.sheet;
  const press = poster?.laidOut.press[page] ?? poster?.laidOut.press[0];
  const tiling = poster?.laidOut.tiling ?? null;
  const media = press && mediaOf(press);
  const width = media ? widthIn(room, media) : 0;
  const pxPerMm = media ? width / media.widthMm : 0;
  const label = t('exporting.preview.label', { title, format: sheet ? sheetLabel(sheet, t) : '' });
  return (
    <section className={styles.preview} aria-label={label}>
      <div className={styles.bar}>
        <span className={styles.name}>{title}</span>
        {count > 1 && <Pager page={page} count={count} onPage={setWanted} />}
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
          {sheet && t('exporting.preview.zoom', { percent: Math.round((pxPerMm / PX_PER_MM) * 100) })}
        </span>
      </div>
      <div className={styles.room} ref={ref}>
        {width > 0 && press && sheet && (
          <div className={styles.sheet} style={{ padding: MARGIN }}>
            <span className={styles.width}>{formatNumber(sheet.widthMm, lang, 1)}&nbsp;mm</span>
            <span className={styles.height}>{formatNumber(sheet.heightMm, lang, 1)}&nbsp;mm</span>
            <ScenePainting
              className={styles.poster}
              scene={press.scene}
              sheet={sheet}
              aroundMm={press.aroundMm}
              width={width}
              label={label}
            />
            {tiling && <TileLines tiling={tiling} pxPerMm={pxPerMm} margin={MARGIN + press.aroundMm * pxPerMm} />}
            {press.aroundMm > 0 && <CutLines press={press} pxPerMm={pxPerMm} />}
          </div>
        )}
        {!title && <p className={styles.none}>{t('exporting.preview.none')}</p>}
      </div>
      {tiling && (
        <p className={styles.key}>
          <span className={styles.tileKey} />
          {t('exporting.preview.tiles', { tile: tiling.tile.name, mm: OVERLAP_MM })}
        </p>
      )}
      {press && press.bleedMm > 0 && (
        <p className={styles.key}>
          <span className={styles.bleedKey} />
          {t('exporting.preview.bleed', { mm: press.bleedMm })}
        </p>
      )}
    </section>
  );
}
