import type { Opinions } from '@shared/analysis/opinions';
import type { ParticipantId, PersonaId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { formatValence } from '@shared/boards/pieces/valence';
import { themeOf } from '@shared/model/theme';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Session } from '@/session/session';
import { useLang, useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import { ownCurve } from './opinionDrawing';
import styles from './opinions.module.css';
import { momentName, rate, stageSpans } from './ratingEdits';
import { useWidth } from './useWidth';

const HEIGHT = 380;
const MARGIN = 34;
const STEP = 0.5;
const FINE_STEP = 0.1;

interface DrawProps {
  readonly session: Session<JourneyMapDoc>;
  readonly view: Opinions;
  readonly participantId: ParticipantId;
  readonly personaId: PersonaId | null;
  /** What this one says so far, by moment. */
  readonly own: ReadonlyMap<string, number>;
}

/** A place on the drawing: columns from the left, parts of one included; valence not yet cut to the scale. */
interface Spot {
  readonly column: number;
  readonly valence: number;
}

/** Columns that a straight stroke enters, the last one included, with its height at the middle of each; that of the end where it stops. */
function columnsPassed(from: Spot, to: Spot): readonly Spot[] {
  const end = Math.floor(to.column);
  const side = Math.sign(end - Math.floor(from.column));
  const passed: Spot[] = [];
  for (let column = Math.floor(from.column) + side; side !== 0 && column !== end; column += side) {
    const part = (column + 0.5 - from.column) / (to.column - from.column);
    passed.push({ column, valence: from.valence + part * (to.valence - from.valence) });
  }
  return [...passed, { column: end, valence: to.valence }];
}

const within = (valence: number): number => Math.min(2, Math.max(-2, Math.round(valence * 10) / 10));

/** One's own curve: drawn across the moments, or set moment by moment with the keys. */
export function RatingDraw({ session, view, participantId, personaId, own }: DrawProps) {
  const t = useT();
  const lang = useLang();
  const theme = themeOf(useThemeName());
  const board = useRef<HTMLDivElement>(null);
  const width = useWidth(board);
  const [drawn, setDrawn] = useState<ReadonlyMap<string, number> | null>(null);
  const { moments } = view;
  const count = Math.max(1, moments.length);
  const shown = drawn ? new Map([...own, ...drawn]) : own;
  useEffect(() => board.current?.querySelector<HTMLElement>('[role="slider"]')?.focus(), []);
  // On the window and first: Escape ends what is being drawn, not the page.
  useEffect(() => {
    if (!drawn) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setDrawn(null);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [drawn]);

  // Where the pen was: a quick stroke passes columns in which no event came.
  const pen = useRef<Spot | null>(null);
  const at = (event: PointerEvent): Spot | null => {
    const box = board.current?.getBoundingClientRect();
    if (!box || box.width === 0) return null;
    return {
      column: Math.min(count - 0.001, Math.max(0, ((event.clientX - box.left) / box.width) * count)),
      valence: (2 * (HEIGHT / 2 - (event.clientY - box.top))) / (HEIGHT / 2 - MARGIN),
    };
  };
  const stroke = (to: Spot): readonly (readonly [string, number])[] =>
    columnsPassed(pen.current ?? to, to).flatMap(({ column, valence }) => {
      const id = moments[column]?.id;
      return id ? [[id, within(valence)] as const] : [];
    });
  const start = (event: PointerEvent<HTMLDivElement>) => {
    const here = event.button === 0 ? at(event) : null;
    if (!here) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pen.current = null;
    setDrawn(new Map(stroke(here)));
    pen.current = here;
  };
  const go = (event: PointerEvent) => {
    const here = drawn && at(event);
    if (!here) return;
    setDrawn(new Map([...drawn, ...stroke(here)]));
    pen.current = here;
  };
  const end = () => {
    if (drawn) rate(session, participantId, personaId, drawn);
    setDrawn(null);
  };
  const set = (id: string, valence: number | null) => rate(session, participantId, personaId, new Map([[id, valence]]));
  const keyDown = (event: KeyboardEvent<HTMLElement>, id: string, column: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const now = own.get(id);
    const step = event.shiftKey ? FINE_STEP : STEP;
    const to: Readonly<Record<string, number>> = {
      ArrowUp: (now ?? 0) + step,
      ArrowDown: (now ?? 0) - step,
      PageUp: (now ?? 0) + 1,
      PageDown: (now ?? 0) - 1,
      Home: -2,
      End: 2,
      Enter: now ?? 0,
      ' ': now ?? 0,
    };
    const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const valence = to[event.key];
    if (side !== 0) board.current?.querySelectorAll<HTMLElement>('[role="slider"]')[column + side]?.focus();
    else if (event.key === 'Delete' || event.key === 'Backspace') set(id, null);
    else if (valence !== undefined) set(id, within(valence));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.draw} style={{ minWidth: count * 74 }}>
      <div className={styles.stages} style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }}>
        {stageSpans(view).map(({ id, title, span }) => (
          <div key={id} style={{ gridColumn: `span ${span}` }}>
            {title}
          </div>
        ))}
      </div>
      <div
        ref={board}
        className={styles.drawBoard}
        style={{ height: HEIGHT }}
        data-draw
        onPointerDown={start}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={() => setDrawn(null)}
      >
        {width > 0 && (
          <SceneSvg
            className={styles.svg}
            width={width}
            height={HEIGHT}
            items={ownCurve(moments, shown, { width, height: HEIGHT, margin: MARGIN, theme })}
          />
        )}
        {moments.map((moment, column) => {
          const valence = shown.get(moment.id);
          return (
            <div
              key={moment.id}
              role="slider"
              tabIndex={0}
              className={styles.slider}
              style={{ left: `${(column / count) * 100}%`, width: `${100 / count}%` }}
              aria-label={momentName(moment, column)}
              aria-orientation="vertical"
              aria-valuemin={-2}
              aria-valuemax={2}
              aria-valuenow={valence ?? 0}
              aria-valuetext={valence === undefined ? t('opinions.notRated') : formatValence(valence, lang)}
              aria-describedby="draw-hint"
              onKeyDown={(event) => keyDown(event, moment.id, column)}
            />
          );
        })}
      </div>
      <div
        className={styles.labels}
        style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }}
        aria-hidden="true"
      >
        {moments.map((moment, column) => {
          const valence = shown.get(moment.id);
          return (
            <span key={moment.id}>
              {momentName(moment, column)}
              <b>{valence === undefined ? '·' : formatValence(valence, lang)}</b>
            </span>
          );
        })}
      </div>
    </div>
  );
}
