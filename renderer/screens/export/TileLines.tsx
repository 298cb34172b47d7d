import { columnName, OVERLAP_MM, type Tiling } from '@shared/poster/tiling';
import type { CSSProperties } from 'react';
import styles from './TileLines.module.css';

export interface TileLinesProps {
  readonly tiling: Tiling;
  readonly pxPerMm: number;
  /** Around the poster, in CSS pixels. */
  readonly margin: number;
}

/** Where a poster is cut into tiles, what two of them share, and what they are called: over the picture, never part of it. */
export function TileLines({ tiling, pxPerMm, margin }: TileLinesProps) {
  const columns = tiling.tiles.slice(0, tiling.columns);
  const rows = tiling.tiles.filter(({ column }) => column === 0);
  const shared = { '--shared': `${OVERLAP_MM * pxPerMm}px` } as CSSProperties;
  return (
    <div className={styles.tiles} style={{ ...shared, inset: margin }} aria-hidden="true">
      {columns.map(({ column, part }) => (
        <span key={column} className={styles.column} style={{ left: part.x * pxPerMm, width: part.w * pxPerMm }}>
          {column > 0 && <span className={styles.across} />}
          <b>{columnName(column)}</b>
        </span>
      ))}
      {rows.map(({ row, part }) => (
        <span key={row} className={styles.row} style={{ top: part.y * pxPerMm, height: part.h * pxPerMm }}>
          {row > 0 && <span className={styles.down} />}
          <b>{row + 1}</b>
        </span>
      ))}
    </div>
  );
}
