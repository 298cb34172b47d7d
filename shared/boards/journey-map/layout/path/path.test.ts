import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryJourneyMap, plainMeasurer } from '../../../../../tests/support/arbitraryJourneyMap';
import {
  groupsOf,
  inkOf,
  lettersOf,
  overlap,
  overlappingPairs,
  targetsOf,
  textsOf,
  within,
} from '../../../../../tests/support/sceneChecks';
import type { JumpId, StepId } from '../../../../base/ids';
import { translator } from '../../../../i18n/translate';
import { LIGHT, PROJECTOR_DARK } from '../../../../model/theme';
import type { Box, Scene } from '../../../../scene/primitives';
import { sceneToSvg } from '../../../../scene/sceneToSvg';
import { sheetSize } from '../../../../scene/sheet';
import { SHEETS } from '../../../../scene/sheetCatalogue';
import type { LayoutContext } from '../../../boardKind';
import { memoOf } from '../../../pieces/layoutMemo';
import { paletteOf } from '../../../pieces/palette';
import { JUMP_KINDS } from '../../enums';
import type { JourneyMapDoc, Jump, Medium } from '../../model';
import { columnsInOrder } from '../../order';
import { shownStages } from '../../shown';
import { stationsIn } from '../../stations';
import { columnsOf } from '../columns';
import type { MapFrame } from '../frame';
import { readPath } from '../latePath';
import { layoutJourneyMap } from '../layoutJourneyMap';
import { screenMetrics } from '../screenMetrics';
import { levelsOf } from './halts';
import { pathMetrics } from './pathMetrics';
import { boxesOfHalt, planFor, plannedHeight } from './pathPlan';
import { boxesOn } from './route';

beforeAll(readPath);

const context = (view: LayoutContext['view'], theme = LIGHT): LayoutContext => ({
  measure: plainMeasurer,
  t: translator('fr'),
  lang: 'fr',
  theme,
  personas: {},
  workshop: { title: 'Boutique', client: '', place: '' },
  view,
});
const screen = context({ form: 'screen', focus: null });

interface Way {
  readonly from: number;
  readonly to: number | null;
  readonly kind: Jump['kind'];
  readonly label: string;
}

const way: fc.Arbitrary<Way> = fc.record({
  from: fc.nat(40),
  to: fc.option(fc.nat(40), { nil: null }),
  kind: fc.constantFrom(...JUMP_KINDS),
  label: fc.constantFrom('', 'revient', 'le client attend une réservation en magasin'),
});

/** Any map in the form of a path, with ways between its moments. */
const paths = fc
  .tuple(arbitraryJourneyMap({ stages: 5, steps: 4, notes: 2 }), fc.array(way, { maxLength: 5 }))
  .map(([doc, ways]): JourneyMapDoc => {
    const steps = columnsInOrder(doc);
    const idAt = (at: number): StepId | undefined => steps[at % Math.max(1, steps.length)]?.id;
    const jumps = ways.flatMap((one, at): Jump[] => {
      const fromStepId = idAt(one.from);
      const toStepId = one.to === null ? null : (idAt(one.to) ?? null);
      if (!fromStepId || fromStepId === toStepId) return [];
      const kind = toStepId === null ? 'exit' : one.kind === 'exit' ? 'loop' : one.kind;
      return [{ id: `j${at}` as JumpId, fromStepId, toStepId, kind, label: one.label }];
    });
    return {
      ...doc,
      info: { ...doc.info, form: 'path' },
      jumps: Object.fromEntries(jumps.map((jump) => [jump.id, jump])) as JourneyMapDoc['jumps'],
    };
  });

function frameOf(doc: JourneyMapDoc): MapFrame {
  const m = screenMetrics('screen');
  return {
    doc,
    t: screen.t,
    lang: 'fr',
    measure: plainMeasurer,
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
    memo: memoOf(plainMeasurer, 'test of the path'),
  };
}

const planOf = (doc: JourneyMapDoc) => plannedHeight(frameOf(doc)).plan;
const boxOf = ({ x, y, words }: ReturnType<typeof planOf>['placed'][number]): Box => ({ x, y, w: words.w, h: words.h });

function expectTidy(scene: Scene): void {
  for (const group of groupsOf(scene.items)) {
    expect(group.bounds.x + group.bounds.w).toBeLessThanOrEqual(scene.width + 0.01);
    expect(group.bounds.y + group.bounds.h).toBeLessThanOrEqual(scene.height + 20);
  }
  for (const line of textsOf(scene.items)) {
    const ink = inkOf(line);
    expect(ink.x).toBeGreaterThanOrEqual(-0.01);
    expect(ink.x + ink.w).toBeLessThanOrEqual(scene.width + 0.01);
    expect(ink.y + ink.h).toBeLessThanOrEqual(scene.height + 0.01);
  }
  const pairs = overlappingPairs(textsOf(scene.items), inkOf).filter(([a, b]) => !/^\d+$/.test(a.text + b.text));
  expect(pairs.map(([a, b]) => [a.text, b.text])).toEqual([]);
}

describe('the path', { timeout: 120_000 }, () => {
  it('passes through every station once, in the order of the map, and never turns back', () => {
    fc.assert(
      fc.property(paths, (doc) => {
        const { halts, line } = planOf(doc);
        const order = columnsInOrder(doc).flatMap(({ id }) => stationsIn(doc, id));
        expect(halts.flatMap(({ touchpoint }) => touchpoint ?? [])).toEqual(order);
        const spots = line?.spots ?? [];
        let at = -1;
        for (const { x, y } of halts) {
          const next = spots.findIndex((spot, index) => index > at && Math.hypot(spot.x - x, spot.y - y) < 0.01);
          expect(next).toBeGreaterThan(at);
          at = next;
        }
        spots.slice(1).forEach((spot, index) => {
          expect(spot.x).toBeGreaterThanOrEqual((spots[index]?.x ?? 0) - 0.01);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps words off the line, the stations, the faces, the ways and one another', () => {
    const m = pathMetrics(false);
    fc.assert(
      fc.property(paths, (doc) => {
        const { placed, halts, line, jumps } = planOf(doc);
        const words = placed.map(boxOf);
        const taken = [
          ...(line ? boxesOn(line, m.line.casing / 2) : []),
          ...halts.flatMap((halt) => boxesOfHalt(halt, m)),
          ...jumps.flatMap(({ taken }) => taken),
        ];
        expect(words.filter((box) => taken.some((other) => overlap(box, other)))).toEqual([]);
        expect(overlappingPairs(words, (box) => box)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts and covers no text, on screen and on any sheet', () => {
    const sheets = fc.tuple(fc.constantFrom(...SHEETS), fc.constantFrom('landscape' as const, 'portrait' as const));
    fc.assert(
      fc.property(paths, sheets, (doc, [name, orientation]) => {
        expectTidy(layoutJourneyMap(doc, screen));
        expectTidy(layoutJourneyMap(doc, context({ form: 'compact', focus: null }, PROJECTOR_DARK)));
        expectTidy(
          layoutJourneyMap(doc, context({ form: 'poster', focus: null, sheet: sheetSize(name, orientation) })),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('draws no mark beyond the bounds that its group is redrawn for', () => {
    fc.assert(
      fc.property(paths, (doc) => {
        const groups = layoutJourneyMap(doc, screen).items.flatMap((item) => (item.type === 'group' ? [item] : []));
        for (const { bounds, children } of groups) {
          for (const child of children) if (child.type === 'path') expect(within(child.bounds, bounds)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says every name and every quote, in the margin where there is no room', () => {
    fc.assert(
      fc.property(paths, (doc) => {
        const letters = lettersOf(layoutJourneyMap(doc, screen));
        const { halts } = planOf(doc);
        for (const { touchpoint, points } of halts) {
          expect(letters).toContain((touchpoint?.label ?? '').replace(/\s/g, ''));
          for (const { quote } of points) expect(letters).toContain(quote.replace(/\s/g, ''));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same line in the file as on screen', () => {
    fc.assert(
      fc.property(paths, (doc) => {
        const scene = layoutJourneyMap(doc, screen);
        const svg = sceneToSvg(scene, { widthMm: scene.width, heightMm: scene.height, fonts: [] });
        const frame = { ...frameOf(doc), columns: columnsOn(doc), x: 12 };
        const planned = plannedHeight(frame);
        // Rows on screen have whole heights: the river takes what rounding adds.
        const { line } = planFor(frame, planned, Math.round(planned.height));
        if (line) expect(svg).toContain(line.d);
      }),
      { numRuns: 10 },
    );
  });

  it('lets every way be hit, and every name be written on where its mark stands', () => {
    fc.assert(
      fc.property(paths, (doc) => {
        const scene = layoutJourneyMap(doc, screen);
        const first = (kind: string, id: string) => targetsOf(scene, kind).filter(({ target }) => target?.id === id);
        for (const id of Object.keys(doc.jumps)) {
          expect(first('jump', id).length).toBeGreaterThan(1);
          expect(first('jump', id)[0]?.editBox).toBeDefined();
        }
        for (const { touchpoint } of planOf(doc).halts) {
          if (touchpoint) expect(first('touchpoint', touchpoint.id)[0]?.editBox).toBeDefined();
        }
      }),
      { numRuns: 30 },
    );
  });
});

function columnsOn(doc: JourneyMapDoc) {
  const m = screenMetrics('screen');
  return columnsOf(doc, { stages: shownStages(doc), x: m.margin.left + m.laneHeader, moment: m.moment, line: m.line });
}

describe('levelsOf', () => {
  const of = (text: string) =>
    levelsOf([...text].map((letter): Medium | null => (letter === 'o' ? 'online' : letter === 'x' ? 'offline' : null)));

  it('alternates along a bank, far out first; the middle of three lies far out', () => {
    expect(of('xxxx')).toEqual(['offFar', 'offNear', 'offFar', 'offNear']);
    expect(of('ooo')).toEqual(['onNear', 'onFar', 'onNear']);
    expect(of('xo')).toEqual(['offFar', 'onFar']);
  });

  it('leaves a moment without touchpoints between the banks', () => {
    expect(of('o-o')).toEqual(['onFar', 'middle', 'onNear']);
  });
});
