import type { PersonaId } from '@shared/base/ids';
import { setInfo } from '@shared/boards/journey-map/commands/info';
import { hideLane } from '@shared/boards/journey-map/commands/lanes';
import { linkPieces } from '@shared/boards/journey-map/linkPieces';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { lanesInOrder } from '@shared/boards/journey-map/order';
import { PRESET_IDS, PRESETS } from '@shared/boards/journey-map/presets';
import { stageMoments } from '@shared/boards/journey-map/stageMoments';
import type { TranslateFn } from '@shared/i18n/translate';
import { newId } from '@/editor/newId';
import type { LinkedPiece } from '@/session/otherBoards';
import type { Session } from '@/session/session';
import { type BoardCommand, type BoardFace, type BoardStart, PERSONA_ACTIONS, viewOf } from '../boardFace';
import { journeyTexts } from './boardTexts';
import { exists } from './entities';
import { targetLabel } from './selectionWords';

function summary({ stages, steps }: JourneyMapDoc, t: TranslateFn): string {
  return [
    t('journey.stageCount', { count: Object.keys(stages).length }),
    t('journey.stepCount', { count: Object.keys(steps).length }),
  ].join(', ');
}

/** Its rows, to show or to hide. */
function commands(session: Session<JourneyMapDoc>, t: TranslateFn): readonly BoardCommand[] {
  return lanesInOrder(session.store.getState().doc).map(({ id, kind, title, hidden }) => ({
    id: `lane ${id}`,
    icon: hidden ? 'eye' : 'eye-slash',
    label: t(hidden ? 'common.palette.showLane' : 'common.palette.hideLane', {
      title: title || t(`journey.lane.${kind}`),
    }),
    run: () => session.run(hideLane, { id, hidden: !hidden }),
  }));
}

const withPersonas = (doc: JourneyMapDoc, ids: readonly PersonaId[]): JourneyMapDoc => ({
  ...doc,
  info: { ...doc.info, personaIds: [...ids] },
});

/** Presets with their stages, as they will stand. */
const starts: readonly BoardStart[] = PRESET_IDS.map((preset) => {
  const { name, about, stages } = PRESETS[preset];
  return {
    preset,
    name,
    about,
    flow: true,
    parts: stages.map(({ title, help, phase }) => ({ title, help, strong: phase === 'purchase' })),
    size: (t) => t('home.presets.stages', { count: stages.length }),
  };
});

/** What leads to other boards. */
const linked = (doc: JourneyMapDoc): readonly LinkedPiece[] =>
  linkPieces(doc).flatMap(({ kind, id, text, links }) =>
    links.length > 0 ? { target: { kind, id }, text, links } : [],
  );

/** What the frame around boards asks of a journey. */
export const journeyFace: BoardFace<JourneyMapDoc> = {
  Canvas: viewOf<JourneyMapDoc>(async () => (await import('./views')).BoardCanvas),
  Outline: viewOf<JourneyMapDoc>(async () => (await import('@/editor/OutlinePanel')).OutlinePanel),
  Inspector: viewOf<JourneyMapDoc>(async () => (await import('@/editor/InspectorPanel')).InspectorPanel),
  icon: 'path',
  newTitle: 'journey.newTitle',
  name: 'journey.name',
  starts,
  tools: {
    content: [
      'addNote',
      'addTouchpoint',
      'addEmotionPoint',
      'addIndicator',
      'addPainPoint',
      'addOpportunity',
      'addPicture',
    ],
    frame: ['addStep', 'addStage', 'addLane'],
  },
  lacks: new Set(PERSONA_ACTIONS),
  forms: {
    label: 'editing.view.form',
    action: 'toggleForm',
    all: [
      { id: 'grid', label: 'editing.view.grid', icon: 'squares-four' },
      { id: 'path', label: 'editing.view.path', icon: 'path' },
    ],
    of: (doc) => doc.info.form,
    show: (session, id) =>
      void import('./pathActions').then(({ setForm }) => setForm(session, id === 'path' ? 'path' : 'grid')),
  },
  summary,
  title: (doc) => doc.info.title,
  setTitle: (session, title) => session.run(setInfo, { fields: { title } }),
  texts: journeyTexts,
  commands,
  personaIds: (doc) => doc.info.personaIds,
  withPersonas,
  addNotes: async (session, notes) => {
    const { addNotesTo, noteHome } = await import('./adding');
    const options = { mergeKey: `add notes ${newId()}` };
    const home = noteHome(session, null, options);
    const fields = notes.map((note) => ({ fields: note }));
    return home ? addNotesTo(session, home, fields, options).length : 0;
  },
  addPersona: (session, id) =>
    session.run(setInfo, { fields: { personaIds: [...session.store.getState().doc.info.personaIds, id] } }),
  asTarget: (doc) => ({ ...doc, info: { ...doc.info, state: 'target' } }),
  stages: (doc) => stageMoments(doc),
  linked,
  pieces: linkPieces,
  nameOf: (doc, target, t) => (exists(doc, target) ? targetLabel(doc, target, t) : null),
  relink: async (session, target, to, isOn) => (await import('./relinking')).relink(session, target, to, isOn),
  carryOn: async (session, notes) => (await import('./carryingOn')).takeIn(session, notes),
  takeRow: async (session, from, row) => (await import('./copyingRows')).takeRow(session, from, row),
};
