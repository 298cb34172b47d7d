import { expect, it } from 'vitest';
import { plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { smallJourney } from '../../../../tests/support/journeyCommands';
import { textsOf } from '../../../../tests/support/sceneChecks';
import type { BoardId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import { LIGHT } from '../../../model/theme';
import type { JourneyMapDoc } from '../model';
import { stagesInOrder } from '../order';
import { stageLabel } from '../spokenLabels';
import { layoutJourneyMap } from './layoutJourneyMap';

const wordsOf = (doc: JourneyMapDoc): string =>
  textsOf(
    layoutJourneyMap(doc, {
      measure: plainMeasurer,
      t: translator('fr'),
      lang: 'fr',
      theme: LIGHT,
      personas: {},
      workshop: { title: '', client: '', place: '' },
      view: { form: 'screen', focus: null },
    }).items,
  )
    .map(({ text }) => text)
    .join(' ');

it('a stage that another map tells in detail says so in its header and aloud, and no other stage does', () => {
  const doc = smallJourney();
  const [first] = stagesInOrder(doc);
  const linked = { ...first!, linkedBoardId: 'other' as BoardId };
  const told = { ...doc, stages: { ...doc.stages, [linked.id]: linked } } as JourneyMapDoc;
  expect(wordsOf(doc)).not.toContain('détaillée');
  expect(wordsOf(told).match(/détaillée/g)).toHaveLength(1);
  const ctx = { t: translator('fr'), lang: 'fr', personas: {} } as const;
  expect(stageLabel(linked, 0, ctx)).toContain('détaillée ailleurs');
  expect(stageLabel(first!, 0, ctx)).not.toContain('détaillée');
});
