import type { PersonaId } from '../base/ids';
import type { EmpathyMapDoc } from '../boards/empathy-map/model';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import type { PersonaDoc } from '../boards/persona/model';
import type { TranslateFn } from '../i18n/translate';
import { typographic } from '../text/typography';
import type { ReportSource, SourceSheet, TableBlock } from './model';
import type { ReportWords } from './reportWords';

/** What every part of a report is written with. */
export interface PartContext {
  readonly lang: 'fr' | 'en';
  readonly t: TranslateFn;
  /** Words of the report itself. */
  readonly r: ReportWords;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly source: ReportSource;
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
}

export interface Sheet<Doc> extends Pick<SourceSheet, 'id' | 'title' | 'stages'> {
  readonly doc: Doc;
}

export const personasIn = ({ personas }: ReportSource): readonly Sheet<PersonaDoc>[] =>
  personas.map(({ id, title, doc }) => ({ id, title, doc: doc as PersonaDoc }));

export const journeysIn = ({ boards }: ReportSource): readonly Sheet<JourneyMapDoc>[] =>
  boards.flatMap(({ doc, ...sheet }) => (doc.kind === 'journey-map' ? [{ ...sheet, doc: doc as JourneyMapDoc }] : []));

export const empathyIn = ({ boards }: ReportSource): readonly Sheet<EmpathyMapDoc>[] =>
  boards.flatMap(({ id, title, doc }) =>
    doc.kind === 'empathy-map' ? [{ id, title, doc: doc as EmpathyMapDoc }] : [],
  );

/** Text on one line, with the spaces of the language. */
export const lineOf = (text: string, { lang }: Pick<PartContext, 'lang'>): string =>
  typographic(text.replace(/\s*\n\s*/g, ' ').trim(), lang);

/** Title of a board: that of its sheet, else of its tab. */
export const boardTitle = (
  { title, doc }: { readonly title: string; readonly doc: { readonly info: { readonly title: string } } },
  ctx: PartContext,
): string => lineOf(doc.info.title, ctx) || lineOf(title, ctx) || ctx.t('exporting.untitled');

export const personaName = (doc: PersonaDoc, ctx: PartContext): string =>
  lineOf(doc.info.name, ctx) || ctx.t('persona.unnamed');

/** Details of a text behind it, in brackets; those that are empty are left out. */
export function withDetails(text: string, details: readonly (string | false | null)[]): string {
  const said = details.filter((detail): detail is string => Boolean(detail));
  return said.length > 0 ? `${text} (${said.join(', ')})` : text;
}

/** A kind of proof within a sentence. */
export const evidenceWord = (
  kind: 'verbatim' | 'observation' | 'data' | 'hypothesis',
  { t, lang }: PartContext,
): string => t(`journey.evidence.${kind}`).toLocaleLowerCase(lang);

/** A table without the columns in which no row says anything. */
export function withoutEmptyColumns(table: TableBlock): TableBlock {
  const isKept = (_: unknown, at: number) => table.rows.some((cells) => (cells[at] ?? '') !== '');
  return { ...table, columns: table.columns.filter(isKept), rows: table.rows.map((cells) => cells.filter(isKept)) };
}
