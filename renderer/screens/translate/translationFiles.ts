import { csvBytes } from '@shared/exchange/csvText';
import type { Lang } from '@shared/i18n/lang';
import type { TextLang } from '@shared/model/translation';
import { translateTexts } from '@shared/model/translation';
import { returnedTexts, type SheetLine, translationRows } from '@shared/translate/rows';
import { translationId } from '@shared/translate/texts';
import { translateWords } from '@shared/translate/translateWords';
import { showError } from '@/app/errors';
import { tableRows } from '@/app/library/personaFiles';
import { mayLeave } from '@/app/personalData';
import { desktop } from '@/platform/desktop';
import type { Session } from '@/session/session';
import type { SheetId } from '@/session/sheetRef';
import { lineKey, type TextSheet } from './useSheets';

/** Writes the texts of sheets as a table for translators, after asking about personal data in them; the name of its file, or null where none was written. */
export async function saveTranslations(
  sheets: readonly TextSheet[],
  lines: readonly SheetLine[],
  lang: TextLang,
  uiLang: Lang,
): Promise<string | null> {
  const w = translateWords(uiLang);
  if (!(await mayTextsLeave(sheets))) return null;
  const target = await desktop().chooseTarget({ suggestedName: `${w('title')} ${lang}.csv`, kind: 'csv' });
  if (!target) return null;
  const rows = translationRows(lines, lang, {
    headings: [w('csv.key'), w('csv.sheet'), w('csv.where'), w('csv.state')],
    langs: { fr: w('lang.fr'), en: w('lang.en') },
    where: (where) => w(`where.${where as 'notes'}`),
    state: (state) => w(`state.${state}`),
  });
  const bytes = new Uint8Array(csvBytes(rows, uiLang));
  const written = await desktop().writeTarget({ token: target.token, name: null, bytes });
  if (written.ok) return written.value.name;
  showError(written.error);
  return null;
}

/** Asks before personal data of real people leaves with the texts of boards and personas. */
const mayTextsLeave = (sheets: readonly TextSheet[]): Promise<boolean> =>
  mayLeave(
    sheets.flatMap(({ id, title, session }) => {
      const { doc } = session.store.getState();
      return doc.kind === 'workshop' ? [] : [{ id: id as SheetId, kind: doc.kind, title, doc }];
    }),
    'translations',
    null,
  );

/** Takes in a table that comes back from translators. How many texts it translated; null where no file was chosen, -1 for another table. */
export async function readTranslations(
  sheets: readonly TextSheet[],
  lines: readonly SheetLine[],
  lang: TextLang,
): Promise<number | null> {
  const [file] = await desktop().chooseFilesToOpen();
  if (!file) return null;
  if (!file.ok) {
    showError(file.error);
    return null;
  }
  const rows = await tableRows(new Blob([new Uint8Array(file.value.bytes)]), file.value.name);
  const returned = rows.ok ? returnedTexts(rows.value, lang) : null;
  if (!returned) return -1;
  const known = new Map(lines.map((line) => [lineKey(line), line]));
  let count = 0;
  for (const { id, session } of sheets) {
    const texts = returned.flatMap(({ sheet, ...one }) => {
      const line = sheet === id ? known.get([sheet, one.where, one.entityId, one.field].join('/')) : undefined;
      const isNew = line && (line.text !== one.text || line.madeOf !== one.source);
      return isNew ? [{ ...one, id: translationId(one) }] : [];
    });
    if (texts.length > 0) (session as unknown as Session<never>).run(translateTexts as never, { texts });
    count += texts.length;
  }
  return count;
}
