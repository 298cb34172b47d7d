import { strToU8 } from 'fflate';
import type { Block, Entry, PersonaDoc } from '../boards/persona/model';
import { entriesOf, evidenceInOrder, shownBlocks, shownFacts, slotOf } from '../boards/persona/order';
import { personaStrength } from '../boards/persona/strength';
import {
  blockTitle,
  evidenceSuffix,
  evidenceTitle,
  factLabel,
  oneLine,
  valueText,
  type WordsContext,
} from '../boards/persona/words';
import type { PersonaSet } from './personaSet';

/** Personas as Markdown, to read and to paste into other tools: one page each, without pictures. */
export function writePersonaMarkdown({ personas }: Pick<PersonaSet, 'personas'>, ctx: WordsContext): Uint8Array {
  return strToU8(`${personas.map(({ doc }) => pageOf(doc, ctx)).join('\n\n---\n\n')}\n`);
}

/** Signs that Markdown would read as its own; a line may also begin with one. */
const escaped = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

function pageOf(doc: PersonaDoc, ctx: WordsContext): string {
  const { t } = ctx;
  const { info } = doc;
  const parts = [`# ${escaped(info.name) || t('persona.unnamed')}`];
  if (info.tagline.trim()) parts.push(`${escaped(info.tagline)}${proofOf(slotOf(doc, 'tagline'), doc, ctx)}`);
  if (info.quote.trim()) parts.push(`> ${escaped(info.quote)}${proofOf(slotOf(doc, 'quote'), doc, ctx)}`);
  const { squares } = personaStrength(doc);
  const facts = [
    ...shownFacts(doc).map((id) => [factLabel(doc, id, ctx), info[id]] as const),
    [t('persona.change.kind'), t(`persona.kind.${info.kind}`)] as const,
    ...(info.tags.length > 0 ? [[t('persona.change.tags'), info.tags.join(', ')] as const] : []),
    ...(squares === null ? [] : [[t('library.facet.strength'), t(`persona.strength.level.${squares}`)] as const]),
  ];
  parts.push(
    facts.map(([label, text]) => `- **${escaped(label)}**${t('library.exchange.colon')}${escaped(text)}`).join('\n'),
  );
  for (const block of shownBlocks(doc)) {
    const entries = entriesOf(doc, block.id);
    if (entries.length === 0) continue;
    const lines = entries.map((entry) => lineOf(block, entry, doc, ctx));
    const note = block.note.trim() ? `\n\n${escaped(block.note)}` : '';
    parts.push(`## ${escaped(blockTitle(block, ctx))}\n\n${lines.join(block.kind === 'text' ? '\n\n' : '\n')}${note}`);
  }
  const sources = evidenceInOrder(doc);
  if (sources.length > 0)
    parts.push(
      `## ${t('persona.change.evidence')}\n\n${sources
        .map((item, at) => `${at + 1}. ${escaped(`${evidenceTitle(item, ctx)}${evidenceSuffix(item, ctx)}`)}`)
        .join('\n')}`,
    );
  return parts.join('\n\n');
}

function lineOf(block: Block, entry: Entry, doc: PersonaDoc, ctx: WordsContext): string {
  const proof = proofOf(entry, doc, ctx);
  const text = escaped(entry.text);
  switch (block.kind) {
    case 'text':
      return `${text}${proof}`;
    case 'quotes':
      return `> ${text}${proof}\n`;
    case 'channels':
    case 'number':
      return `- ${text}${ctx.t('library.exchange.colon')}${escaped(`${valueText(entry, ctx)} ${oneLine(entry.unit)}`.trim())}${proof}`;
    case 'sliders':
      return `- ${escaped(ctx.t('persona.outline.slider', { from: entry.text, to: entry.opposite, value: valueText(entry, ctx) }))}${proof}`;
    default:
      return `- ${text}${proof}`;
  }
}

/** What is behind a claim: the kind of proof, and the numbers of the sources it cites. */
function proofOf({ evidence, cites }: Pick<Entry, 'evidence' | 'cites'>, doc: PersonaDoc, { t }: WordsContext): string {
  const numbers = evidenceInOrder(doc).flatMap((item, at) => (cites.includes(item.id) ? [at + 1] : []));
  const parts = [
    ...(evidence ? [t(`journey.evidence.${evidence}`)] : []),
    ...(numbers.length > 0 ? [numbers.join(', ')] : []),
  ];
  return parts.length > 0 ? ` *(${parts.join(', ')})*` : '';
}
