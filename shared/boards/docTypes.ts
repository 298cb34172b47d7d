import { journeyMapType } from './journey-map/model';
import { personaType } from './persona/model';
import type { AnyDoc, DocKind, DocType } from '../model/document';
import { workshopType } from '../model/workshop';

/** How every kind of document is stored, validated and migrated. */
const TYPES: Readonly<Record<DocKind, DocType<never>>> = {
  workshop: workshopType as unknown as DocType<never>,
  persona: personaType as unknown as DocType<never>,
  'journey-map': journeyMapType as unknown as DocType<never>,
};

/** The stored type of a kind. */
export const docType = <Doc extends AnyDoc = AnyDoc>(kind: DocKind): DocType<Doc> => TYPES[kind] as unknown as DocType<Doc>;
