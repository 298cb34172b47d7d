import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardId, NoteId } from '../../shared/base/ids';
import { deleteNotes, setNoteFields } from '../../shared/boards/journey-map/commands/notes';
import { sweep } from '../../shared/boards/journey-map/commands/sweep';
import { linkPieces } from '../../shared/boards/journey-map/linkPieces';
import { type JourneyMapDoc, journeyMapType } from '../../shared/boards/journey-map/model';
import { createLiveDocument, type LiveDocument } from '../../shared/document/liveDocument';
import { createYDoc, encodeState, loadYDoc } from '../../shared/document/yDocument';
import { linkGraph, linkKey, whyHere } from '../../shared/model/linkGraph';
import type { NoteLink } from '../../shared/model/note';
import { changeOf, idsOf, type Seed, seeds, smallJourney } from '../support/journeyCommands';

type Boards = Readonly<Record<string, LiveDocument<JourneyMapDoc>>>;

const open = (): LiveDocument<JourneyMapDoc> =>
  createLiveDocument(loadYDoc([encodeState(createYDoc(journeyMapType, smallJourney()))]), journeyMapType, () => 0, {
    onChange: () => {},
    onUpdate: () => {},
  });

const graphOf = (boards: Boards) =>
  linkGraph(Object.entries(boards).map(([id, { doc }]) => ({ id, pieces: linkPieces(doc()) })));

/** Every edge of the graph, in an order of its own. */
function edgesOf(boards: Boards): readonly string[] {
  const graph = graphOf(boards);
  return [...graph.nodes.keys()].flatMap((key) => graph.restsOn(key).map((node) => `${key} > ${linkKey(node)}`)).sort();
}

/** Both ends of every edge are on their boards now, and both ends know of it. */
function expectSound(boards: Boards): void {
  const graph = graphOf(boards);
  for (const key of graph.nodes.keys()) {
    for (const node of graph.restsOn(key)) {
      const doc = boards[node.board]?.doc();
      const all: Readonly<Record<string, unknown>> = { ...doc?.notes, ...doc?.touchpoints, ...doc?.emotionPoints };
      expect(Object.keys(all)).toContain(node.id);
      expect(graph.carries(linkKey(node)).map(linkKey)).toContain(key);
    }
    const trace = whyHere(graph, key).map(({ node }) => linkKey(node));
    expect(new Set(trace).size).toBe(trace.length);
    expect(trace).not.toContain(key);
  }
}

/** Links some notes of a board to things of both boards, some of which are not there. */
function link(boards: Boards, board: string, { a, b, c, flag }: Seed): void {
  const own = boards[board];
  const target = boards[flag ? 'one' : 'two'];
  if (!own || !target) return;
  const notes = Object.keys(own.doc().notes).sort();
  const pieces = linkPieces(target.doc());
  const end = pieces[b % (pieces.length + 1)];
  const to: NoteLink = {
    board: (flag ? 'one' : 'two') as BoardId,
    kind: end?.kind ?? 'note',
    id: end?.id ?? `gone${c}`,
  };
  const id = notes[a % Math.max(1, notes.length)] as NoteId | undefined;
  const links = id ? (own.doc().notes[id]?.links ?? []) : [];
  if (id) own.run(setNoteFields, { id, fields: { links: [...links, to] } });
}

describe('links of a workshop', () => {
  it('never dangle, whatever is edited, deleted, undone and merged', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('edit', 'link', 'link', 'undo', 'redo'), fc.boolean(), seeds(1)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, (all) => {
        const boards: Boards = { one: open(), two: open() };
        const copy = createLiveDocument(loadYDoc([encodeState(boards.one?.ydoc as never)]), journeyMapType, () => 0, {
          onChange: () => {},
          onUpdate: () => {},
        });
        const newIds = { one: idsOf('one'), two: idsOf('two'), copy: idsOf('copy') };
        for (const [what, first, [seed]] of all) {
          const name = first ? 'one' : 'two';
          const live = boards[name];
          if (!live || !seed) continue;
          if (what === 'undo') live.undo();
          else if (what === 'redo') live.redo();
          else if (what === 'link') link(boards, name, seed);
          else {
            const { command, args } = changeOf(live.doc(), seed, newIds[name]);
            live.run(command as never, args);
            const apart = changeOf(copy.doc(), seed, newIds.copy);
            copy.run(apart.command as never, apart.args);
          }
          expectSound(boards);
        }
        boards.one?.merge(encodeState(copy.ydoc));
        expectSound(boards);
        boards.one?.run(sweep, null);
        expectSound(boards);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('come back with what was deleted, from whichever board they were stored on', () => {
    const boards: Boards = { one: open(), two: open() };
    const [evidence, pain] = Object.keys(boards.one?.doc().notes ?? {}) as [NoteId, NoteId];
    const [idea] = Object.keys(boards.two?.doc().notes ?? {}) as [NoteId];
    const to = (board: string, id: string): NoteLink => ({ board: board as BoardId, kind: 'note', id });
    boards.one?.run(setNoteFields, { id: pain, fields: { links: [to('one', evidence)] } });
    boards.two?.run(setNoteFields, { id: idea, fields: { links: [to('one', pain)] } });
    const before = edgesOf(boards);
    expect(whyHere(graphOf(boards), `two/${idea}`).map(({ node, depth }) => [node.id, depth])).toEqual([
      [pain, 1],
      [evidence, 2],
    ]);
    boards.one?.run(deleteNotes, { ids: [pain] });
    expect(edgesOf(boards)).toEqual([]);
    expect(whyHere(graphOf(boards), `two/${idea}`)).toEqual([]);
    boards.one?.undo();
    expect(edgesOf(boards)).toEqual(before);
  });

  it('go round in circles without end nor double', () => {
    const ends = fc.array(fc.tuple(fc.nat(7), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(ends, (pairs) => {
        const pieces = Array.from({ length: 8 }, (_, at) => ({
          kind: 'note',
          id: `n${at}`,
          text: '',
          links: pairs
            .filter(([from]) => from === at)
            .map(([, to]) => ({ board: 'b' as BoardId, kind: 'note', id: `n${to}` })),
        }));
        const graph = linkGraph([{ id: 'b', pieces }]);
        for (const key of graph.nodes.keys()) {
          const trace = whyHere(graph, key).map(({ node }) => linkKey(node));
          expect(new Set([key, ...trace]).size).toBe(trace.length + 1);
          // Everything that can be reached is told.
          const reached = new Set(trace);
          for (const at of [key, ...trace])
            for (const node of graph.restsOn(at))
              expect(linkKey(node) === key || reached.has(linkKey(node))).toBe(true);
        }
      }),
    );
  });
});
