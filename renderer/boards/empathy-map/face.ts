import type { NoteId, PersonaId } from '@shared/base/ids';
import { setInfo, setLayout } from '@shared/boards/empathy-map/commands/info';
import { addNote } from '@shared/boards/empathy-map/commands/notes';
import { questionsOf } from '@shared/boards/empathy-map/guide';
import { linkPieces } from '@shared/boards/empathy-map/linkPieces';
import type { EmpathyMapDoc, EmpathyNote } from '@shared/boards/empathy-map/model';
import { PRESET_IDS, PRESETS } from '@shared/boards/empathy-map/presets';
import { AREAS, areaOf, EMPATHY_LAYOUTS } from '@shared/boards/empathy-map/zones';
import type { TranslateFn } from '@shared/i18n/translate';
import { memoised } from '@shared/model/reading';
import { controllerOf } from '@/editor/boardController';
import { newId } from '@/editor/newId';
import type { BoardHandle } from '@/session/boardHandle';
import type { LinkedPiece } from '@/session/otherBoards';
import type { Session } from '@/session/session';
import {
  type BoardCommand,
  type BoardFace,
  type BoardStart,
  JOURNEY_ACTIONS,
  PERSONA_ACTIONS,
  viewOf,
} from '../boardFace';
import { empathyTexts } from './boardTexts';
import { exists } from './entities';
import { targetLabel } from './words';

/** What needs the editor: fetched with it. */
function editorCommands(handle: BoardHandle | null, doc: EmpathyMapDoc, t: TranslateFn): readonly BoardCommand[] {
  const controller = controllerOf<EmpathyMapDoc>(handle);
  if (!controller) return [];
  const note = controller.selection().find((target) => target.kind === 'note');
  const placed = note ? doc.notes[note.id as EmpathyNote['id']]?.place != null : false;
  return [
    {
      id: 'guide',
      icon: 'chats-circle',
      label: t('empathy.guide.start'),
      run: () => void import('./guide/guideStore').then(({ startGuide }) => startGuide(controller)),
    },
    {
      id: 'contradiction',
      icon: 'not-equals',
      label: t('empathy.finding.mark'),
      run: () => void import('./contradictions').then(({ markContradiction }) => markContradiction(controller)),
    },
    ...(note && doc.info.layout !== 'stages'
      ? [
          {
            id: 'place',
            icon: 'push-pin',
            label: t(placed ? 'empathy.placing.putBack' : 'empathy.placing.placeHere'),
            run: () =>
              void import('./placing').then(({ setPlaced }) =>
                setPlaced(
                  controller,
                  controller.selection().filter((target) => target.kind === 'note'),
                  !placed,
                ),
              ),
          } as const,
        ]
      : []),
  ];
}

/** Its three layouts, its questions, and what is done with its notes. */
function commands(
  session: Session<EmpathyMapDoc>,
  t: TranslateFn,
  handle: BoardHandle | null,
): readonly BoardCommand[] {
  const { doc } = session.store.getState();
  const { showPrompts } = doc.info;
  return [
    ...EMPATHY_LAYOUTS.map((layout) => ({
      id: `layout ${layout}`,
      icon: 'columns' as const,
      label: t('empathy.palette.layout', { layout: t(`empathy.layout.${layout}`) }),
      run: () => {
        session.run(setLayout, { layout });
        handle?.perform('zoomFit');
      },
    })),
    {
      id: 'prompts',
      icon: 'question',
      label: t(showPrompts ? 'empathy.palette.hidePrompts' : 'empathy.palette.showPrompts'),
      run: () => session.run(setInfo, { fields: { showPrompts: !showPrompts } }),
    },
    ...editorCommands(handle, doc, t),
  ];
}

/** The three layouts, empty; by stage with stages to start from. */
const starts: readonly BoardStart[] = PRESET_IDS.map((preset) => {
  const { name, about, layout, stages } = PRESETS[preset];
  const areas = AREAS[layout].map((area) => {
    const [help] = questionsOf(area);
    return { title: `empathy.area.${area.id}` as const, ...(help ? { help } : {}) };
  });
  return {
    preset,
    name,
    about,
    flow: stages.length > 0,
    parts: stages.length > 0 ? stages.map((title) => ({ title })) : areas,
    size: (t) =>
      stages.length > 0
        ? t('home.presets.stages', { count: stages.length })
        : t('empathy.areaCount', { count: areas.length }),
  };
});

/** Notes that lead to other boards. */
const linked = (doc: EmpathyMapDoc): readonly LinkedPiece[] =>
  Object.values<EmpathyNote>(doc.notes).flatMap(({ id, text, links }) =>
    links.length > 0 ? { target: { kind: 'note', id }, text, links } : [],
  );

/** The same list for the same snapshot: what the frame follows must not look new each time it is asked. */
const personaIds = memoised(({ personaId }: EmpathyMapDoc['info']): readonly PersonaId[] =>
  personaId ? [personaId] : [],
);

/** What the frame around boards asks of an empathy map. */
export const empathyFace: BoardFace<EmpathyMapDoc> = {
  Canvas: viewOf<EmpathyMapDoc>(async () => (await import('./views')).BoardCanvas),
  Outline: viewOf<EmpathyMapDoc>(async () => (await import('@/editor/OutlinePanel')).OutlinePanel),
  Inspector: viewOf<EmpathyMapDoc>(async () => (await import('@/editor/InspectorPanel')).InspectorPanel),
  icon: 'ear',
  newTitle: 'empathy.shortName',
  name: 'empathy.name',
  starts,
  tools: {
    content: ['addNote', 'addPainPoint', 'addOpportunity', 'addPicture'],
    frame: ['groupNotes', 'vote', 'lock'],
  },
  lacks: new Set([
    'addTouchpoint',
    'addEmotionPoint',
    'addIndicator',
    'addStep',
    'addLane',
    'frictions',
    'opinions',
    'toggleOpinions',
    'compareJourney',
    'saveJourneyAs',
    ...JOURNEY_ACTIONS,
    ...PERSONA_ACTIONS,
  ]),
  tellsProofs: true,
  summary: (doc, t) => t('empathy.noteCount', { count: Object.keys(doc.notes).length }),
  title: (doc) => doc.info.title,
  setTitle: (session, title) => session.run(setInfo, { fields: { title } }),
  texts: empathyTexts,
  commands,
  personaIds: (doc) => personaIds(doc.info),
  withPersonas: (doc, [id]) => ({ ...doc, info: { ...doc.info, personaId: id ?? null } }),
  addNotes: async (session, notes) => {
    const { layout } = session.store.getState().doc.info;
    // Facts say who the person is; where a layout has no place for that, what the person does.
    const zone = areaOf(layout, 'who') ? 'who' : 'do';
    const options = { mergeKey: `add notes ${newId()}` };
    for (const fields of notes)
      session.run(addNote, { id: newId<NoteId>(), zone, stageId: null, at: null, fields }, options);
    return notes.length;
  },
  addPersona: (session, id) => {
    if (!session.store.getState().doc.info.personaId) session.run(setInfo, { fields: { personaId: id } });
  },
  asTarget: null,
  linked,
  pieces: linkPieces,
  nameOf: (doc, target, t) => (exists(doc, target) ? targetLabel(doc, target, t) : null),
  relink: async (session, target, to, isOn) => (await import('./relinking')).relink(session, target, to, isOn),
};
