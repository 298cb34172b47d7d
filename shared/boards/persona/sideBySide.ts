import type { BlockId } from '../../base/ids';
import type { EvidenceKind } from '../../model/evidence';
import { FACT_IDS, standardBlock } from './blocks';
import type { Block, Entry, PersonaDoc } from './model';
import { entriesOf, shownBlocks, slotOf } from './order';
import { blockTitle, factLabel, oneLine, valueText, type WordsContext } from './words';

/** One thing that a persona says. */
export interface ComparedLine {
  readonly text: string;
  /** Words of the person, to stand between quotation marks. */
  readonly isSaid: boolean;
  /** Kind of its proof; null where it has none. */
  readonly evidence: EvidenceKind | null;
}

/** One line of a comparison of several personas: what each of them says to it, in the order they were given. */
export interface ComparedRow {
  readonly id: string;
  readonly label: string;
  /** Lines of each persona; none where it says nothing. */
  readonly cells: readonly (readonly ComparedLine[])[];
  /** True when not all of them say the same. */
  readonly differs: boolean;
}

/** Blocks that mean the same on different personas: standard ones by name, those of a team by title and kind. */
const meaning = (block: Block): string =>
  standardBlock(block.id) ?? `${block.kind} ${oneLine(block.title).toLowerCase()}`;

function entryText(entry: Entry, { kind }: Block, ctx: WordsContext): string {
  const text = oneLine(entry.text);
  switch (kind) {
    case 'channels':
      return `${text} ${valueText(entry, ctx)}`;
    case 'number':
      return `${text} ${valueText(entry, ctx)} ${oneLine(entry.unit)}`.trim();
    case 'sliders':
      return ctx.t('persona.outline.slider', { from: text, to: oneLine(entry.opposite), value: valueText(entry, ctx) });
    default:
      return text;
  }
}

const entryLines = (doc: PersonaDoc, block: Block, ctx: WordsContext): readonly ComparedLine[] =>
  entriesOf(doc, block.id).map((entry) => ({
    text: entryText(entry, block, ctx),
    isSaid: block.kind === 'quotes',
    evidence: entry.evidence,
  }));

/** A text on one line; nothing where it is empty. */
const linesOf = (text: string, more: Partial<ComparedLine> = {}): readonly ComparedLine[] =>
  text.trim() === '' ? [] : [{ text: oneLine(text), isSaid: false, evidence: null, ...more }];

/**
 * Several personas line by line: kind, tagline, quote, tags, facts, then every shown block that one of them has, in the order of the first that has
 * it. A line that all of them leave empty is left out. Entries count as the same in any order.
 */
export function sideBySide(docs: readonly PersonaDoc[], ctx: WordsContext): readonly ComparedRow[] {
  const row = (id: string, label: string, cellOf: (doc: PersonaDoc) => readonly ComparedLine[]) => {
    const cells = docs.map(cellOf);
    if (cells.every((lines) => lines.length === 0)) return [];
    const said = new Set(cells.map((lines) => JSON.stringify(lines.map(({ text }) => text).sort())));
    return [{ id, label, cells, differs: said.size > 1 }];
  };
  const blocks = new Map<string, Block>();
  for (const doc of docs)
    for (const block of shownBlocks(doc)) if (!blocks.has(meaning(block))) blocks.set(meaning(block), block);
  const sameBlock = (doc: PersonaDoc, wanted: string) => shownBlocks(doc).find((block) => meaning(block) === wanted);
  return [
    ...row('kind', ctx.t('persona.change.kind'), ({ info }) => linesOf(ctx.t(`personaEditor.kind.${info.kind}`))),
    ...row('tagline', ctx.t('persona.change.tagline'), ({ info }) => linesOf(info.tagline)),
    ...row('quote', ctx.t('persona.change.quote'), ({ info }) => linesOf(info.quote, { isSaid: true })),
    ...row('tags', ctx.t('persona.change.tags'), ({ info }) => info.tags.flatMap((tag) => linesOf(tag))),
    ...FACT_IDS.flatMap((id) => {
      const [first] = docs;
      const label = first ? factLabel(first, id, ctx) : id;
      return row(id, label, (doc) => {
        const { visible, evidence } = slotOf(doc, id);
        return visible ? linesOf(doc.info[id], { evidence }) : [];
      });
    }),
    ...[...blocks].flatMap(([wanted, block]) =>
      row(`block ${block.id as BlockId}`, blockTitle(block, ctx), (doc) => {
        const own = sameBlock(doc, wanted);
        return own ? entryLines(doc, own, ctx) : [];
      }),
    ),
  ];
}
