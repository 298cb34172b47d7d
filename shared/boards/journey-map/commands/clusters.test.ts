import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { idsOf, smallJourney } from '../../../../tests/support/journeyCommands';
import { journeyProblems } from '../../../../tests/support/journeyInvariants';
import type { ClusterId, NoteId } from '../../../base/ids';
import type { Command } from '../../../document/command';
import type { JourneyMapDoc, Note } from '../model';
import { lanesInOrder, notesIn, slotsOf, stagesInOrder } from '../order';
import type { CellPlace } from '../targets';
import { clusterNotes, foldCluster, moveCluster, renameCluster, unclusterNotes } from './clusters';
import { deleteTargets } from './deleteTargets';
import { addNote, deleteNotes, moveNote, setNoteFields } from './notes';

const GROUP = 'group' as ClusterId;

const run = <Args>(doc: JourneyMapDoc, command: Command<JourneyMapDoc, Args>, args: Args): JourneyMapDoc => {
  const next = create(doc, (draft) => command(draft as never, args));
  expect(journeyProblems(next)).toEqual([]);
  return next;
};

/** Five notes `a` to `e` in one cell of pain points, and the cell beside it. */
function fiveNotes(): { doc: JourneyMapDoc; cell: CellPlace; beside: CellPlace; ids: readonly NoteId[] } {
  const start = smallJourney();
  const laneId = lanesInOrder(start).find((lane) => lane.kind === 'opportunities')!.id;
  const [first, second] = stagesInOrder(start);
  const cell = { laneId, stageId: first!.id, stepId: null };
  const newId = idsOf('n');
  const ids = ['a', 'b', 'c', 'd', 'e'].map(() => newId<NoteId>());
  const doc = ids.reduce(
    (before, id, at) => run(before, addNote, { id, place: cell, at: null, fields: { text: 'abcde'[at]! } }),
    start,
  );
  return { doc, cell, beside: { laneId, stageId: second!.id, stepId: null }, ids };
}

/** A cell in words: `a (b c) d`, a group in brackets. */
const said = (doc: JourneyMapDoc, place: CellPlace): string =>
  slotsOf(doc, place)
    .map((slot) => (slot.cluster ? `(${slot.notes.map((note) => note.text).join(' ')})` : slot.note.text))
    .join(' ');
const noteOf = (doc: JourneyMapDoc, id: NoteId): Note => doc.notes[id]!;

describe('groups of notes', () => {
  it('stand where their first note stood, in the order asked for', () => {
    const { doc, cell, ids } = fiveNotes();
    const grouped = run(doc, clusterNotes, { id: GROUP, noteIds: [ids[1]!, ids[3]!], title: ' Prix\u0000 ' });
    expect(said(grouped, cell)).toBe('a (b d) c e');
    expect(grouped.clusters[GROUP]).toMatchObject({ title: ' Prix ', folded: false, ...cell });
    expect(notesIn(grouped, cell).map(({ text }) => text)).toEqual(['a', 'b', 'd', 'c', 'e']);
    const opened = run(grouped, unclusterNotes, { ids: [GROUP] });
    expect(said(opened, cell)).toBe('a b d c e');
    expect(opened.clusters).toEqual({});
  });

  it('take notes from other cells and groups; an emptied group goes', () => {
    const { doc, cell, beside, ids } = fiveNotes();
    const moved = run(doc, moveNote, { id: ids[4]!, place: beside, at: null });
    const first = run(moved, clusterNotes, { id: GROUP, noteIds: [ids[0]!, ids[1]!], title: '' });
    const again = run(first, clusterNotes, {
      id: 'other' as ClusterId,
      noteIds: [ids[4]!, ids[1]!, ids[0]!],
      title: '',
    });
    expect(said(again, beside)).toBe('(e b a)');
    expect(said(again, cell)).toBe('c d');
    expect(Object.keys(again.clusters)).toEqual(['other']);
  });

  it('let notes in, out, and be reordered', () => {
    const { doc, cell, ids } = fiveNotes();
    let now = run(doc, clusterNotes, { id: GROUP, noteIds: [ids[1]!, ids[2]!], title: '' });
    now = run(now, moveNote, { id: ids[4]!, place: cell, clusterId: GROUP, at: 1 });
    expect(said(now, cell)).toBe('a (b e c) d');
    now = run(now, moveNote, { id: ids[2]!, place: cell, clusterId: GROUP, at: 0 });
    now = run(now, moveNote, { id: ids[1]!, place: cell, at: 0 });
    expect(said(now, cell)).toBe('b a (c e) d');
    now = run(now, addNote, { id: 'new' as NoteId, place: cell, clusterId: GROUP, at: 1, fields: { text: 'x' } });
    expect(said(now, cell)).toBe('b a (c x e) d');
    now = run(now, deleteNotes, { ids: [ids[2]!, ids[4]!, 'new' as NoteId] });
    expect(said(now, cell)).toBe('b a d');
    expect(now.clusters).toEqual({});
  });

  it('move as one, are named and folded, and go with their notes', () => {
    const { doc, cell, beside, ids } = fiveNotes();
    let now = run(doc, clusterNotes, { id: GROUP, noteIds: [ids[0]!, ids[1]!], title: '' });
    now = run(now, moveCluster, { id: GROUP, place: cell, at: 2 });
    expect(said(now, cell)).toBe('c d (a b) e');
    now = run(now, moveCluster, { id: GROUP, place: beside, at: 0 });
    expect([said(now, cell), said(now, beside)]).toEqual(['c d e', '(a b)']);
    now = run(now, renameCluster, { id: GROUP, title: 'Attente' });
    now = run(now, foldCluster, { id: GROUP, folded: true });
    expect(now.clusters[GROUP]).toMatchObject({ title: 'Attente', folded: true });
    now = run(now, deleteTargets, { targets: [{ kind: 'cluster', id: GROUP }] });
    expect(said(now, beside)).toBe('');
    expect(now.notes[ids[0]!]).toBeUndefined();
  });

  it('leave locked notes where they are', () => {
    const { doc, cell, beside, ids } = fiveNotes();
    let now = run(doc, setNoteFields, { id: ids[0]!, fields: { locked: true } });
    expect(run(now, clusterNotes, { id: GROUP, noteIds: [ids[0]!], title: '' })).toBe(now);
    now = run(now, clusterNotes, { id: GROUP, noteIds: [ids[0]!, ids[2]!, ids[3]!], title: '' });
    expect(said(now, cell)).toBe('a b (c d) e');
    now = run(now, setNoteFields, { id: ids[2]!, fields: { locked: true } });
    expect(run(now, moveCluster, { id: GROUP, place: beside, at: 0 })).toBe(now);
    now = run(now, deleteTargets, { targets: [{ kind: 'cluster', id: GROUP }] });
    expect(said(now, cell)).toBe('a b c e');
    expect(noteOf(now, ids[2]!).clusterId).toBeNull();
  });
});
