import type { AssetHash, BoardId, DocId, Id, PersonaId, WorkshopId } from '../../shared/base/ids';
import { docType } from '../../shared/boards/docTypes';
import type { JourneyMapDoc } from '../../shared/boards/journey-map/model';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { personaFrom, presetTemplate } from '../../shared/boards/persona/templates';
import { createYDoc, encodeState } from '../../shared/document/yDocument';
import { sha256 } from '../../shared/file/sha256';
import type { WorkshopBundle } from '../../shared/file/workshopFile';
import type { AnyDoc } from '../../shared/model/document';
import type { WorkshopDoc } from '../../shared/model/workshop';

const id = <T extends Id<string>>(value: string): T => value as T;

export const WORKSHOP = id<WorkshopId>('w1');
export const BOARD = id<BoardId>('board_1');
export const PERSONA = id<PersonaId>('persona-1');

export const workshopDoc = (): WorkshopDoc => ({
  kind: 'workshop',
  schema: 3,
  translations: {},
  info: {
    title: 'Changer de chaussures',
    client: 'Boutique Commerce',
    place: 'Nantes',
    date: '2026-11-22',
    sample: false,
    logo: null,
  },
  boards: { [BOARD]: { id: BOARD, kind: 'journey-map', title: 'Parcours actuel', order: 'a0' } },
  personas: { [PERSONA]: { id: PERSONA, order: 'a0' } },
});

export const personaDoc = (): PersonaDoc => {
  const page = personaFrom(presetTemplate('shopper'), () => {
    throw new Error('a preset has standard blocks only');
  });
  const words = {
    name: 'Solène Marchand',
    age: '36',
    role: 'contrôleuse de gestion',
    place: 'Nantes',
    facts: 'Court 25 km par semaine.\nBudget\u00A0: 150 €.',
    quote: 'Je veux courir sans y penser.',
  };
  return { ...page, info: { ...page.info, ...words } };
};

/** A one-pixel PNG. */
export const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** A document as a workshop's bundle holds it. */
export const stored = (doc: AnyDoc) => ({ doc, state: encodeState(createYDoc(docType(doc.kind), doc)) });

/** A workshop with one board, one persona and one image. */
export function bundleOf(journey: JourneyMapDoc, workshop: WorkshopDoc = workshopDoc()): WorkshopBundle {
  const docs = { [WORKSHOP]: stored(workshop), [BOARD]: stored(journey), [PERSONA]: stored(personaDoc()) };
  return {
    workshopId: WORKSHOP,
    docs: docs as Record<DocId, (typeof docs)[typeof WORKSHOP]>,
    assets: { [sha256(PNG) as AssetHash]: PNG },
  };
}

export const FACTS = { appVersion: '0.1.0', savedAt: '2026-11-22T14:32:00.000Z' };
