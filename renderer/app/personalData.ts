import type { BlockId, PersonaId, WorkshopId } from '@shared/base/ids';
import { FACT_IDS, type FactId } from '@shared/boards/persona/blocks';
import { type PersonalDataKind, personalDataIn } from '@shared/boards/persona/personalData';
import {
  blockNoteTarget,
  blockTitleTarget,
  entryTarget,
  evidenceTarget,
  factLabelTarget,
  factTarget,
  NAME_TARGET,
  promptTarget,
  QUOTE_TARGET,
  TAGLINE_TARGET,
} from '@shared/boards/persona/targets';
import type { AnyDoc, SheetKindId } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import { type DocText, docTexts, pictureTexts } from '@shared/search/docTexts';
import { faceOf } from '@/boards/registry';
import type { SheetId } from '@/session/sheetRef';
import { currentT } from '@/ui/useT';
import { appStore, closeDialog, openDialog } from './appStore';
import { showBoard, showWorkshop } from './navigate';
import { showPersona } from './showPersona';
import { whenBoardShows } from './whenBoardShows';

/** A document that is about to leave this computer. */
export interface LeavingSheet {
  readonly id: SheetId;
  readonly kind: SheetKindId;
  readonly title: string;
  readonly doc: AnyDoc;
}

/** What documents leave as: on paper, in the copy of a workshop, in a file of personas, in a table for translators. */
export type LeavingAs = 'poster' | 'copy' | 'personas' | 'translations';

/** Something in a document that looks like personal data of a real person. */
export interface FoundData {
  readonly sheet: Pick<LeavingSheet, 'id' | 'title'>;
  /** What holds it, in words: `Freins, ligne`. Empty where it has no place of its own on the sheet. */
  readonly where: string;
  readonly target: Target | null;
  readonly what: PersonalDataKind;
  /** As written. */
  readonly text: string;
}

/** On a persona every field has its own target. */
function personaTarget({ where, field, id }: DocText): Target | null {
  if (where === 'entries') return entryTarget(id);
  if (where === 'evidence') return evidenceTarget(id);
  if (where === 'factSlots') return factLabelTarget(id as FactId);
  if (where === 'blocks') {
    const targets = { title: blockTitleTarget, note: blockNoteTarget, prompt: promptTarget };
    return targets[field as keyof typeof targets]?.(id as BlockId) ?? null;
  }
  if (field === 'name') return NAME_TARGET;
  if (field === 'tagline') return TAGLINE_TARGET;
  if (field === 'quote') return QUOTE_TARGET;
  const fact = FACT_IDS.find((known) => known === field);
  return fact ? factTarget(fact) : null;
}

/** What looks like personal data of real people in documents, in their order. */
export function findPersonalData(sheets: readonly LeavingSheet[]): readonly FoundData[] {
  const t = currentT();
  return sheets.flatMap(({ id, kind, title, doc }) => {
    const face = faceOf(doc);
    const targets = kind === 'persona' ? null : face.texts(doc).map(({ target }) => target);
    return [...docTexts(doc), ...pictureTexts(doc)].flatMap((text) => {
      const hits = personalDataIn(text.text);
      if (hits.length === 0) return [];
      const target = targets ? (targets.find((one) => one.id === text.id) ?? null) : personaTarget(text);
      const where = target ? (face.nameOf?.(doc, target, t) ?? '') : '';
      return hits.map((hit) => ({ sheet: { id, title }, where, target, what: hit.kind, text: hit.text }));
    });
  });
}

const keyOf = ({ sheet, target, what, text }: FoundData): string =>
  [sheet.id, target?.kind, target?.id, what, text].join(' ');

/** What was let go since the app started: it is not asked about twice. */
const letGo = new Set<string>();

let answer: ((goOn: boolean) => void) | null = null;

/** The dialog's answer. */
export function resolvePersonalData(goOn: boolean): void {
  closeDialog();
  answer?.(goOn);
  answer = null;
}

/**
 * Asks whether documents may leave this computer, where they hold what looks like personal data of real people; true where they hold
 * none. `as` says what they leave as.
 */
export async function mayLeave(
  sheets: readonly LeavingSheet[],
  as: LeavingAs,
  workshopId: WorkshopId | null,
): Promise<boolean> {
  const found = findPersonalData(sheets);
  if (found.every((one) => letGo.has(keyOf(one)))) return true;
  answer?.(false);
  const goOn = await new Promise<boolean>((resolve) => {
    answer = resolve;
    openDialog({ kind: 'personal-data', found, as, workshopId });
  });
  if (goOn) for (const one of found) letGo.add(keyOf(one));
  return goOn;
}

/** Goes to what was found, so that it can be taken out. */
export async function goToFound({ sheet, target }: FoundData, workshopId: WorkshopId | null): Promise<void> {
  resolvePersonalData(false);
  const { open } = appStore.getState();
  const isHere = open?.alone === (sheet.id as PersonaId) || !workshopId || open?.id === workshopId;
  const shown = whenBoardShows(sheet.id);
  // Asked from the library, where no workshop is open.
  if (!open && !workshopId) await showPersona(sheet.id as PersonaId);
  else if (isHere) await showBoard(sheet.id);
  else await showWorkshop(workshopId, sheet.id);
  const handle = await shown;
  if (target) handle?.reveal(target);
}
