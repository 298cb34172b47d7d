import type { PersonaId } from '../../base/ids';
import { memoised } from '../../model/reading';
import type { Target } from '../../scene/primitives';
import type { LayoutContext } from '../boardKind';
import { longDate } from '../pieces/dates';
import { FACT_IDS, type FactId, type StandardBlock, standardBlock } from './blocks';
import type { PersonaDoc } from './model';
import { blocksInOrder, entriesOf, shownFacts } from './order';
import { type PersonalDataKind, personalDataIn } from './personalData';
import {
  blockNoteTarget,
  blockTitleTarget,
  entryTarget,
  evidenceTarget,
  factTarget,
  NAME_TARGET,
  QUOTE_TARGET,
  SHEET_TARGET,
  TAGLINE_TARGET,
} from './targets';

/** What is wrong with a persona, or might be. */
export type LintFinding =
  | { readonly rule: 'noBehaviour' | 'noQuote' | 'noSource' | 'neverUsed' | 'neverReviewed'; readonly target: Target }
  | { readonly rule: 'notReviewed'; readonly target: Target; readonly since: string }
  | {
      readonly rule: 'nearDuplicate';
      readonly target: Target;
      readonly other: PersonaId;
      readonly name: string;
      readonly similarity: number;
    }
  | { readonly rule: 'personalData'; readonly target: Target; readonly what: PersonalDataKind; readonly text: string };

export interface LintContext {
  /** Today, `YYYY-MM-DD`. */
  readonly date: string;
  /** The other personas of the library or the workshop. */
  readonly others: Readonly<Record<PersonaId, PersonaDoc>>;
  /** On how many boards it is; null is not known, and then nothing is said of it. */
  readonly uses: number | null;
}

/** Facts that say who somebody is, not what they do. */
const DEMOGRAPHIC: readonly FactId[] = ['age', 'gender', 'income', 'family', 'place', 'education'];
const BEHAVIOUR: ReadonlySet<StandardBlock> = new Set(['purchase', 'usage', 'channels', 'day', 'triggers', 'brands']);
/** Two personas are near duplicates from this similarity on. */
export const NEAR = 0.6;
/** Fewer words than this say too little to compare. */
const LEAST_WORDS = 12;
const NO_WORDS: ReadonlySet<string> = new Set();

/** Most texts of some languages have no accent to take off: that is the slow part. */
const PLAIN = /^[\0-\x7f]*$/;

const folded = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What a persona says: facts and entries, without its name, for two people may differ in nothing else. */
function* textsOf(doc: PersonaDoc): Generator<string> {
  yield doc.info.tagline;
  yield doc.info.quote;
  for (const id of FACT_IDS) yield doc.info[id];
  for (const { text, opposite } of Object.values(doc.entries)) yield `${text} ${opposite}`;
}

/**
 * What a persona is compared by: the words of at least four letters or figures that it uses, accents and case aside, names left out. None
 * when there are fewer than twelve, which say too little.
 */
export const comparedWords: (doc: PersonaDoc) => ReadonlySet<string> = memoised(
  (doc: PersonaDoc): ReadonlySet<string> => {
    const words = new Set<string>();
    for (const text of textsOf(doc)) for (const word of folded(text).match(/[\p{L}\p{N}]{4,}/gu) ?? []) words.add(word);
    return words.size < LEAST_WORDS ? NO_WORDS : words;
  },
);

/**
 * How alike two personas are, 0..1: the Jaccard index of the words they are compared by (words of both over words of either). 0 when one
 * of them has too few.
 */
export function similarity(a: PersonaDoc, b: PersonaDoc): number {
  const [one, two] = [comparedWords(a), comparedWords(b)];
  if (one.size === 0 || two.size === 0) return 0;
  let both = 0;
  for (const word of one) if (two.has(word)) both += 1;
  return both / (one.size + two.size - both);
}

/** True for a block that says what somebody does: standard ones by name, one of the team's own by what it lists with an observation. */
const saysBehaviour = (doc: PersonaDoc): boolean =>
  blocksInOrder(doc).some(({ id }) => {
    const entries = entriesOf(doc, id).filter(({ text }) => text.trim() !== '');
    const standard = standardBlock(id);
    return standard
      ? BEHAVIOUR.has(standard) && entries.length > 0
      : entries.some(({ evidence }) => evidence === 'observation');
  });

const hasQuote = (doc: PersonaDoc): boolean =>
  doc.info.quote.trim() !== '' ||
  blocksInOrder(doc).some(
    ({ id, kind, visible }) =>
      visible && kind === 'quotes' && entriesOf(doc, id).some(({ text }) => text.trim() !== ''),
  );

/** The day twelve months before, as `YYYY-MM-DD`; 29 February counts as the 28th. */
function yearBefore(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0');
  const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4);
  return `${year}${day}`;
}

/** Every text of a persona with what it stands for. Evidence items are where names of real people end up first. */
function* placesOf(doc: PersonaDoc): Generator<readonly [Target, string]> {
  const { info } = doc;
  yield [NAME_TARGET, info.name];
  yield [TAGLINE_TARGET, info.tagline];
  yield [QUOTE_TARGET, info.quote];
  yield [SHEET_TARGET, [info.facts, info.owner, ...info.tags, info.photo?.alt ?? ''].join('\n')];
  for (const id of FACT_IDS) yield [factTarget(id), info[id]];
  for (const { id, title, note, prompt } of blocksInOrder(doc)) {
    yield [blockTitleTarget(id), `${title}\n${prompt}`];
    yield [blockNoteTarget(id), note];
    for (const entry of entriesOf(doc, id))
      yield [entryTarget(entry.id), `${entry.text}\n${entry.opposite}\n${entry.unit}`];
  }
  for (const { id, title, date, note } of Object.values(doc.evidence))
    yield [evidenceTarget(id), `${title}\n${date}\n${note}`];
}

/** Checks a persona. Rules in the order they are listed; a persona without any fact or entry yet is only checked for personal data. */
export function lintPersona(doc: PersonaDoc, ctx: LintContext): readonly LintFinding[] {
  const found: LintFinding[] = [];
  const facts = shownFacts(doc);
  const isStarted = facts.length > 0 || Object.keys(doc.entries).length > 0;
  if (isStarted) {
    if (facts.some((id) => DEMOGRAPHIC.includes(id)) && !saysBehaviour(doc))
      found.push({ rule: 'noBehaviour', target: SHEET_TARGET });
    if (!hasQuote(doc)) found.push({ rule: 'noQuote', target: QUOTE_TARGET });
    if (Object.keys(doc.evidence).length === 0) found.push({ rule: 'noSource', target: SHEET_TARGET });
    for (const [id, other] of Object.entries(ctx.others) as [PersonaId, PersonaDoc][]) {
      const alike = other === doc ? 0 : similarity(doc, other);
      if (alike >= NEAR)
        found.push({ rule: 'nearDuplicate', target: NAME_TARGET, other: id, name: other.info.name, similarity: alike });
    }
    if (ctx.uses === 0 && !doc.info.archived) found.push({ rule: 'neverUsed', target: SHEET_TARGET });
    const { lastReviewed } = doc.info;
    if (lastReviewed === '') found.push({ rule: 'neverReviewed', target: SHEET_TARGET });
    else if (lastReviewed < yearBefore(ctx.date))
      found.push({ rule: 'notReviewed', target: SHEET_TARGET, since: lastReviewed });
  }
  for (const [target, text] of placesOf(doc))
    for (const { kind, text: written } of personalDataIn(text))
      found.push({ rule: 'personalData', target, what: kind, text: written });
  return found;
}

/** A finding in one sentence. */
export function lintText(finding: LintFinding, { t, lang }: Pick<LayoutContext, 't' | 'lang'>): string {
  switch (finding.rule) {
    case 'nearDuplicate':
      return t('persona.lint.nearDuplicate', {
        name: finding.name || t('persona.unnamed'),
        percent: Math.round(finding.similarity * 100),
      });
    case 'notReviewed':
      return t('persona.lint.notReviewed', { date: longDate(finding.since, lang) });
    case 'personalData': {
      const what = t(`persona.lint.pii.${finding.what}`);
      return t('persona.lint.personalData', { what, found: finding.text });
    }
    default:
      return t(`persona.lint.${finding.rule}`);
  }
}
