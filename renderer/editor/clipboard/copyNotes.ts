import { NOTES_FORMAT, type NotesPayload, writeNotesPayload } from '@shared/clipboard/notesPayload';
import { rowsOf, tableText } from '@shared/clipboard/table';
import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';
import type { BoardController } from '../boardController';
import { inReadingOrder, noteTargets } from '../noteActions';

/** Texts of what is chosen, by the place it stands in. */
function textColumns<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  targets: readonly Target[],
): readonly (readonly string[])[] {
  const { plug, session } = controller;
  const { doc } = session.store.getState();
  const columns = new Map<string, string[]>();
  for (const target of targets) {
    const text = plug.texts.get(doc, plug.texts.writtenPart(target), controller.now().inputs.lang) ?? '';
    if (text.trim() === '') continue;
    const key = placeKey(controller, target);
    columns.set(key, [...(columns.get(key) ?? []), text]);
  }
  return [...columns.values()];
}

/** Notes of a group stand where the group does. */
function placeKey<Doc extends AnyDoc>({ plug, session }: BoardController<Doc>, target: Target): string {
  const { doc } = session.store.getState();
  const place = plug.places.of(doc, target);
  const outer = place && plug.groups.isGroup(place) ? plug.places.of(doc, place) : place;
  return outer ? targetKey(outer) : '';
}

function payloadOf<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  targets: readonly Target[],
): NotesPayload | null {
  const { plug, session } = controller;
  const { doc } = session.store.getState();
  const columns: string[] = [];
  const groups: Target[] = [];
  const indexIn = <T>(list: T[], item: T, same: (a: T, b: T) => boolean): number => {
    const at = list.findIndex((one) => same(one, item));
    return at >= 0 ? at : list.push(item) - 1;
  };
  const notes = targets.flatMap((target) => {
    const note = plug.notes.get(doc, target);
    if (!note) return [];
    const group = plug.groups.of(doc, target);
    const { text, color, evidence, source, author, votes, locked, tags, image, links } = note;
    return {
      ...{ text, color, evidence, source, author, votes, locked, tags, image, links },
      column: indexIn(columns, placeKey(controller, target), (a, b) => a === b),
      group: group && indexIn(groups, group, (a, b) => a.id === b.id),
      own: plug.notes.own(doc, note),
    };
  });
  if (notes.length === 0) return null;
  const { lang } = controller.now().inputs;
  const titles = groups.map((group) => ({
    title: plug.texts.get(doc, group, lang) ?? '',
    folded: plug.groups.isFolded(doc, group),
  }));
  return { app: 'personarium', version: 1, groups: titles, notes };
}

/** A table for programs that take one; text is set as text, so nothing of it becomes markup. */
function htmlOf(columns: readonly (readonly string[])[]): string {
  const page = document.implementation.createHTMLDocument();
  const table = page.createElement('table');
  for (const cells of rowsOf(columns)) {
    const row = table.insertRow();
    for (const cell of cells) row.insertCell().textContent = cell;
  }
  return table.outerHTML;
}

/** Puts what is chosen on the clipboard: notes whole for this app, texts for every other. False when there is nothing to copy. */
export function copyChosen<Doc extends AnyDoc>(controller: BoardController<Doc>, data: DataTransfer): boolean {
  const { isGroup } = controller.plug.groups;
  const pieces = controller
    .selection()
    .filter((target) => !isGroup(target) && controller.plug.targets.isContent(target));
  const notes = noteTargets(controller);
  const others = pieces.filter((piece) => !notes.some((note) => note.id === piece.id));
  const targets = inReadingOrder(controller, [...notes, ...others]);
  const columns = textColumns(controller, targets);
  const payload = payloadOf(controller, notes);
  if (columns.length === 0 && !payload) return false;
  if (payload) data.setData(NOTES_FORMAT, writeNotesPayload(payload));
  const [first] = columns;
  const isOneText = columns.length === 1 && first?.length === 1;
  data.setData('text/plain', isOneText ? (first?.[0] ?? '') : tableText(rowsOf(columns)));
  if (!isOneText) data.setData('text/html', htmlOf(columns));
  return true;
}
