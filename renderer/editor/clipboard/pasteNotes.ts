import { type CopiedNote, MAX_PASTED, type NotesPayload, type PastedFields } from '@shared/clipboard/notesPayload';
import type { AnyDoc } from '@shared/model/document';
import { MAX_TEXT } from '@shared/model/fields';
import type { Target } from '@shared/scene/primitives';
import { showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { unfoldAround } from '../addHere';
import type { BoardController } from '../boardController';
import type { NewNote, NoteHome } from '../boardEditing';
import { offerUndo } from '../offerUndo';
import { editKey } from '../textEditing';
import { imageNote, type PreparedImage } from './imageNote';
import type { Pasted } from './readClipboard';

/** A note that is being pasted, with the group it stood in. */
interface PastedNote extends NewNote {
  readonly group: number | null;
}

/** Says why a paste did nothing. */
const tell = (text: string): void => showToast({ text, icon: 'clipboard' });

const signed = (text: string): PastedFields => ({ text, author: preferences.getState().author });

function columnsOf(payload: NotesPayload): readonly (readonly PastedNote[])[] {
  const columns: PastedNote[][] = [];
  for (const note of payload.notes) {
    const { column, group, own, ...fields }: CopiedNote = note;
    // A copy has no votes of its own and is free to be moved.
    const pasted = { fields: { ...fields, votes: 0, locked: false }, own, group };
    columns[column] = [...(columns[column] ?? []), pasted];
  }
  return columns.filter((column) => column !== undefined);
}

/** Puts columns of notes into a place and those that follow it, as one step of undo; everything that was added. */
function addColumns<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  columns: readonly (readonly PastedNote[])[],
  from: Target | null,
): { readonly targets: readonly Target[]; readonly notes: readonly PastedNote[] } | null {
  const { plug, session } = controller;
  const mergeKey = editKey();
  let home: NoteHome | null = plug.places.home(session, from, { mergeKey });
  if (!home) return null;
  const targets: Target[] = [];
  for (const column of columns) {
    targets.push(...plug.notes.add(session, home, column, { mergeKey }));
    const { doc } = session.store.getState();
    const next: Target | null = plug.places.beside(doc, home.place, 1);
    // Past the last place everything else goes to its end.
    home = next ? { place: next, at: null } : { ...home, at: null };
  }
  unfoldAround(controller, targets, { mergeKey });
  return { targets, notes: columns.flat() };
}

/** Gathers pasted notes as they were gathered where they were copied. */
function regroup<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  { groups }: NotesPayload,
  notes: readonly PastedNote[],
  targets: readonly Target[],
): void {
  const { plug, session } = controller;
  const mergeKey = editKey();
  for (const [at, { title, folded }] of groups.entries()) {
    const members = targets.filter((_, index) => notes[index]?.group === at);
    const group = members.length > 0 ? plug.groups.gather(session, members, { mergeKey }) : null;
    if (!group) continue;
    if (title !== '') plug.texts.set(session, group, title, { mergeKey });
    if (folded) plug.groups.fold(session, [group], true, { mergeKey });
  }
}

function addTexts<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  columns: readonly (readonly PastedNote[])[],
  from: Target | null,
): readonly PastedNote[] | null {
  const count = columns.reduce((sum, column) => sum + column.length, 0);
  const t = currentT();
  if (count > MAX_PASTED) {
    tell(t('editing.clipboard.tooMany', { count, most: MAX_PASTED }));
    return null;
  }
  if (columns.some((column) => column.some(({ fields }) => (fields.text ?? '').length > MAX_TEXT))) {
    tell(t('editing.clipboard.tooLong'));
    return null;
  }
  const added = addColumns(controller, columns, from);
  if (!added || added.targets.length === 0) {
    tell(t('editing.clipboard.noPlace'));
    return null;
  }
  controller.select(added.targets);
  const [first] = added.targets;
  if (first) controller.show(first);
  return added.notes;
}

/** Puts what was pasted or dropped onto the board: at `from`, else where the selection is. */
export async function pasteOn<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  pasted: Pasted,
  from: Target | null = controller.selection().at(-1) ?? null,
): Promise<void> {
  const t = currentT();
  const added = await notesFrom(controller, pasted);
  if (!added) return;
  // A board that is only just coming up takes them as soon as it takes edits.
  controller.session.whenEditable(() => {
    const notes = addTexts(controller, added, from);
    if (!notes) return;
    const targets = controller.selection();
    if (pasted.kind === 'notes') regroup(controller, pasted.payload, notes, targets);
    offerUndo(controller, t('editing.clipboard.pasted', { count: targets.length }), 'clipboard');
  });
}

/** Notes by column for what was pasted; null, and a word about it, when there are none. */
async function notesFrom<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  pasted: Pasted,
): Promise<readonly (readonly PastedNote[])[] | null> {
  const t = currentT();
  switch (pasted.kind) {
    case 'notes':
      return columnsOf(pasted.payload);
    case 'texts':
      return pasted.columns.map((column) => column.map((text) => ({ fields: signed(text), group: null })));
    case 'images': {
      const made = await Promise.all(pasted.files.map((file) => imageNote(file, controller.keepAsset)));
      const failed = made.find((one) => 'problem' in one);
      if (failed && 'problem' in failed) tell(t(`editing.clipboard.${failed.problem}`));
      const images = made.filter((one): one is PreparedImage => !('problem' in one));
      return images.length > 0
        ? [images.map(({ image }) => ({ fields: { ...signed(''), image }, group: null }))]
        : null;
    }
    case 'too-large':
      tell(t('editing.clipboard.tooLarge'));
      return null;
    case 'nothing':
      tell(t('editing.clipboard.nothing'));
      return null;
  }
}
