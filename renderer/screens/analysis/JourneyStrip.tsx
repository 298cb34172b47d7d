import type { FrictionLine } from '@shared/analysis/friction';
import type { EmotionFact, MapFacts } from '@shared/analysis/mapFacts';
import { curveAreas, curvePath, emotionCurve, scaledCurve } from '@shared/boards/pieces/emotionCurve';
import { drawFace } from '@shared/boards/pieces/faces';
import { emotionLevel } from '@shared/boards/pieces/valence';
import { type Theme, themeOf } from '@shared/model/theme';
import type { Primitive } from '@shared/scene/primitives';
import { useRef } from 'react';
import { classNames } from '@/ui/classNames';
import { useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import styles from './JourneyStrip.module.css';
import { useWidth } from './useWidth';

/** Height of the curve, and the room a point keeps to its edges. */
const HEIGHT = 116;
const MARGIN = 20;
const FACE = 21;
const CHOSEN_FACE = 32;
const BADGE = 24;

const yOf = (valence: number): number => HEIGHT / 2 - (valence / 2) * (HEIGHT / 2 - MARGIN);

interface StripProps {
  readonly facts: MapFacts;
  readonly lines: readonly FrictionLine[];
  readonly chosen: FrictionLine | null;
  readonly curve: string | null;
  readonly onChoose: (line: FrictionLine) => void;
}

/** The journey in small: stages, curve, and the rank of every friction point at its moment. */
export function JourneyStrip({ facts, lines, chosen, curve, onChoose }: StripProps) {
  const t = useT();
  const theme = themeOf(useThemeName());
  const inner = useRef<HTMLDivElement>(null);
  const width = useWidth(inner);
  const count = Math.max(1, facts.steps.length);
  const column = width / count;
  const columnAt = new Map(facts.steps.map(({ id }, at) => [id, at]));
  const points = facts.emotions.filter((point) => curve === null || point.curve === curve);
  const xOf = (point: EmotionFact) => ((columnAt.get(point.stepId) ?? 0) + point.offset) * column;
  const lowestIn = (has: (point: EmotionFact) => boolean) =>
    points.filter(has).reduce<EmotionFact | null>((low, one) => (low && low.valence <= one.valence ? low : one), null);
  const isChosen = (stepId: string, stageId: string) =>
    chosen !== null && (chosen.stepId === null ? chosen.stageId === stageId : chosen.stepId === stepId);

  /** Where a rank stands: beside the face of its place, else on the line of zero. */
  const badgeAt = (line: FrictionLine) => {
    const own = facts.steps.flatMap((step, at) =>
      (line.stepId === null ? step.stageId === line.stageId : step.id === line.stepId) ? [at] : [],
    );
    const low = lowestIn((point) =>
      line.stepId === null ? point.stageId === line.stageId : point.stepId === line.stepId,
    );
    const x = low ? xOf(low) : ((own[0] ?? 0) + own.length / 2) * column;
    const y = yOf(low?.valence ?? 0);
    // Above a valley the curve leaves room, below a peak it does.
    const above = (low?.valence ?? 0) < 0;
    return {
      left: Math.min(width - BADGE, x + FACE / 2 + 1),
      top: Math.min(HEIGHT - BADGE, Math.max(0, above ? y - BADGE - 2 : y + 4)),
    };
  };

  return (
    <section className={styles.strip} aria-label={t('analysis.strip')}>
      <div ref={inner} className={styles.inner} style={{ minWidth: count * 88 }}>
        <div className={styles.stages} style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }}>
          {facts.stages.map((stage) => (
            <div
              key={stage.id}
              className={classNames(styles.stage, chosen?.stageId === stage.id && styles.on)}
              style={{
                gridColumn: `span ${Math.max(1, facts.steps.filter(({ stageId }) => stageId === stage.id).length)}`,
              }}
            >
              {stage.title}
            </div>
          ))}
        </div>
        <div className={styles.curve} style={{ height: HEIGHT }}>
          {facts.steps.map((step, at) => (
            <span
              key={step.id}
              className={classNames(
                styles.column,
                at > 0 && facts.steps[at - 1]?.stageId !== step.stageId && styles.first,
                isChosen(step.id, step.stageId) && styles.chosen,
              )}
              style={{ left: at * column, width: column }}
            />
          ))}
          {width > 0 && (
            <SceneSvg
              className={styles.svg}
              width={width}
              height={HEIGHT}
              items={drawing(points, facts, xOf, width, theme, (point) => isChosen(point.stepId, point.stageId))}
            />
          )}
          {lines.map((line, at) => (
            <button
              key={line.place.id}
              type="button"
              tabIndex={-1}
              className={classNames(styles.rank, line === chosen && styles.rankOn)}
              style={badgeAt(line)}
              aria-label={t('analysis.rank', { rank: at + 1, title: line.title })}
              onClick={() => onChoose(line)}
            >
              {at + 1}
            </button>
          ))}
        </div>
        <div className={styles.labels} style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }}>
          {facts.steps.map((step) => (
            <span key={step.id} className={classNames(isChosen(step.id, step.stageId) && styles.labelOn)}>
              {step.title}
            </span>
          ))}
        </div>
      </div>
    </section>
  );
}

/** Curves with their areas (of the first one), and a face at the lowest point of every moment. */
function drawing(
  points: readonly EmotionFact[],
  facts: MapFacts,
  xOf: (point: EmotionFact) => number,
  width: number,
  theme: Theme,
  isChosen: (point: EmotionFact) => boolean,
): readonly Primitive[] {
  const bounds = { x: 0, y: 0, w: width, h: HEIGHT };
  const out: Primitive[] = [];
  const zero = HEIGHT / 2;
  for (const [at, name] of [...new Set(points.map(({ curve }) => curve))].entries()) {
    const felt = points
      .filter(({ curve }) => curve === name)
      .map((point) => ({ x: xOf(point), valence: point.valence }))
      .sort((a, b) => a.x - b.x);
    const line = scaledCurve(emotionCurve(felt, { from: 0, to: width }), -(HEIGHT / 2 - MARGIN) / 2, zero);
    if (at === 0) {
      const areas = curveAreas(line, zero);
      out.push(
        { type: 'path', d: areas.less, fill: theme.emotion['1'].fill, opacity: theme.area.positive, bounds },
        { type: 'path', d: areas.more, fill: theme.emotion['-1'].fill, opacity: theme.area.negative, bounds },
      );
    }
    const stroke = { lineCap: 'round', lineJoin: 'round', bounds } as const;
    out.push({ type: 'path', d: curvePath(line), stroke: theme.curve, strokeWidth: at === 0 ? 3.5 : 7, ...stroke });
    if (at > 0) out.push({ type: 'path', d: curvePath(line), stroke: theme.color.paper, strokeWidth: 2.6, ...stroke });
  }
  out.unshift({ type: 'line', points: [0, zero, width, zero], stroke: theme.color.lineStrong, strokeWidth: 1.5 });
  for (const step of facts.steps) {
    const [low] = points.filter(({ stepId }) => stepId === step.id).sort((a, b) => a.valence - b.valence);
    if (!low) continue;
    const size = isChosen(low) ? CHOSEN_FACE : FACE;
    drawFace(out, emotionLevel(low.valence), { x: xOf(low), y: yOf(low.valence), size }, theme, theme.color.paper);
  }
  return out;
}
