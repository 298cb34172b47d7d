import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { openAdded } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import { editKey } from '@/editor/textEditing';
import { addTo } from '../adding';
import { goInGuide, guideStore, leaveGuide, placeAsked } from './guideStore';

/** Adds a note where the question asks for one, and opens it; Enter after it opens another. */
export function answer(controller: BoardController<EmpathyMapDoc>): boolean {
  const place = placeAsked(controller);
  controller.editing.finish();
  const mergeKey = editKey();
  const target = place && addTo(controller.session, place, null, { mergeKey });
  if (target) openAdded(controller, { target, mergeKey });
  return target !== null;
}

/** Keys of the board while the guide asks: Enter answers, Page Up and Down go from question to question, Escape leaves. */
export function guideKey(controller: BoardController<EmpathyMapDoc>, key: string, shift: boolean): boolean {
  if (!guideStore(controller.session).getState().on || shift) return false;
  switch (key) {
    case 'Enter':
      return answer(controller);
    case 'PageDown':
      goInGuide(controller, 1);
      return true;
    case 'PageUp':
      goInGuide(controller, -1);
      return true;
    case 'Escape':
      if (controller.gestures.cancel()) return true;
      leaveGuide(controller);
      return true;
    default:
      return false;
  }
}
