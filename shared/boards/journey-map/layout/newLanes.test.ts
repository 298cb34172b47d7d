import { describe, expect, it } from 'vitest';
import { plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { smallJourney } from '../../../../tests/support/journeyCommands';
import {
  groupsOf,
  inkOf,
  overlap,
  overlappingPairs,
  targetsOf,
  textsOf,
  within,
} from '../../../../tests/support/sceneChecks';
import type { LaneId, NoteId, PersonaId, StageId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import { LIGHT } from '../../../model/theme';
import type { LinePrimitive, Primitive, Scene } from '../../../scene/primitives';
import { sheetSize } from '../../../scene/sheet';
import type { BoardView, LayoutContext } from '../../boardKind';
import { LANE_DEFAULTS } from '../defaults';
import type { EmotionPoint, JourneyMapDoc, Lane, LaneKind, Note, Stage } from '../model';
import { columnsInOrder, lanesInOrder, stagesInOrder } from '../order';
import { layoutJourneyMap } from './layoutJourneyMap';

const context = (view: Partial<BoardView> = {}): LayoutContext => ({
  measure: plainMeasurer,
  t: translator('fr'),
  lang: 'fr',
  theme: LIGHT,
  personas: {},
  workshop: { title: 'Atelier', client: '', place: '' },
  view: { form: 'screen', focus: null, ...view },
});

/** The small map with one more row at its foot. */
function withLane(kind: LaneKind, look: Partial<Lane> = {}, stages: readonly Partial<Stage>[] = []): JourneyMapDoc {
  const doc = smallJourney();
  const lane: Lane = {
    id: 'extra' as LaneId,
    kind,
    order: 'b0',
    title: '',
    hidden: false,
    folded: false,
    ...LANE_DEFAULTS,
    ...look,
  };
  const told = stagesInOrder(doc).map((stage, at) => ({ ...stage, ...stages[at] }));
  return {
    ...doc,
    lanes: { ...doc.lanes, [lane.id]: lane },
    stages: Object.fromEntries(told.map((stage) => [stage.id, stage])) as JourneyMapDoc['stages'],
  };
}

const said = (scene: Scene): string =>
  textsOf(scene.items)
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\u00A0\u202F]/g, ' ');
const shapesOf = (items: readonly Primitive[]): readonly Primitive[] =>
  items.flatMap((item) => (item.type === 'group' ? shapesOf(item.children) : [item]));
const linesOf = (scene: Scene): readonly LinePrimitive[] =>
  shapesOf(scene.items).filter((item): item is LinePrimitive => item.type === 'line');
const rowOf = (scene: Scene, id: string) => targetsOf(scene, 'lane').find(({ target }) => target?.id === id)?.bounds;

describe('a row of conversion', () => {
  const counted = withLane('conversion', {}, [{ entered: 1000 }, { entered: 820 }, { entered: 640, wentOn: 310 }]);

  it('tells who comes in, who leaves, and which share, the worst in red', () => {
    const scene = layoutJourneyMap(counted, context());
    expect(targetsOf(scene, 'figure')).toHaveLength(3);
    const text = said(scene);
    for (const words of [
      '1 000',
      '−180 partent, 18 %',
      '−180 partent, 22 %',
      '−330 partent, 52 %',
      'sur 1 000 entrées',
    ])
      expect(text).toContain(words);
    const red = textsOf(scene.items).filter(({ fill }) => fill === LIGHT.color.red);
    expect(red.map((line) => line.text).join(' ')).toContain('−330');
  });

  it('asks to be counted where nobody did, and tells a stage by its figure', () => {
    const scene = layoutJourneyMap(withLane('conversion'), context());
    expect(said(scene).match(/à compter/g)).toHaveLength(3);
    expect(targetsOf(scene, 'figure')[0]?.editBox?.text).toBe('');
    expect(targetsOf(layoutJourneyMap(counted, context()), 'figure')[2]?.editBox?.text).toBe('640 → 310');
  });

  it('stands on a poster as well', () => {
    const scene = layoutJourneyMap(counted, context({ form: 'poster', sheet: sheetSize('A1', 'landscape') }));
    expect(said(scene)).toContain('−330 partent, 52 %');
    expect(overlappingPairs(textsOf(scene.items), inkOf)).toEqual([]);
  });
});

describe('a row of dead time', () => {
  it('tells the wait in every stage and over the whole journey', () => {
    const doc = withLane('duration', {}, [
      { duration: '12 jours', deadTime: 8640 },
      { duration: '35 min', deadTime: 0 },
    ]);
    const text = said(layoutJourneyMap(doc, context()));
    for (const words of ['dont 6 j d’attente', 'sans attente', 'durée inconnue', '6 j sans rien'])
      expect(text).toContain(words);
  });
});

describe('the rows of a blueprint', () => {
  it('have the three lines between them, each named once', () => {
    const base = withLane('frontstage');
    const more = (id: string, kind: LaneKind, order: string): Lane => ({
      ...(base.lanes['extra' as LaneId] as Lane),
      id: id as LaneId,
      kind,
      order,
    });
    const lanes = {
      ...base.lanes,
      b: more('b', 'backstage', 'b1'),
      b2: more('b2', 'backstage', 'b2'),
      s: more('s', 'support', 'b3'),
    };
    const text = said(layoutJourneyMap({ ...base, lanes } as JourneyMapDoc, context())).replace(/\s+/g, ' ');
    expect(text.match(/Ligne d’interaction/g)).toHaveLength(2);
    expect(text.match(/Ligne de visibilité/g)).toHaveLength(1);
    expect(text.match(/interne/g)).toHaveLength(1);
  });
});

describe('the look of a row', () => {
  it('gives it its height and its colour, and its stickies their paper', () => {
    const doc = withLane('measures', { minHeight: 300, color: 'lilas' });
    const [stage] = stagesInOrder(doc);
    const note = {
      ...(Object.values(doc.notes)[0] as Note),
      id: 'm' as NoteId,
      laneId: 'extra' as LaneId,
      stageId: stage?.id as StageId,
      stepId: null,
    };
    const scene = layoutJourneyMap({ ...doc, notes: { ...doc.notes, [note.id]: note } }, context());
    expect(rowOf(scene, 'extra')?.h).toBe(300);
    const [drawn] = targetsOf(scene, 'note').filter(({ target }) => target?.id === 'm');
    expect(shapesOf(drawn?.children ?? [])).toContainEqual(expect.objectContaining({ fill: LIGHT.note.lilas.fill }));
  });

  it('never makes a row lower than what it holds', () => {
    const bare = rowOf(layoutJourneyMap(withLane('notes'), context()), 'extra');
    expect(rowOf(layoutJourneyMap(withLane('notes', { minHeight: 5 }), context()), 'extra')?.h).toBe(bare?.h);
  });
});

describe('notes by persona', () => {
  const base = withLane('expectations', { byPersona: true });
  const people = ['q0', 'q1'] as PersonaId[];
  const [stage] = stagesInOrder(base);
  const note: Note = {
    ...(Object.values(base.notes)[0] as Note),
    id: 'm' as NoteId,
    laneId: 'extra' as LaneId,
    stageId: stage?.id as StageId,
    stepId: null,
    personaId: 'q1' as PersonaId,
  };
  const doc: JourneyMapDoc = {
    ...base,
    info: { ...base.info, personaIds: people },
    notes: { ...base.notes, [note.id]: note },
  };

  it('stand on the line of theirs; every other cell says that it is empty', () => {
    const scene = layoutJourneyMap(doc, context());
    expect(said(scene).match(/rien encore/g)).toHaveLength(5);
    const cells = targetsOf(scene, 'cell').filter(({ target }) => target?.id.startsWith('extra/'));
    expect(cells).toHaveLength(6);
    const own = cells.find(({ target }) => target?.id === `extra/${stage?.id}//q1`)?.bounds;
    const [drawn] = targetsOf(scene, 'note').filter(({ target }) => target?.id === 'm');
    expect(own && drawn && within(drawn.bounds, own)).toBe(true);
  });

  it('get a line for everybody as soon as one is for all', () => {
    const scene = layoutJourneyMap(
      { ...doc, notes: { ...doc.notes, [note.id]: { ...note, personaId: null } } },
      context(),
    );
    expect(said(scene)).toContain('pour tous');
  });
});

describe('lines down the map', () => {
  const base = smallJourney();
  const contact = columnsInOrder(base)[3]?.id ?? null;
  const stages = Object.fromEntries(
    stagesInOrder(base).map((stage, at) => [stage.id, { ...stage, phase: at === 1 ? 'purchase' : 'pre' }]),
  );
  const doc = {
    ...base,
    stages,
    info: { ...base.info, purchaseLine: true, firstContactStepId: contact },
  } as JourneyMapDoc;

  it('are named with the share of the journey before the first salesperson', () => {
    expect(said(layoutJourneyMap(doc, context()))).toContain('50 % du parcours avant le premier vendeur');
    expect(said(layoutJourneyMap(base, context()))).not.toContain('vendeur');
  });

  it('cut no words', () => {
    for (const form of ['screen', 'compact', 'poster'] as const) {
      const scene = layoutJourneyMap(doc, context({ form }));
      const upright = linesOf(scene).filter(
        ({ stroke, points }) => stroke === LIGHT.color.gold && points[0] === points[2],
      );
      const dashed = linesOf(scene).filter(
        ({ stroke, dash, points }) => stroke === LIGHT.color.blueDeep && dash && points[0] === points[2],
      );
      expect(upright.length).toBeGreaterThan(0);
      expect(dashed.length).toBeGreaterThan(0);
      for (const { points } of [...upright, ...dashed]) {
        const [x = 0, y = 0, , end = 0] = points;
        for (const line of textsOf(scene.items))
          expect([line.text, overlap(inkOf(line), { x: x - 1, y, w: 2, h: end - y })]).toEqual([line.text, false]);
      }
    }
  });

  it('end with the purchase in the scope of the buyer, and say so', () => {
    const scene = layoutJourneyMap({ ...doc, info: { ...doc.info, scope: 'buyer' } }, context());
    expect(targetsOf(scene, 'stage')).toHaveLength(2);
    expect(said(scene)).toContain('ce qui suit l’achat est masqué');
  });
});

describe('curves beside each other', () => {
  const base = smallJourney();
  const lane = lanesInOrder(base).find(({ kind }) => kind === 'emotion') as Lane;
  const with2 = (more: (point: EmotionPoint) => Partial<EmotionPoint>, look: Partial<Lane> = {}): JourneyMapDoc => {
    const second = Object.values(base.emotionPoints).map((point) => ({
      ...point,
      ...more(point),
      id: `${point.id}x` as EmotionPoint['id'],
    }));
    return {
      ...base,
      info: { ...base.info, personaIds: ['q0', 'q1'] as PersonaId[] },
      lanes: { ...base.lanes, [lane.id]: { ...lane, ...look } },
      emotionPoints: { ...base.emotionPoints, ...Object.fromEntries(second.map((point) => [point.id, point])) },
    };
  };

  it('are named in the legend, and say where two people differ most', () => {
    const text = said(
      layoutJourneyMap(
        with2(() => ({ personaId: 'q1' as PersonaId, valence: 1.5 })),
        context(),
      ),
    );
    expect(text).toContain('persona 1');
    expect(text).toContain('persona 2');
    expect(text).toContain('écart 2,8');
  });

  it('are dashed where they are aimed at, with what would be gained', () => {
    const scene = layoutJourneyMap(
      with2(() => ({ state: 'target' as const, valence: 0.7 })),
      context(),
    );
    expect(said(scene)).toContain('+2');
    expect(said(scene)).toContain('émotion visée');
    expect(
      shapesOf(scene.items).some((shape) => shape.type === 'path' && shape.stroke === LIGHT.color.blue && shape.dash),
    ).toBe(true);
  });

  it('leave out what a row was not asked for', () => {
    const count = (look: Partial<Lane>) =>
      targetsOf(
        layoutJourneyMap(
          with2(() => ({ state: 'target' as const }), look),
          context(),
        ),
        'emotion-point',
      ).length;
    expect(count({})).toBe(12);
    expect(count({ curves: 'current' })).toBe(6);
    expect(count({ personaId: 'q1' as PersonaId })).toBe(0);
  });

  it('show points without faces where a row asks for it', () => {
    const faces = (look: Partial<Lane>) => {
      const scene = layoutJourneyMap(
        with2(() => ({ personaId: 'q1' as PersonaId }), look),
        context(),
      );
      const points = groupsOf(scene.items).filter(({ target }) => target?.kind === 'emotion-point');
      return points.filter(({ children }) => children.some((child) => child.type === 'path')).length;
    };
    expect(faces({})).toBe(12);
    expect(faces({ display: 'points' })).toBe(0);
    expect(faces({ display: 'line' })).toBe(0);
  });
});
