import { MAX_CLIPBOARD_TEXT, NOTES_FORMAT, type NotesPayload, readNotesPayload } from '@shared/clipboard/notesPayload';
import { columnsOf, parseTable } from '@shared/clipboard/table';
import { htmlTable } from './htmlText';

/** What the clipboard, or something dropped on the board, holds for it. */
export type Pasted =
  | { readonly kind: 'notes'; readonly payload: NotesPayload }
  /** Texts by column; a column goes to a place of its own. */
  | { readonly kind: 'texts'; readonly columns: readonly (readonly string[])[] }
  | { readonly kind: 'images'; readonly files: readonly Blob[] }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'nothing' };

/** Pictures that the engine decodes; vector drawings are left out, they may hold anything. */
const IMAGE = /^image\/(png|jpe?g|webp|gif|bmp|avif)$/;

export const isPictureType = (type: string): boolean => IMAGE.test(type);

/** What a transfer holds: notes of this app, else cells or lines of text, else pictures. */
export function readTransfer(data: DataTransfer): Pasted {
  const own = data.getData(NOTES_FORMAT);
  const payload = own && readNotesPayload(own);
  if (payload) return { kind: 'notes', payload };
  const text = data.getData('text/plain');
  const html = data.getData('text/html');
  if (text.length > MAX_CLIPBOARD_TEXT || (text === '' && html.length > MAX_CLIPBOARD_TEXT))
    return { kind: 'too-large' };
  const columns = columnsOf(cellsOf(text, html));
  if (columns.length > 0) return { kind: 'texts', columns };
  const files = [...data.files].filter(({ type }) => isPictureType(type));
  return files.length > 0 ? { kind: 'images', files } : { kind: 'nothing' };
}

/** Plain text says best what was meant, but for a table, which it may have flattened. */
function cellsOf(text: string, html: string) {
  const isTable = !text.includes('\t') && html.length <= MAX_CLIPBOARD_TEXT && /<table[\s>]/i.test(html);
  if (text.trim() === '' || isTable) {
    const cells = html === '' ? [] : htmlTable(html);
    if (cells.some((row) => row.some((cell) => cell !== ''))) return cells;
  }
  return parseTable(text);
}
