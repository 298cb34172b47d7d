import type { AnyDoc } from '@shared/model/document';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import { copyChosen } from './copyNotes';
import { pasteOn } from './pasteNotes';
import { readTransfer } from './readClipboard';

/** A text field, or a dialog in front of the board, has its own clipboard. */
function belongsElsewhere(): boolean {
  const active = document.activeElement;
  const isField =
    active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement || active?.closest('[contenteditable]');
  return Boolean(isField) || document.querySelector('[role="dialog"]') !== null;
}

/**
 * Cut, copy and paste while the board has the keyboard. The window asks for them by the clipboard's own events, so that keys, the
 * native menu and the palette all come this way.
 */
export function attachClipboard<Doc extends AnyDoc>(controller: () => BoardController<Doc>): () => void {
  const copied = (event: ClipboardEvent): boolean => {
    const data = event.clipboardData;
    if (!data || belongsElsewhere()) return false;
    event.preventDefault();
    const done = copyChosen(controller(), data);
    if (!done) showToast({ text: currentT()('editing.clipboard.nothingChosen'), icon: 'clipboard' });
    return done;
  };
  const onCopy = (event: ClipboardEvent): void => {
    const count = controller().selection().length;
    if (copied(event)) showToast({ text: currentT()('editing.clipboard.copied', { count }), icon: 'clipboard' });
  };
  const onCut = (event: ClipboardEvent): void => {
    const board = controller();
    if (copied(event)) board.session.whenEditable(() => board.perform('deleteSelection'));
  };
  const onPaste = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    if (!data || belongsElsewhere()) return;
    event.preventDefault();
    void pasteOn(controller(), readTransfer(data));
  };
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCut);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCut);
    document.removeEventListener('paste', onPaste);
  };
}
