import type { AssetHash, BlockId, EntryId, EvidenceId, NewId } from '../../shared/base/ids';
import { BLOCK_KINDS, FACT_IDS, HEAD_LINES, SLOT_IDS, STANDARD_BLOCK_IDS } from '../../shared/boards/persona/blocks';
import {
  addBlock,
  applyTemplate,
  deleteBlock,
  moveBlock,
  setBlockFields,
  setFact,
} from '../../shared/boards/persona/commands/blocks';
import { deleteTargets } from '../../shared/boards/persona/commands/deleteTargets';
import {
  addEntry,
  deleteEntries,
  duplicateEntry,
  moveEntry,
  setEntryFields,
  setEntryText,
} from '../../shared/boards/persona/commands/entries';
import {
  addEvidence,
  cite,
  deleteEvidence,
  moveEvidence,
  setEvidenceFields,
} from '../../shared/boards/persona/commands/evidence';
import { pinFigures } from '../../shared/boards/persona/commands/figures';
import { setMeta, setPersonaFields, setPhoto, setPortrait } from '../../shared/boards/persona/commands/info';
import { restoreVersion, takeFromVersion } from '../../shared/boards/persona/commands/versions';
import { EVIDENCE_SOURCES, MEDIA, PERSONA_KINDS, type PersonaDoc } from '../../shared/boards/persona/model';
import { randomPortrait } from '../../shared/boards/persona/portraitMaker';
import { PRESET_IDS, presetTemplate, templateOf } from '../../shared/boards/persona/templates';
import type { Command } from '../../shared/document/command';
import { EVIDENCE_KINDS } from '../../shared/model/evidence';
import { TEXT_LANGS, type TranslateTexts, type TranslationId, translateTexts } from '../../shared/model/translation';
import { personaNamed } from '../../shared/sample/samplePersonas';
import { idsOf, type Seed } from './journeyCommands';

/** A command with its arguments, ready to run. */
export interface PersonaStep {
  readonly command: Command<PersonaDoc, never>;
  readonly args: never;
}

/** The persona of the sample: entries in every kind of block, sources, proven facts. */
export const richPersona = (lang: 'fr' | 'en' = 'fr'): PersonaDoc =>
  structuredClone(personaNamed('runner', lang, idsOf('start')));

/** A persona that says nothing but this. */
export function personaSaying(tagline: string): PersonaDoc {
  const persona = richPersona();
  const facts = Object.fromEntries(FACT_IDS.map((id) => [id, '']));
  return { ...persona, entries: {}, info: { ...persona.info, ...facts, quote: '', tagline } };
}

const step = <Args>(command: Command<PersonaDoc, Args>, args: Args): PersonaStep => ({
  command: command as never,
  args: args as never,
});

/** The change that a seed means on this persona; some are about things that are not there. */
export function personaStep(doc: PersonaDoc, seed: Seed, newId: NewId, versions: readonly PersonaDoc[]): PersonaStep {
  const { a, b, c, at, number, text, flag } = seed;
  const pick = <T>(all: object, n: number): T => {
    const ids = Object.keys(all).sort();
    return (ids.length === 0 || n % 37 === 36 ? 'gone' : ids[n % ids.length]) as T;
  };
  const one = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
  const entry = pick<EntryId>(doc.entries, a);
  const other = pick<EntryId>(doc.entries, b);
  const block = pick<BlockId>(doc.blocks, b);
  const item = pick<EvidenceId>(doc.evidence, c);
  const fact = one(FACT_IDS, a);
  const slot = one(SLOT_IDS, a);
  const line = one(HEAD_LINES, c);
  const version = one([...versions, doc], c);
  const proof = { evidence: one([...EVIDENCE_KINDS, null], a), cites: [item, item, 'gone' as EvidenceId] };
  const fields = {
    ...proof,
    value: number,
    opposite: text,
    unit: text,
    medium: one([...MEDIA, null], b),
    sample: flag ? number : null,
  };
  let picks = a;
  const randomPick = (count: number) => {
    picks = (picks * 31 + c + 7) % 1009;
    return picks % count;
  };
  const photo = { asset: 'a'.repeat(64) as AssetHash, width: 640, height: 480, alt: text };
  const twice = (make: () => PersonaStep) => [make, make];
  const options: readonly (() => PersonaStep)[] = [
    ...twice(() => step(addEntry, { id: newId<EntryId>(), block, at, fields: { text, ...(flag ? fields : {}) } })),
    ...twice(() => step(addEntry, { id: newId<EntryId>(), block, at, fields: { text } })),
    ...twice(() => step(setEntryText, { id: entry, text })),
    ...twice(() => step(setEntryFields, { id: entry, fields })),
    ...twice(() => step(moveEntry, { id: entry, block: flag ? block : (doc.entries[entry]?.block ?? block), at })),
    () => step(duplicateEntry, { id: entry, newId: newId<EntryId>() }),
    () => step(deleteEntries, { ids: [entry, other] }),
    () =>
      step(addBlock, {
        id: flag ? newId<BlockId>() : (one(STANDARD_BLOCK_IDS, a) as never),
        kind: one(BLOCK_KINDS, b),
        at,
        fields: { title: text },
      }),
    () => step(setBlockFields, { id: block, fields: { title: text, visible: flag, prompt: text, note: text } }),
    ...twice(() => step(moveBlock, { id: block, to: at })),
    () => step(deleteBlock, { id: block }),
    ...twice(() => step(setFact, { id: slot, fields: { label: text, visible: flag, ...proof } })),
    () =>
      step(applyTemplate, { template: flag ? presetTemplate(one(PRESET_IDS, a)) : templateOf(version, text), newId }),
    ...twice(() =>
      step(addEvidence, {
        id: newId<EvidenceId>(),
        at,
        fields: { title: text, kind: one(EVIDENCE_SOURCES, a), sample: number },
      }),
    ),
    () =>
      step(setEvidenceFields, {
        id: item,
        fields: { title: text, date: text, note: text, sample: number, kind: one(EVIDENCE_SOURCES, b) },
      }),
    () => step(moveEvidence, { id: item, to: at }),
    () => step(deleteEvidence, { ids: [item] }),
    ...twice(() =>
      step(cite, {
        claim: flag
          ? { kind: 'entry', id: entry }
          : one(
              [
                { kind: 'fact', id: fact },
                { kind: line, id: line },
              ] as const,
              b,
            ),
        evidence: item,
        cited: b % 3 > 0,
      }),
    ),
    () =>
      step(pinFigures, {
        field: flag ? { kind: 'fact', id: fact } : { kind: 'block', id: block },
        figures: [text, text, 'n'].map((title) => ({
          evidence: newId<EvidenceId>(),
          entry: newId<EntryId>(),
          source: { title, date: text, sample: number, note: '' },
          value: text,
          says: { text, value: number, unit: text, sample: number },
        })),
      }),
    ...twice(() => step(setPersonaFields, { fields: { name: text, tagline: text, quote: text, [fact]: text } })),
    () =>
      step(setMeta, {
        fields: {
          kind: one(PERSONA_KINDS, a),
          tags: [text, 'tri'],
          archived: flag,
          favourite: !flag,
          lastReviewed: flag ? '2026-02-29' : '',
          owner: text,
        },
      }),
    () => step(setPortrait, { portrait: flag ? randomPortrait(randomPick) : null }),
    () => step(setPhoto, { photo: flag ? photo : null }),
    ...twice(() =>
      step(translateTexts as unknown as Command<PersonaDoc, TranslateTexts>, {
        texts: [
          { where: 'info', entityId: '' as const, field: flag ? 'quote' : 'tagline' },
          { where: 'entries', entityId: entry, field: 'text' },
        ].map((place) => ({ ...place, id: newId<TranslationId>(), lang: one(TEXT_LANGS, c), source: 'dit', text })),
      }),
    ),
    () => step(restoreVersion, { version }),
    ...twice(() =>
      step(takeFromVersion, {
        version,
        field: one(
          [
            { kind: 'info', name: 'quote' },
            { kind: 'info', name: 'portrait' },
            { kind: 'fact', name: fact },
            { kind: 'block', id: pick<BlockId>(version.blocks, b) },
            { kind: 'block', id: block },
            { kind: 'evidence' },
            { kind: 'translations' },
          ] as const,
          b,
        ),
      }),
    ),
    () =>
      step(deleteTargets, {
        targets: [
          { kind: 'entry', id: entry },
          { kind: flag ? 'block' : 'evidence', id: flag ? block : item },
          { kind: 'fact', id: fact },
        ],
      }),
  ];
  return (options[seed.op % options.length] as () => PersonaStep)();
}
