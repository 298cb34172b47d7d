import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import type { LayoutContext, OutlineNode } from '../../shared/boards/boardKind';
import { empathyMapKind } from '../../shared/boards/empathy-map/kind';
import type { EmpathyMapDoc } from '../../shared/boards/empathy-map/model';
import { isInReserve } from '../../shared/boards/empathy-map/order';
import { journeyMapKind } from '../../shared/boards/journey-map/kind';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import { translator } from '../../shared/i18n/translate';
import { LIGHT } from '../../shared/model/theme';
import type { Scene, Target } from '../../shared/scene/primitives';
import { plainMeasurer } from '../support/arbitraryJourneyMap';
import { empathyChange, smallEmpathy } from '../support/empathyCommands';
import { changeOf, idsOf, type Seed, smallJourney } from '../support/journeyCommands';
import { groupsOf } from '../support/sceneChecks';

const EDITS = 500;
const LOOK_EVERY = 10;

const context: LayoutContext = {
  measure: plainMeasurer,
  t: translator('fr'),
  lang: 'fr',
  theme: LIGHT,
  personas: {},
  workshop: { title: 'Essai', client: '', place: '' },
  view: { form: 'screen', focus: null },
};

const WORDS = ['', 'Élève', '«\u00A0été\u00A0»', 'deux mots', '👩‍🦽', 'a\nb'];

/** Edits of a fixed sequence, so that a failure repeats. */
function* seedsOf(start: number): Generator<Seed, never> {
  let state = start;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  while (true)
    yield {
      op: below(1000),
      a: below(1000),
      b: below(1000),
      c: below(1000),
      at: below(3) === 0 ? null : below(14) - 2,
      number: below(240) - 120,
      text: WORDS[below(WORDS.length)] ?? '',
      flag: below(2) === 0,
    };
}

const keyOf = ({ kind, id }: Target): string => `${kind} ${id}`;
const outlined = (node: OutlineNode): readonly Target[] => [node.target, ...node.children.flatMap(outlined)];

/** What both tell of: pieces, not the frames around them. */
const PIECES: ReadonlySet<string> = new Set([
  'stage',
  'note',
  'touchpoint',
  'indicator',
  'emotion-point',
  'cluster',
  'finding',
]);
const pieces = (targets: readonly Target[]): readonly string[] =>
  [...new Set(targets.filter(({ kind }) => PIECES.has(kind)).map(keyOf))].sort();
const drawn = (scene: Scene): readonly Target[] => groupsOf(scene.items).flatMap(({ target }) => target ?? []);

describe('the outline and the canvas agree', () => {
  it('after 500 random edits of a journey, looked at on the way', () => {
    let doc = smallJourney();
    const newId = idsOf('w');
    const seeds = seedsOf(7);
    for (let edit = 1; edit <= EDITS; edit++) {
      const { command, args } = changeOf(doc, seeds.next().value, newId);
      doc = create(doc, (draft) => command(draft as never, args)) as JourneyMapDoc;
      if (edit % LOOK_EVERY > 0) continue;
      const isTold = pieces(outlined(journeyMapKind.outline(doc, context)));
      const isDrawn = pieces(drawn(journeyMapKind.layout(doc, context)));
      const folded = isTold.filter((key) => isFoldedAway(doc, key));
      expect({ edit, drawn: isDrawn.filter((key) => !folded.includes(key)) }).toEqual({
        edit,
        drawn: isTold.filter((key) => !folded.includes(key)),
      });
    }
    expect(Object.keys(doc.notes).length).toBeGreaterThan(3);
  });

  it('after 500 random edits of an empathy map, looked at on the way', () => {
    let doc = smallEmpathy();
    const newId = idsOf('w');
    const seeds = seedsOf(11);
    for (let edit = 1; edit <= EDITS; edit++) {
      const { command, args } = empathyChange(doc, seeds.next().value, newId);
      doc = create(doc, (draft) => command(draft as never, args)) as EmpathyMapDoc;
      if (edit % LOOK_EVERY > 0) continue;
      const hidden = (key: string) => isPutAway(doc, key);
      const isTold = pieces(outlined(empathyMapKind.outline(doc, context))).filter((key) => !hidden(key));
      const isDrawn = pieces(drawn(empathyMapKind.layout(doc, context))).filter((key) => !hidden(key));
      expect({ edit, drawn: isDrawn }).toEqual({ edit, drawn: isTold });
    }
    expect(Object.keys(doc.notes).length).toBeGreaterThan(3);
  });
});

/** In a folded row or group the canvas shows how many there are; the outline goes on telling them. */
function isFoldedAway(doc: JourneyMapDoc, key: string): boolean {
  const [kind = '', id = ''] = key.split(' ');
  const collections = {
    note: doc.notes,
    touchpoint: doc.touchpoints,
    indicator: doc.indicators,
    'emotion-point': doc.emotionPoints,
    cluster: doc.clusters,
  };
  const piece = (
    collections[kind as keyof typeof collections] as
      | Readonly<Record<string, { laneId: string; clusterId?: string | null }>>
      | undefined
  )?.[id];
  if (!piece) return false;
  const group = piece.clusterId ? doc.clusters[piece.clusterId as keyof typeof doc.clusters] : undefined;
  return doc.lanes[piece.laneId as keyof typeof doc.lanes]?.folded === true || group?.folded === true;
}

/** In a closed reserve or a folded group the canvas shows how many there are. Stages stand in one of three layouts. */
function isPutAway(doc: EmpathyMapDoc, key: string): boolean {
  const [kind = '', id = ''] = key.split(' ');
  if (kind === 'stage') return doc.info.layout !== 'stages';
  const note = kind === 'note' ? doc.notes[id as keyof typeof doc.notes] : undefined;
  if (note) return isInReserve(doc, note) || Boolean(note.clusterId && doc.clusters[note.clusterId]?.folded);
  if (kind !== 'cluster') return false;
  return Object.values(doc.notes)
    .filter((one) => one.clusterId === id)
    .every((one) => isInReserve(doc, one));
}
