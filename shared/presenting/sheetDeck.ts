import type { LayoutContext } from '../boards/boardKind';
import type { EmpathyMapDoc } from '../boards/empathy-map/model';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import type { PersonaDoc } from '../boards/persona/model';
import { empathyParts } from './empathyDeck';
import { type Deck, journeyDeck, type OverviewSlide, type StageSlide } from './journeyDeck';
import type { PartSlide } from './parts';
import { personaParts } from './personaDeck';

/** What can be presented. */
export type PresentedDoc = JourneyMapDoc | PersonaDoc | EmpathyMapDoc;

export type SheetSlide = OverviewSlide | StageSlide | PartSlide;

/** The slides of a sheet, and the curve under those of a journey. */
export type SheetDeck = Omit<Deck, 'slides'> & { readonly slides: readonly SheetSlide[] };

/** True for sheets that can be shown to a room part by part. */
export const canBePresented = ({ kind }: { readonly kind: string }): boolean =>
  kind === 'journey-map' || kind === 'persona' || kind === 'empathy-map';

/** What is shown of a sheet to a room: all of it, then part by part (stages, blocks, zones), then all of it again. */
export function sheetDeck(doc: PresentedDoc, ctx: Pick<LayoutContext, 't' | 'lang' | 'personas'>): SheetDeck {
  if (doc.kind === 'journey-map') return journeyDeck(doc);
  const parts = doc.kind === 'persona' ? personaParts(doc, ctx) : empathyParts(doc, ctx);
  const end = parts.length > 0 ? [{ kind: 'overview', isEnd: true } as const] : [];
  return { slides: [{ kind: 'overview', isEnd: false }, ...parts, ...end], spans: [], points: [], count: 0 };
}
