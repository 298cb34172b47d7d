import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../base/ids';
import { INFO_DEFAULTS, NOTE_DEFAULTS_3, STAGE_DEFAULTS } from '../boards/journey-map/defaults';
import { type JourneyMapDoc, journeyMapType, type Note } from '../boards/journey-map/model';
import { EMPTY_NOTE } from '../model/note';
import { type Command, defineCommand } from './command';
import { createLiveDocument } from './liveDocument';
import { createYDoc, encodeState, isIncomplete, loadYDoc, mergeStates, metaOf, snapshotOf } from './yDocument';

const asId = <T extends Id<string>>(text: string): T => text as T;

/** A map of five stages of four steps, with the given number of notes. */
function journeyWith(notes: number): JourneyMapDoc {
  const doc: JourneyMapDoc = {
    kind: 'journey-map',
    schema: 4,
    translations: {},
    info: {
      title: 'Parcours',
      state: 'current',
      result: '',
      sources: '',
      date: '2026-05-04',
      version: 1,
      personaIds: [],
      ...INFO_DEFAULTS,
    },
    stages: {},
    steps: {},
    lanes: {},
    notes: {},
    clusters: {},
    touchpoints: {},
    emotionPoints: {},
    indicators: {},
    participants: {},
    ratings: {},
    jumps: {},
  };
  for (let stage = 0; stage < 5; stage += 1) {
    const id = asId<keyof typeof doc.stages>(`stage${stage}`);
    const words = { title: `Étape ${stage}`, phase: 'pre', duration: '', help: '' } as const;
    doc.stages[id] = { id, order: `a${stage}`, ...words, ...STAGE_DEFAULTS };
  }
  for (let at = 0; at < notes; at += 1) {
    const note = noteAt(at);
    doc.notes[note.id] = note;
  }
  return doc;
}

function noteAt(at: number): Note {
  return {
    id: asId(`note${at}`),
    laneId: asId('lane1'),
    stageId: asId(`stage${at % 5}`),
    stepId: null,
    order: `a${at}`,
    ...EMPTY_NOTE,
    text: `Ne sait pas lire une fiche technique ${at}`,
    color: 'corail',
    evidence: 'verbatim',
    author: 'AB',
    severity: null,
    impact: null,
    effort: null,
    ...NOTE_DEFAULTS_3,
  };
}

const edit = defineCommand<JourneyMapDoc, (draft: JourneyMapDoc) => void>('edit', (draft, change) =>
  change(draft as JourneyMapDoc),
);

const noteIds = fc.integer({ min: 0, max: 12 });
const edits: fc.Arbitrary<(draft: JourneyMapDoc) => void> = fc.oneof(
  noteIds.map((at) => (draft: JourneyMapDoc) => {
    draft.notes[asId<Note['id']>(`note${at}`)] = { ...noteAt(at), text: 'ajoutée' };
  }),
  noteIds.map((at) => (draft: JourneyMapDoc) => {
    delete draft.notes[asId<Note['id']>(`note${at}`)];
  }),
  fc.tuple(noteIds, fc.string()).map(([at, words]) => (draft: JourneyMapDoc) => {
    const note = draft.notes[asId<Note['id']>(`note${at}`)];
    if (note) note.text = words;
  }),
  fc.tuple(noteIds, fc.integer({ min: 0, max: 4 })).map(([at, stage]) => (draft: JourneyMapDoc) => {
    const note = draft.notes[asId<Note['id']>(`note${at}`)];
    if (note) Object.assign(note, { stageId: `stage${stage}`, votes: stage });
  }),
  fc.integer({ min: 0, max: 4 }).map((stage) => (draft: JourneyMapDoc) => {
    for (const note of Object.values(draft.notes)) {
      if (note.stageId === `stage${stage}`) delete draft.notes[note.id];
    }
    delete draft.stages[asId<keyof typeof draft.stages>(`stage${stage}`)];
  }),
  fc.string().map((title) => (draft: JourneyMapDoc) => {
    draft.info.title = title;
    draft.info.personaIds.push(asId('camille'));
    if (draft.info.personaIds.length > 8) draft.info.personaIds = [];
  }),
);

function open(state: Uint8Array) {
  const updates: Uint8Array[] = [];
  const live = createLiveDocument(loadYDoc([state]), journeyMapType, () => 0, {
    onChange: () => undefined,
    onUpdate: (update) => updates.push(update),
  });
  const run = (change: (draft: JourneyMapDoc) => void) =>
    live.run(edit as Command<JourneyMapDoc, typeof change>, change);
  return { live, run, updates };
}

describe('a stored journey map', () => {
  it('comes back as it was written, and says what it is', () => {
    const doc = journeyWith(20);
    const ydoc = loadYDoc([encodeState(createYDoc(journeyMapType, doc))]);
    expect(snapshotOf(ydoc, journeyMapType)).toEqual(doc);
    expect(metaOf(ydoc)).toEqual({ kind: 'journey-map', schema: 4 });
    expect(isIncomplete(ydoc)).toBe(false);
  });

  it('leaves out what is blank, and reads it all the same', () => {
    const stored = (ydoc: ReturnType<typeof createYDoc>, id: string) =>
      Object.keys((ydoc.getMap('notes').get(id) as { toJSON(): object }).toJSON()).sort();
    const blank = { ...noteAt(1), color: null, evidence: null, author: '' };
    const ydoc = createYDoc(journeyMapType, { ...journeyWith(0), notes: { [blank.id]: blank } });
    expect(stored(ydoc, blank.id)).toEqual(['id', 'laneId', 'order', 'stageId', 'text']);
    expect(snapshotOf(ydoc, journeyMapType).notes[blank.id]).toEqual(blank);
    const { live, run, updates } = open(encodeState(ydoc));
    const other = { ...noteAt(2), votes: 3, author: '' };
    run((draft) => {
      draft.notes[other.id] = other;
      const note = draft.notes[blank.id];
      if (note) Object.assign(note, { author: 'AB' });
    });
    run((draft) => {
      const note = draft.notes[blank.id];
      if (note) note.author = '';
    });
    expect(live.doc().notes).toEqual({ [blank.id]: blank, [other.id]: other });
    // What was something once says explicitly that it is nothing now: it must win over the copy that has not heard of it.
    expect(stored(live.ydoc, blank.id)).toContain('author');
    expect(stored(live.ydoc, other.id)).not.toContain('author');
    expect(snapshotOf(loadYDoc([encodeState(ydoc), ...updates]), journeyMapType)).toEqual(live.doc());
  });

  it('undoes, redoes, reloads, and converges with a copy edited apart', () => {
    const list = fc.array(edits, { maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(list, list, (mine, theirs) => {
        const start = encodeState(createYDoc(journeyMapType, journeyWith(8)));
        const a = open(start);
        const b = open(start);
        for (const change of mine) expect(a.run(change).ok).toBe(true);
        for (const change of theirs) b.run(change);
        const [endA, endB] = [a.live.doc(), b.live.doc()];
        expect(snapshotOf(loadYDoc([start, ...a.updates]), journeyMapType)).toEqual(endA);
        while (a.live.undoName() !== null) a.live.undo();
        expect(a.live.doc()).toEqual(journeyWith(8));
        while (a.live.redoName() !== null) a.live.redo();
        expect(a.live.doc()).toEqual(endA);
        const stateB = encodeState(b.live.ydoc);
        b.live.merge(encodeState(a.live.ydoc));
        a.live.merge(stateB);
        expect(a.live.doc()).toEqual(b.live.doc());
        const both = Object.keys(endA.notes).filter((id) => Object.hasOwn(endB.notes, id));
        expect(Object.keys(a.live.doc().notes)).toEqual(expect.arrayContaining(both));
      }),
      { numRuns: 100 },
    );
  });

  it('knows when updates are missing, and is whole again once they arrive in any order', () => {
    const { run, updates, live } = open(encodeState(createYDoc(journeyMapType, journeyWith(3))));
    for (const words of ['un', 'deux', 'trois']) {
      run((draft) => {
        draft.info.title = words;
      });
    }
    const start = encodeState(createYDoc(journeyMapType, journeyWith(3)));
    expect(isIncomplete(loadYDoc([start, updates[2]!]))).toBe(true);
    const mixed = mergeStates([updates[2]!, updates[0]!, updates[1]!]);
    const whole = loadYDoc([mixed, encodeState(live.ydoc)]);
    expect(isIncomplete(whole)).toBe(false);
    expect(snapshotOf(whole, journeyMapType).info.title).toBe('trois');
  });
});
