import type { LayoutContext } from '../boardKind';
import { type FactId, standardBlock } from './blocks';
import type { Block, Entry, EvidenceItem, PersonaDoc } from './model';
import { entriesOf, slotOf } from './order';
import type { ClaimRef } from './strength';
import { questionOf } from './templates';

export type WordsContext = Pick<LayoutContext, 't' | 'lang'>;

/** Text on one line. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** Title of a block: its own, the standard one in the language of the sheet, or that it has none. */
export function blockTitle(block: Pick<Block, 'id' | 'title'>, { t }: Pick<WordsContext, 't'>): string {
  if (block.title.trim() !== '') return block.title;
  const standard = standardBlock(block.id);
  return standard ? t(`persona.block.${standard}`) : t('persona.blockUntitled');
}

/** Label of a fact of the band; age and gender share one where both stand in one row. */
export function factLabel(doc: PersonaDoc, id: FactId, { t }: Pick<WordsContext, 't'>, hasGender = false): string {
  const own = slotOf(doc, id).label;
  if (own.trim() !== '') return own;
  return t(id === 'age' && hasGender ? 'persona.fact.ageGender' : `persona.fact.${id}`);
}

/** `36 ans` of an age in figures; a range or words stay as written. */
export const ageText = (age: string, { t }: Pick<WordsContext, 't'>): string =>
  /^\d{1,3}$/.test(age.trim()) ? t('persona.ageYears', { age: age.trim() }) : age;

/** What a claim says by itself, on one line: `Finir un semi en 2027`, and of a fact what it is about, `Âge : 36 ans`. */
export function claimText(doc: PersonaDoc, { kind, id, text }: ClaimRef, ctx: Pick<WordsContext, 't'>): string {
  if (kind === 'entry') return oneLine(text);
  const said = oneLine(id === 'age' ? ageText(text, ctx) : text);
  return ctx.t('persona.outline.fact', { label: oneLine(factLabel(doc, id, ctx)), text: said });
}

/** The question of an empty block: its own, its template's, or the general one; empty for a block of the team's own without one. */
export function promptOf(doc: PersonaDoc, block: Block, { t }: Pick<WordsContext, 't'>): string {
  if (block.prompt.trim() !== '') return block.prompt;
  const standard = standardBlock(block.id);
  return standard ? t(questionOf(doc.info.template, standard)) : '';
}

/** A number as it is written in a language, to three decimals. */
export const numberText = (value: number, lang: 'fr' | 'en'): string => {
  const [whole = '0', part] = String(Math.round(Math.abs(value) * 1000) / 1000).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, lang === 'fr' ? '\u202F' : ',') : whole;
  return `${value < 0 ? '−' : ''}${grouped}${part ? `${lang === 'fr' ? ',' : '.'}${part}` : ''}`;
};

/** Figure of an entry: `9`, `2 650`, or that it was not measured. */
export const valueText = ({ value }: Pick<Entry, 'value'>, { t, lang }: WordsContext): string =>
  value === null ? t('persona.unmeasured') : numberText(value, lang);

/** What follows the title of an evidence item: `, oct. 2026, n = 312`. */
export const evidenceSuffix = (item: EvidenceItem, { t, lang }: WordsContext): string =>
  [item.date.trim(), item.sample === null ? '' : t('persona.sample', { n: numberText(item.sample, lang) })]
    .filter((part) => part !== '')
    .map((part) => `, ${part}`)
    .join('');

export const evidenceTitle = (item: EvidenceItem, { t }: Pick<WordsContext, 't'>): string =>
  oneLine(item.title) || t(`persona.source.${item.kind}`);

/** Small print of a block: its own; of channels also how to read the bars, and out of how many people they were counted. */
export function blockNote(doc: PersonaDoc, block: Block, { t, lang }: WordsContext): string {
  const entries = entriesOf(doc, block.id);
  if (block.kind !== 'channels' || entries.length === 0) return block.note;
  const samples = new Set(entries.map(({ sample }) => sample));
  const [sample] = samples;
  const counted =
    block.note ||
    (samples.size === 1 && sample ? t('persona.channels.counted', { sample: numberText(sample, lang) }) : '');
  const isUnknown = entries.some(({ medium }) => medium === null);
  return [counted, t(isUnknown ? 'persona.channels.keyWithUnknown' : 'persona.channels.key')]
    .filter((part) => part !== '')
    .join(' ');
}
