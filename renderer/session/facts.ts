import type { DocId, PersonaId } from '@shared/base/ids';
import { docType, isDocKind } from '@shared/boards/docTypes';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { portraitText } from '@shared/boards/persona/portraitText';
import { personaStrength } from '@shared/boards/persona/strength';
import { metaOf, snapshotOf } from '@shared/document/yDocument';
import type { AnyDoc, DocKind } from '@shared/model/document';
import { sizeOf } from '@shared/model/reading';
import type { WorkshopDoc } from '@shared/model/workshop';
import type { Doc as YDoc } from 'yjs';
import { type DocRow, type DocSummary, type PersonaSummary, SUMMARY_VERSION } from '@/storage/database';

/** What a document's row says besides its number and time. */
export type Facts = Pick<DocRow, 'kind' | 'summary' | 'trashedAt' | 'createdAt'>;

/** A document's row without its checksum. */
export type DocEntry = Omit<DocRow, 'crc'>;

/** Facts of a Yjs document; null when it does not say what it is. `now` dates a document that does not say when it was made. */
export function factsOf(ydoc: YDoc, now: number, doc?: AnyDoc): Facts | null {
  const kind = kindOf(ydoc);
  if (kind === null) return null;
  const createdAt = ydoc.getMap('meta').get('createdAt');
  const trashedAt = ydoc.getMap('meta').get('trashedAt');
  return {
    kind,
    summary: summaryOf(doc ?? snapshotOf(ydoc, docType(kind))),
    createdAt: typeof createdAt === 'number' ? createdAt : now,
    trashedAt: typeof trashedAt === 'number' ? trashedAt : null,
  };
}

/** The stored kind; null when it is missing or unknown to this app. */
export function kindOf(ydoc: YDoc): DocKind | null {
  const kind = metaOf(ydoc)?.kind;
  return isDocKind(kind) ? kind : null;
}

/** Notes when a document was made and whether it lies in the trash: it must survive a rebuild from the journal. */
export function setMeta(ydoc: YDoc, name: 'createdAt' | 'trashedAt', value: number | null): void {
  const meta = ydoc.getMap('meta');
  if (value === null) meta.delete(name);
  else meta.set(name, value);
}

interface AnyInfo {
  readonly title?: unknown;
  readonly name?: unknown;
  readonly personaIds?: readonly PersonaId[];
  readonly personaId?: PersonaId | null;
}

export function summaryOf(doc: AnyDoc): DocSummary {
  const info = doc.info as AnyInfo;
  const title = info.title ?? info.name;
  const collections = docType(doc.kind).collections.map((name) => {
    const collection = (doc as unknown as Readonly<Record<string, object>>)[name];
    return [name, sizeOf(collection ?? {})] as const;
  });
  return {
    version: SUMMARY_VERSION,
    title: typeof title === 'string' ? title : '',
    counts: Object.fromEntries(collections),
    // The kind says so; the union of document types is open.
    workshop: doc.kind === 'workshop' ? (doc as unknown as WorkshopDoc) : null,
    persona: doc.kind === 'persona' ? personaSummary(doc as unknown as PersonaDoc) : null,
    about: info.personaIds ?? (info.personaId ? [info.personaId] : []),
  };
}

function personaSummary(doc: PersonaDoc): PersonaSummary {
  const { role, tagline, place, quote, tags, sector, kind, template, favourite, archived, portrait, photo } = doc.info;
  const { squares } = personaStrength(doc);
  const texts = { role, tagline, place, quote, tags, sector };
  return {
    ...texts,
    kind,
    template,
    squares,
    favourite,
    archived,
    portrait: portraitText(portrait),
    photo: photo?.asset ?? null,
  };
}

/** Documents that a workshop consists of, itself first. */
export const docIdsOf = (id: DocId, workshop: WorkshopDoc): DocId[] => [
  id,
  ...(Object.keys(workshop.boards) as DocId[]),
  ...(Object.keys(workshop.personas) as DocId[]),
];
