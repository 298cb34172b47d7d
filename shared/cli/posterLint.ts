import type { PersonaId } from '../base/ids';
import type { PersonaDoc } from '../boards/persona/model';
import { boardKind } from '../boards/registry';
import type { WorkshopBundle } from '../file/workshopFile';
import { type Lang, translator } from '../i18n/translate';
import type { AnyDoc } from '../model/document';
import { LIGHT } from '../model/theme';
import { boardsInOrder, boardTitles, personasInOrder } from '../model/workshopCommands';
import type { PosterSetup } from '../poster/posterSetup';
import { sheetsOfPoster } from '../poster/sheetsOfPoster';
import { sheetText } from '../scene/sheetText';
import type { TextMeasurer } from '../text/measure';
import { sheetTitle, workshopOf } from './sheetPairs';
import { verbWords } from './verbWords';
import type { LintLine } from './workshopLint';

/** What the poster workshop's check says of the letters of each poster on a paper: those below what the paper asks for, and the paper that would do. Boards first, then personas. */
export async function posterLint(
  bundle: WorkshopBundle,
  setup: PosterSetup,
  lang: Lang,
  measure: TextMeasurer,
): Promise<readonly LintLine[]> {
  const docs = bundle.docs as Readonly<Record<string, { readonly doc: AnyDoc }>>;
  const workshop = workshopOf(bundle);
  const sheets = [...boardsInOrder(workshop), ...personasInOrder(workshop)].flatMap(({ id }) => {
    const doc = docs[id]?.doc;
    return doc ? [{ id, doc }] : [];
  });
  const personas = Object.fromEntries(
    sheets.filter(({ doc }) => doc.kind === 'persona').map(({ id, doc }) => [id, doc]),
  );
  const boards = boardTitles(workshop);
  const context = { measure, t: translator(lang), lang, theme: LIGHT, workshop: workshop.info, boards };
  const words = { ...context, personas: personas as unknown as Readonly<Record<PersonaId, PersonaDoc>> };
  const lines: LintLine[] = [];
  for (const { id, doc } of sheets) {
    if (doc.kind === 'workshop') continue;
    const kind = boardKind(doc.kind);
    await kind.prepare?.(doc);
    const { check, better } = sheetsOfPoster({ kind, doc, words, opinions: false }, setup);
    if (!check.isTooSmall) continue;
    const text = smallText({ paper: sheetText(setup.sheet), ...check, better: better() }, lang);
    lines.push({
      ...{ severity: 'warning', rule: 'smallText', kind: doc.kind, title: sheetTitle(bundle, id), id, where: '', text },
    });
  }
  return lines;
}

interface Small {
  readonly paper: string;
  readonly smallestPt: number;
  readonly leastPt: number;
  readonly better: PosterSetup['sheet'] | null;
}

function smallText({ paper, smallestPt, leastPt, better }: Small, lang: Lang): string {
  const number = new Intl.NumberFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 });
  const values = { paper, pt: number.format(smallestPt), least: number.format(leastPt) };
  const w = verbWords(lang);
  return better ? w('lint.smallOn', { ...values, better: sheetText(better) }) : w('lint.smallAnywhere', values);
}
