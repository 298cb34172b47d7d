import type { PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { boardKind } from '@shared/boards/registry';
import { translator } from '@shared/i18n/translate';
import type { ReportTheme } from '@shared/poster/posterSetup';
import { posterTheme } from '@shared/poster/posterThemes';
import type { Report, ReportSource, SheetBlock } from '@shared/report/model';
import { sheetBox } from '@shared/report/pages/pageScenes';
import { pageRoom, type ReportSheet } from '@shared/report/pages/pageType';
import { preflight } from '@shared/scene/preflight';
import type { Scene } from '@shared/scene/primitives';
import type { SheetSize } from '@shared/scene/sheet';
import { lostPictures } from '@/export/lostPictures';
import { canvasMeasurer } from '@/platform/canvasMeasurer';

/** A board or a persona as it is drawn in a report. */
export interface BoardScene {
  readonly block: SheetBlock;
  readonly scene: Scene;
  /** The paper that it is laid out for: a page without what runs above and below. */
  readonly sheet: SheetSize;
  /** Of its smallest text on that paper. */
  readonly smallestPt: number;
}

const MM_PER_POINT = 25.4 / 72;

function paperOf({ orientation }: SheetBlock, sheet: ReportSheet): SheetSize {
  const { w, h } = sheetBox(pageRoom(sheet, orientation));
  return { name: sheet, orientation, widthMm: w * MM_PER_POINT, heightMm: h * MM_PER_POINT };
}

/** The boards and personas of a report, laid out like posters for its pages. The fonts must be loaded, and its pictures looked for. */
export async function boardScenes(
  report: Report,
  source: ReportSource,
  { sheet, theme }: { readonly sheet: ReportSheet; readonly theme: ReportTheme },
): Promise<readonly BoardScene[]> {
  const { lang } = report;
  const about = { t: translator(lang), lang, workshop: source.workshop };
  const words = { ...about, measure: canvasMeasurer(), theme: posterTheme(theme) };
  const personas = Object.fromEntries(source.personas.map(({ id, doc }) => [id, doc])) as Record<PersonaId, PersonaDoc>;
  const sheets = [...source.personas, ...source.boards];
  const drawn: BoardScene[] = [];
  for (const block of report.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind !== 'sheet') continue;
    const found = sheets.find(({ id }) => id === block.docId);
    if (!found) continue;
    const kind = boardKind(found.kind);
    await kind.prepare?.(found.doc);
    const paper = paperOf(block, sheet);
    const view = { form: 'poster', focus: null, sheet: paper } as const;
    const scene = kind.layout(found.doc, { ...words, personas, lost: lostPictures(found.doc), view });
    drawn.push({ block, scene, sheet: paper, smallestPt: preflight(scene, paper).smallestPt });
  }
  return drawn;
}
