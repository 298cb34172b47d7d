import type { LegendItem } from '../../../pieces/legend';
import { rule } from '../../../pieces/shapes';
import type { Jump } from '../../model';
import type { MapFrame } from '../frame';

/** The two kinds of ways beside the path, where the map has some: dashed for back and around, with a bar for out. */
export function wayItems(
  jumps: readonly Jump[],
  frame: Pick<MapFrame, 't' | 'theme' | 'm'>,
  base: Pick<LegendItem, 'style' | 'ink'>,
): readonly LegendItem[] {
  const { mark } = frame.m.legend;
  const { blue, red } = frame.theme.color;
  const width = mark * 2.2;
  const stroke = mark * 0.26;
  const back: LegendItem = {
    ...base,
    markWidth: width,
    text: frame.t('journey.path.waysBack'),
    mark: (out, x, middle) => {
      out.push(rule(x, middle, x + width, middle, blue, stroke, { dash: [mark * 0.55, mark * 0.3] }));
    },
  };
  const away: LegendItem = {
    ...base,
    markWidth: width,
    text: frame.t('journey.path.exit'),
    mark: (out, x, middle) => {
      const end = x + width - stroke / 2;
      out.push(
        rule(x, middle, end, middle, red, stroke),
        rule(end, middle - mark / 2, end, middle + mark / 2, red, stroke),
      );
    },
  };
  return [
    ...(jumps.some(({ kind }) => kind !== 'exit') ? [back] : []),
    ...(jumps.some(({ kind }) => kind === 'exit') ? [away] : []),
  ];
}
