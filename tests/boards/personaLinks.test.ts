import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardId, EntryId } from '../../shared/base/ids';
import { deleteEntries } from '../../shared/boards/persona/commands/entries';
import { personaLinks } from '../../shared/boards/persona/linkPieces';
import { type PersonaDoc, personaType } from '../../shared/boards/persona/model';
import { createLiveDocument } from '../../shared/document/liveDocument';
import { createYDoc, encodeState, loadYDoc } from '../../shared/document/yDocument';
import { linkGraph, linkKey, relinked, whyHere } from '../../shared/model/linkGraph';
import { MAX_LINKS, type NoteLink } from '../../shared/model/note';
import { idsOf, seeds } from '../support/journeyCommands';
import { personaStep, richPersona } from '../support/personaCommands';

const open = () =>
  createLiveDocument(loadYDoc([encodeState(createYDoc(personaType, richPersona()))]), personaType, () => 0, {
    onChange: () => {},
    onUpdate: () => {},
  });

/** A note that rests on every entry that the persona had at first. */
const graphOf = (doc: PersonaDoc, entries: readonly string[]) => {
  const links = entries.map((id): NoteLink => ({ board: 'p' as BoardId, kind: 'entry', id }));
  return linkGraph([{ id: 'map', pieces: [{ kind: 'note', id: 'n', text: '', links }] }, personaLinks('p', doc)]);
};

describe('links to a persona', () => {
  it('lead from a note through what the persona says to its sources', () => {
    const doc = richPersona();
    const cited = Object.values(doc.entries).find(({ cites }) => cites.length > 0)!;
    const why = whyHere(graphOf(doc, [cited.id]), 'map/n').map(({ node, depth }) => [node.kind, node.id, depth]);
    expect(why).toEqual([['entry', cited.id, 1], ...cited.cites.map((id) => ['evidence', id, 2])]);
  });

  it('never dangle, whatever is edited, deleted and undone on the persona', () => {
    fc.assert(
      fc.property(seeds(25), fc.array(fc.boolean(), { maxLength: 25 }), (all, undone) => {
        const live = open();
        const newId = idsOf('more');
        const entries = Object.keys(live.doc().entries);
        for (const [at, seed] of all.entries()) {
          if (undone[at]) live.undo();
          else {
            const { command, args } = personaStep(live.doc(), seed, newId, []);
            live.run(command, args);
          }
          const doc = live.doc();
          const graph = graphOf(doc, entries);
          for (const { node } of whyHere(graph, 'map/n')) {
            expect(Object.keys(node.kind === 'entry' ? doc.entries : doc.evidence)).toContain(node.id);
            const carries = graph.carries(linkKey(node)).map(({ kind }) => kind);
            expect(carries).toContain(node.kind === 'entry' ? 'note' : 'entry');
          }
          const there = entries.filter((id) => id in doc.entries);
          expect(graph.restsOn('map/n').map(({ id }) => id)).toEqual(there);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('come back with an entry', () => {
    const live = open();
    const [id] = Object.keys(live.doc().entries) as [EntryId];
    live.run(deleteEntries, { ids: [id] });
    expect(graphOf(live.doc(), [id]).restsOn('map/n')).toEqual([]);
    live.undo();
    expect(
      graphOf(live.doc(), [id])
        .restsOn('map/n')
        .map((node) => node.id),
    ).toEqual([id]);
  });
});

describe('a link that is set from its other end', () => {
  const to = (id: string): NoteLink => ({ board: 'b' as BoardId, kind: 'note', id });

  it('is there once, goes again, and never makes more links than a piece may have', () => {
    expect(relinked([to('a')], to('b'), true)).toEqual([to('a'), to('b')]);
    expect(relinked([to('a')], to('a'), true)).toBeNull();
    expect(relinked([to('a'), to('b')], to('a'), false)).toEqual([to('b')]);
    expect(relinked([to('a')], to('b'), false)).toBeNull();
    const full = Array.from({ length: MAX_LINKS }, (_, at) => to(`${at}`));
    expect(relinked(full, to('more'), true)).toBeNull();
  });
});
