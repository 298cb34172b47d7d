import type { ActionId } from '@shared/actions';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { addBy } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import type { Perform } from '@/editor/boardEditing';
import { currentT } from '@/ui/useT';
import { addNear, addStageBy } from './adding';
import { convertNotes } from './converting';

/** The actions of the app that only an empathy map does: pain points and opportunities are made of notes, in the journey. */
export function empathyActions(controller: BoardController<EmpathyMapDoc>): Partial<Record<ActionId, Perform>> {
  const { session } = controller;
  const carried = (to: Parameters<typeof convertNotes>[1]): Perform => {
    return () => {
      if (convertNotes(controller, to)) return true;
      controller.refuse(currentT()('empathy.carry.choose'));
      return true;
    };
  };
  return {
    addNote: () =>
      addBy(controller, (chosen, mergeKey) =>
        addNear(session, chosen?.kind === 'stage' ? { kind: 'emotion', id: chosen.id } : chosen, { mergeKey }),
      ),
    addStage: () => {
      if (session.store.getState().doc.info.layout !== 'stages') {
        controller.refuse(currentT()('empathy.stage.onlyByStage'));
        return true;
      }
      return addBy(controller, (chosen, mergeKey) => addStageBy(session, chosen, '', { mergeKey }));
    },
    addOpportunity: carried('opportunities'),
    addPainPoint: carried('pain-points'),
    convertNote: carried('opportunities'),
  };
}
