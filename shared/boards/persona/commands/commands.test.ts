import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { idsOf } from '../../../../tests/support/journeyCommands';
import { richPersona } from '../../../../tests/support/personaCommands';
import { personaDoc } from '../../../../tests/support/workshopBundles';
import type { AssetHash, BlockId, EntryId, EvidenceId } from '../../../base/ids';
import type { Command } from '../../../document/command';
import { translator } from '../../../i18n/translate';
import { type PersonaDoc, type Portrait, personaType } from '../model';
import { blocksInOrder, entriesOf, evidenceInOrder } from '../order';
import { PLAIN_PORTRAIT } from '../portraitModel';
import { personaStrength } from '../strength';
import { personaFrom, presetTemplate, templateOf } from '../templates';
import { addBlock, applyTemplate, deleteBlock, moveBlock, setBlockFields, setFact } from './blocks';
import { deleteTargets } from './deleteTargets';
import { addEntry, deleteEntries, duplicateEntry, moveEntry, setEntryFields, setEntryText } from './entries';
import { addEvidence, cite, deleteEvidence, moveEvidence, setEvidenceFields } from './evidence';
import { setMeta, setPersonaFields, setPhoto, setPortrait } from './info';
import { sweep } from './sweep';
import { restoreVersion, takeFromVersion } from './versions';

const PORTRAIT: Portrait = {
  ...PLAIN_PORTRAIT,
  hair: 'bob',
  background: '#FFD95A',
  shape: '#E5B800',
  skin: '#C68863',
  skinShade: '#A86F4C',
  hairColor: '#3B2A20',
  clothes: '#1E44A8',
  clothesAccent: '#FCFBF7',
  collar: true,
};

const run = <Args>(doc: PersonaDoc, command: Command<PersonaDoc, Args>, args: Args): PersonaDoc =>
  create(doc, (draft) => command(draft as never, args));
const NEEDS = 'needs' as BlockId;
const texts = (doc: PersonaDoc, block: BlockId) => entriesOf(doc, block).map(({ text }) => text);

describe('persona commands', () => {
  it('set fields, cleaned', () => {
    const doc = run(personaDoc(), setPersonaFields, {
      fields: { name: 'Inès\u0000', age: '41', tagline: 'Celle qui sait' },
    });
    expect(doc.info).toEqual({ ...personaDoc().info, name: 'Inès', age: '41', tagline: 'Celle qui sait' });
    const meta = { kind: 'negative' as const, tags: [' B2B ', 'B2B', ''], lastReviewed: '2026-11-02', favourite: true };
    expect(run(doc, setMeta, { fields: meta }).info).toMatchObject({ ...meta, tags: ['B2B'] });
    expect(run(doc, setMeta, { fields: { lastReviewed: 'hier', kind: 'rare' as never } })).toBe(doc);
  });

  it('set and remove the portrait; what is not one changes nothing', () => {
    const doc = run(personaDoc(), setPortrait, { portrait: PORTRAIT });
    expect(personaType.schema.parse(doc).info.portrait).toEqual(PORTRAIT);
    expect(run(doc, setPortrait, { portrait: { ...PORTRAIT } })).toBe(doc);
    expect(run(doc, setPortrait, { portrait: { ...PORTRAIT, skin: 'url(x)' } })).toBe(doc);
    expect(run(doc, setPortrait, { portrait: null }).info.portrait).toBeNull();
  });

  it('put a photograph in front of the portrait and take it away', () => {
    const photo = { asset: 'b'.repeat(64) as AssetHash, width: 400, height: 500, alt: 'Solène' };
    const doc = run(personaDoc(), setPhoto, { photo });
    expect(doc.info.photo).toEqual(photo);
    expect(run(doc, setPhoto, { photo: { ...photo, asset: 'x' as AssetHash } })).toBe(doc);
    expect(run(doc, setPhoto, { photo: null }).info.photo).toBeNull();
  });

  it('add, write, move, copy and delete entries', () => {
    const newId = idsOf('e');
    const [one, two] = [newId<EntryId>(), newId<EntryId>()];
    let doc = run(personaDoc(), addEntry, { id: one, block: NEEDS, at: null, fields: { text: 'courir' } });
    doc = run(doc, addEntry, { id: two, block: NEEDS, at: 0, fields: { text: 'dormir', evidence: 'verbatim' } });
    expect(texts(doc, NEEDS)).toEqual(['dormir', 'courir']);
    doc = run(doc, setEntryText, { id: one, text: 'courir 10 km' });
    doc = run(doc, moveEntry, { id: one, block: NEEDS, at: 0 });
    doc = run(doc, duplicateEntry, { id: two, newId: newId<EntryId>() });
    expect(texts(doc, NEEDS)).toEqual(['courir 10 km', 'dormir', 'dormir']);
    doc = run(doc, moveEntry, { id: two, block: 'barriers' as BlockId, at: null });
    expect(texts(doc, 'barriers' as BlockId)).toEqual(['dormir']);
    expect(doc.entries[two]?.evidence).toBe('verbatim');
    doc = run(doc, deleteEntries, { ids: [one, 'gone' as EntryId] });
    expect(texts(doc, NEEDS)).toEqual(['dormir']);
    expect(run(doc, addEntry, { id: one, block: 'gone' as BlockId, at: null, fields: {} })).toBe(doc);
  });

  it('keep values in the range of their block', () => {
    const newId = idsOf('v');
    const slider = 'character' as BlockId;
    let doc = run(personaDoc(), addBlock, { id: slider, kind: 'sliders', at: null, fields: { title: 'Caractère' } });
    const id = newId<EntryId>();
    doc = run(doc, addEntry, { id, block: slider, at: null, fields: { text: 'calme', opposite: 'vive' } });
    expect(doc.entries[id]?.value).toBe(50);
    doc = run(doc, setEntryFields, { id, fields: { value: 140.4 } });
    expect(doc.entries[id]?.value).toBe(100);
    doc = run(doc, setEntryFields, { id, fields: { value: -3 } });
    expect(doc.entries[id]?.value).toBe(0);
    const channels = 'channels' as BlockId;
    const channel = newId<EntryId>();
    doc = run(doc, addEntry, {
      id: channel,
      block: channels,
      at: null,
      fields: { text: 'Forum', value: -2, sample: 9.4, medium: 'online' },
    });
    expect(doc.entries[channel]).toMatchObject({ value: 0, sample: 9, medium: 'online' });
  });

  it('show, hide, move and delete blocks', () => {
    let doc = run(personaDoc(), setBlockFields, {
      id: NEEDS,
      fields: { visible: false, title: 'Besoins et objectifs' },
    });
    expect(doc.blocks[NEEDS]).toMatchObject({ visible: false, title: 'Besoins et objectifs' });
    doc = run(doc, addBlock, { id: NEEDS, kind: 'text', at: 0, fields: {} });
    expect(doc.blocks[NEEDS]).toMatchObject({ visible: true, kind: 'list', title: 'Besoins et objectifs' });
    doc = run(doc, moveBlock, { id: NEEDS, to: 0 });
    expect(blocksInOrder(doc)[0]?.id).toBe(NEEDS);
    doc = run(doc, addEntry, { id: 'x' as EntryId, block: NEEDS, at: null, fields: { text: 'a' } });
    doc = run(doc, deleteBlock, { id: NEEDS });
    expect(doc.blocks[NEEDS]).toBeUndefined();
    expect(doc.entries).toEqual({});
  });

  it('let claims cite evidence and take its kind of proof', () => {
    const source = 's1' as EvidenceId;
    const entry = 'e1' as EntryId;
    let doc = run(personaDoc(), addEvidence, {
      id: source,
      at: null,
      fields: { kind: 'questionnaire', title: 'Enquête', sample: 312 },
    });
    doc = run(doc, addEntry, { id: entry, block: NEEDS, at: null, fields: { text: 'a', evidence: 'hypothesis' } });
    doc = run(doc, cite, { claim: { kind: 'entry', id: entry }, evidence: source, cited: true });
    expect(doc.entries[entry]).toMatchObject({ evidence: 'data', cites: [source] });
    doc = run(doc, setFact, { id: 'income', fields: { evidence: 'verbatim' } });
    doc = run(doc, cite, { claim: { kind: 'fact', id: 'income' }, evidence: source, cited: true });
    expect(doc.factSlots.income).toMatchObject({ evidence: 'verbatim', cites: [source] });
    doc = run(doc, cite, { claim: { kind: 'fact', id: 'income' }, evidence: source, cited: false });
    expect(doc.factSlots.income?.cites).toEqual([]);
    const strength = personaStrength(doc);
    doc = run(doc, cite, { claim: { kind: 'quote', id: 'quote' }, evidence: source, cited: true });
    expect(doc.factSlots.quote).toMatchObject({ evidence: 'data', cites: [source] });
    doc = run(doc, setFact, { id: 'tagline', fields: { evidence: 'hypothesis' } });
    expect(doc.factSlots.tagline).toMatchObject({ evidence: 'hypothesis' });
    // Lines of the head are no claims: they summarise what the page claims.
    expect(personaStrength(doc)).toEqual(strength);
    doc = run(doc, addEvidence, { id: 's2' as EvidenceId, at: null, fields: {} });
    doc = run(doc, moveEvidence, { id: 's2' as EvidenceId, to: 0 });
    doc = run(doc, setEvidenceFields, { id: source, fields: { date: 'oct. 2026', note: 'en ligne' } });
    expect(evidenceInOrder(doc).map(({ id, date }) => [id, date])).toEqual([
      ['s2', ''],
      ['s1', 'oct. 2026'],
    ]);
    doc = run(doc, deleteEvidence, { ids: [source] });
    expect(doc.entries[entry]).toMatchObject({ evidence: 'data', cites: [] });
  });

  it('delete what is selected; a fact is emptied', () => {
    const doc = richPersona();
    const [entry] = entriesOf(doc, NEEDS);
    const [source] = evidenceInOrder(doc);
    const after = run(doc, deleteTargets, {
      targets: [
        { kind: 'entry', id: entry!.id },
        { kind: 'evidence', id: source!.id },
        { kind: 'block', id: 'day' },
        { kind: 'fact', id: 'income' },
        { kind: 'fact', id: 'name' },
      ],
    });
    expect(entriesOf(after, NEEDS)).toHaveLength(entriesOf(doc, NEEDS).length - 1);
    expect(evidenceInOrder(after)).toHaveLength(evidenceInOrder(doc).length - 1);
    expect(after.blocks['day' as BlockId]).toBeUndefined();
    expect(after.info).toMatchObject({ income: '', name: doc.info.name });
  });

  it('lay a page out by a template without losing anything; a page saved as a template makes the same page', () => {
    const newId = idsOf('t');
    const doc = richPersona();
    const after = run(doc, applyTemplate, { template: presetTemplate('patient'), newId });
    expect(after.entries).toEqual(doc.entries);
    expect(
      blocksInOrder(after)
        .slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(['biography', 'needs', 'motivations']);
    expect(after.blocks['purchase' as BlockId]?.visible).toBe(true);
    expect(run(after, applyTemplate, { template: presetTemplate('patient'), newId })).toEqual(after);
    const own = run(doc, addBlock, {
      id: 'own' as BlockId,
      kind: 'number',
      at: 0,
      fields: { title: 'Panier', prompt: 'Combien\u202F?' },
    });
    const template = templateOf(own, 'Coureuses');
    const again = personaFrom(JSON.parse(JSON.stringify(template)), newId);
    const shape = (page: PersonaDoc) => blocksInOrder(page).map(({ kind, title, prompt }) => ({ kind, title, prompt }));
    expect(shape(again)).toEqual(shape(own));
    expect(templateOf(again, 'Coureuses')).toEqual(template);
    expect(JSON.stringify(template)).not.toContain('Solène');
    const noted = run(own, setBlockFields, { id: NEEDS, fields: { note: 'Cité par 7 entretiens sur 9' } });
    expect(templateOf(noted, 'Coureuses').blocks.map(({ note }) => note)).toEqual(template.blocks.map(() => ''));
  });

  it('bring back a block that a copy deleted while the other wrote in it', () => {
    const doc = richPersona();
    const { [NEEDS]: _, ...blocks } = doc.blocks;
    const after = run({ ...doc, blocks } as PersonaDoc, sweep, null);
    expect(after.blocks[NEEDS]).toMatchObject({ kind: 'list', visible: true });
    expect(after.entries).toEqual(doc.entries);
  });

  it('take one block over from a version', () => {
    const version = richPersona();
    const [first] = entriesOf(version, NEEDS);
    let doc = run(version, setEntryText, { id: first!.id, text: 'autre chose' });
    doc = run(doc, setPersonaFields, { fields: { name: 'Autre' } });
    doc = run(doc, takeFromVersion, { version, field: { kind: 'block', id: NEEDS } });
    expect(texts(doc, NEEDS)).toEqual(texts(version, NEEDS));
    expect(doc.info.name).toBe('Autre');
    expect(run(doc, restoreVersion, { version })).toEqual(version);
  });

  it('have a label each, in both languages', () => {
    const all = [
      setPersonaFields,
      setMeta,
      setPortrait,
      setPhoto,
      setFact,
      addEntry,
      setEntryText,
      setEntryFields,
      moveEntry,
      duplicateEntry,
      deleteEntries,
      addBlock,
      setBlockFields,
      moveBlock,
      deleteBlock,
      applyTemplate,
      addEvidence,
      setEvidenceFields,
      moveEvidence,
      deleteEvidence,
      cite,
      deleteTargets,
      restoreVersion,
      takeFromVersion,
      sweep,
    ];
    for (const command of all)
      for (const lang of ['fr', 'en'] as const)
        expect(translator(lang)(`commands.${command.name}` as never)).not.toContain('commands.');
  });
});
