import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../../../../tests/support/fontkitMeasurer';
import { sampleOf } from '../../../../../tests/support/sampleScenes';
import type { DocId } from '../../../../base/ids';
import { type Lang, translator } from '../../../../i18n/translate';
import { LIGHT } from '../../../../model/theme';
import { boardsInOrder } from '../../../../model/workshopCommands';
import type { Box } from '../../../../scene/primitives';
import { memoOf } from '../../../pieces/layoutMemo';
import { paletteOf } from '../../../pieces/palette';
import type { JourneyMapDoc } from '../../model';
import { shownStages } from '../../shown';
import { columnsOf } from '../columns';
import { screenMetrics } from '../screenMetrics';
import { pathMetrics } from './pathMetrics';
import { boxesOfHalt, type PathPlan, plannedHeight } from './pathPlan';

/** A journey of the sample as a path on a screen. */
function planOf(lang: Lang, index: number, form: 'screen' | 'compact'): PathPlan {
  const { workshop, docs } = sampleOf(lang);
  const sample = docs[boardsInOrder(workshop)[index]?.id as DocId] as JourneyMapDoc;
  const doc: JourneyMapDoc = { ...sample, info: { ...sample.info, form: 'path' } };
  const m = screenMetrics(form);
  return plannedHeight({
    doc,
    t: translator(lang),
    lang,
    measure: fontkitMeasurer,
    personas: {},
    theme: LIGHT,
    palette: paletteOf(LIGHT, 'screen'),
    m,
    columns: columnsOf(doc, { stages: shownStages(doc), x: 0, moment: m.moment, line: m.line }),
    x: 0,
    isPoster: false,
    bleed: null,
    filter: undefined,
    focus: null,
    opinions: false,
    memo: memoOf(fontkitMeasurer, `test of the plan/${lang}/${index}/${form}`),
  }).plan;
}

const gap = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w), Math.max(0, a.y - b.y - b.h, b.y - a.y - a.h));

/** How much farther every quote stands from its own station than from the nearest one. */
function quotesOf({ halts, placed }: PathPlan): readonly { readonly quote: string; readonly astray: number }[] {
  const m = pathMetrics(false);
  const boxOf = ({ x, y, words }: PathPlan['placed'][number]): Box => ({ x, y, w: words.w, h: words.h });
  return placed
    .filter(({ words }) => words.kind === 'quote')
    .map((quote) => {
      const distances = halts.map((halt) => {
        const name = placed.find(({ words }) => words.kind === 'station' && words.target.id === halt.touchpoint?.id);
        const boxes = [...boxesOfHalt(halt, m).slice(0, -1), ...(name ? [boxOf(name)] : [])];
        return Math.min(...boxes.map((box) => gap(box, boxOf(quote))));
      });
      const own = halts.findIndex(({ points }) => points.some(({ id }) => id === quote.words.target.id));
      const astray = (distances[own] ?? 0) - Math.min(...distances);
      return { quote: quote.words.stored, astray };
    });
}

const CASES = (['fr', 'en'] as const).flatMap((lang) =>
  [0, 2, 3].flatMap((index) => (['screen', 'compact'] as const).map((form) => [lang, index, form] as const)),
);

describe('the path of the sample on a screen', () => {
  // Compact, the sample in French has two quotes for which there is no such place.
  const wide = CASES.filter(([, , form]) => form === 'screen');
  it.each(wide)('has every quote nearest to its own station (%s, board %i, %s)', (lang, index, form) => {
    const quotes = quotesOf(planOf(lang, index, form));
    expect(quotes.length).toBeGreaterThan(3);
    expect(quotes.filter(({ astray }) => astray > 0)).toEqual([]);
  });

  it.each(CASES)('finds room for all words on the river (%s, board %i, %s)', (lang, index, form) => {
    expect(planOf(lang, index, form).margin.map(({ words }) => words.stored)).toEqual([]);
  });
});
