import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryJourneyMap, plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { groupsOf, overlappingPairs, targetsOf, textsOf, within } from '../../../../tests/support/sceneChecks';
import { translator } from '../../../i18n/translate';
import { LIGHT } from '../../../model/theme';
import type { Scene } from '../../../scene/primitives';
import type { BoardView, LayoutContext } from '../../boardKind';
import type { Cluster, JourneyMapDoc } from '../model';
import { lanesInOrder, slotsOf, stagesInOrder } from '../order';
import { layoutJourneyMap } from './layoutJourneyMap';

const maps = arbitraryJourneyMap({ stages: 4, steps: 3, notes: 40 });

function sceneOf(doc: JourneyMapDoc, view: Partial<BoardView> = {}): Scene {
  const context: LayoutContext = {
    measure: plainMeasurer,
    t: translator('fr'),
    lang: 'fr',
    theme: LIGHT,
    personas: {},
    workshop: { title: 'Atelier', client: '', place: '' },
    view: { form: 'screen', focus: null, ...view },
  };
  return layoutJourneyMap(doc, context);
}

const fold = (doc: JourneyMapDoc, folded: boolean): JourneyMapDoc => ({
  ...doc,
  clusters: Object.fromEntries(Object.entries(doc.clusters).map(([id, cluster]) => [id, { ...cluster, folded }])),
});

const drawn = (scene: Scene, kind: string, id: string) =>
  targetsOf(scene, kind).filter(({ target }) => target && 'id' in target && target.id === id);

/** Groups that hold a note, in rows of notes that are shown open. */
function shownGroups(doc: JourneyMapDoc) {
  const lanes = lanesInOrder(doc).filter((lane) => !lane.hidden && !lane.folded);
  const places = stagesInOrder(doc).flatMap(({ id }) => {
    const steps = Object.values(doc.steps).filter(({ stageId }) => stageId === id);
    return [null, ...steps.map((step) => step.id)].map((stepId) => ({ stageId: id, stepId }));
  });
  return lanes.flatMap((lane) =>
    places
      .flatMap((place) => slotsOf(doc, { ...place, laneId: lane.id }))
      .flatMap((slot) => (slot.cluster && slot.notes.length > 0 ? [slot] : [])),
  );
}

const saysOf = (scene: Scene, { id }: Cluster): string =>
  drawn(scene, 'cluster', id)
    .flatMap(({ children }) => textsOf(children))
    .map(({ text }) => text)
    .join(' ');

describe('groups on a journey', { timeout: 60_000 }, () => {
  it('hold their notes on their paper, and nothing else', () => {
    fc.assert(
      fc.property(maps, (made) => {
        const doc = fold(made, false);
        const scene = sceneOf(doc);
        const papers = targetsOf(scene, 'cluster');
        expect(overlappingPairs(papers, ({ bounds }) => bounds)).toEqual([]);
        for (const { cluster, notes } of shownGroups(doc)) {
          const [paper] = drawn(scene, 'cluster', cluster.id);
          for (const note of notes) {
            const [one] = drawn(scene, 'note', note.id);
            expect(within(one!.bounds, paper!.bounds)).toBe(true);
          }
          const inside = targetsOf(scene, 'note').filter(({ bounds }) => within(bounds, paper!.bounds));
          expect(inside).toHaveLength(notes.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('show their title and how many notes they hold when they are folded, and no note', () => {
    fc.assert(
      fc.property(maps, (made) => {
        const doc = fold(made, true);
        const scene = sceneOf(doc);
        for (const { cluster, notes } of shownGroups(doc)) {
          expect(saysOf(scene, cluster)).toMatch(new RegExp(`(^|\\D)${notes.length}\\s`));
          for (const note of notes) expect(drawn(scene, 'note', note.id)).toEqual([]);
        }
        expect(groupsOf(scene.items).some(({ target }) => target?.kind === 'cluster')).toBe(
          shownGroups(doc).length > 0,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('keep what a filter shows, and go when it shows nothing of them', () => {
    fc.assert(
      fc.property(maps, (made) => {
        const doc = fold(made, false);
        const scene = sceneOf(doc, { filter: { evidence: ['verbatim'] } });
        for (const { cluster, notes } of shownGroups(doc)) {
          const kept = notes.filter(({ evidence }) => evidence === 'verbatim');
          expect(drawn(scene, 'cluster', cluster.id)).toHaveLength(kept.length > 0 ? 1 : 0);
          for (const note of notes) expect(drawn(scene, 'note', note.id)).toHaveLength(kept.includes(note) ? 1 : 0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
