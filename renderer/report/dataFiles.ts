import type { Lang } from '@shared/i18n/lang';
import type { ReportSource } from '@shared/report/model';
import { reportWords } from '@shared/report/reportWords';
import type { Bytes } from '@/export/bandPng';
import { type ReportFile, workshopName } from './makeReport';

/** How the data of a workshop leave it: one workbook, or a file for each table. */
export const DATA_FORMATS = ['xlsx', 'csv'] as const;
export type DataFormat = (typeof DATA_FORMATS)[number];

/** `Boutique Commerce données d’atelier fr.xlsx`. */
export const dataName = (title: string, lang: Lang): string =>
  `${workshopName(title, lang)} ${reportWords(lang)('data.title').toLocaleLowerCase(lang)} ${lang}.xlsx`;

/** The files of the data of a workshop, with plain names: the only way to them, for the dialog and the command line alike. */
export async function dataFiles(
  source: ReportSource,
  lang: Lang,
  format: DataFormat,
): Promise<readonly [ReportFile, ...ReportFile[]]> {
  const [{ workshopTables }, { workbookBytes }, { csvBytes }] = await Promise.all([
    import('@shared/report/data/workshopTables'),
    import('@shared/exchange/xlsx'),
    import('@shared/exchange/csvText'),
  ]);
  const { title } = source.workshop;
  const tables = workshopTables(source, lang);
  const [first, ...more] = tables.map(
    (table): ReportFile => ({
      name: `${workshopName(title, lang)} ${table.title.toLocaleLowerCase(lang)} ${lang}.csv`,
      bytes: csvBytes(table.rows, lang, table.numbers) as Bytes,
    }),
  );
  if (format === 'csv' && first) return [first, ...more];
  const sheets = tables.map(({ title: name, rows, numbers }) => ({ name, rows, numbers }));
  return [{ name: dataName(title, lang), bytes: workbookBytes(sheets) as Bytes }];
}
