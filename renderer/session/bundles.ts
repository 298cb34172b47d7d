import type { AssetHash, DocId, NewId, PersonaId, WorkshopId } from '@shared/base/ids';
import { fail, ok, type Result } from '@shared/base/result';
import { docType, sweepOf } from '@shared/boards/docTypes';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { applyCommand } from '@shared/document/applyCommand';
import { createYDoc, encodeState, loadYDoc, missingFrom, snapshotOf } from '@shared/document/yDocument';
import { type ExchangedPersona, type PersonaSet, personasOf } from '@shared/exchange/personaSet';
import { renumber } from '@shared/file/renumber';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { AnyDoc } from '@shared/model/document';
import { usedAssets } from '@shared/model/usedAssets';
import type { WorkshopDoc } from '@shared/model/workshop';
import type { Doc as YDoc } from 'yjs';
import { type Core, readJournalAsset } from './core';
import type { Documents } from './documents';
import { factsOf, kindOf, setMeta } from './facts';
import type { IncomingPersona, PersonaDecisions } from './incoming';
import type { Versions } from './versions';
import type { ImportMode, NewWorkshop } from './workspaceApi';
import type { NewWrite } from './writer';

/** Workshops as a whole: made, copied, taken out and brought in. */
export interface Bundles {
  readonly create: (workshop: NewWorkshop) => Promise<Result<WorkshopId>>;
  readonly addDoc: (id: DocId, doc: AnyDoc) => Promise<Result<null>>;
  readonly duplicate: (id: WorkshopId, title: string) => Promise<Result<WorkshopId>>;
  readonly take: (id: WorkshopId) => Promise<Result<WorkshopBundle>>;
  /** `decisions` say what becomes of personas that are here and differ; without them, shared ones are merged and others replaced. */
  readonly bring: (
    bundle: WorkshopBundle,
    mode: ImportMode,
    decisions?: PersonaDecisions,
  ) => Promise<Result<WorkshopId>>;
  /** Personas without a workshop, as decided: all of them or none. */
  readonly bringPersonas: (set: PersonaSet, decisions: PersonaDecisions) => Promise<Result<BroughtPersonas>>;
  readonly takePersonas: (ids: readonly PersonaId[]) => Promise<Result<PersonaSet>>;
  readonly compare: (set: PersonaSet) => Promise<readonly IncomingPersona[]>;
}

export interface BundlesPorts {
  readonly core: Core;
  readonly documents: Documents;
  readonly newId: NewId;
  /** Makes a backup of what is about to change. */
  readonly backUp: (id: WorkshopId) => Promise<Result<null>>;
  /** Keeps versions of personas that are about to change. */
  readonly aroundPersonas: Versions['around'];
}

/** What an import of personas came to. */
export interface BroughtPersonas {
  readonly added: readonly PersonaId[];
  /** What each persona that changed was before. */
  readonly changed: ReadonlyMap<PersonaId, PersonaDoc>;
  readonly same: number;
}

export function createBundles({ core, documents, newId, backUp, aroundPersonas }: BundlesPorts): Bundles {
  const ports = { catalog: core.catalog, now: core.now, documents };
  const store = async (
    docs: Readonly<Record<string, AnyDoc>>,
    assets?: Assets,
    more: readonly NewWrite[] = [],
  ): Promise<Result<null>> => {
    const writes = Object.entries(docs).map(([id, doc]) => newDocument(core, id as DocId, doc));
    const stored = await core.writer.commit([...more, ...writes], assets);
    if (stored.ok) absorb(documents, more);
    return stored;
  };
  const around = <T>(ids: readonly DocId[], change: () => Promise<T>): Promise<T> =>
    aroundPersonas(ids.filter((id) => core.catalog.get(id)?.kind === 'persona') as readonly PersonaId[], change);

  const create: Bundles['create'] = async ({ id, workshop, docs }) => {
    const stored = await store({ ...docs, [id]: workshop });
    return stored.ok ? ok(id) : stored;
  };

  const take: Bundles['take'] = async (id) => {
    const docs: Record<DocId, { doc: AnyDoc; state: Uint8Array }> = {};
    for (const docId of core.catalog.documentsOf(id)) {
      const read = await documents.use(docId, (ydoc) => contentOf(ydoc, documents.get(docId)?.store.getState().doc));
      if (!read.ok) return read;
      if (read.value) docs[docId] = read.value;
    }
    if (!docs[id]) return fail({ code: 'document-missing', id });
    return ok({
      workshopId: id,
      docs,
      assets: await assetsOf(
        core,
        Object.values(docs).map(({ doc }) => doc),
      ),
    });
  };

  const copyOf = async (
    bundle: WorkshopBundle,
    change: (workshop: WorkshopDoc) => WorkshopDoc,
    personas: readonly NewWrite[] | null = null,
  ): Promise<Result<WorkshopId>> => {
    // Personas that were decided about have their ids.
    const linked = personas && Object.keys((jsonOf(bundle)[bundle.workshopId] as unknown as WorkshopDoc).personas);
    const { docs, ids } = renumber(jsonOf(bundle), newId, new Set(linked ?? []));
    // The new id of a document of this bundle, and the document that has it.
    const id = ids.get(bundle.workshopId) as WorkshopId;
    const workshop = change(docs[id] as unknown as WorkshopDoc);
    const changing = (personas ?? []).map(({ docId }) => docId);
    const stored = await around(changing, () => store({ ...docs, [id]: workshop }, assetMap(bundle), personas ?? []));
    return stored.ok ? ok(id) : stored;
  };

  const duplicate: Bundles['duplicate'] = async (id, title) => {
    const bundle = await take(id);
    if (!bundle.ok) return bundle;
    return copyOf(bundle.value, (workshop) => ({ ...workshop, info: { ...workshop.info, title, sample: false } }));
  };

  const bring: Bundles['bring'] = async (whole, mode, decisions) => {
    if (mode === 'merge') return bringAs(whole, mode, []);
    if (!decisions) return bringAs(whole, mode, null);
    const { comparePersonas, withoutPersonas, writesFor } = await import('./incoming');
    const set = personasOf(whole);
    const incoming = await writesFor(ports, set, await comparePersonas(ports, set), decisions, newId);
    return bringAs(withoutPersonas(whole, incoming.renamed), mode, incoming.writes);
  };

  /** `personas` are those of the bundle, decided about; null leaves them to it. */
  const bringAs = async (
    bundle: WorkshopBundle,
    mode: ImportMode,
    personas: readonly NewWrite[] | null,
  ): Promise<Result<WorkshopId>> => {
    if (mode === 'keep-both') return copyOf(bundle, (workshop) => workshop, personas);
    const backedUp = core.catalog.get(bundle.workshopId) ? await backUp(bundle.workshopId) : ok(null);
    if (!backedUp.ok) return backedUp;
    const changing = [...(Object.keys(bundle.docs) as DocId[]), ...(personas ?? []).map(({ docId }) => docId)];
    const stored = await around(changing, () =>
      mode === 'merge' ? mergeIn(core, documents, bundle) : putIn(core, documents, bundle, personas ?? []),
    );
    return stored.ok ? ok(bundle.workshopId) : stored;
  };

  const bringPersonas: Bundles['bringPersonas'] = async (set, decisions) => {
    const { comparePersonas, writesFor } = await import('./incoming');
    const compared = await comparePersonas(ports, set);
    const { writes, added, changed } = await writesFor(ports, set, compared, decisions, newId);
    const changing = writes.map(({ docId }) => docId);
    const stored = writes.length > 0 ? await around(changing, () => store({}, assetsOfSet(set), writes)) : ok(null);
    if (!stored.ok) return stored;
    const isChanged = new Set(changed);
    const before = compared.flatMap(({ id, here }) => (here && isChanged.has(id) ? [[id, here] as const] : []));
    return ok({ added, changed: new Map(before), same: compared.length - added.length - before.length });
  };

  const takePersonas: Bundles['takePersonas'] = async (ids) => {
    const personas: ExchangedPersona[] = [];
    for (const id of ids) {
      const read = await documents.use(id, (ydoc) => contentOf(ydoc, documents.get(id)?.store.getState().doc));
      if (!read.ok) return read;
      // The catalog said that it is a persona.
      if (read.value) personas.push({ id, doc: read.value.doc as unknown as PersonaDoc, state: read.value.state });
    }
    const docs = personas.map(({ doc }) => doc as unknown as AnyDoc);
    return ok({ personas, assets: await assetsOf(core, docs), isWhole: true });
  };

  return {
    create,
    addDoc: (id, doc) => store({ [id]: doc }),
    duplicate,
    take,
    bring,
    bringPersonas,
    takePersonas,
    compare: async (set) => (await import('./incoming')).comparePersonas(ports, set),
  };
}

type Assets = ReadonlyMap<AssetHash, Uint8Array>;

const assetMap = (bundle: WorkshopBundle): Assets =>
  new Map(Object.entries(bundle.assets) as [AssetHash, Uint8Array][]);

const assetsOfSet = (set: PersonaSet): Assets => new Map(Object.entries(set.assets) as [AssetHash, Uint8Array][]);

const jsonOf = (bundle: WorkshopBundle): Record<string, AnyDoc> =>
  Object.fromEntries(Object.entries(bundle.docs).map(([id, { doc }]) => [id, doc]));

/** A document that has no history yet. */
function newDocument(core: Core, id: DocId, doc: AnyDoc): NewWrite {
  const ydoc = createYDoc(docType<AnyDoc>(doc.kind), doc);
  setMeta(ydoc, 'createdAt', core.now());
  return writeOf(core, id, ydoc);
}

/** The whole document in place of what is stored under its id. */
function writeOf(core: Core, id: DocId, ydoc: YDoc): NewWrite {
  const facts = factsOf(ydoc, core.catalog.get(id)?.createdAt ?? core.now());
  return { docId: id, erase: true, update: encodeState(ydoc), ...(facts && { facts }) };
}

/** `doc` is its snapshot, where there is one already. */
function contentOf(ydoc: YDoc, doc: AnyDoc | undefined): { doc: AnyDoc; state: Uint8Array } | null {
  const kind = kindOf(ydoc);
  return kind && { doc: doc ?? snapshotOf(ydoc, docType<AnyDoc>(kind)), state: encodeState(ydoc) };
}

async function assetsOf(core: Core, docs: readonly AnyDoc[]): Promise<Record<AssetHash, Uint8Array>> {
  const assets: Record<AssetHash, Uint8Array> = {};
  for (const hash of usedAssets(docs)) {
    const bytes = (await core.store.readAsset(hash)) ?? (await readJournalAsset(core.desktop, hash));
    if (bytes) assets[hash] = bytes;
  }
  return assets;
}

/**
 * The bundle's documents in place of ours, boards that it no longer has forgotten. A persona that another workshop uses too is merged
 * instead: that workshop did not ask for a change.
 */
async function putIn(
  core: Core,
  documents: Documents,
  bundle: WorkshopBundle,
  personas: readonly NewWrite[],
): Promise<Result<null>> {
  const { workshopId } = bundle;
  const isShared = (id: DocId) => core.catalog.workshopsOf(id).some((other) => other !== workshopId);
  const ids = Object.keys(bundle.docs) as DocId[];
  const shared = ids.filter(isShared);
  const merged = await Promise.all(shared.map((id) => mergeWrite(core, documents, id, bundle)));
  const replaced = ids.filter((id) => !shared.includes(id));
  const loaded = replaced.map((id) => [id, broughtIn(bundle, id)] as const);
  // Personas belong to the library: they stay when the workshop no longer names them.
  const isBoard = (id: DocId) => core.catalog.get(id)?.kind !== 'persona';
  const gone = core.catalog.documentsOf(workshopId).filter((id) => !bundle.docs[id] && isBoard(id));
  const resume = documents.suspend([...replaced, ...gone]);
  const stored = await core.writer.commit(
    [
      ...personas,
      ...merged.flatMap((write) => (write ? [write] : [])),
      ...loaded.map(([id, ydoc]) => writeOf(core, id, ydoc)),
      ...gone.map((docId) => ({ docId, erase: true, update: null })),
    ],
    assetMap(bundle),
  );
  resume(stored.ok ? new Map(loaded) : null);
  if (stored.ok) absorb(documents, [...personas, ...merged]);
  return stored;
}

/** A document of the bundle, out of the trash. */
function broughtIn(bundle: WorkshopBundle, id: DocId): YDoc {
  const stored = bundle.docs[id];
  const ydoc = loadYDoc(stored ? [stored.state] : []);
  setMeta(ydoc, 'trashedAt', null);
  return ydoc;
}

/** Edits of both sides stay. */
async function mergeIn(core: Core, documents: Documents, bundle: WorkshopBundle): Promise<Result<null>> {
  const ids = Object.keys(bundle.docs) as DocId[];
  const merged = await Promise.all(ids.map((id) => mergeWrite(core, documents, id, bundle)));
  const writes = merged.flatMap((write) => (write ? [write] : []));
  if (writes.length === 0) return ok(null);
  const stored = await core.writer.commit(writes, assetMap(bundle));
  if (stored.ok) absorb(documents, writes);
  return stored;
}

/** What the bundle adds to a document, with what merging left dangling swept; null when it adds nothing. */
async function mergeWrite(
  core: Core,
  documents: Documents,
  id: DocId,
  bundle: WorkshopBundle,
): Promise<NewWrite | null> {
  const mine = core.catalog.get(id) ? await documents.use(id, encodeState) : null;
  if (!mine?.ok) return writeOf(core, id, broughtIn(bundle, id));
  const merged = loadYDoc([mine.value, encodeState(broughtIn(bundle, id))]);
  const kind = kindOf(merged);
  if (kind) applyCommand(merged, docType<AnyDoc>(kind), snapshotOf(merged, docType<AnyDoc>(kind)), sweepOf(kind), null);
  const update = missingFrom(merged, mine.value);
  const facts = factsOf(merged, core.now());
  return update && { docId: id, erase: false, update, ...(facts && { facts }) };
}

/** Open documents take in what was stored beneath them. */
function absorb(documents: Documents, writes: readonly (NewWrite | null)[]): void {
  for (const write of writes) {
    if (write?.update && !write.erase) documents.get(write.docId)?.absorb(write.update);
  }
}
