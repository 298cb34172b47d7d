import type { Target } from '../../scene/primitives';
import type { OutlineNode } from '../boardKind';
import type { HeadLine } from './blocks';
import type { Block, Entry, PersonaDoc } from './model';
import { askedFacts, entriesOf, evidenceInOrder, shownBlocks, shownFacts, slotOf } from './order';
import { blockStrength, personaStrength } from './strength';
import {
  blockTarget,
  entryTarget,
  evidenceTarget,
  factTarget,
  NAME_TARGET,
  PORTRAIT_TARGET,
  QUOTE_TARGET,
  SHEET_TARGET,
  TAGLINE_TARGET,
} from './targets';
import {
  ageText,
  blockTitle,
  evidenceSuffix,
  evidenceTitle,
  factLabel,
  oneLine,
  valueText,
  type WordsContext,
} from './words';

const spoken = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join(', ');

const leaf = (target: Target, label: string, children: readonly OutlineNode[] = []): OutlineNode => ({
  target,
  label,
  children,
});

/** `verbatim, 2 sources`, or that there is no proof. */
function proofWords({ evidence, cites }: Pick<Entry, 'evidence' | 'cites'>, { t, lang }: WordsContext): string {
  const kind = evidence ? t(`journey.evidence.${evidence}`).toLocaleLowerCase(lang) : t('persona.outline.noProof');
  return spoken(kind, cites.length > 0 && t('persona.outline.cites', { count: cites.length }));
}

/** An entry in one spoken line. */
export function entryLabel(block: Block, entry: Entry, ctx: WordsContext): string {
  const { t } = ctx;
  const empty = t('journey.outline.empty');
  const text = oneLine(entry.text) || empty;
  const proof = proofWords(entry, ctx);
  if (block.kind === 'sliders') {
    const words = { from: text, to: oneLine(entry.opposite) || empty, value: valueText(entry, ctx) };
    return spoken(t('persona.outline.slider', words), proof);
  }
  if (block.kind === 'channels') {
    const medium = entry.medium && t(`persona.medium.${entry.medium}`);
    return spoken(text, medium ?? false, t('persona.outline.weight', { value: valueText(entry, ctx) }), proof);
  }
  if (block.kind === 'number') return spoken(`${valueText(entry, ctx)} ${oneLine(entry.unit)}`.trim(), text, proof);
  return spoken(text, proof);
}

function blockNode(doc: PersonaDoc, block: Block, ctx: WordsContext): OutlineNode {
  const { t } = ctx;
  const entries = entriesOf(doc, block.id);
  const { sourced, all } = blockStrength(doc, block.id);
  const title = t('persona.outline.block', { title: oneLine(blockTitle(block, ctx)), count: entries.length });
  return leaf(
    blockTarget(block.id),
    spoken(title, all > 0 && t('persona.strength.sourced', { count: sourced, all })),
    entries.map((entry) => leaf(entryTarget(entry.id), entryLabel(block, entry, ctx))),
  );
}

/** A line of the head, with its proof where it has one: it need not. */
function headLine(doc: PersonaDoc, name: HeadLine, ctx: WordsContext): string {
  const text = oneLine(doc.info[name]);
  const slot = slotOf(doc, name);
  const isProven = text !== '' && (slot.evidence !== null || slot.cites.length > 0);
  const said = ctx.t(`persona.outline.${name}`, { text: text || ctx.t('journey.outline.empty') });
  return spoken(said, isProven && proofWords(slot, ctx));
}

/**
 * The persona as a tree: name > portrait, tagline, quote, facts, blocks > entries, sources. Empty blocks and facts that are asked for are
 * kept: one can add to them.
 */
export function personaOutline(doc: PersonaDoc, ctx: WordsContext): OutlineNode {
  const { t } = ctx;
  const { info } = doc;
  const empty = t('journey.outline.empty');
  const asked = new Set(askedFacts(doc));
  const facts = [...shownFacts(doc), ...asked];
  const { squares } = personaStrength(doc);
  const name = oneLine(info.name) || t('persona.unnamed');
  const portrait = info.photo ? t('persona.outline.photo', { alt: oneLine(info.photo.alt) || name }) : false;
  return leaf(
    SHEET_TARGET,
    spoken(
      t('persona.outline.persona', { name }),
      info.kind !== 'primary' && t(`persona.kind.${info.kind}`),
      squares !== null && t(`persona.strength.level.${squares}`),
    ),
    [
      leaf(PORTRAIT_TARGET, portrait || t(info.portrait ? 'persona.outline.portrait' : 'persona.outline.noPortrait')),
      leaf(NAME_TARGET, `${t('persona.change.name')}${ctx.lang === 'fr' ? '\u00A0' : ''}: ${name}`),
      leaf(TAGLINE_TARGET, headLine(doc, 'tagline', ctx)),
      leaf(QUOTE_TARGET, headLine(doc, 'quote', ctx)),
      ...facts.map((id) => {
        const text = id === 'age' ? ageText(info.age, ctx) : info[id];
        const label = t('persona.outline.fact', { label: factLabel(doc, id, ctx), text: oneLine(text) || empty });
        return leaf(factTarget(id), spoken(label, !asked.has(id) && proofWords(slotOf(doc, id), ctx)));
      }),
      ...shownBlocks(doc).map((block) => blockNode(doc, block, ctx)),
      ...evidenceInOrder(doc).map((item) =>
        leaf(
          evidenceTarget(item.id),
          spoken(
            `${t(`persona.source.${item.kind}`)}${ctx.lang === 'fr' ? '\u00A0' : ''}: ${evidenceTitle(item, ctx)}${evidenceSuffix(item, ctx)}`,
            oneLine(item.note),
          ),
        ),
      ),
    ],
  );
}
