import { verbWords } from '@shared/cli/verbWords';
import { type LintLine, SEVERITIES, type Severity, workshopLint } from '@shared/cli/workshopLint';
import { CLI_EXIT } from '@shared/cliExit';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { Lang } from '@shared/i18n/lang';
import { DEFAULT_SETUP, type PosterSetup } from '@shared/poster/posterSetup';
import { ownOrientation, readSheet } from '@shared/scene/sheetText';
import { ORIENTATIONS, SHEET_WORDS } from '../cliArguments';
import { Misuse } from '../misuse';
import { filesOf } from './filesOf';
import { readBundle } from './readBundle';
import type { VerbCall } from './runVerb';

/** Tells what somebody should look at in each workshop. */
export async function runLint(call: VerbCall): Promise<number> {
  const { options, lang, io } = call;
  const least = severityOf(options.level);
  const setup = setupOf(options);
  const files = await filesOf(call);
  if (!files) return CLI_EXIT.unreadable;
  const checked: { readonly file: string; readonly findings: readonly LintLine[] }[] = [];
  let isWhole = true;
  for (const file of files) {
    const bundle = await readBundle(file, call);
    isWhole = isWhole && bundle !== null;
    if (!bundle) continue;
    const said = workshopLint(bundle, io.now().slice(0, 10), lang, least);
    const small = setup && least !== 'error' ? await smallTexts(bundle, setup, lang) : [];
    const findings = [...said, ...small].sort((one, other) => rank(one) - rank(other));
    checked.push({ file, findings });
    if (!options.json) await io.out(`${lines(file, findings, lang).join('\n')}\n`);
  }
  if (options.json) await io.out(`${JSON.stringify(checked, null, 2)}\n`);
  if (!isWhole) return CLI_EXIT.unreadable;
  return checked.some(({ findings }) => findings.length > 0) ? CLI_EXIT.different : CLI_EXIT.done;
}

const rank = ({ severity }: LintLine): number => SEVERITIES.indexOf(severity);

/** The paper that posters are checked on; null where nobody asks. */
function setupOf({ paper, orientation }: VerbCall['options']): PosterSetup | null {
  if (paper === undefined && orientation === undefined) return null;
  const sheet = readSheet(typeof paper === 'string' ? paper : 'A1');
  if (!sheet) throw new Misuse('cli.usage.badValue', { option: 'paper', value: String(paper), allowed: SHEET_WORDS });
  const turned = ORIENTATIONS.find((each) => each === orientation);
  if (orientation !== undefined && !turned)
    throw new Misuse('cli.usage.badValue', {
      ...{ option: 'orientation', value: String(orientation), allowed: ORIENTATIONS.join(', ') },
    });
  return { ...DEFAULT_SETUP, sheet, orientation: turned ?? ownOrientation(sheet) ?? 'landscape' };
}

/** Layouts and fonts are read where they are asked for. */
async function smallTexts(bundle: WorkshopBundle, setup: PosterSetup, lang: Lang): Promise<readonly LintLine[]> {
  const [{ posterLint }, { fontMeasurer }] = await Promise.all([
    import('@shared/cli/posterLint'),
    import('./fontMeasurer'),
  ]);
  return posterLint(bundle, setup, lang, fontMeasurer);
}

function severityOf(level: VerbCall['options']['level']): Severity {
  if (level === undefined) return 'warning';
  const found = SEVERITIES.find((severity) => severity === level);
  if (found) return found;
  throw new Misuse('cli.usage.badValue', { option: 'level', value: String(level), allowed: SEVERITIES.join(', ') });
}

function lines(file: string, findings: readonly LintLine[], lang: Lang): readonly string[] {
  const words = verbWords(lang);
  if (findings.length === 0) return [words('lint.fine', { file })];
  return findings.map(({ severity, kind, title, where, text }) => {
    const sheet = words(`diff.kind.${kind}`, { title });
    const place = where === '' ? sheet : `${sheet}, ${where}`;
    return words('lint.line', { file, severity: words(`lint.severity.${severity}`), place, text });
  });
}
