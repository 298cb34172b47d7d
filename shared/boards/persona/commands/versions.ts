import type { BlockId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { jsonEqual } from '../../../document/jsonEqual';
import { entity } from '../../../model/entity';
import { moveTo, orderAt, peek } from '../../../model/orderKey';
import type { ChangeField } from '../changes';
import type { Block, EvidenceItem, PersonaDoc } from '../model';
import { any, type PersonaDraft } from './draft';

const COLLECTIONS = ['blocks', 'entries', 'evidence', 'factSlots', 'translations'] as const;

type Records = Record<string, { readonly id: string } | undefined>;

/** Makes a record what it was: writes only the fields that differ, so that copies merge field by field. */
function bringBack(now: Records, then: Records, belongs: (item: object) => boolean = () => true): void {
  for (const [id, item] of Object.entries(peek(now)))
    if (item && belongs(item) && !Object.hasOwn(then, id)) delete now[id];
  for (const [id, item] of Object.entries(then)) {
    if (!item || !belongs(item)) continue;
    const seen = peek(now)[id];
    if (seen === undefined) now[id] = structuredCopy(item);
    else if (!jsonEqual(seen, item)) Object.assign(now[id] as object, fieldsThatDiffer(seen, item));
  }
}

/** Plain JSON, copied: a draft must not share objects with the version. */
const structuredCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function fieldsThatDiffer(now: object, then: object): object {
  const was = now as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(then)
      .filter(([name, value]) => !jsonEqual(was[name], value))
      .map(([name, value]) => [name, structuredCopy(value)]),
  );
}

/** Brings the content of a version back, whole: name, facts, blocks, entries, sources, translations. Later entries go; undo brings them again. */
export const restoreVersion = defineCommand<PersonaDoc, { readonly version: PersonaDoc }>(
  'persona.restoreVersion',
  (draft, { version }) => {
    Object.assign(draft.info, fieldsThatDiffer(peek(draft.info), version.info));
    for (const name of COLLECTIONS) bringBack(draft[name] as Records, version[name] as Records);
  },
);

/**
 * Takes one field over from a version: a single field, a fact with its proof, a block with its entries, all sources, or all translations. Citations of
 * items that are not here are left out; sources that are cited meanwhile stay.
 */
export const takeFromVersion = defineCommand<PersonaDoc, { readonly version: PersonaDoc; readonly field: ChangeField }>(
  'persona.takeFromVersion',
  (draft, { version, field }) => {
    if (field.kind === 'info' || field.kind === 'fact') {
      const own = draft.info as Record<string, unknown>;
      const then = version.info[field.name];
      if (Object.hasOwn(version.info, field.name) && !jsonEqual(own[field.name], then))
        own[field.name] = structuredCopy(then);
    }
    if (field.kind === 'info' || field.kind === 'fact')
      bringBack(
        draft.factSlots as Records,
        version.factSlots as Records,
        (slot) => 'id' in slot && slot.id === field.name,
      );
    if (field.kind === 'block') takeBlock(draft, version, field.id);
    if (field.kind === 'evidence') takeEvidence(draft, version);
    if (field.kind === 'translations') bringBack(draft.translations as Records, version.translations as Records);
    dropLostCites(draft);
  },
);

function takeEvidence(draft: PersonaDraft, version: PersonaDoc): void {
  const cited = citedIn(draft);
  const kept = Object.values(peek(draft.evidence)).filter(({ id }) => cited.has(id) && !entity(version.evidence, id));
  const all = { ...version.evidence, ...Object.fromEntries(kept.map((item) => [item.id, item])) };
  bringBack(draft.evidence as Records, all);
  // One that was added since may stand where one that comes back stood.
  const taken = new Set(Object.values<EvidenceItem>(version.evidence).map(({ order }) => order));
  for (const { id, order } of kept) if (taken.has(order)) moveTo<EvidenceItem>(draft.evidence, id, any, null);
}

function takeBlock(draft: PersonaDraft, version: PersonaDoc, id: BlockId): void {
  const then = entity(version.blocks, id);
  const now = entity(draft.blocks, id);
  const inBlock = (item: object) => 'block' in item && item.block === id;
  if (!then) {
    bringBack(draft.entries as Records, {}, inBlock);
    if (now) delete draft.blocks[id];
    return;
  }
  const { order: _, ...rest } = then;
  if (now) Object.assign(now, fieldsThatDiffer(peek(now), rest));
  else {
    const at = Object.values<Block>(version.blocks).filter(({ order }) => order < then.order).length;
    draft.blocks[id] = { ...structuredCopy(rest), order: orderAt<Block>(draft.blocks, () => true, at) };
  }
  // Entries that stand in another block by now come back too: their ids are the same.
  const own = Object.values(version.entries).filter((entry) => entry.block === id);
  for (const entry of Object.values(peek(draft.entries)))
    if (entry.block === id && !own.some((each) => each.id === entry.id)) delete draft.entries[entry.id];
  for (const entry of own) {
    const seen = peek(draft.entries)[entry.id];
    if (!seen) draft.entries[entry.id] = structuredCopy(entry);
    else if (!jsonEqual(seen, entry)) Object.assign(draft.entries[entry.id] as object, fieldsThatDiffer(seen, entry));
  }
}

const claimsIn = (draft: PersonaDraft) => [
  ...Object.values(peek(draft.entries)),
  ...Object.values(peek(draft.factSlots)).filter((slot) => slot !== undefined),
];

const citedIn = (draft: PersonaDraft): ReadonlySet<string> => new Set(claimsIn(draft).flatMap(({ cites }) => cites));

function dropLostCites(draft: PersonaDraft): void {
  for (const claim of claimsIn(draft)) {
    if (claim.cites.every((id) => entity(draft.evidence, id))) continue;
    const own = 'block' in claim ? draft.entries[claim.id] : draft.factSlots[claim.id];
    if (own) own.cites = own.cites.filter((id) => entity(draft.evidence, id));
  }
}
