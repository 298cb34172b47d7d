import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { empathyChange, smallEmpathy } from '../../../../tests/support/empathyCommands';
import { empathyProblems } from '../../../../tests/support/empathyInvariants';
import { idsOf, type Seed, seeds } from '../../../../tests/support/journeyCommands';
import { createLiveDocument, type LiveDocument } from '../../../document/liveDocument';
import { createYDoc, encodeState, loadYDoc, snapshotOf } from '../../../document/yDocument';
import { type EmpathyMapDoc, empathyMapType } from '../model';
import { sweep } from './sweep';

/** Sequences of commands through the real documents: what people do, stored, undone, merged. */
interface Copy {
  readonly live: LiveDocument<EmpathyMapDoc>;
  readonly updates: Uint8Array[];
}

function open(state: Uint8Array): Copy {
  const updates: Uint8Array[] = [state];
  const listeners = { onChange: () => {}, onUpdate: (update: Uint8Array) => updates.push(update) };
  return { live: createLiveDocument(loadYDoc([state]), empathyMapType, () => 0, listeners), updates };
}

const start = (): Uint8Array => encodeState(createYDoc(empathyMapType, smallEmpathy()));

/** Runs the sequence; tells how many commands changed something. */
function play({ live }: Copy, all: readonly Seed[], writer: string): number {
  const newId = idsOf(writer);
  let changes = 0;
  for (const seed of all) {
    const { command, args } = empathyChange(live.doc(), seed, newId);
    const outcome = live.run(command as never, args);
    if (!outcome.ok) throw new Error(`${command.name}: ${JSON.stringify(outcome.error)}`);
    if (outcome.value) changes += 1;
  }
  return changes;
}

const reloaded = (updates: readonly Uint8Array[]) => snapshotOf(loadYDoc(updates), empathyMapType);

describe('sequences of commands on documents', () => {
  it('undo to the start, redo to the end, and reload as they are in memory', () => {
    fc.assert(
      fc.property(seeds(40), (all) => {
        const copy = open(start());
        const before = copy.live.doc();
        const changes = play(copy, all, 'w');
        const after = copy.live.doc();
        expect(empathyProblems(after)).toEqual([]);
        expect(reloaded([encodeState(copy.live.ydoc)])).toEqual(after);
        expect(reloaded(copy.updates)).toEqual(after);
        for (let count = 0; count < changes; count += 1) {
          expect(copy.live.undoName()).not.toBeNull();
          copy.live.undo();
        }
        expect(copy.live.undoName()).toBeNull();
        expect(copy.live.doc()).toEqual(before);
        for (let count = 0; count < changes; count += 1) copy.live.redo();
        expect(copy.live.redoName()).toBeNull();
        expect(copy.live.doc()).toEqual(after);
        expect(reloaded(copy.updates)).toEqual(after);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('merge: two copies edited apart agree, lose no note, and are sound after a sweep', () => {
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
        for (const name of ['notes'] as const) {
          const kept = (id: string) => !(id in before[name]) || (id in mineDoc[name] && id in yoursDoc[name]);
          const wanted = [...new Set([...Object.keys(mineDoc[name]), ...Object.keys(yoursDoc[name])])].filter(kept);
          expect(Object.keys(merged[name]).sort()).toEqual(wanted.sort());
        }
        for (const { live } of [one, two]) {
          live.run(sweep, null);
          expect(empathyProblems(live.doc())).toEqual([]);
          expect(Object.keys(live.doc().notes).sort()).toEqual(Object.keys(merged.notes).sort());
        }
        expect(one.live.doc()).toEqual(two.live.doc());
        exchange();
        expect(empathyProblems(one.live.doc())).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
