import { type PresetId, presetOf } from '@shared/boards/journey-map/presets';
import { type Theme, themeOf } from '@shared/model/theme';
import type { Primitive } from '@shared/scene/primitives';
import { useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';

const WIDTH = 121;
const HEIGHT = 54;
const EDGE = 6;

/** An arrow of a stage, in a row of `count`. */
function arrow(at: number, count: number, fill: string): Primitive {
  const width = (WIDTH - 2 * EDGE) / count;
  const x = EDGE + at * width;
  const right = x + width - 1.5;
  const depth = Math.min(4, width / 3);
  const notch = at === 0 ? [] : [x + depth, 14];
  return {
    type: 'line',
    closed: true,
    fill,
    points: [x, 8, right - depth, 8, right, 14, right - depth, 20, x, 20, ...notch],
  };
}

function grid(count: number, theme: Theme): readonly Primitive[] {
  const width = (WIDTH - 2 * EDGE) / count;
  const lines = [28, 37, 46].map(
    (y): Primitive => ({ type: 'line', points: [EDGE, y, WIDTH - EDGE, y], stroke: theme.color.line, strokeWidth: 1 }),
  );
  const columns = Array.from({ length: count - 1 }, (_, at): Primitive => {
    const x = EDGE + (at + 1) * width;
    return { type: 'line', points: [x, 24, x, HEIGHT], stroke: theme.color.line, strokeWidth: 1 };
  });
  return [...lines, ...columns];
}

/** A preset at a glance: as many arrows as stages, the purchase in gold, and the empty grid under them. */
export function PresetThumb({ preset }: { readonly preset: PresetId }) {
  const theme = themeOf(useThemeName());
  const { stages } = presetOf(preset);
  const count = preset === 'blank' ? 3 : stages.length;
  const arrows = stages.map((stage, at) =>
    arrow(at, count, stage.phase === 'purchase' ? theme.focusStage.fill : theme.stage.fill),
  );
  return <SceneSvg width={WIDTH} height={HEIGHT} items={[...grid(count, theme), ...arrows]} />;
}

/** The sample workshop: a curve that has been drawn. */
export function SampleThumb() {
  const theme = themeOf(useThemeName());
  const arrows = Array.from({ length: 6 }, (_, at) =>
    arrow(at, 6, at === 4 ? theme.focusStage.fill : theme.stage.fill),
  );
  const items: readonly Primitive[] = [
    ...arrows,
    { type: 'line', points: [EDGE, 36, WIDTH - EDGE, 36], stroke: theme.color.lineStrong, strokeWidth: 1 },
    {
      type: 'path',
      d: 'M6 44C14 50 20 46 30 36S48 28 58 40S72 50 80 36S92 26 100 40S108 34 115 28',
      stroke: theme.curve,
      strokeWidth: 3,
      lineCap: 'round',
      bounds: { x: EDGE, y: 24, w: WIDTH - 2 * EDGE, h: 28 },
    },
  ];
  return <SceneSvg width={WIDTH} height={HEIGHT} items={items} />;
}
