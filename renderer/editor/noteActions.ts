import type { ActionId } from '@shared/actions';
import type { AnyDoc } from '@shared/model/document';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import { NOTE_COLORS } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { openAdded } from './addHere';
import type { BoardController } from './boardController';
import type { EditedNote, EditedNoteFields, Perform } from './boardEditing';
import { hasTarget } from './targets';
import { editKey } from './textEditing';

/** The notes among what is chosen; those of a chosen group count as chosen. */
export function chosenNotes<Doc extends AnyDoc>(controller: BoardController<Doc>): readonly EditedNote[] {
  const { plug, session } = controller;
  const { doc } = session.store.getState();
  return noteTargets(controller).flatMap((target) => plug.notes.get(doc, target) ?? []);
}

/** Targets of the chosen notes in reading order, each once. */
export function noteTargets<Doc extends AnyDoc>(controller: BoardController<Doc>): readonly Target[] {
  const { plug, session } = controller;
  const { doc } = session.store.getState();
  const chosen = controller.selection();
  const groups = chosen.filter(plug.groups.isGroup);
  const inGroups = groups.flatMap((group) => plug.places.contents(doc, group));
  const all = [...chosen.filter((target) => plug.notes.get(doc, target) !== null), ...inGroups];
  const once = all.filter((target, at) => !hasTarget(all.slice(0, at), target));
  return inReadingOrder(controller, once);
}

/** Sorts targets as the board is read; what is not drawn keeps its place at the end. */
export function inReadingOrder<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  targets: readonly Target[],
): readonly Target[] {
  const stops = controller.plug.targets.stops(controller.now()).map(({ key }) => key);
  const place = new Map(stops.map((key, at) => [key, at]));
  const of = ({ kind, id }: Target) => place.get(`${kind}:${id}`) ?? Number.POSITIVE_INFINITY;
  return [...targets].sort((a, b) => of(a) - of(b) || 0);
}

/** Sets fields of all chosen notes, as one change. False when no note is chosen. */
export function setOnChosen<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  fieldsOf: (note: EditedNote) => EditedNoteFields,
  mergeKey?: string,
): boolean {
  const notes = chosenNotes(controller);
  if (notes.length === 0) return false;
  controller.plug.notes.set(
    controller.session,
    notes.map((note) => ({ id: note.id, fields: fieldsOf(note) })),
    mergeKey ? { mergeKey } : {},
  );
  return true;
}

/** What follows a value in a list, none after the last; the first where the notes differ. */
function nextOf<T>(values: readonly T[], notes: readonly EditedNote[], read: (note: EditedNote) => T | null): T | null {
  const [first] = notes.map(read);
  const same = notes.every((note) => read(note) === first);
  if (!same || first === null || first === undefined) return values[0] ?? null;
  return values[values.indexOf(first) + 1] ?? null;
}

/** Gathers the chosen notes, or names the group that is chosen. */
function gather<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const { plug, session } = controller;
  const notes = noteTargets(controller);
  if (notes.length === 0) return false;
  controller.editing.finish();
  const mergeKey = editKey();
  const target = plug.groups.gather(session, notes, { mergeKey });
  if (!target) controller.refuse(currentT()('editing.canvas.locked'));
  else openAdded(controller, { target, mergeKey });
  return true;
}

/** Groups that are chosen, or that hold a chosen note. */
export function chosenGroups<Doc extends AnyDoc>(controller: BoardController<Doc>): readonly Target[] {
  const { groups } = controller.plug;
  const { doc } = controller.session.store.getState();
  const all = controller
    .selection()
    .flatMap((target) => (groups.isGroup(target) ? [target] : (groups.of(doc, target) ?? [])));
  return all.filter((target, at) => !hasTarget(all.slice(0, at), target));
}

function dissolve<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const { plug, session } = controller;
  const { doc } = session.store.getState();
  const groups = chosenGroups(controller);
  if (groups.length === 0) return false;
  const notes = groups.flatMap((group) => plug.places.contents(doc, group));
  plug.groups.dissolve(session, groups, {});
  controller.select(notes);
  return true;
}

function fold<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const { plug, session } = controller;
  const { doc } = session.store.getState();
  const groups = chosenGroups(controller);
  if (groups.length === 0) return false;
  const folded = groups.some((group) => !plug.groups.isFolded(doc, group));
  plug.groups.fold(session, groups, folded, {});
  controller.select(groups);
  return true;
}

/** What can be done with notes on every kind of board. */
export function noteActions<Doc extends AnyDoc>(controller: BoardController<Doc>): Partial<Record<ActionId, Perform>> {
  const notes = () => chosenNotes(controller);
  return {
    nextEvidence: () => {
      const evidence = nextOf(EVIDENCE_KINDS, notes(), (note) => note.evidence);
      return setOnChosen(controller, () => ({ evidence }));
    },
    nextColor: () => {
      const color = nextOf(NOTE_COLORS, notes(), (note) => note.color);
      return setOnChosen(controller, () => ({ color }));
    },
    vote: () => setOnChosen(controller, (note) => ({ votes: note.votes + 1 })),
    unvote: () => setOnChosen(controller, (note) => ({ votes: Math.max(0, note.votes - 1) })),
    lock: () => {
      const locked = notes().some((note) => !note.locked);
      return setOnChosen(controller, () => ({ locked }));
    },
    sign: () => {
      const { author } = preferences.getState();
      if (author === '') controller.refuse(currentT()('editing.canvas.noAuthor'));
      return author !== '' && setOnChosen(controller, () => ({ author }));
    },
    editTags: () => {
      if (notes().length === 0) return false;
      controller.ui.setState({ tagging: true });
      return true;
    },
    groupNotes: () => gather(controller),
    ungroupNotes: () => dissolve(controller),
    foldGroup: () => fold(controller),
  };
}
