import { describe, expect, it } from 'vitest';
import { plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { smallJourney } from '../../../../tests/support/journeyCommands';
import { groupsOf, textsOf } from '../../../../tests/support/sceneChecks';
import type { ParticipantId, RatingId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import { LIGHT } from '../../../model/theme';
import type { Primitive, Scene } from '../../../scene/primitives';
import { sheetSize } from '../../../scene/sheet';
import type { BoardView, LayoutContext } from '../../boardKind';
import type { JourneyMapDoc, Participant, Rating } from '../model';
import { columnsInOrder } from '../order';
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
const POSTER = { form: 'poster', sheet: sheetSize('A1', 'landscape') } as const;

/** The small map with the ratings of its first moments, one participant per rating of the longest row. */
function rated(rows: readonly (readonly number[])[]): JourneyMapDoc {
  const doc = smallJourney();
  const participants: Record<string, Participant> = {};
  const ratings: Record<string, Rating> = {};
  for (const [at, row] of rows.entries())
    for (const [who, valence] of row.entries()) {
      const participantId = `p${who}` as ParticipantId;
      participants[participantId] = { id: participantId, order: `a${who}`, name: `N${who}` };
      const stepId = columnsInOrder(doc)[at]?.id;
      if (!stepId) throw new Error('more rows than moments');
      const id = `r${at}-${who}` as RatingId;
      ratings[id] = { id, participantId, stepId, personaId: null, valence };
    }
  return { ...doc, participants, ratings } as JourneyMapDoc;
}

const flat = (items: readonly Primitive[]): readonly Primitive[] =>
  items.flatMap((item) => (item.type === 'group' ? flat(item.children) : [item]));
/** The bands of quartiles: half see-through areas of the colour of answers. */
const bandsOf = (scene: Scene) =>
  flat(scene.items).flatMap((item) =>
    item.type === 'line' && item.closed && item.opacity === 0.24 && item.fill === LIGHT.color.blue ? [item] : [],
  );
const words = (scene: Scene) =>
  textsOf(scene.items)
    .map(({ text }) => text)
    .join(' ');
const alts = (scene: Scene) =>
  groupsOf(scene.items)
    .map(({ alt }) => alt ?? '')
    .join(' ');

// Sorted -1 -1 1 1 2: quartiles by type 7 are the 2nd and the 4th; 3 of 5 above 0, 2 below, 2 points between.
const SPLIT = [1, -1, 2, -1, 1];

describe('opinions on the map', () => {
  it('are not there unless the view asks for them', () => {
    expect(bandsOf(layoutJourneyMap(rated([SPLIT]), context()))).toEqual([]);
    expect(words(layoutJourneyMap(rated([SPLIT]), context()))).not.toContain('quartiles');
  });

  it('draw one band over neighbouring moments, told in the legend', () => {
    const scene = layoutJourneyMap(rated([SPLIT, [1, 1, 1, 1, 2]]), context({ opinions: true }));
    expect(bandsOf(scene)).toHaveLength(1);
    expect(words(scene)).toContain('quartiles des avis');
  });

  it('have the height of the quartiles at the middle of a moment', () => {
    const [band] = bandsOf(layoutJourneyMap(rated([SPLIT]), context({ opinions: true })));
    const ys = (band?.points ?? []).filter((_, at) => at % 2 === 1);
    // As far above neutral as below it: +1 and −1.
    const tops = bandsOf(layoutJourneyMap(rated([[1, 1, 1, 1, 1]]), context({ opinions: true })));
    const flatYs = (tops[0]?.points ?? []).filter((_, at) => at % 2 === 1);
    expect(Math.min(...ys)).toBeCloseTo(Math.min(...flatYs), 6);
    expect(Math.max(...ys)).toBeGreaterThan(Math.max(...flatYs));
  });

  it('need five ratings of people who are still there', () => {
    expect(bandsOf(layoutJourneyMap(rated([[1, 1, 1, 1]]), context({ opinions: true })))).toEqual([]);
    const doc = rated([SPLIT]);
    const { p0: _, ...participants } = doc.participants as Record<string, Participant>;
    const gone = { ...doc, participants } as JourneyMapDoc;
    expect(bandsOf(layoutJourneyMap(gone, context({ opinions: true })))).toEqual([]);
  });

  it('sign the moment that divides the group, with how many stand on either side, and say it', () => {
    const divided = layoutJourneyMap(rated([SPLIT]), context({ opinions: true }));
    expect(words(divided)).toContain('Avis partagés');
    expect(alts(divided)).toContain('3\u00A0contents, 2\u00A0gênés');
    const agreed = layoutJourneyMap(rated([[1, 1, 1, 1, 2]]), context({ opinions: true }));
    expect(words(agreed)).not.toContain('Avis partagés');
    expect(alts(agreed)).not.toContain('contents');
  });

  it('are on the poster too', () => {
    const shown = layoutJourneyMap(rated([SPLIT]), context({ ...POSTER, opinions: true }));
    expect(alts(shown)).toContain('3\u00A0contents, 2\u00A0gênés');
    expect(words(shown)).toContain('quartiles des avis');
    expect(alts(layoutJourneyMap(rated([SPLIT]), context(POSTER)))).not.toContain('contents');
  });
});
