import { verbWords } from '@shared/cli/verbWords';
import { type LintLine, SEVERITIES, type Severity, workshopLint } from '@shared/cli/workshopLint';
import { CLI_EXIT } from '@shared/cliExit';
import type { Lang } from '@shared/i18n/lang';
import { Misuse } from '../misuse';
import { filesOf } from './filesOf';
import { readBundle } from './readBundle';
import type { VerbCall } from './runVerb';

/** Tells what somebody should look at in each workshop. */
export async function runLint(call: VerbCall): Promise<number> {
  const { options, lang, io } = call;
  const least = severityOf(options.level);
  const files = await filesOf(call);
  if (!files) return CLI_EXIT.unreadable;
  const checked: { readonly file: string; readonly findings: readonly LintLine[] }[] = [];
  let isWhole = true;
  for (const file of files) {
    const bundle = await readBundle(file, call);
    isWhole = isWhole && bundle !== null;
    if (!bundle) continue;
    const findings = workshopLint(bundle, io.now().slice(0, 10), lang, least);
    checked.push({ file, findings });
    if (!options.json) await io.out(`${lines(file, findings, lang).join('\n')}\n`);
  }
  if (options.json) await io.out(`${JSON.stringify(checked, null, 2)}\n`);
  if (!isWhole) return CLI_EXIT.unreadable;
  return checked.some(({ findings }) => findings.length > 0) ? CLI_EXIT.different : CLI_EXIT.done;
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
