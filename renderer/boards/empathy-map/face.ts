import type { NoteId } from '@shared/base/ids';
import { setInfo, setLayout } from '@shared/boards/empathy-map/commands/info';
import { addNote } from '@shared/boards/empathy-map/commands/notes';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { areaOf, EMPATHY_LAYOUTS } from '@shared/boards/empathy-map/zones';
import type { TranslateFn } from '@shared/i18n/translate';
import { newId } from '@/editor/newId';
import type { Session } from '@/session/session';
import { type BoardCommand, type BoardFace, viewOf } from '../boardFace';
import { empathyTexts } from './boardTexts';

/** Its three layouts. */
function commands(session: Session<EmpathyMapDoc>, t: TranslateFn): readonly BoardCommand[] {
  return EMPATHY_LAYOUTS.map((layout) => ({
    id: `layout ${layout}`,
    icon: 'columns',
    label: t('empathy.palette.layout', { layout: t(`empathy.layout.${layout}`) }),
    run: () => session.run(setLayout, { layout }),
  }));
}

/** What the frame around boards asks of an empathy map. */
export const empathyFace: BoardFace<EmpathyMapDoc> = {
  Canvas: viewOf<EmpathyMapDoc>(async () => (await import('./BoardPicture')).BoardPicture),
  Outline: viewOf<EmpathyMapDoc>(async () => (await import('./BoardPicture')).NoPanel),
  Inspector: viewOf<EmpathyMapDoc>(async () => (await import('./BoardPicture')).LayoutPanel),
  icon: 'ear',
  summary: (doc, t) => t('empathy.noteCount', { count: Object.keys(doc.notes).length }),
  title: (doc) => doc.info.title,
  setTitle: (session, title) => session.run(setInfo, { fields: { title } }),
  texts: empathyTexts,
  commands,
  personaIds: (doc) => (doc.info.personaId ? [doc.info.personaId] : []),
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
};
