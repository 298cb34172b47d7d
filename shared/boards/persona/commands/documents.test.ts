import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsOf, type Seed, seeds } from '../../../../tests/support/journeyCommands';
import { personaStep, richPersona } from '../../../../tests/support/personaCommands';
import { personaProblems } from '../../../../tests/support/personaInvariants';
import { createLiveDocument, type LiveDocument } from '../../../document/liveDocument';
import { createYDoc, encodeState, loadYDoc, snapshotOf } from '../../../document/yDocument';
import { personaChanges } from '../changes';
import { type PersonaDoc, personaType } from '../model';
import { sweep } from './sweep';
import { restoreVersion, takeFromVersion } from './versions';

/** Sequences of commands through the real documents: what people do, stored, undone, merged. */
interface Copy {
  readonly live: LiveDocument<PersonaDoc>;
  readonly updates: Uint8Array[];
}

function open(state: Uint8Array): Copy {
  const updates: Uint8Array[] = [state];
  const listeners = { onChange: () => {}, onUpdate: (update: Uint8Array) => updates.push(update) };
  return { live: createLiveDocument(loadYDoc([state]), personaType, () => 0, listeners), updates };
}

const start = (): Uint8Array => encodeState(createYDoc(personaType, richPersona()));

/** Runs the sequence; tells how many commands changed something. */
function play({ live }: Copy, all: readonly Seed[], writer: string, versions: readonly PersonaDoc[] = []): number {
  const newId = idsOf(writer);
  let changes = 0;
  for (const seed of all) {
    const { command, args } = personaStep(live.doc(), seed, newId, versions);
    const outcome = live.run(command as never, args);
    if (!outcome.ok) throw new Error(`${command.name}: ${JSON.stringify(outcome.error)}`);
    if (outcome.value) changes += 1;
  }
  return changes;
}

const reloaded = (updates: readonly Uint8Array[]) => snapshotOf(loadYDoc(updates), personaType);

describe('sequences of commands on personas', () => {
  it('undo to the start, redo to the end, and reload as they are in memory', () => {
    fc.assert(
      fc.property(seeds(40), (all) => {
        const copy = open(start());
        const before = copy.live.doc();
        const changes = play(copy, all, 'w', [before]);
        const after = copy.live.doc();
        expect(personaProblems(after)).toEqual([]);
        expect(reloaded([encodeState(copy.live.ydoc)])).toEqual(after);
        expect(reloaded(copy.updates)).toEqual(after);
        copy.live.run(sweep, null);
        expect(copy.live.doc()).toBe(after);
        for (let count = 0; count < changes; count += 1) copy.live.undo();
        expect(copy.live.undoName()).toBeNull();
        expect(copy.live.doc()).toEqual(before);
        for (let count = 0; count < changes; count += 1) copy.live.redo();
        expect(copy.live.redoName()).toBeNull();
        expect(copy.live.doc()).toEqual(after);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('merge: two copies edited apart agree, lose no entry, and are sound after a sweep', () => {
    fc.assert(
      fc.property(seeds(25), seeds(25), (mine, yours) => {
        const base = start();
        const [one, two] = [open(base), open(base)];
        const before = one.live.doc();
        play(one, mine, 'one');
        play(two, yours, 'two');
        const [mineDoc, yoursDoc] = [one.live.doc(), two.live.doc()];
        const exchange = () => {
          const [stateOne, stateTwo] = [encodeState(one.live.ydoc), encodeState(two.live.ydoc)];
          one.live.merge(stateTwo);
          two.live.merge(stateOne);
          expect(one.live.doc()).toEqual(two.live.doc());
        };
        exchange();
        const merged = one.live.doc();
        const kept = (id: string) => !(id in before.entries) || (id in mineDoc.entries && id in yoursDoc.entries);
        const all = new Set([...Object.keys(mineDoc.entries), ...Object.keys(yoursDoc.entries)]);
        expect(Object.keys(merged.entries).sort()).toEqual([...all].filter(kept).sort());
        for (const { live } of [one, two]) {
          live.run(sweep, null);
          expect(personaProblems(live.doc())).toEqual([]);
          expect(Object.keys(live.doc().entries).sort()).toEqual(Object.keys(merged.entries).sort());
        }
        expect(one.live.doc()).toEqual(two.live.doc());
        exchange();
        expect(personaProblems(one.live.doc())).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('restore: a version comes back whole, whatever happened since; undone, nothing happened', () => {
    fc.assert(
      fc.property(seeds(25), seeds(25), (first, later) => {
        const copy = open(start());
        play(copy, first, 'a');
        const version = copy.live.doc();
        play(copy, later, 'b', [richPersona()]);
        const present = copy.live.doc();
        const { changes } = personaChanges(version, present);
        const outcome = copy.live.run(restoreVersion, { version });
        expect(outcome.ok).toBe(true);
        expect(copy.live.doc()).toEqual(version);
        expect(personaChanges(version, copy.live.doc()).changes).toEqual([]);
        if (changes.length > 0) {
          copy.live.undo();
          expect(copy.live.doc()).toEqual(present);
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('taking every difference over, one by one, leaves no difference in what the page says', () => {
    fc.assert(
      fc.property(seeds(25), (later) => {
        const copy = open(start());
        const version = copy.live.doc();
        play(copy, later, 'b');
        const { changes } = personaChanges(version, copy.live.doc());
        // Sources first: what cites them comes after.
        const fields = changes.map(({ field }) => field).sort((a, b) => (a.kind < b.kind ? 1 : -1));
        fields.sort((a, b) => Number(b.kind === 'evidence') - Number(a.kind === 'evidence'));
        for (const field of [...fields, ...fields]) copy.live.run(takeFromVersion, { version, field });
        const now = copy.live.doc();
        expect(personaProblems(now)).toEqual([]);
        expect(now.info).toEqual(version.info);
        const contents = (doc: PersonaDoc) =>
          Object.values(doc.entries)
            .map(({ order: _, ...rest }) => rest)
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(contents(now)).toEqual(contents(version));
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
