import type { AnyDoc } from '@shared/model/document';
import { desktop } from '@/platform/desktop';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import { chosenNotes } from '../noteActions';
import { imageNote } from './imageNote';
import { pasteOn } from './pasteNotes';

/** Asks for picture files: one for the note that is chosen, else each for a new note where the selection is. */
export function addPicture<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  controller.editing.finish();
  void ask(controller);
  return true;
}

async function ask<Doc extends AnyDoc>(controller: BoardController<Doc>): Promise<void> {
  const chosen = await desktop().choosePictures();
  const unreadable = chosen.some((file) => !file.ok);
  if (unreadable) showToast({ text: currentT()('editing.clipboard.imageUnreadable'), icon: 'image' });
  const files = chosen.flatMap((file) => (file.ok ? [new Blob([file.value.bytes as Uint8Array<ArrayBuffer>])] : []));
  const [first, second] = files;
  if (!first) return;
  const [note, other] = chosenNotes(controller);
  if (note && !note.locked && !other && !second) {
    const made = await imageNote(first, controller.keepAsset);
    if ('problem' in made) showToast({ text: currentT()(`editing.clipboard.${made.problem}`), icon: 'image' });
    else controller.plug.notes.set(controller.session, [{ id: note.id, fields: { image: made.image } }]);
  } else await pasteOn(controller, { kind: 'images', files });
  controller.focusBoard();
}
