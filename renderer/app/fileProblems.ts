import type { AppError } from '@shared/base/appError';
import { closeNotice, showNotice } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { openDialog } from './appStore';
import { errorDetail, errorText } from './errorText';

/** Why a file was not opened. */
export type FileProblem = AppError;

/** More bars than this would push the board off the screen. */
const MOST_BARS = 3;
/** More names than this are only counted. */
const MOST_NAMES = 12;
const ids = Array.from({ length: MOST_BARS }, (_, at) => `file-problem ${at}`);

const nameOf = (problem: FileProblem): string => ('name' in problem ? String(problem.name) : '');

/** Problems of one kind together, at most three groups: the last one takes what is left. */
export function groupProblems(problems: readonly FileProblem[]): readonly (readonly FileProblem[])[] {
  const byCode = new Map<string, FileProblem[]>();
  for (const problem of problems) byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem]);
  const groups = [...byCode.values()];
  if (groups.length <= MOST_BARS) return groups;
  return [...groups.slice(0, MOST_BARS - 1), groups.slice(MOST_BARS - 1).flat()];
}

/** Tells which files of one go were not opened, in three bars at most; they take the place of what was told before. */
export function showFileProblems(problems: readonly FileProblem[]): void {
  if (problems.length === 0) return;
  for (const id of ids) closeNotice(id);
  for (const [at, group] of groupProblems(problems).entries()) showGroup(ids[at] ?? '', group);
}

function showGroup(id: string, group: readonly FileProblem[]): void {
  const t = currentT();
  const [only, ...others] = group;
  if (!only) return;
  const worded = others.length === 0 ? errorText(only, t) : groupText(group);
  const details = group.filter((problem) => 'detail' in problem || 'reason' in problem).map(errorDetail);
  const detail = details.join('\n\n');
  showNotice({
    id,
    kind: 'error',
    title: worded.title,
    text: worded.text,
    buttons: [
      ...(detail
        ? [{ label: t('common.details'), run: () => openDialog({ kind: 'details', title: worded.title, detail }) }]
        : []),
      { label: t('common.understood'), primary: true, run: () => closeNotice(id) },
    ],
  });
}

/** `5 fichiers n’ont pas été ouverts`, why where all have one reason, and which. */
function groupText(group: readonly FileProblem[]) {
  const t = currentT();
  const names = group.map(nameOf).filter(Boolean);
  const more = names.length - MOST_NAMES;
  const list = names.slice(0, MOST_NAMES).join(', ');
  const codes = new Set(group.map(({ code }) => code));
  const [only] = group;
  const reason = codes.size === 1 && only ? `${errorText(only, t).title}${t('common.files.colon')}` : '';
  return {
    title: t('common.files.notOpened', { count: group.length }),
    text: `${reason}${list}${more > 0 ? ` ${t('common.files.andMore', { count: more })}` : ''}. ${t('common.files.safe')}`,
  };
}
