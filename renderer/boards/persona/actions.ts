import type { ActionId } from '@shared/actions';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { addBy } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import type { Perform } from '@/editor/boardEditing';
import { askForBlock } from './addingBlocks';
import { addSource } from './evidenceItems';
import { openWindow } from './personaUi';
import { addNear } from './places';

/** The actions of the app that only a persona does. */
export function personaActions(controller: BoardController<PersonaDoc>): Partial<Record<ActionId, Perform>> {
  const { session } = controller;
  const opens = (window: Parameters<typeof openWindow>[1]): Perform => {
    return () => {
      controller.editing.finish();
      openWindow(session, window);
      return true;
    };
  };
  return {
    addNote: () => addBy(controller, (chosen, mergeKey) => addNear(session, chosen, { mergeKey })),
    addBlock: () => askForBlock(controller),
    addSource: () => {
      controller.reveal({ kind: 'evidence', id: addSource(controller) });
      return true;
    },
    editPortrait: opens('portrait'),
  };
}
