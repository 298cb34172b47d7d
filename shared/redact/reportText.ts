import type { Lang } from '../i18n/lang';
import { REDACT_OPTION_NAMES } from './choices';
import { redactWords } from './redactWords';
import type { RedactPlace, RedactReport } from './report';
import type { ChangeKind } from './spans';

/** Kinds of changes in the order they are told. */
export const CHANGE_KINDS: readonly ChangeKind[] = [...REDACT_OPTION_NAMES, 'words'];

/** Where something stands, in words: `Parcours actuel, note`. */
export function placeText({ title, where }: Pick<RedactPlace, 'title' | 'where'>, lang: Lang): string {
  const w = redactWords(lang);
  const known = w(`where.${where as 'notes'}`);
  return w('place', { title: title || w('empty'), where: known });
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** Counts, then what to look at again. */
export function summaryLines({ counts, changes, lookAgain }: RedactReport, lang: Lang): readonly string[] {
  const w = redactWords(lang);
  return [
    w('report.changes', { count: changes.length }),
    ...CHANGE_KINDS.flatMap((kind) =>
      counts[kind] ? [`  ${w('report.count', { option: w(`option.${kind}`), count: counts[kind] })}`] : [],
    ),
    `${w('report.again')}${lang === 'fr' ? '\u00A0' : ''}: ${lookAgain.length === 0 ? w('report.nothing') : ''}`.trimEnd(),
    ...againLines(lookAgain, lang).map((line) => `  ${line}`),
  ];
}

const againLines = (all: RedactReport['lookAgain'], lang: Lang): readonly string[] => {
  const w = redactWords(lang);
  return all.map((one) =>
    w('report.againLine', {
      reason: w(`again.${one.reason}`),
      text: oneLine(one.text) || w('picture'),
      place: placeText(one, lang),
    }),
  );
};

/** The whole report as Markdown, for the author alone: from what to what, place by place. */
export function reportMarkdown(report: RedactReport, lang: Lang): string {
  const w = redactWords(lang);
  const { counts, changes, lookAgain } = report;
  const list = (lines: readonly string[]) =>
    lines.length === 0 ? [w('report.nothing')] : lines.map((line) => `- ${line}`);
  const shown = (text: string) => oneLine(text) || w('empty');
  return [
    `# ${w('report.title')}`,
    w('report.secret'),
    `## ${w('report.counts')}`,
    list(
      CHANGE_KINDS.flatMap((kind) =>
        counts[kind] ? [w('report.count', { option: w(`option.${kind}`), count: counts[kind] })] : [],
      ),
    ).join('\n'),
    `## ${w('report.again')}`,
    list(againLines(lookAgain, lang)).join('\n'),
    `## ${w('report.changes', { count: changes.length })}`,
    list(
      changes.map((change) =>
        w('report.line', { place: placeText(change, lang), from: shown(change.from), to: shown(change.to) }),
      ),
    ).join('\n'),
    '',
  ].join('\n\n');
}
