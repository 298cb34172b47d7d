import type { Id } from '@shared/base/ids';
import { createJourneyMap } from '@shared/boards/journey-map/create';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import { lanesInOrder } from '@shared/boards/journey-map/order';
import { translator } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createTextEditing, editKey, type TextEditing } from '@/editor/textEditing';
import { type BoardUi, RESTING_UI } from '@/editor/uiState';
import { memorySession } from '../../../tests/support/memorySession';
import { addToCell } from './adding';
import { journeyEditing } from './editing';
import { cellsOf, contentsOf } from './places';

let ids = 0;
const newId = <T extends Id<string>>() => `id${++ids}` as T;
let session: ReturnType<typeof memorySession<JourneyMapDoc>>;
let editing: TextEditing;
let selected: readonly Target[] = [];
let ui = createStore<BoardUi>(() => RESTING_UI);

const doc = () => session.store.getState().doc;
const place = (at = 0) => cellsOf(doc(), lanesInOrder(doc()).find((lane) => lane.kind === 'pain-points')!)[at]!;
const text = (target: Target) => (doc().notes[target.id as never] as Note | undefined)?.text;

/** Adds a note as the interface does, and opens it. */
function capture(at = 0): Target {
  const mergeKey = editKey();
  const target = addToCell(session, place(at), null, { mergeKey })!;
  editing.start(target, { created: true, mergeKey });
  return target;
}

beforeEach(() => {
  session = memorySession(
    createJourneyMap({ newId, title: 'Essai', lang: 'fr', t: translator('fr'), date: '2026-11-22', preset: 'full' }),
  );
  ui = createStore<BoardUi>(() => RESTING_UI);
  editing = createTextEditing({
    plug: journeyEditing,
    session,
    ui,
    lang: () => 'fr',
    select: (next) => {
      selected = next;
    },
    focusBoard: () => undefined,
    canEdit: () => true,
    onLocked: () => undefined,
  });
});

describe('text editing', () => {
  it('saves every letter and takes a burst back at once', () => {
    const note = capture();
    editing.input('U');
    editing.input('Un');
    expect(text(note)).toBe('Un');
    editing.end('Un', 'done');
    expect(ui.getState().editing).toBeNull();
    session.undo();
    expect(text(note)).toBeUndefined();
  });

  it('gives a written text back on Escape and leaves nothing to undo', () => {
    const note = capture();
    editing.end('Premier', 'done');
    const before = doc();
    const steps = session.steps();
    editing.start(note);
    editing.input('Premier jet');
    editing.cancel();
    expect(doc()).toBe(before);
    expect(session.steps()).toBe(steps);
  });

  it('forgets a new note that stays empty, however it ends', () => {
    for (const how of ['enter', 'blur', 'done', 'next-cell'] as const) {
      capture();
      editing.end('  ', how);
      expect(contentsOf(doc(), place())).toHaveLength(0);
      editing.finish();
    }
    capture();
    editing.input('Non');
    editing.cancel();
    expect(Object.keys(doc().notes)).toHaveLength(0);
  });

  it('opens the next note after a new one, not after one that is only corrected', () => {
    const first = capture();
    editing.end('Un', 'enter');
    expect(contentsOf(doc(), place())).toHaveLength(2);
    expect(ui.getState().editing?.target).toEqual(selected[0]);
    editing.end('', 'enter');
    expect(contentsOf(doc(), place())).toEqual([first]);
    editing.start(first);
    editing.end('Un et demi', 'enter');
    expect(ui.getState().editing).toBeNull();
    expect(text(first)).toBe('Un et demi');
  });

  it('goes on to the next cell: what it holds, or a new note', () => {
    const there = capture(1);
    editing.end('Voisine', 'done');
    capture(0);
    editing.end('Ici', 'next-cell');
    expect(ui.getState().editing?.target).toEqual(there);
    editing.end('Voisine', 'next-cell');
    expect(contentsOf(doc(), place(2))).toHaveLength(1);
    editing.cancel();
    expect(contentsOf(doc(), place(2))).toHaveLength(0);
  });

  it('does not write in a locked note', () => {
    const note = capture();
    editing.end('Fixe', 'done');
    const locked = { ...(doc().notes[note.id as never] as Note), locked: true };
    session.store.setState({ doc: { ...doc(), notes: { [note.id]: locked } as JourneyMapDoc['notes'] } });
    expect(editing.start(note)).toBe(false);
  });
});
