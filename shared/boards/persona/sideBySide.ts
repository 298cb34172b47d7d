import type { BlockId } from '../../base/ids';
import { FACT_IDS, standardBlock } from './blocks';
import type { Block, PersonaDoc } from './model';
import { entriesOf, shownBlocks, slotOf } from './order';
import { blockTitle, factLabel, oneLine, valueText, type WordsContext } from './words';

/** One line of a comparison of several personas: what each of them says to it, in the order they were given. */
export interface ComparedRow {
  readonly id: string;
  readonly label: string;
  /** Lines of each persona; none where it says nothing. */
  readonly cells: readonly (readonly string[])[];
  /** True when not all of them say the same. */
  readonly differs: boolean;
}

const TEXTS = ['tagline', 'quote'] as const;

/** Blocks that mean the same on different personas: standard ones by name, those of a team by title and kind. */
const meaning = (block: Block): string =>
  standardBlock(block.id) ?? `${block.kind} ${oneLine(block.title).toLowerCase()}`;

function entryLines(doc: PersonaDoc, block: Block, ctx: WordsContext): readonly string[] {
  return entriesOf(doc, block.id).map((entry) => {
    const text = oneLine(entry.text);
    switch (block.kind) {
      case 'channels':
        return `${text} ${valueText(entry, ctx)}`;
      case 'number':
        return `${text} ${valueText(entry, ctx)} ${oneLine(entry.unit)}`.trim();
      case 'sliders':
        return ctx.t('persona.outline.slider', {
          from: text,
          to: oneLine(entry.opposite),
          value: valueText(entry, ctx),
        });
      default:
        return text;
    }
  });
}

/**
 * Several personas line by line: tagline, quote, facts, then every shown block that one of them has, in the order of the first that has
 * it. A line that all of them leave empty is left out. Entries count as the same in any order.
 */
export function sideBySide(docs: readonly PersonaDoc[], ctx: WordsContext): readonly ComparedRow[] {
  const row = (id: string, label: string, cells: readonly (readonly string[])[]): readonly ComparedRow[] => {
    if (cells.every((lines) => lines.length === 0)) return [];
    const said = new Set(cells.map((lines) => JSON.stringify([...lines].sort())));
    return [{ id, label, cells, differs: said.size > 1 }];
  };
  const lines = (text: string): readonly string[] => (text.trim() === '' ? [] : [oneLine(text)]);
  const blocks = new Map<string, Block>();
  for (const doc of docs)
    for (const block of shownBlocks(doc)) if (!blocks.has(meaning(block))) blocks.set(meaning(block), block);
  const sameBlock = (doc: PersonaDoc, wanted: string) => shownBlocks(doc).find((block) => meaning(block) === wanted);
  return [
    ...TEXTS.flatMap((name) =>
      row(
        name,
        ctx.t(`persona.change.${name}`),
        docs.map(({ info }) => lines(info[name])),
      ),
    ),
    ...FACT_IDS.flatMap((id) => {
      const [first] = docs;
      const label = first ? factLabel(first, id, ctx) : id;
      return row(
        id,
        label,
        docs.map((doc) => (slotOf(doc, id).visible ? lines(doc.info[id]) : [])),
      );
    }),
    ...[...blocks].flatMap(([wanted, block]) =>
      row(
        `block ${block.id as BlockId}`,
        blockTitle(block, ctx),
        docs.map((doc) => {
          const own = sameBlock(doc, wanted);
          return own ? entryLines(doc, own, ctx) : [];
        }),
      ),
    ),
  ];
}
