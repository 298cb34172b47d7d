import type { PersonaId } from '../base/ids';
import { type LintFinding, lintPersona, lintText } from '../boards/persona/lint';
import type { PersonaDoc } from '../boards/persona/model';
import { personalDataIn } from '../boards/persona/personalData';
import type { WorkshopBundle } from '../file/workshopFile';
import { type Lang, translator } from '../i18n/translate';
import type { AnyDoc, DocKind } from '../model/document';
import { docTexts } from '../search/docTexts';
import { sheetTitle } from './sheetPairs';

/** From what must not leave to what is good to know. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing that somebody should look at. */
export interface LintLine {
  readonly severity: Severity;
  readonly rule: LintFinding['rule'] | 'smallText';
  readonly kind: DocKind;
  /** What the document is called, and its id. */
  readonly title: string;
  readonly id: string;
  /** Where in the document, by the names of the file (`notes.<id>.text`); empty for the whole of it, and on a persona. */
  readonly where: string;
  /** In one sentence. */
  readonly text: string;
}

const SEVERITY: Readonly<Record<LintFinding['rule'], Severity>> = {
  personalData: 'error',
  noBehaviour: 'warning',
  noQuote: 'warning',
  noSource: 'warning',
  nearDuplicate: 'warning',
  neverUsed: 'info',
  neverReviewed: 'info',
  notReviewed: 'info',
};

/**
 * What the app would remark on in a workshop: of each persona what its own check finds, of everything else what looks like personal data of
 * a real person. `date` is today, `YYYY-MM-DD`; `least` the mildest severity that is told. The gravest first, else in the order of the file.
 */
export function workshopLint(bundle: WorkshopBundle, date: string, lang: Lang, least: Severity): readonly LintLine[] {
  const all = Object.entries(bundle.docs).map(([id, { doc }]) => [id, doc as AnyDoc] as const);
  const personas = Object.fromEntries(all.filter(([, { kind }]) => kind === 'persona')) as unknown as Readonly<
    Record<PersonaId, PersonaDoc>
  >;
  const lines = all.flatMap(([id, doc]): LintLine[] => {
    const about = { kind: doc.kind, title: sheetTitle(bundle, id), id };
    const findings = doc.kind === 'persona' ? personaFindings(id, personas, all, date) : dataFindings(doc);
    return findings.map(({ where, finding }) => ({
      severity: SEVERITY[finding.rule],
      rule: finding.rule,
      ...about,
      where,
      text: lintText(finding, { t: translator(lang), lang }),
    }));
  });
  const rank = ({ severity }: LintLine) => SEVERITIES.indexOf(severity);
  return lines.filter((line) => rank(line) <= SEVERITIES.indexOf(least)).sort((one, other) => rank(one) - rank(other));
}

interface Found {
  readonly where: string;
  readonly finding: LintFinding;
}

function personaFindings(
  id: string,
  personas: Readonly<Record<PersonaId, PersonaDoc>>,
  all: readonly (readonly [string, AnyDoc])[],
  date: string,
): readonly Found[] {
  const doc = personas[id as PersonaId];
  if (!doc) return [];
  const uses = all.filter(([, board]) => namesPersona(board, id)).length;
  return lintPersona(doc, { date, others: personas, uses }).map((finding) => ({ where: '', finding }));
}

/** True for a board that is about this persona. */
function namesPersona({ kind, info }: AnyDoc, id: string): boolean {
  const about = info as { readonly personaIds?: readonly string[]; readonly personaId?: string | null };
  return kind !== 'workshop' && kind !== 'persona' && (about.personaId === id || (about.personaIds ?? []).includes(id));
}

function dataFindings(doc: AnyDoc): readonly Found[] {
  return docTexts(doc).flatMap(({ where, id, field, text }) =>
    personalDataIn(text).map(({ kind, text: written }): Found => {
      const target = { kind: where, id };
      return {
        where: [where, ...(id === '' ? [] : [id]), field].join('.'),
        finding: { rule: 'personalData', target, what: kind, text: written },
      };
    }),
  );
}
