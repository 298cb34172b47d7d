import type { ActionId } from '@shared/actions';
import type { PersonaId } from '@shared/base/ids';
import { setPersonaFields } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { shownBlocks } from '@shared/boards/persona/order';
import type { TranslateFn } from '@shared/i18n/translate';
import { controllerOf } from '@/editor/boardController';
import type { BoardHandle } from '@/session/boardHandle';
import type { Session } from '@/session/session';
import { type BoardCommand, type BoardFace, viewOf } from '../boardFace';
import { exists } from './entities';
import { openWindow } from './personaUi';
import { personaTexts } from './texts';
import { targetLabel } from './words';

const NOBODY: readonly PersonaId[] = [];

/** What needs the page on screen. */
function commands(session: Session<PersonaDoc>, t: TranslateFn, handle: BoardHandle | null): readonly BoardCommand[] {
  if (!controllerOf<PersonaDoc>(handle)) return [];
  return [
    {
      id: 'photo',
      icon: 'image',
      label: t('personaEditor.photo.choose'),
      run: () => openWindow(session, 'photo'),
    },
  ];
}

/** What sticky notes and boards have and a persona has not. */
const LACKS: readonly ActionId[] = [
  'frictions',
  'opinions',
  'toggleOpinions',
  'compareJourney',
  'saveJourneyAs',
  'addTouchpoint',
  'addEmotionPoint',
  'addIndicator',
  'addPainPoint',
  'addPicture',
  'addOpportunity',
  'filter',
  'addStep',
  'addStage',
  'toggleForm',
  'openDetail',
  'backToMap',
  'addJump',
  'addLane',
  'nextColor',
  'vote',
  'unvote',
  'editTags',
  'sign',
  'lock',
  'convertNote',
  'groupNotes',
  'ungroupNotes',
  'foldGroup',
  'alignLeft',
  'alignCenter',
  'alignRight',
  'alignTop',
  'alignMiddle',
  'alignBottom',
  'distributeAcross',
  'distributeDown',
];

/** What the frame asks of a persona. */
export const personaFace: BoardFace<PersonaDoc> = {
  Canvas: viewOf<PersonaDoc>(async () => (await import('./views')).BoardCanvas),
  Outline: viewOf<PersonaDoc>(async () => (await import('@/editor/OutlinePanel')).OutlinePanel),
  Inspector: viewOf<PersonaDoc>(async () => (await import('@/editor/InspectorPanel')).InspectorPanel),
  icon: 'user-focus',
  newTitle: 'persona.newName',
  name: 'persona.name',
  starts: [],
  tools: { content: ['addNote', 'addBlock', 'addSource'], frame: ['editPortrait'] },
  words: { addNote: 'personaEditor.entry.add' },
  lacks: new Set(LACKS),
  tellsProofs: true,
  summary: (doc, t) => t('personaEditor.blockCount', { count: shownBlocks(doc).length }),
  title: (doc) => doc.info.name,
  setTitle: (session, name) => session.run(setPersonaFields, { fields: { name } }),
  texts: personaTexts,
  commands,
  personaIds: () => NOBODY,
  withPersonas: (doc) => doc,
  addPersona: () => undefined,
  asTarget: null,
  nameOf: (doc, target, t) => (exists(doc, target) ? targetLabel(doc, target, t) : null),
};
