import type { AppError } from '../base/appError';
import { type FileProblem, fileProblems } from '../file/fileProblems';
import { readWorkshopFile } from '../file/workshopFile';
import { type Lang, translator } from '../i18n/translate';
import { verbWords } from './verbWords';

/** What `personarium validate` says of one file. */
export interface FileVerdict {
  readonly file: string;
  /** Whether the app opens it. */
  readonly valid: boolean;
  readonly documents: number;
  readonly images: number;
  readonly problems: readonly ToldProblem[];
}

export interface ToldProblem {
  readonly severity: FileProblem['severity'];
  /** A name for scripts: a code of `AppError`, or a `FileWarning`. */
  readonly code: string;
  /** `workshop.json: docs.…`, or the name of a part; empty for the file as a whole. */
  readonly where: string;
  /** In the language that was asked for. */
  readonly reason: string;
}

/** Reads the bytes of a file, named `name` in messages and called `file` in the verdict, as the app does. */
export function verdictOf(file: string, name: string, bytes: Uint8Array, lang: Lang): FileVerdict {
  const problems = fileProblems(bytes, name).map((problem) => toldProblem(problem, lang));
  const read = readWorkshopFile(bytes, name);
  if (!read.ok) return { file, valid: false, documents: 0, images: 0, problems };
  const { docs, assets } = read.value;
  const counts = { documents: Object.keys(docs).length, images: Object.keys(assets).length };
  return { file, valid: true, ...counts, problems };
}

/** The verdict on a file that could not even be read. */
export function unreadVerdict(file: string, error: AppError, lang: Lang): FileVerdict {
  const problem: ToldProblem = { severity: 'error', code: error.code, where: '', reason: unreadText(error, lang) };
  return { file, valid: false, documents: 0, images: 0, problems: [problem] };
}

/** Why a file could not even be read. */
export function unreadText(error: AppError, lang: Lang): string {
  const isMissing = error.code === 'file-unreadable' && error.detail === 'ENOENT';
  return isMissing ? verbWords(lang)('file.missing') : failureText(error, lang);
}

/** A failure in one sentence, as the app words it. */
export function failureText(error: AppError, lang: Lang): string {
  const { code, ...values } = error;
  return translator(lang)(`errors.${code}.what`, values);
}

function toldProblem(problem: FileProblem, lang: Lang): ToldProblem {
  const { severity, where } = problem;
  const words = verbWords(lang);
  if (problem.severity === 'warning')
    return { severity, code: problem.warning, where, reason: words(`validate.warning.${problem.warning}`) };
  const { error, fault } = problem;
  if (fault) {
    const reason = words(`validate.schema.${fault.kind}`, { expected: fault.expected });
    return { severity, code: error.code, where, reason };
  }
  // The place is told beside the reason.
  const reason =
    error.code === 'file-invalid' ? translator(lang)(`common.fileFault.${error.reason}`) : failureText(error, lang);
  return { severity, code: error.code, where, reason };
}

/** The verdict in lines for people: one for a sound file, else one for each problem. */
export function verdictLines({ file, valid, documents, images, problems }: FileVerdict, lang: Lang): readonly string[] {
  const words = verbWords(lang);
  const counted = [
    words('validate.documents', { count: documents }),
    ...(images > 0 ? [words('validate.images', { count: images })] : []),
  ].join(', ');
  const told = problems.map(({ severity, where, reason }) => {
    const values = {
      file,
      where,
      reason,
      severity: words(severity === 'error' ? 'validate.error' : 'validate.warningWord'),
    };
    return words(where === '' ? 'validate.lineWhole' : 'validate.line', values);
  });
  return valid ? [`${words('validate.fine', { file })} (${counted})`, ...told] : told;
}
