import { setLayout } from '@shared/boards/empathy-map/commands/info';
import type { EmpathyNote, EmpathyStage } from '@shared/boards/empathy-map/model';
import { zoneTarget } from '@shared/boards/empathy-map/targets';
import { areaOf, EMPATHY_LAYOUTS } from '@shared/boards/empathy-map/zones';
import type { Target } from '@shared/scene/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryEmpathyMap } from '../../../tests/support/arbitraryEmpathyMap';
import { smallEmpathy } from '../../../tests/support/empathyCommands';
import { memorySession } from '../../../tests/support/memorySession';
import { addTo } from './adding';
import { noteOf, notesIn, placeOf, zoneOf, zonesOf } from './entities';
import { gatherNotes, moveTarget, nudgeEmotion, putIn } from './moving';
import { contentsOf, zoneBeside } from './places';

const noteTarget = ({ id }: { readonly id: string }): Target => ({ kind: 'note', id });

describe('putting pieces into places', () => {
  it('puts a note where the mark was, whatever groups and hand-placed notes stand there', () => {
    fc.assert(
      fc.property(
        arbitraryEmpathyMap({ notes: 30, byHand: true }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (doc, pick, where, index) => {
          const session = memorySession(doc);
          const now = () => session.store.getState().doc;
          const notes = Object.values<EmpathyNote>(doc.notes).filter(({ locked }) => !locked);
          const zones = zonesOf(doc);
          const note = notes[pick % Math.max(1, notes.length)];
          const zone = zones[where % Math.max(1, zones.length)];
          if (!note || !zone) return;
          const place = zoneTarget(zone);
          const target = noteTarget(note);
          const { [note.id]: _held, ...rest } = doc.notes;
          const others = contentsOf({ ...doc, notes: rest }, place);
          const at = index % (others.length + 1);
          putIn(session, target, place, at);
          expect(placeOf(now(), target)).toEqual(place);
          const after = contentsOf(now(), place).map(({ id }) => id);
          expect(after[at]).toBe(note.id);
          expect(after.filter((id) => id !== note.id)).toEqual(others.map(({ id }) => id));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes a note into a group at its index, and out of it beside', () => {
    const session = memorySession(smallEmpathy());
    const doc = () => session.store.getState().doc;
    const [group] = Object.values(doc().clusters);
    const place: Target = { kind: 'cluster', id: group!.id };
    const [stranger] = contentsOf(doc(), { kind: 'zone', id: 'see/x' });
    expect(stranger).toBeUndefined();
    session.run(setLayout, { layout: 'canvas' });
    const [seen] = contentsOf(doc(), { kind: 'zone', id: 'see' });
    putIn(session, seen!, place, 1);
    expect(notesIn(doc(), group!.id)[1]?.id).toBe(seen!.id);
    expect(noteOf(doc(), seen!.id)?.zone).toBe('hear');
    moveTarget(session, seen!, 'right');
    expect(notesIn(doc(), group!.id)[2]?.id).toBe(seen!.id);
    moveTarget(session, seen!, 'right');
    expect(noteOf(doc(), seen!.id)?.clusterId).toBeNull();
    expect(contentsOf(doc(), { kind: 'zone', id: 'hear' })[1]).toEqual(seen);
  });

  it('gathers notes from several zones in the place of the first one', () => {
    const session = memorySession(smallEmpathy());
    const doc = () => session.store.getState().doc;
    session.run(setLayout, { layout: 'canvas' });
    const chosen = ['see', 'do'].map((id) => contentsOf(doc(), { kind: 'zone', id })[0]!);
    const group = gatherNotes(session, chosen, {});
    expect(contentsOf(doc(), group!)).toHaveLength(2);
    for (const one of chosen) expect(noteOf(doc(), one.id)?.zone).toBe('see');
  });
});

describe('walking and moving', () => {
  it('brings Tab through every place once, in each layout', () => {
    for (const layout of EMPATHY_LAYOUTS) {
      const session = memorySession(smallEmpathy());
      session.run(setLayout, { layout });
      const { doc } = session.store.getState();
      const all = zonesOf(doc).map((zone) => zoneTarget(zone).id);
      const walked: string[] = [];
      let at: Target | null = { kind: 'zone', id: all[0]! };
      while (at && !walked.includes(at.id)) {
        walked.push(at.id);
        at = zoneBeside(doc, at, 1);
      }
      expect(walked).toEqual(all);
    }
  });

  it('moves a note sideways through its zone and up and down from zone to zone', () => {
    const session = memorySession(smallEmpathy());
    const doc = () => session.store.getState().doc;
    session.run(setLayout, { layout: 'canvas' });
    const [first] = contentsOf(doc(), { kind: 'zone', id: 'say' });
    moveTarget(session, first!, 'right');
    expect(contentsOf(doc(), { kind: 'zone', id: 'say' })[1]).toEqual(first);
    moveTarget(session, first!, 'down');
    expect(noteOf(doc(), first!.id)?.zone).toBe('do');
    moveTarget(session, first!, 'up');
    expect(contentsOf(doc(), { kind: 'zone', id: 'say' }).at(-1)).toEqual(first);
  });

  it('keeps the zone of a note where the area it comes to is about that too', () => {
    const session = memorySession(smallEmpathy());
    const doc = () => session.store.getState().doc;
    session.run(setLayout, { layout: 'quadrants' });
    const pain = Object.values<EmpathyNote>(doc().notes).find(({ zone }) => zone === 'pain');
    const area = areaOf('quadrants', 'pain');
    putIn(session, noteTarget(pain!), zoneTarget({ area: area!, stageId: null }), 0);
    expect(noteOf(doc(), pain!.id)?.zone).toBe('pain');
  });

  it('sets an emotion by hand in tenths, from what is felt, never past the ends', () => {
    const session = memorySession(smallEmpathy());
    const doc = () => session.store.getState().doc;
    const { id } = Object.values<EmpathyStage>(doc().stages)[0]!;
    nudgeEmotion(session, id, true, false);
    expect(doc().stages[id]).toMatchObject({ hand: 0.1 });
    for (let at = 0; at < 6; at++) nudgeEmotion(session, id, true, true);
    expect(doc().stages[id]).toMatchObject({ hand: 2 });
    expect(nudgeEmotion(session, id, true, true)).toBe(false);
  });
});

describe('adding', () => {
  it('gives a new note the proof that its zone most likely has, also in a group', () => {
    const session = memorySession(smallEmpathy());
    const doc = () => session.store.getState().doc;
    session.run(setLayout, { layout: 'canvas' });
    const said = addTo(session, { kind: 'zone', id: 'say' }, 0, {});
    expect(noteOf(doc(), said!.id)).toMatchObject({ zone: 'say', evidence: 'verbatim' });
    expect(contentsOf(doc(), { kind: 'zone', id: 'say' })[0]).toEqual(said);
    const [group] = Object.values(doc().clusters);
    const grouped = addTo(session, { kind: 'cluster', id: group!.id }, 1, {});
    expect(notesIn(doc(), group!.id)[1]?.id).toBe(grouped!.id);
    expect(zoneOf(doc(), grouped!)?.area.id).toBe('hear');
  });
});
