import { generateNKeysBetween } from 'fractional-indexing';
import type { BoardId, DocId, NewId, PersonaId, WorkshopId } from '../base/ids';
import type { EmpathyMapDoc } from '../boards/empathy-map/model';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { translator } from '../i18n/translate';
import type { AnyDoc } from '../model/document';
import type { WorkshopDoc } from '../model/workshop';
import { englishSample } from './content.en';
import { frenchSample } from './content.fr';
import { englishEmpathy, frenchEmpathy } from './empathyContent';
import { sampleBoard } from './sampleBoard';
import { sampleEmpathy } from './sampleEmpathy';
import { BUSINESS_FIGURES, CURRENT_FIGURES, TARGET_FIGURES } from './sampleFigures';
import { BUSINESS_FLOWS, BUSINESS_WAYS, CURRENT_FLOWS, CURRENT_WAYS, TARGET_FLOWS, TARGET_WAYS } from './sampleFlows';
import { withLinks } from './sampleLinks';
import { personaNamed, typeset } from './samplePersonas';
import { CURRENT_ROUND } from './sampleRatings';

/** Day the invented workshop was held; its maps carry it, whenever the sample is created. */
const HELD_ON = '2026-11-22';

type BoardDoc = JourneyMapDoc | EmpathyMapDoc;

export interface SampleWorkshop {
  readonly id: WorkshopId;
  readonly workshop: WorkshopDoc;
  readonly docs: Readonly<Record<DocId, AnyDoc>>;
}

/**
 * The sample: a workshop in Nantes with a journey as it is, the empathy map of who lives it, the journey as it should be, and a
 * business journey. People, brands and
 * figures are invented, and it says so. The same ids from `newId` give the same documents.
 * @param args.date day it is created, `YYYY-MM-DD`
 */
export function sampleWorkshop(args: {
  readonly lang: 'fr' | 'en';
  readonly newId: NewId;
  readonly date: string;
}): SampleWorkshop {
  const { newId, date } = args;
  const words = typeset(args.lang === 'fr' ? frenchSample : englishSample, args.lang);
  const runner = newId<PersonaId>();
  const assistant = newId<PersonaId>();
  const common = { newId, date: HELD_ON };
  const journeyId = newId<BoardId>();
  const drawn = sampleBoard({
    ...common,
    words: words.current,
    figures: CURRENT_FIGURES,
    flows: CURRENT_FLOWS,
    ways: CURRENT_WAYS,
    round: CURRENT_ROUND,
    state: 'current',
    version: 7,
    personaId: runner,
  });
  const current = withLinks(drawn, journeyId);
  const target = sampleBoard({
    ...common,
    words: words.target,
    figures: TARGET_FIGURES,
    flows: TARGET_FLOWS,
    ways: TARGET_WAYS,
    moreLanes: ['conversion', 'duration'],
    today: CURRENT_FIGURES,
    view: { purchaseLine: true },
    state: 'target',
    version: 2,
    personaId: runner,
  });
  const business = sampleBoard({
    ...common,
    words: words.business,
    figures: BUSINESS_FIGURES,
    flows: BUSINESS_FLOWS,
    ways: BUSINESS_WAYS,
    moreLanes: ['duration'],
    view: { firstContact: [3, 1] },
    state: 'current',
    version: 3,
    personaId: assistant,
  });
  const empathyWords = typeset(args.lang === 'fr' ? frenchEmpathy : englishEmpathy, args.lang);
  const empathy = sampleEmpathy({
    ...common,
    words: empathyWords,
    t: translator(args.lang),
    personaId: runner,
    journey: current,
    journeyId,
  });
  const boards: readonly { readonly id: BoardId; readonly tab: string; readonly doc: BoardDoc }[] = [
    { id: journeyId, tab: words.current.tab, doc: current },
    { id: newId<BoardId>(), tab: empathyWords.tab, doc: empathy },
    { id: newId<BoardId>(), tab: words.target.tab, doc: target },
    { id: newId<BoardId>(), tab: words.business.tab, doc: business },
  ];
  const docs: Record<DocId, AnyDoc> = {
    [runner]: personaNamed('runner', args.lang, newId),
    [assistant]: personaNamed('assistant', args.lang, newId),
  };
  const orders = generateNKeysBetween(null, null, boards.length);
  const refs: WorkshopDoc['boards'] = {};
  boards.forEach(({ id, tab, doc }, at) => {
    docs[id] = doc;
    refs[id] = { id, kind: doc.kind, title: tab, order: orders[at] ?? 'a0' };
  });
  const personaOrders = generateNKeysBetween(null, null, 2);
  const personas: WorkshopDoc['personas'] = {};
  [runner, assistant].forEach((id, at) => {
    personas[id] = { id, order: personaOrders[at] ?? 'a0' };
  });
  const workshop: WorkshopDoc = {
    kind: 'workshop',
    schema: 3,
    translations: {},
    info: { ...words.workshop, date, sample: true, logo: null },
    boards: refs,
    personas,
  };
  return { id: newId<WorkshopId>(), workshop, docs };
}
