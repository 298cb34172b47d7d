import { strToU8 } from 'fflate';
import type { Block, Entry, PersonaDoc } from '../boards/persona/model';
import { entriesOf, evidenceInOrder, shownBlocks, shownFacts } from '../boards/persona/order';
import { personaStrength } from '../boards/persona/strength';
import { blockTitle, factLabel, oneLine, valueText, type WordsContext } from '../boards/persona/words';
import { escapedText } from './markdownText';
import { dataComment, isSaid, MORE_FACTS, sourceText } from './personaMarkdownData';
import type { PersonaSet } from './personaSet';

/** How personas are written as Markdown. */
export interface MarkdownContext extends WordsContext {
  /** True when they are written as they read in that language, where they are translated: `inLanguage`. */
  readonly isTranslated?: boolean;
}

/**
 * Personas as Markdown, to read, to edit and to paste into other tools: a page each, without pictures. What a page cannot say in words (ids, portrait, what is hidden)
 * stands in one comment at its end, so that `readPersonaMarkdown` gives back the same personas.
 */
export function writePersonaMarkdown({ personas }: Pick<PersonaSet, 'personas'>, ctx: MarkdownContext): Uint8Array {
  const pages = personas.map(({ id, doc }) => `${pageOf(doc, ctx)}\n\n${dataComment(id, doc, ctx)}`);
  return strToU8(`${pages.join('\n\n---\n\n')}\n`);
}

function pageOf(doc: PersonaDoc, ctx: WordsContext): string {
  const { t } = ctx;
  const { info } = doc;
  const parts = [`# ${escapedText(info.name.trim() ? info.name : t('persona.unnamed'), null)}`];
  if (info.tagline.trim()) parts.push(escapedText(info.tagline));
  if (info.quote.trim()) parts.push(`> ${escapedText(info.quote, '> ')}`);
  const { squares } = personaStrength(doc);
  const facts = [
    ...shownFacts(doc).map((id) => [factLabel(doc, id, ctx), escapedText(info[id], '  ')] as const),
    ...MORE_FACTS.filter((name) => info[name].trim()).map(
      (name) => [t(`persona.change.${name}`), escapedText(info[name], '  ')] as const,
    ),
    [t('persona.change.kind'), escapedText(t(`persona.kind.${info.kind}`))] as const,
    ...(info.tags.length > 0 ? [[t('persona.change.tags'), info.tags.map(tagText).join(', ')] as const] : []),
    ...(squares === null ? [] : [[t('library.facet.strength'), t(`persona.strength.level.${squares}`)] as const]),
  ];
  parts.push(
    facts.map(([label, text]) => `- **${escapedText(label, null)}**${t('library.exchange.colon')}${text}`).join('\n'),
  );
  for (const block of shownBlocks(doc)) {
    const entries = entriesOf(doc, block.id).filter(isSaid);
    if (entries.length === 0) continue;
    const lines = entries.map((entry) => `${lineOf(block, entry, ctx)}${proofText(entry, doc, ctx)}`);
    const isApart = block.kind === 'text' || block.kind === 'quotes';
    const note = block.note.trim() ? `\n\n*${escapedText(block.note)}*` : '';
    parts.push(`## ${escapedText(blockTitle(block, ctx), null)}\n\n${lines.join(isApart ? '\n\n' : '\n')}${note}`);
  }
  const sources = evidenceInOrder(doc);
  if (sources.length > 0)
    parts.push(
      `## ${t('persona.change.evidence')}\n\n${sources
        .map((item, at) => `${at + 1}. ${escapedText(sourceText(item, ctx), '   ')}`)
        .join('\n')}`,
    );
  return parts.join('\n\n');
}

/** Commas part tags. */
const tagText = (tag: string): string => escapedText(tag, null).replaceAll(',', '\\,');

function lineOf(block: Block, entry: Entry, ctx: WordsContext): string {
  switch (block.kind) {
    case 'text':
      return escapedText(entry.text);
    case 'quotes':
      return `> ${escapedText(entry.text, '> ')}`;
    case 'channels':
    case 'number':
      return `- ${escapedText(entry.text, '  ')}${ctx.t('library.exchange.colon')}${figureText(entry, ctx)}`;
    case 'sliders': {
      const words = [entry.text, entry.opposite].map((word) => escapedText(word, '  ').replaceAll('/', '\\/'));
      const value = valueText(entry, ctx);
      return `- ${words.join(' / ')}${ctx.t('library.exchange.colon')}${value}${entry.value === null ? '' : '/100'}`;
    }
    default:
      return `- ${escapedText(entry.text, '  ')}`;
  }
}

/** The figure of a channel or a number with its unit. */
export const figureText = (entry: Pick<Entry, 'value' | 'unit'>, ctx: WordsContext): string =>
  escapedText(`${valueText(entry, ctx)} ${oneLine(entry.unit)}`.trim(), null).replaceAll(':', '\\:');

/** What is behind a claim: the kind of proof, and the numbers of the sources it cites. */
export function proofText(
  { evidence, cites }: Pick<Entry, 'evidence' | 'cites'>,
  doc: PersonaDoc,
  { t }: Pick<WordsContext, 't'>,
): string {
  const numbers = evidenceInOrder(doc).flatMap((item, at) => (cites.includes(item.id) ? [at + 1] : []));
  const parts = [
    ...(evidence ? [t(`journey.evidence.${evidence}`)] : []),
    ...(numbers.length > 0 ? [numbers.join(', ')] : []),
  ];
  return parts.length > 0 ? ` *(${parts.join(', ')})*` : '';
}
