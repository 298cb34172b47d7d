import type { OpportunityFact } from '@shared/analysis/mapFacts';
import { LARGE, quadrantOf } from '@shared/analysis/priority';
import type { NoteId } from '@shared/base/ids';
import { setNoteFields } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Session } from '@/session/session';
import { classNames } from '@/ui/classNames';
import { useT } from '@/ui/useT';
import styles from './opportunities.module.css';
import { type MatrixPlace, useMatrixDrag } from './useMatrixDrag';

const RATINGS = [1, 2, 3, 4, 5] as const;
const MIDDLE = 3;

interface MatrixProps {
  readonly session: Session<JourneyMapDoc>;
  readonly opportunities: readonly OpportunityFact[];
}

/** Opportunities by impact (up) and effort (to the right): dragged, or moved by the arrow keys. */
export function ImpactMatrix({ session, opportunities }: MatrixProps) {
  const t = useT();
  const board = useRef<HTMLDivElement>(null);
  // A note that moves to another cell is another element: the keyboard goes with it.
  const moved = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (moved.current === null) return;
    board.current?.querySelector<HTMLElement>(`[data-opportunity="${CSS.escape(moved.current)}"]`)?.focus();
    moved.current = null;
  });
  const rate = (id: string, place: MatrixPlace) => {
    moved.current = id;
    const to = place ?? { impact: null, effort: null };
    session.run(setNoteFields, { id: id as NoteId, fields: to });
  };
  const drag = useMatrixDrag(rate);
  const isPlaced = ({ impact, effort }: OpportunityFact) => impact !== null && effort !== null;
  const tray = opportunities.filter((one) => !isPlaced(one));
  const inCell = (impact: number, effort: number) =>
    opportunities.filter((one) => one.impact === impact && one.effort === effort);
  const note = (one: OpportunityFact) => (
    <MatrixNote key={one.ref.id} one={one} isDragged={drag.dragged === one.ref.id} onRate={rate} onStart={drag.start} />
  );
  return (
    <section className={styles.panel} aria-labelledby="matrix-title">
      <h2 id="matrix-title">{t('analysis.matrix')}</h2>
      <div ref={board} className={styles.board} {...drag.handlers}>
        <span className={styles.impact} aria-hidden="true">
          {t('analysis.impact')}
        </span>
        <div className={styles.grid}>
          <em className={styles.first}>{t('analysis.quadrant.first')}</em>
          <em className={styles.prepare}>{t('analysis.quadrant.prepare')}</em>
          {[...RATINGS].reverse().flatMap((impact) =>
            RATINGS.map((effort) => {
              const own = inCell(impact, effort);
              const isOver = drag.over?.impact === impact && drag.over.effort === effort;
              return (
                <div
                  key={`${impact} ${effort}`}
                  className={classNames(styles.cell, isOver && styles.over)}
                  data-cell={`${impact} ${effort}`}
                  data-quadrant={quadrantOf({ impact, effort })}
                  data-edge-top={impact === LARGE - 1 || undefined}
                  data-edge-left={effort === LARGE || undefined}
                >
                  {own.map(note)}
                </div>
              );
            }),
          )}
        </div>
        <span className={styles.effort} aria-hidden="true">
          {t('analysis.effort')}
        </span>
        {(tray.length > 0 || drag.dragged !== null) && (
          <div className={classNames(styles.tray, drag.over === null && drag.isOverTray && styles.over)} data-tray>
            <span>{t('analysis.toPlace')}</span>
            {tray.map(note)}
          </div>
        )}
      </div>
      <p className={styles.hint} id="matrix-hint">
        {t('analysis.matrixHint')}
      </p>
      <p className="visually-hidden" role="status">
        {drag.over ? t('analysis.cell', drag.over) : ''}
      </p>
    </section>
  );
}

interface NoteProps {
  readonly one: OpportunityFact;
  readonly isDragged: boolean;
  readonly onRate: (id: string, place: MatrixPlace) => void;
  readonly onStart: ReturnType<typeof useMatrixDrag>['start'];
}

const within = (rating: number): number => Math.min(5, Math.max(1, rating));

function MatrixNote({ one, isDragged, onRate, onStart }: NoteProps) {
  const t = useT();
  const { impact, effort, words } = one;
  const { id } = one.ref;
  const title = words.trim() || t('journey.outline.empty');
  const isPlaced = impact !== null && effort !== null;
  const keyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const [up, right] = STEPS[event.key] ?? [0, 0];
    const isOff = event.key === 'Delete' || event.key === 'Backspace';
    if (isOff && isPlaced) onRate(id, null);
    else if (!isPlaced && (event.key === 'Enter' || event.key === ' ' || up || right))
      onRate(id, { impact: impact ?? MIDDLE, effort: effort ?? MIDDLE });
    else if (isPlaced && (up || right)) {
      const to = { impact: within(impact + up), effort: within(effort + right) };
      if (to.impact !== impact || to.effort !== effort) onRate(id, to);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={classNames(styles.note, isDragged && styles.dragged)}
      data-opportunity={id}
      aria-label={isPlaced ? t('analysis.placed', { title, impact, effort }) : t('analysis.toPlaceItem', { title })}
      aria-describedby="matrix-hint"
      onKeyDown={keyDown}
      onPointerDown={(event) => onStart(event, id)}
    >
      {title}
    </button>
  );
}

/** How far an arrow moves a note: up, to the right. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
