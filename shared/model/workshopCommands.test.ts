import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import type { AssetHash, BoardId, PersonaId } from '../base/ids';
import { applyCommand } from '../document/applyCommand';
import type { Command } from '../document/command';
import { migrateYDoc } from '../document/migrate';
import { createYDoc, encodeState, loadYDoc, snapshotOf } from '../document/yDocument';
import { translator } from '../i18n/translate';
import { translateTexts } from './translation';
import { type WorkshopDoc, workshopType } from './workshop';
import * as commands from './workshopCommands';

const EMPTY: WorkshopDoc = {
  kind: 'workshop',
  schema: 3,
  translations: {},
  info: { title: '', client: '', place: '', date: '', sample: false, logo: null },
  boards: {},
  personas: {},
};

const run = <Args>(doc: WorkshopDoc, command: Command<WorkshopDoc, Args>, args: Args): WorkshopDoc =>
  create(doc, (draft) => command(draft, args));

const board = (id: string) => ({ id: id as BoardId, kind: 'journey-map' as const, title: id, at: null });

describe('workshop commands', () => {
  it('edit what a workshop says of itself', () => {
    const doc = run(EMPTY, commands.setWorkshopInfo, {
      fields: { title: 'Boutique\u0000 Commerce', date: '2026-11-22' },
    });
    expect(doc.info).toEqual({ ...EMPTY.info, title: 'Boutique Commerce', date: '2026-11-22' });
    expect(run(doc, commands.setWorkshopInfo, { fields: { date: 'hier' } })).toBe(doc);
    expect(workshopType.schema.parse(doc)).toEqual(doc);
  });

  it('give it the client’s logo, and nothing that is none', () => {
    const logo = { asset: 'a'.repeat(64) as AssetHash, width: 400, height: 150 };
    const set = (doc: WorkshopDoc, given: unknown) =>
      run(doc, commands.setWorkshopInfo, { fields: { logo: given as typeof logo } });
    const doc = set(EMPTY, logo);
    expect(doc.info).toEqual({ ...EMPTY.info, logo });
    expect(workshopType.schema.parse(doc)).toEqual(doc);
    for (const wrong of [{ ...logo, asset: 'x' }, { ...logo, width: 0 }, { ...logo, alt: 'Logo' }, 'logo'])
      expect(set(doc, wrong)).toBe(doc);
    expect(set(doc, null).info).toEqual(EMPTY.info);
  });

  it('a workshop of before has none, and one that gets it meanwhile keeps it when the two meet', () => {
    const before = createYDoc(workshopType, EMPTY);
    before.getMap('meta').set('schema', 2);
    before.getMap('info').delete('logo');
    const state = encodeState(before);
    const logo = { asset: 'a'.repeat(64) as AssetHash, width: 400, height: 150 };
    const [mine, theirs] = [loadYDoc([state]), loadYDoc([state])];
    for (const ydoc of [mine, theirs]) expect(migrateYDoc(ydoc, workshopType)).toEqual({ ok: true, value: true });
    expect(snapshotOf(mine, workshopType)).toEqual(EMPTY);
    applyCommand(mine, workshopType, snapshotOf(mine, workshopType), commands.setWorkshopInfo, { fields: { logo } });
    const met = loadYDoc([encodeState(mine), encodeState(theirs)]);
    expect(snapshotOf(met, workshopType).info.logo).toEqual(logo);
  });

  it('add, rename, reorder and remove boards', () => {
    let doc = ['a', 'b', 'c'].reduce((before, id) => run(before, commands.addBoard, board(id)), EMPTY);
    doc = run(doc, commands.moveBoard, { id: 'c' as BoardId, to: 0 });
    expect(commands.boardsInOrder(doc).map((ref) => ref.id)).toEqual(['c', 'a', 'b']);
    doc = run(doc, commands.renameBoard, { id: 'a' as BoardId, title: 'Cible' });
    expect(doc.boards['a' as BoardId]?.title).toBe('Cible');
    doc = run(doc, commands.removeBoard, { id: 'c' as BoardId });
    expect(commands.boardsInOrder(doc).map((ref) => ref.id)).toEqual(['a', 'b']);
    expect(workshopType.schema.parse(doc)).toEqual(doc);
  });

  it('link and unlink personas', () => {
    let doc = ['p', 'q'].reduce(
      (before, id) => run(before, commands.addPersona, { id: id as PersonaId, at: 0 }),
      EMPTY,
    );
    expect(commands.personasInOrder(doc).map((ref) => ref.id)).toEqual(['q', 'p']);
    doc = run(doc, commands.movePersona, { id: 'p' as PersonaId, to: 0 });
    expect(commands.personasInOrder(doc).map((ref) => ref.id)).toEqual(['p', 'q']);
    expect(Object.keys(run(doc, commands.removePersona, { id: 'q' as PersonaId }).personas)).toEqual(['p']);
  });

  it('change nothing for what is gone or forbidden', () => {
    expect(run(EMPTY, commands.removeBoard, { id: 'gone' as BoardId })).toBe(EMPTY);
    expect(run(EMPTY, commands.moveBoard, { id: 'constructor' as BoardId, to: 1 })).toBe(EMPTY);
    expect(run(EMPTY, commands.addBoard, board('__proto__'))).toBe(EMPTY);
    expect(run(EMPTY, commands.renameBoard, { id: 'toString' as BoardId, title: 'x' })).toBe(EMPTY);
  });

  it('sweep equal keys apart, the same in both copies', () => {
    const boards = {
      b: { id: 'b', kind: 'journey-map', title: '', order: 'a0' },
      a: { id: 'a', kind: 'journey-map', title: '', order: 'a0' },
    } as never;
    const doc = run({ ...EMPTY, boards }, commands.sweepWorkshop, null);
    expect(commands.boardsInOrder(doc).map((ref) => ref.order)).toEqual(['a0', 'a1']);
    expect(run(doc, commands.sweepWorkshop, null)).toBe(doc);
  });

  it('have a label each, in both languages', () => {
    for (const command of [...Object.values(commands), translateTexts]) {
      if (!/^(?:workshop|translation)\./.test(command.name)) continue;
      for (const lang of ['fr', 'en'] as const)
        expect(translator(lang)(`commands.${command.name}` as never)).not.toContain('commands.');
    }
  });
});
