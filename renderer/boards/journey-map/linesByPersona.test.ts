import type { Id, NoteId, PersonaId } from '@shared/base/ids';
import { setInfo } from '@shared/boards/journey-map/commands/info';
import { setLaneLook } from '@shared/boards/journey-map/commands/lanes';
import { createJourneyMap } from '@shared/boards/journey-map/create';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { lanesInOrder, stagesInOrder } from '@shared/boards/journey-map/order';
import { type CellPlace, cellTarget } from '@shared/boards/journey-map/targets';
import { translator } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import { beforeEach, describe, expect, it } from 'vitest';
import { memorySession } from '../../../tests/support/memorySession';
import { addToCell } from './adding';
import { placeOf } from './entities';
import { putIn } from './moving';
import { cellBeside, contentsOf } from './places';

const SOLENE = 'solene' as PersonaId;
const INES = 'ines' as PersonaId;

let ids = 0;
const newId = <T extends Id<string>>() => `id${++ids}` as T;
let session: ReturnType<typeof memorySession<JourneyMapDoc>>;
const doc = () => session.store.getState().doc;
const lane = () => lanesInOrder(doc()).find(({ kind }) => kind === 'contents')!;
const cell = (personaId: PersonaId | null, at = 0): CellPlace => ({
  laneId: lane().id,
  stageId: stagesInOrder(doc())[at]!.id,
  stepId: null,
  ...(personaId ? { personaId } : {}),
});
const add = (personaId: PersonaId | null, at: number | null = null): Target =>
  addToCell(session, cell(personaId), at, {})!;
const personaOf = ({ id }: Target) => doc().notes[id as NoteId]?.personaId;

beforeEach(() => {
  const blank = createJourneyMap({
    newId,
    title: '',
    lang: 'fr',
    t: translator('fr'),
    date: '2026-11-22',
    preset: 'full',
  });
  session = memorySession(blank);
  session.run(setInfo, { fields: { personaIds: [SOLENE, INES] } });
  session.run(setLaneLook, { id: lane().id, look: { byPersona: true } });
});

describe('a row by persona', () => {
  it('adds on the line of the persona, in its order', () => {
    const [one, other, two] = [add(SOLENE), add(INES), add(SOLENE)];
    expect([one, other, two].map(personaOf)).toEqual([SOLENE, INES, SOLENE]);
    const between = add(SOLENE, 1);
    expect(contentsOf(doc(), cell(SOLENE))).toEqual([one, between, two]);
    expect(contentsOf(doc(), cell(INES))).toEqual([other]);
    expect(contentsOf(doc(), cell(null))).toEqual([]);
    expect(placeOf(doc(), other)).toEqual(cellTarget(cell(INES)));
  });

  it('gives a note that is dropped on another line to that persona, as one step of undo', () => {
    const [one, two, other] = [add(INES), add(INES), add(SOLENE)];
    const before = doc();
    putIn(session, other, cellTarget(cell(INES)), 1);
    expect(contentsOf(doc(), cell(INES))).toEqual([one, other, two]);
    expect(personaOf(other)).toBe(INES);
    session.undo();
    expect(doc()).toEqual(before);
  });

  it('goes on along the line from stage to stage', () => {
    expect(cellBeside(doc(), cell(INES), 1)).toEqual(cell(INES, 1));
    expect(cellBeside(doc(), cell(INES, 1), -1)).toEqual(cell(INES));
  });

  it('is one cell again when it is switched off', () => {
    const all = [add(SOLENE), add(INES)];
    session.run(setLaneLook, { id: lane().id, look: { byPersona: false } });
    expect(contentsOf(doc(), cell(null))).toEqual(all);
    expect(all.map(personaOf)).toEqual([SOLENE, INES]);
  });
});
