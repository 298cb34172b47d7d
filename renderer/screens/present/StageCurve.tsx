import type { StageId } from '@shared/base/ids';
import { curveGround, curveLines } from '@shared/boards/pieces/curveShapes';
import { emotionCurve, scaledCurve } from '@shared/boards/pieces/emotionCurve';
import { drawFace } from '@shared/boards/pieces/faces';
import { paletteOf } from '@shared/boards/pieces/palette';
import { emotionLevel } from '@shared/boards/pieces/valence';
import type { Theme } from '@shared/model/theme';
import type { SheetDeck } from '@shared/presenting/sheetDeck';
import type { Primitive } from '@shared/scene/primitives';
import { useRef } from 'react';
import { classNames } from '@/ui/classNames';
import { SceneSvg } from '@/ui/SceneSvg';
import styles from './Stage.module.css';
import { useBox } from './useBox';

/** In units of a slide of 1440 x 900. */
const HEIGHT = 196;
const MARGIN = 30;
const LINE = 6;
const FACE = 30;
const FACE_NOW = 58;

const yOf = (valence: number): number => HEIGHT / 2 - (valence / 2) * (HEIGHT / 2 - MARGIN);

function drawing(deck: SheetDeck, stageId: StageId, width: number, theme: Theme): readonly Primitive[] {
  const felt = deck.points.map(({ x, valence }) => ({ x: x * width, valence }));
  const curve = scaledCurve(emotionCurve(felt, { from: 0, to: width }), -(HEIGHT / 2 - MARGIN) / 2, HEIGHT / 2);
  const place = { y: 0, bounds: { x: 0, y: 0, w: width, h: HEIGHT }, band: paletteOf(theme, 'screen').band };
  const zero: Primitive = {
    type: 'line',
    points: [0, yOf(0), width, yOf(0)],
    stroke: theme.color.lineStrong,
    strokeWidth: 2,
  };
  const faces: Primitive[] = [];
  // Those of the stage lie over the others.
  for (const isNow of [false, true]) {
    for (const point of deck.points) {
      if ((point.stageId === stageId) !== isNow) continue;
      const at = { x: point.x * width, y: yOf(point.valence), size: isNow ? FACE_NOW : FACE };
      drawFace(faces, emotionLevel(point.valence), at, theme);
    }
  }
  return [...curveGround(curve, HEIGHT / 2, place), zero, ...curveLines(curve, 'plain', LINE, place), ...faces];
}

interface CurveProps {
  readonly deck: SheetDeck;
  readonly stageId: StageId;
  readonly theme: Theme;
}

/** The whole curve under a slide: how far the journey is, and how this stage is felt. */
export function StageCurve({ deck, stageId, theme }: CurveProps) {
  const frame = useRef<HTMLDivElement>(null);
  const box = useBox(frame);
  const width = box.height > 0 ? Math.round((HEIGHT * box.width) / box.height) : 0;
  const now = deck.spans.find(({ id }) => id === stageId);
  return (
    <div className={styles.foot}>
      {now && (
        <span className={styles.now} style={{ left: `${now.from * 100}%`, width: `${(now.to - now.from) * 100}%` }} />
      )}
      <div ref={frame} className={styles.curve}>
        {width > 0 && <SceneSvg width={width} height={HEIGHT} items={drawing(deck, stageId, width, theme)} />}
      </div>
      <ol
        className={styles.names}
        style={{ gridTemplateColumns: deck.spans.map(({ from, to }) => `${to - from}fr`).join(' ') }}
      >
        {deck.spans.map(({ id, title }) => (
          <li
            key={id}
            className={classNames(id === stageId && styles.nameNow)}
            aria-current={id === stageId ? 'step' : undefined}
          >
            {title}
          </li>
        ))}
      </ol>
    </div>
  );
}
