import { type Lang, translator } from '../i18n/translate';
import { verbWords } from './verbWords';
import type { DiffLine, SheetDiff } from './workshopDiff';

const SIGNS = { added: '+', removed: '-', changed: '~', moved: '>' } as const;

/** What differs between two workshops, in lines for people; one sentence where nothing does. */
export function diffLines(sheets: readonly SheetDiff[], lang: Lang): readonly string[] {
  const words = verbWords(lang);
  if (sheets.length === 0) return [words('diff.same')];
  return sheets.flatMap(({ change, kind, title, lines }) => [
    `${SIGNS[change]} ${words(`diff.kind.${kind}`, { title: title || translator(lang)('exporting.untitled') })}`,
    ...lines.map((line) => `    ${lineText(line, lang)}`),
  ]);
}

/** One difference in a line. */
export function lineText({ change, where, what, before, after, note }: DiffLine, lang: Lang): string {
  const words = verbWords(lang);
  const quoted = (text: string) => words('diff.quoted', { text: text.replace(/\s*\n\s*/g, ' ').trim() });
  const subject = [where, what].filter(Boolean).join(', ');
  const isSame = before === after;
  const values = [...(before === null ? [] : [quoted(before)]), ...(after === null || isSame ? [] : [quoted(after)])];
  const said = values.join(' → ');
  const line = subject && said ? words('diff.line', { subject, said }) : subject || said;
  return `${SIGNS[change]} ${line}${note ? ` (${note})` : ''}`;
}
