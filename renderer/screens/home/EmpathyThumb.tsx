import { presetOf } from '@shared/boards/empathy-map/presets';
import type { EmpathyLayout } from '@shared/boards/empathy-map/zones';
import { type Theme, themeOf } from '@shared/model/theme';
import type { Primitive } from '@shared/scene/primitives';
import { useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';

const WIDTH = 121;
const HEIGHT = 54;

const rules = (theme: Theme, ...lines: readonly (readonly number[])[]): readonly Primitive[] =>
  lines.map((points): Primitive => ({ type: 'line', points, stroke: theme.color.lineStrong, strokeWidth: 1 }));

function head(theme: Theme, size: number): Primitive {
  const box = { x: (WIDTH - size) / 2, y: (HEIGHT - size) / 2, w: size, h: size };
  return { type: 'rect', ...box, radius: size / 2, fill: theme.stage.fill };
}

const PICTURES: Readonly<Record<EmpathyLayout, (theme: Theme, stages: number) => readonly Primitive[]>> = {
  canvas: (theme) => [
    ...rules(theme, [0, 11, WIDTH, 11], [0, 43, WIDTH, 43], [60, 0, 60, 11], [80, 27, WIDTH, 27]),
    head(theme, 26),
  ],
  quadrants: (theme) => [...rules(theme, [0, 27, WIDTH, 27], [60, 0, 60, HEIGHT]), head(theme, 20)],
  stages: (theme, stages) => {
    const w = (WIDTH - 20) / stages;
    const columns = Array.from({ length: stages }, (_, at) => 20 + at * w);
    return [
      ...rules(theme, [0, 28, WIDTH, 28], [0, 41, WIDTH, 41], ...columns.map((x) => [x, 8, x, HEIGHT])),
      ...columns.map((x): Primitive => ({ type: 'rect', x, y: 4, w: w - 1.5, h: 10, fill: theme.stage.fill })),
    ];
  },
};

/** An empty empathy map at a glance, in the layout of a preset. */
export function EmpathyThumb({ preset }: { readonly preset: string }) {
  const theme = themeOf(useThemeName());
  const { layout, stages } = presetOf(preset);
  return <SceneSvg width={WIDTH} height={HEIGHT} items={PICTURES[layout](theme, Math.max(3, stages.length))} />;
}
