import fc from 'fast-check';
import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { arbitraryJourneyMap, plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { fontkitMeasurer } from '../../../../tests/support/fontkitMeasurer';
import { changeOf, idsOf, seeds, smallJourney } from '../../../../tests/support/journeyCommands';
import {
  groupsOf,
  inkOf,
  lettersOf,
  overlap,
  overlappingPairs,
  targetsOf,
  textsOf,
  within,
} from '../../../../tests/support/sceneChecks';
import type { Id, NewId, StageId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import { LIGHT, PROJECTOR_DARK } from '../../../model/theme';
import { sampleWorkshop } from '../../../sample/sampleWorkshop';
import { drawnGroup } from '../../../scene/lateGroup';
import type { Box, Primitive, Scene } from '../../../scene/primitives';
import type { TextMeasurer } from '../../../text/measure';
import type { BoardView, LayoutContext } from '../../boardKind';
import type { JourneyMapDoc } from '../model';
import { lanesInOrder, notesIn, stagesInOrder, stepsOf } from '../order';
import { valenceAt } from './emotionLane';
import { layoutJourneyMap } from './layoutJourneyMap';

function context(view: Partial<BoardView> = {}, measure: TextMeasurer = plainMeasurer): LayoutContext {
  return {
    measure,
    t: translator('fr'),
    lang: 'fr',
    theme: LIGHT,
    personas: {},
    workshop: { title: 'Atelier', client: '', place: 'Nantes' },
    view: { form: 'screen', focus: null, ...view },
  };
}

function sampleMap(lang: 'fr' | 'en' = 'fr'): JourneyMapDoc {
  let count = 0;
  const newId: NewId = <T extends Id<string>>() => `id${++count}` as T;
  const { docs } = sampleWorkshop({ lang, newId, date: '2026-11-22' });
  return Object.values(docs).find((doc): doc is JourneyMapDoc => doc.kind === 'journey-map') as JourneyMapDoc;
}

const maps = arbitraryJourneyMap({ stages: 5, steps: 4, notes: 40 });
const views = fc.tuple(fc.constantFrom('screen' as const, 'compact' as const), fc.nat(9));

/** A map with one of its stages chosen. */
function sceneOf(doc: JourneyMapDoc, [form, at]: readonly ['screen' | 'compact', number]): Scene {
  const stages = stagesInOrder(doc);
  const stage = stages[at % (stages.length + 1)];
  return layoutJourneyMap(doc, context({ form, focus: stage ? { kind: 'stage', id: stage.id } : null }));
}

/** Numbers beside the faces, whose words are in the margin. */
const chipsOf = (scene: Scene) =>
  groupsOf(scene.items)
    .filter(({ children }) =>
      children.some((child) => child.type === 'group' && child.target?.kind === 'emotion-point'),
    )
    .flatMap(({ children }) => children.flatMap((child) => (child.type === 'text' ? child : [])));

/** The uprights of the frame of the chosen stage, as boxes. */
const uprightsOf = (scene: Scene): readonly Box[] =>
  scene.items
    .flatMap((item) => (item.type === 'group' ? item.children : []))
    .flatMap((item): readonly Box[] => {
      if (item.type === 'rect' && item.stroke === LIGHT.focusStage.border) {
        return [item.x, item.x + item.w].map((x) => ({ x: x - 1.25, y: item.y, w: 2.5, h: item.h }));
      }
      if (item.type !== 'line' || item.stroke !== LIGHT.focusStage.border) return [];
      const [x = 0, y = 0, end = 0, bottom = 0] = item.points;
      return x === end ? [{ x: x - 1.25, y, w: 2.5, h: bottom - y }] : [];
    });

/** A scene as nothing but what is drawn, whenever that was. */
const asDrawn = (items: readonly Primitive[]): readonly Primitive[] =>
  items.map((item) => (item.type === 'group' ? { ...drawnGroup(item), children: asDrawn(item.children) } : item));

const ENTITIES = ['note', 'touchpoint', 'indicator', 'lane', 'step', 'title', 'quote'] as const;

/** Runs of each property; more of them when looking for trouble. */
const RUNS = 40;

describe('layoutJourneyMap', { timeout: 60_000 }, () => {
  it('lets no two things overlap', () => {
    fc.assert(
      fc.property(maps, views, (doc, view) => {
        const scene = sceneOf(doc, view);
        const things = ENTITIES.flatMap((kind) => targetsOf(scene, kind));
        expect(overlappingPairs(things, (group) => group.bounds)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('draws after any edits what it draws of the same map at once', () => {
    fc.assert(
      fc.property(seeds(25), fc.constantFrom('screen' as const, 'compact' as const), (all, form) => {
        const newId = idsOf('w');
        const measure = { ...plainMeasurer };
        all.reduce((doc, seed) => {
          const { command, args } = changeOf(doc, seed, newId);
          const next = create(doc, (draft) => command(draft as never, args));
          const edited = layoutJourneyMap(next, context({ form }, measure));
          // Cells that were not sorted before, texts that were not measured before.
          const anew = layoutJourneyMap(structuredClone(next), context({ form }, { ...plainMeasurer }));
          expect([edited.width, edited.height]).toEqual([anew.width, anew.height]);
          expect(asDrawn(edited.items)).toEqual(asDrawn(anew.items));
          return next;
        }, smallJourney());
      }),
      { numRuns: RUNS },
    );
  });

  it('lets no two lines of text overlap', () => {
    fc.assert(
      fc.property(maps, views, (doc, view) => {
        const scene = sceneOf(doc, view);
        // Faces may lie on each other, for that is what was said; then so do their chips.
        const chips = new Set(chipsOf(scene));
        const all = overlappingPairs(textsOf(scene.items), inkOf);
        const pairs = all.filter(([a, b]) => !chips.has(a) || !chips.has(b));
        expect(pairs.map(([a, b]) => [a.text, b.text])).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps every text inside the box of what it belongs to, and the sheet', () => {
    fc.assert(
      fc.property(maps, views, (doc, view) => {
        const scene = sceneOf(doc, view);
        const sheet = { x: 0, y: 0, w: scene.width, h: scene.height };
        for (const group of groupsOf(scene.items)) {
          for (const line of textsOf(group.children)) {
            expect([line.text, within(inkOf(line), group.bounds, 0.5)]).toEqual([line.text, true]);
            expect([line.text, within(inkOf(line), sheet)]).toEqual([line.text, true]);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps notes inside their cells', () => {
    fc.assert(
      fc.property(maps, views, (doc, view) => {
        const scene = sceneOf(doc, view);
        const lanes = new Map(targetsOf(scene, 'lane').map((group) => [group.target?.id, group.bounds]));
        const stages = new Map(targetsOf(scene, 'stage').map((group) => [group.target?.id, group.bounds]));
        for (const { target, bounds } of targetsOf(scene, 'note')) {
          const note = doc.notes[target?.id as keyof typeof doc.notes];
          const row = lanes.get(note?.laneId);
          const column = stages.get(note?.stageId);
          if (!row || !column) throw new Error('a note without lane or stage was drawn');
          expect(within(bounds, { x: column.x, y: row.y, w: column.w, h: row.h })).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('draws every note of an open row, word for word, but for those of a folded group', () => {
    fc.assert(
      fc.property(maps, (doc) => {
        const scene = layoutJourneyMap(doc, context());
        const drawn = new Map(targetsOf(scene, 'note').map((group) => [group.target?.id as string, group]));
        for (const lane of lanesInOrder(doc).filter((one) => !one.folded && !one.hidden)) {
          for (const stage of stagesInOrder(doc)) {
            const places = [null, ...stepsOf(doc, stage.id).map((step) => step.id)];
            for (const note of places.flatMap((stepId) =>
              notesIn(doc, { laneId: lane.id, stageId: stage.id, stepId }),
            )) {
              if (note.clusterId !== null && doc.clusters[note.clusterId]?.folded) continue;
              const text = textsOf(drawn.get(note.id)?.children ?? [])
                .map((line) => line.text)
                .join('');
              expect(text.replace(/\s/g, '')).toContain(note.text.replace(/\s/g, ''));
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('stacks rows without a gap and ends the sheet with the last', () => {
    fc.assert(
      fc.property(maps, views, (doc, view) => {
        const rows = targetsOf(sceneOf(doc, view), 'lane').map((group) => group.bounds);
        rows.slice(1).forEach((row, index) => {
          const before = rows[index];
          // The name of an emotion row stands inside its borders, above the margin of its quotes.
          expect(row.y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.h ?? 0) - 0.01);
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('offers every cell of an open row to be hit', () => {
    const doc = sampleMap();
    const scene = layoutJourneyMap(doc, context({}, fontkitMeasurer));
    // Actions, touchpoints, emotion, indicators per step; thoughts, pain points, opportunities, contents, owner per stage.
    expect(targetsOf(scene, 'cell')).toHaveLength(4 * 12 + 5 * 6);
  });

  it('frames the chosen stage without cutting a text', () => {
    fc.assert(
      fc.property(maps, views, (doc, view) => {
        const scene = sceneOf(doc, view);
        const edges = uprightsOf(scene);
        for (const line of textsOf(scene.items)) {
          for (const edge of edges) expect([line.text, overlap(inkOf(line), edge)]).toEqual([line.text, false]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('leaves every quote where it stands when a stage is chosen', () => {
    for (const lang of ['fr', 'en'] as const) {
      const doc = sampleMap(lang);
      const quotes = (form: 'screen' | 'compact', stage?: StageId) => {
        const focus = stage ? { kind: 'stage' as const, id: stage } : null;
        return targetsOf(layoutJourneyMap(doc, context({ form, focus }, fontkitMeasurer)), 'quote').map(
          ({ target, bounds }) => [target?.id, bounds],
        );
      };
      for (const form of ['screen', 'compact'] as const) {
        const before = quotes(form);
        for (const { id } of stagesInOrder(doc)) expect(quotes(form, id)).toEqual(before);
      }
    }
  });

  it('keeps the same groups for what did not change', () => {
    const doc = sampleMap();
    const before = layoutJourneyMap(doc, context({}, fontkitMeasurer));
    const [id, note] = Object.entries(doc.notes).find(([, one]) => one.text.startsWith('Des fiches')) as [
      string,
      never,
    ];
    const edited = { ...doc, notes: { ...doc.notes, [id]: { ...(note as object), text: 'Des fiches illisibles' } } };
    const after = layoutJourneyMap(edited as JourneyMapDoc, context({}, fontkitMeasurer));
    const kept = new Set(before.items);
    expect(after.items.filter((item) => !kept.has(item))).toHaveLength(1);
    expect(layoutJourneyMap(doc, context({}, fontkitMeasurer)).items.length).toBe(before.items.length);
  });

  it('moves the face of a step that changes places with its neighbour', () => {
    const doc = sampleMap();
    const stage = stagesInOrder(doc)[0];
    const [first, second] = stepsOf(doc, (stage?.id ?? '') as StageId);
    if (!first || !second) throw new Error('the sample has two steps per stage');
    const only = Object.values(doc.emotionPoints).find((point) => point.stepId === first.id);
    const points = Object.fromEntries([[only?.id, only]]) as JourneyMapDoc['emotionPoints'];
    const faceAt = (map: JourneyMapDoc) => targetsOf(layoutJourneyMap(map, context()), 'emotion-point')[0]?.bounds.x;
    const before = faceAt({ ...doc, emotionPoints: points });
    const swapped = { [first.id]: { ...first, order: second.order }, [second.id]: { ...second, order: first.order } };
    expect(faceAt({ ...doc, emotionPoints: points, steps: { ...doc.steps, ...swapped } })).toBeGreaterThan(before ?? 0);
  });

  it('tells where to edit, with the guillemets of what is said', () => {
    const scene = layoutJourneyMap(sampleMap(), context({}, fontkitMeasurer));
    const [quote] = targetsOf(scene, 'quote');
    expect(quote?.editBox).toMatchObject({ prefix: '«\u00A0', suffix: '\u00A0»', font: { italic: true } });
    expect(quote?.editBox?.text.startsWith('J’ai mal')).toBe(true);
    for (const group of targetsOf(scene, 'note')) expect(group.editBox).toBeDefined();
  });

  it('folds rows when compact unless they were opened, and says how many a stage holds', () => {
    const doc = sampleMap();
    const actions = lanesInOrder(doc)[0];
    const folded = lettersOf(layoutJourneyMap(doc, context({ form: 'compact' }, fontkitMeasurer)));
    expect(folded).toContain('2actions');
    const open = layoutJourneyMap(doc, context({ form: 'compact', unfolded: [actions?.id ?? ''] }, fontkitMeasurer));
    expect(lettersOf(open)).not.toContain('2actions');
  });

  it('leaves out the notes that a filter hides, and says how many', () => {
    const doc = sampleMap();
    const filter = { evidence: ['verbatim' as const] };
    const scene = layoutJourneyMap(doc, context({ filter }));
    const shown = Object.values(doc.notes).filter(({ evidence }) => evidence === 'verbatim');
    expect(targetsOf(scene, 'note')).toHaveLength(shown.length);
    const hidden = Object.keys(doc.notes).length - shown.length;
    expect(lettersOf(scene)).toContain(`${hidden}notesmasquéesparlefiltre`);
    const all = layoutJourneyMap(doc, context());
    expect(lettersOf(all)).not.toContain('masquée');
    expect(layoutJourneyMap(doc, context({ filter: { tags: [] } })).items).toEqual(all.items);
  });

  it('asks its question in an empty row, on screen', () => {
    const doc: JourneyMapDoc = { ...sampleMap(), notes: {}, emotionPoints: {}, touchpoints: {}, indicators: {} };
    expect(lettersOf(layoutJourneyMap(doc, context()))).toContain('Quesedit-elle?');
    expect(lettersOf(layoutJourneyMap(doc, context({ form: 'poster' })))).not.toContain('Quesedit-elle?');
  });

  it('reads a valence back from a height', () => {
    const scene = layoutJourneyMap(sampleMap(), context({}, fontkitMeasurer));
    const curve = targetsOf(scene, 'curve')[0]?.bounds ?? { y: 0, h: 1 };
    const faces = targetsOf(scene, 'emotion-point');
    const first = faces[0]?.bounds;
    expect(valenceAt(curve, (first?.y ?? 0) + (first?.h ?? 0) / 2, 'screen')).toBeCloseTo(-1.3);
    expect(valenceAt(curve, -1000, 'screen')).toBe(2);
  });

  it('takes its colours from the theme', () => {
    const dark = layoutJourneyMap(sampleMap(), { ...context({}, fontkitMeasurer), theme: PROJECTOR_DARK });
    expect(dark.background).toBe(PROJECTOR_DARK.color.wall);
    const inks = new Set(textsOf(dark.items).map((line) => line.fill));
    expect(inks.has(LIGHT.color.ink2)).toBe(false);
  });

  it('tolerates what points to nothing', () => {
    const doc = sampleMap();
    const stages = Object.fromEntries(Object.entries(doc.stages).slice(1)) as JourneyMapDoc['stages'];
    const scene = layoutJourneyMap({ ...doc, stages }, context({ focus: { kind: 'stage', id: 'gone' as StageId } }));
    expect(scene.items.length).toBeGreaterThan(0);
    const bare = layoutJourneyMap({ ...doc, stages: {}, lanes: {} }, context());
    expect(bare.width).toBeGreaterThan(0);
  });

  it('ends the curve with the stages that have points, and makes no course of one point', () => {
    const doc = sampleMap();
    const all = Object.values(doc.emotionPoints);
    const stages = stagesInOrder(doc);
    const stageAt = (index: number) => all.filter((point) => doc.steps[point.stepId]?.stageId === stages[index]?.id);
    const curveOf = (points: typeof all) => {
      const kept = { ...doc, emotionPoints: Object.fromEntries(points.map((point) => [point.id, point])) };
      const scene = layoutJourneyMap(kept as JourneyMapDoc, context());
      const boxOf = (kind: string, id: string) =>
        groupsOf(scene.items).find(({ target }) => target?.kind === kind && target.id === id)?.bounds;
      const paths = groupsOf(scene.items)
        .filter(({ target }) => target?.kind === 'curve')
        .flatMap(({ children }) => children.flatMap((child) => (child.type === 'path' ? child.d : [])));
      const xs = paths.flatMap((d) => [...d.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map(([, x]) => Number(x)));
      return { from: Math.min(...xs), to: Math.max(...xs), boxOf };
    };
    const two = curveOf([...stageAt(1), ...stageAt(2)]);
    const first = two.boxOf('stage', stages[1]?.id ?? '');
    const last = two.boxOf('stage', stages[3]?.id ?? '');
    expect(two.from).toBeGreaterThanOrEqual((first?.x ?? 0) - 1);
    expect(two.to).toBeLessThanOrEqual((last?.x ?? 0) + 1);
    const one = curveOf(stageAt(2).slice(0, 1));
    expect(one.to - one.from).toBeGreaterThan(0);
    expect(one.to - one.from).toBeLessThan(100);
  });
});
