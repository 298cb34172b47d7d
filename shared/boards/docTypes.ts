import type { AnyDoc, DocKind, DocType } from '../model/document';
import { workshopType } from '../model/workshop';
import { journeyMapType } from './journey-map/model';
import { personaType } from './persona/model';

/** How every kind of document is stored, validated and migrated. */
const TYPES: Readonly<Record<DocKind, DocType<never>>> = {
  workshop: workshopType as unknown as DocType<never>,
  persona: personaType as unknown as DocType<never>,
  'journey-map': journeyMapType as unknown as DocType<never>,
};

/** The stored type of a kind. */
export const docType = <Doc extends AnyDoc = AnyDoc>(kind: DocKind): DocType<Doc> =>
  TYPES[kind] as unknown as DocType<Doc>;

/** True for the name of a stored kind of document. */
export const isDocKind = (value: unknown): value is DocKind => typeof value === 'string' && Object.hasOwn(TYPES, value);
