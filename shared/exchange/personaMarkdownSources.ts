import { generateNKeysBetween } from 'fractional-indexing';
import type { EvidenceId } from '../base/ids';
import { EVIDENCE_SOURCES, type EvidenceItem, type EvidenceSource, type PersonaDoc } from '../boards/persona/model';
import { evidenceInOrder } from '../boards/persona/order';
import { evidenceSuffix } from '../boards/persona/words';
import { LANGUAGES, translator } from '../i18n/translate';
import { cleanText } from '../model/cleanText';
import { keyOfLabel, labelsOf } from './markdownLines';
import type { MarkdownPiece } from './markdownPages';
import { plainText } from './markdownText';
import { paired } from './pairing';
import { markOf, type PageContext, PLAIN_SOURCE, sourceText } from './personaMarkdownData';

/** Headings of the sources, as they are looked for. */
export const SOURCE_HEADINGS: ReadonlySet<string> = new Set(labelsOf('persona.change.evidence'));

/** A persona with the sources of its page. */
export interface Sources {
  readonly doc: PersonaDoc;
  /** By the numbers that claims cite them with. */
  readonly numbered: ReadonlyMap<number, EvidenceId[]>;
  /** Those that the page no longer has. */
  readonly gone: ReadonlySet<string>;
}

/** The persona with the sources that stand on its page. */
export function withSources(doc: PersonaDoc, pieces: readonly MarkdownPiece[], context: PageContext): Sources {
  const { data, newId } = context;
  const marks = data?.marks.evidence ?? new Map<string, string>();
  const before = evidenceInOrder(doc);
  const lines = pieces.map(({ raw, number }) => ({ text: cleanText(plainText(raw)), number }));
  const marksOf = (item: EvidenceItem) => {
    const mark = marks.get(item.id);
    // One without a title stands under its kind.
    return mark ? [mark] : LANGUAGES.map((known) => markOf(sourceText(item, { t: translator(known), lang: known })));
  };
  const partners = paired(before, lines, marksOf, ({ text }) => markOf(text));
  const kept = lines.map(({ text }, at): EvidenceItem => {
    const was = partners[at] ?? null;
    if (was && marksOf(was).includes(markOf(text))) return marks.has(was.id) ? retitled(was, text, context) : was;
    return changed(was ?? { ...PLAIN_SOURCE, id: newId<EvidenceId>(), order: 'a0', kind: kindOf(text) }, text, context);
  });
  const isSame = kept.length === before.length && kept.every(({ id }, at) => id === before[at]?.id);
  const orders = isSame ? [] : generateNKeysBetween(null, null, kept.length);
  const placed = kept.map((item, at) => ({ ...item, order: orders[at] ?? item.order }));
  const here = new Set<string>(placed.map(({ id }) => id));
  const gone = new Set<string>(before.map(({ id }) => id).filter((id) => !here.has(id)));
  const evidence = Object.fromEntries(placed.map((item) => [item.id, item]));
  return { doc: { ...doc, evidence }, gone, numbered: numbersOf(placed, lines) };
}

/** The persona whose claims no longer cite sources that are gone. */
export function withoutGone(doc: PersonaDoc, gone: ReadonlySet<string>): PersonaDoc {
  if (gone.size === 0) return doc;
  const slots = Object.entries(doc.factSlots).map(([id, slot]) => [
    id,
    { ...slot, cites: slot.cites.filter((cited) => !gone.has(cited)) },
  ]);
  const entries = Object.entries(doc.entries).map(([id, entry]) => [
    id,
    { ...entry, cites: entry.cites.filter((cited) => !gone.has(cited)) },
  ]);
  return { ...doc, factSlots: Object.fromEntries(slots), entries: Object.fromEntries(entries) };
}

/** Sources by the numbers in front of them; by their place where those do not count up. */
function numbersOf(
  items: readonly EvidenceItem[],
  lines: readonly { readonly number: number | null }[],
): ReadonlyMap<number, EvidenceId[]> {
  const isCounted = lines.every(({ number }, at) => number !== null && number > (lines[at - 1]?.number ?? -1));
  return new Map(items.map(({ id }, at) => [isCounted ? (lines[at]?.number ?? at + 1) : at + 1, [id]]));
}

/** A source with the title that stands before what is known of it. */
const retitled = (was: EvidenceItem, text: string, { lang }: PageContext): EvidenceItem => ({
  ...was,
  title: text.slice(0, text.length - evidenceSuffix(was, { t: translator(lang), lang }).length),
});

/** A source of which the page says something else, or one that is new. */
function changed(was: EvidenceItem, text: string, context: PageContext): EvidenceItem {
  const { lang } = context;
  const suffix = evidenceSuffix(was, { t: translator(lang), lang });
  if (suffix !== '' && text.endsWith(suffix)) return retitled(was, text, context);
  const [, head = text, digits = ''] = /^([\s\S]*?), ?n ?= ?(\d[\d\u202F\u00A0 ,.]{0,12})$/i.exec(text) ?? [];
  const [, title = head, date = ''] = /^([\s\S]*), ?([^,]{0,40}\b(?:19|20)\d\d[^,]{0,20})$/.exec(head) ?? [];
  const sample = digits === '' ? null : Number(digits.replace(/\D/g, ''));
  return { ...was, title, date, sample };
}

/** The kind of a source that begins with its name; else another one. */
const kindOf = (text: string): EvidenceSource =>
  EVIDENCE_SOURCES.find((kind) =>
    labelsOf(`persona.source.${kind}`).some((label) => keyOfLabel(text.slice(0, 80)).startsWith(label)),
  ) ?? 'other';
